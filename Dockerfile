# One server, everything in one image: docker build -t common-ground .

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
# The manifests first: while they stay the same, the installed dependencies are taken from the cache.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml tsconfig.base.json ./
COPY patches patches
COPY packages packages
COPY server/package.json server/
COPY client/package.json client/
COPY tests/package.json tests/
COPY examples examples
RUN npx -y "$(node -p "require('./package.json').packageManager")" install --frozen-lockfile
COPY client client
RUN cd client && ./node_modules/.bin/vite build

FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY patches patches
COPY packages packages
COPY server server
COPY client/package.json client/
COPY tests/package.json tests/
COPY examples examples
RUN npx -y "$(node -p "require('./package.json').packageManager")" install --frozen-lockfile --prod --filter "@common-ground/server..."

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY LICENSE NOTICE package.json ./
COPY docs/LICENCES.md docs/
COPY docs/licences docs/licences
COPY --from=dependencies /app/node_modules node_modules
COPY --from=dependencies /app/packages packages
COPY --from=dependencies /app/server server
COPY --from=build /app/client/dist client/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Other commands: docker compose exec common-ground node server/src/cli/main.ts --help
CMD ["node", "server/src/cli/main.ts", "serve"]
