# Sanad in a container. Built and run by Podman 4.3 on 29 November 2026, on a base of Debian bookworm and Node 24.21 made by hand:
# nobody tried it with Docker's engine nor on the base that is named here.
#   docker build -t sanad . && docker run --stop-timeout 45 -p 127.0.0.1:3000:3000 -v sanad-data:/data -e PUBLIC_URL=https://help.example.com sanad
# With DATABASE_URL nothing is kept in /data but the files of people and, unless SANAD_SECRET is given, the secret.
FROM node:24-bookworm-slim AS built
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 SANAD_DATA=/data
WORKDIR /app
COPY --from=built --chown=node:node /app /app
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
VOLUME /data
EXPOSE 3000
# whether it lives: whoever starts the unhealthy again must not do so because the database is away; a proxy asks /readyz
HEALTHCHECK --interval=10s --timeout=4s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then((answer)=>process.exit(answer.ok?0:1),()=>process.exit(1))"]
# as `npm start` does; the server alone: SANAD_WORKER=off, and beside it the same image with `src/start/worker.ts` in the place of the last
# word and `--no-healthcheck`: a worker listens on nothing, and would be called unhealthy for ever (docs/operating.md, “Growing”)
CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=100", "--import", "./scripts/compile-cache.mjs", "src/start/server.ts"]
STOPSIGNAL SIGTERM
