# The ballot box. Build from the repository's root: docker build -f docker/urn.Dockerfile -t commonthread-urn .
FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY . .
RUN npm install --no-save --no-audit --no-fund && npx tsc -b apps/urn

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/urn/package.json apps/urn/
COPY libs/kernel/package.json libs/kernel/
COPY libs/voting/package.json libs/voting/
COPY libs/ballot-protocol/package.json libs/ballot-protocol/
COPY libs/paper-rules/package.json libs/paper-rules/
RUN npm install --no-save --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3100 URN_ADMIN_HOST=0.0.0.0 URN_ADMIN_PORT=3101 TZ=Europe/London
WORKDIR /app
COPY --from=packages /app ./
COPY --from=build /src/apps/urn/dist apps/urn/dist
COPY --from=build /src/libs/kernel/dist libs/kernel/dist
COPY --from=build /src/libs/voting/dist libs/voting/dist
COPY --from=build /src/libs/ballot-protocol/dist libs/ballot-protocol/dist
COPY --from=build /src/libs/paper-rules/dist libs/paper-rules/dist
RUN mkdir /checkpoints && chown node /checkpoints
USER node
EXPOSE 3100
HEALTHCHECK --interval=30s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:3100/urn/health/live').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/urn/dist/src/main.js"]
