# The API. Build from the repository's root: docker build -f docker/api.Dockerfile -t commonthread-api .
FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY . .
RUN npm install --no-save --no-audit --no-fund && npx tsc -b apps/api

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY libs/kernel/package.json libs/kernel/
COPY libs/voting/package.json libs/voting/
COPY libs/pabulib/package.json libs/pabulib/
COPY libs/statistics/package.json libs/statistics/
COPY libs/ballot-protocol/package.json libs/ballot-protocol/
COPY libs/paper-rules/package.json libs/paper-rules/
COPY libs/proof-of-work/package.json libs/proof-of-work/
RUN npm install --no-save --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 TZ=Europe/London
WORKDIR /app
COPY --from=packages /app ./
COPY --from=build /src/apps/api/dist apps/api/dist
COPY --from=build /src/libs/kernel/dist libs/kernel/dist
COPY --from=build /src/libs/voting/dist libs/voting/dist
COPY --from=build /src/libs/pabulib/dist libs/pabulib/dist
COPY --from=build /src/libs/statistics/dist libs/statistics/dist
COPY --from=build /src/libs/ballot-protocol/dist libs/ballot-protocol/dist
COPY --from=build /src/libs/paper-rules/dist libs/paper-rules/dist
COPY --from=build /src/libs/proof-of-work/dist libs/proof-of-work/dist
RUN mkdir /attachments && chown node /attachments \
 && printf '#!/bin/sh\nexec node /app/apps/api/dist/src/ct.js "$@"\n' > /usr/local/bin/ct && chmod 755 /usr/local/bin/ct
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/live').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/dist/src/main.js"]
