# The pages. Build from the repository's root: docker build -f docker/web.Dockerfile -t commonthread-web .
FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY . .
RUN npm install --no-save --no-audit --no-fund && cd apps/web && npx ng build

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --no-save --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4200
WORKDIR /app
# The server is bundled, but for what angular.json leaves outside: these packages load their own parts at run time.
COPY --from=packages /app ./
COPY --from=build /src/apps/web/dist apps/web/dist
USER node
EXPOSE 4200
HEALTHCHECK --interval=30s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:4200/healthz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/web/dist/server/server.mjs"]
