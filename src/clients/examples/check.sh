#!/usr/bin/env bash
# Builds the example sites on a server of their own, and shows that a correction arrives in them.
#
#   src/clients/examples/check.sh
#
# Needs a JDK 17, Node.js 20 with npm, the npm registry (or its cache), the client built in src/clients/typescript, and the
# application in target/quarkus-app, or in the folder APP.
set -euo pipefail
cd "$(dirname "$0")"

for site in next astro; do
    (cd "$site" && npm ci --no-audit --no-fund --silent)
done
node check.mjs
