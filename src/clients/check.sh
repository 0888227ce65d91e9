#!/usr/bin/env bash
# Tests the clients and recipes: on the server at an address, and on one of their own that is restarted.
#
#   src/clients/check.sh http://localhost:8080 [long]
#
# Needs a JDK 17, Node.js 20 with npm, Python 3, Chromium, the Maven and npm registries (or their caches), and the application in
# target/quarkus-app, or in the folder APP.
set -euo pipefail

export BASE="${1:?the address of a server is needed}"
length="${2:-short}"
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
export APP="${APP:-$root/target/quarkus-app}"

say() { printf '\n— %s\n' "$*"; }
install() { npm ci --no-audit --no-fund --silent "$@"; }

# The recipes read a snapshot, which a server makes a minute after its start.
for _ in $(seq 180); do
    [[ "$(curl -sf "$BASE/v1/snapshots")" == *sha256* ]] && break
    sleep 1
done

say "TypeScript"
cd "$here/typescript"
install
npm test

say "Kotlin"
kotlin="$root/target/clients-kotlin"
"$root/mvnw" --quiet --batch-mode -ntp -f "$here/kotlin/pom.xml" compile \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile="$kotlin/path"
java -cp "$kotlin/classes:$(cat "$kotlin/path")" org.ketaminecontent.recipe.MainKt "$BASE"

say "Snapshots in several builds of SQLite, and clients that follow while editors publish"
cd "$here/proof"
if [ "$length" = long ]; then
    # Compiled from its source where there is no binary of it.
    install
    npm test
    npm run converge -- 300
else
    install --omit=optional
    npm test
    npm run converge
fi

say "Sites that are told of corrections"
cd "$here/examples"
./check.sh
