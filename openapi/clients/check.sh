#!/usr/bin/env bash
# Makes clients from the description and compiles them; with the address of a server, lets one of them read from it.
#
#   openapi/clients/check.sh [http://localhost:8080]
#
# Needs a JDK 17 or newer, Node.js 20 or newer with npm, and Maven Central and the npm registry (or their caches).
set -euo pipefail

server="${1:-}"
generator_version=7.25.0

here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
description="$root/openapi/openapi.yaml"
out="$root/target/clients"
generator="$root/target/openapi-generator-cli-$generator_version.jar"
maven=("$root/mvnw" --quiet --batch-mode)

say() { printf '\n— %s\n' "$*"; }

fetch_generator() {
    [ -f "$generator" ] && return
    "${maven[@]}" -f "$root/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
        -Dartifact="org.openapitools:openapi-generator-cli:$generator_version" \
        -DoutputDirectory="$root/target"
}

# The generated code is compiled as it comes: what does not compile is put right in the description.
generate() {
    local language="$1" properties="$2"
    java -jar "$generator" generate --generator-name "$language" --input-spec "$description" \
        --output "$out/$language" --additional-properties "$properties" >"$out/$language.log" 2>&1 ||
        { cat "$out/$language.log"; exit 1; }
}

rm -rf "$out"
mkdir -p "$out"
fetch_generator

say "typescript-fetch"
generate typescript-fetch "supportsES6=true,importFileExtension=.js"
[ -d "$root/openapi/node_modules/typescript" ] || npm --prefix "$root/openapi" ci --ignore-scripts --no-audit --no-fund
cp "$here/read.ts" "$out/typescript-fetch/"
echo '{"type": "module"}' >"$out/package.json"
"$root/openapi/node_modules/.bin/tsc" --project "$here/tsconfig.json" --outDir "$out/typescript-compiled" \
    --rootDir "$out/typescript-fetch"

say "java"
generate java "library=native,hideGenerationTimestamp=true,invokerPackage=org.ketaminecontent.client,apiPackage=org.ketaminecontent.client.api,modelPackage=org.ketaminecontent.client.model"
"${maven[@]}" -f "$out/java/pom.xml" compile

say "kotlin"
generate kotlin "packageName=org.ketaminecontent.client"
"${maven[@]}" -f "$here/kotlin.pom.xml" compile

if [ -n "$server" ]; then
    say "the TypeScript client reads from $server"
    node "$out/typescript-compiled/read.js" "$server"
fi
say "clients in $out"
