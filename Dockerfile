# docker build -t asyncio-ts-site . && docker run --rm -p 8080:8080 asyncio-ts-site
FROM node:24-trixie-slim AS build
WORKDIR /site
# The packages first: they are fetched again only when they change.
COPY package.json package-lock.json ./
COPY src/async-primitives/package.json src/async-primitives/
RUN npm ci
COPY . .
# The site's address, for what names it in full (map, feed, images for links): --build-arg SITE=https://example.org
ARG SITE=
RUN npm run build

# nginx with the module for Brotli, as hosting/nginx.conf expects it and the tests use it.
FROM debian:trixie-slim
RUN apt-get update \
 && apt-get install --yes --no-install-recommends nginx libnginx-mod-http-brotli-static \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /site
COPY hosting/nginx.conf hosting/
COPY --from=build /site/dist dist
USER www-data
EXPOSE 8080
CMD ["nginx", "-e", "stderr", "-p", "/site", "-c", "/site/hosting/nginx.conf", "-g", "daemon off; pid /tmp/asyncio-ts.pid;"]
