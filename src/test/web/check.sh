#!/usr/bin/env bash
# Checks pages, embeds and structured data in a real browser and with other people's readers.
#
#     src/test/web/check.sh [http://127.0.0.1:8080]
#
# Without an address, two servers are started from the package: one as it comes, and one whose content is hostile, behind
# nginx as it comes, below a path.
# Needs Node 20, a JDK, nginx and Chromium (Debian: apt-get install nginx-light chromium; or CHROMIUM=/path/to/it).
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../../.. && pwd)
work=$(mktemp -d)
servers=()
trap 'for each in "${servers[@]}"; do kill "$each" 2>/dev/null || true; wait "$each" 2>/dev/null || true; done; rm -rf "$work"' EXIT

start() { # name port options…
  local name=$1 port=$2
  shift 2
  java -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port="$port" \
    -Dketamine-content.local-database.directory="$work/$name" "$@" \
    -jar "$root/target/quarkus-app/quarkus-run.jar" >"$work/$name.log" 2>&1 &
  servers+=($!)
  for _ in $(seq 240); do
    curl -sf "http://127.0.0.1:$port/q/health/ready" >/dev/null && return
    kill -0 "${servers[-1]}" || { cat "$work/$name.log"; exit 1; }
    sleep 0.5
  done
  cat "$work/$name.log"
  exit 1
}
port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'; }

npm ci --no-audit --no-fund --silent
if [ $# -gt 0 ]; then
  export BASE=$1
else
  first=$(port)
  start plain "$first" -Dketamine-content.access.bootstrap-key=make -Dketamine-content.studio.key-sign-in=true \
    "-Dketamine-content.webhooks.private-targets=127.0.0.1:*"
  EDITOR_KEY=$(grep -o 'kc_[0-9A-Za-z_]*' "$work/plain.log")
  export EDITOR_KEY
  export BASE=http://127.0.0.1:$first

  cp -r "$root/src/main/resources/content/en" "$work/pack"
  cat hostile.md >>"$work/pack/topics/history.md"
  second=$(port)
  front=$(port)
  export HOSTILE=http://127.0.0.1:$front/kc
  start hostile "$second" -Dketamine-content.pack.directory="$work/pack" -Dketamine-content.http.public-url="$HOSTILE" \
    -Dketamine-content.access.bootstrap-key=make -Dketamine-content.studio.key-sign-in=true
  PROXIED_KEY=$(grep -o 'kc_[0-9A-Za-z_]*' "$work/hostile.log")
  export PROXIED_KEY
  sed -e "s/@FRONT@/$front/" -e "s/@BACK@/$second/" nginx.conf >"$work/nginx.conf"
  nginx -p "$work" -c "$work/nginx.conf" -g 'daemon off;' &
  servers+=($!)
fi
npm test
