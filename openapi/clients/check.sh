#!/usr/bin/env bash
# Makes clients from the description and compiles them; with the address of a server, lets them read from it. Those made
# from what was released read what is answered today, and what may be answered one day.
#
#   openapi/clients/check.sh [http://localhost:8080]
#
# Kiota is not among them: its npm package downloads its program from elsewhere when it is run.
#
# Needs a JDK 17 or newer, Node.js 20 or newer with npm, and Maven Central and the npm registry (or their caches).
set -euo pipefail

server="${1:-}"
generator_version=7.25.0

here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
description="$root/openapi/openapi.yaml"
released="$root/openapi/released/v1.yaml"
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
generate() { # language properties [description folder]
    local language="$1" properties="$2" from="${3:-$description}" folder="${4:-$1}"
    java -jar "$generator" generate --generator-name "$language" --input-spec "$from" \
        --output "$out/$folder" --additional-properties "$properties" >"$out/$folder.log" 2>&1 ||
        { cat "$out/$folder.log"; exit 1; }
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

say "openapi-typescript with openapi-fetch, hey-api and orval, with no setting"
[ -d "$here/node_modules" ] || npm --prefix "$here" ci --ignore-scripts --no-audit --no-fund
mkdir "$out/lists"
cp "$here/lists.ts" "$out/lists/"
cp "$here/lists.tsconfig.json" "$out/lists/tsconfig.json"
ln -s "$here/node_modules" "$out/lists/node_modules"
(
    cd "$out/lists"
    node_modules/.bin/openapi-typescript "$description" --output schema.d.ts
    node_modules/.bin/openapi-ts --input "$description" --output hey
    node_modules/.bin/orval --input "$description" --output orval.ts
    node_modules/.bin/tsc
) >"$out/lists.log" 2>&1 || { cat "$out/lists.log"; exit 1; }

say "java"
generate java "library=native,hideGenerationTimestamp=true,invokerPackage=org.ketaminecontent.client,apiPackage=org.ketaminecontent.client.api,modelPackage=org.ketaminecontent.client.model"
"${maven[@]}" -f "$out/java/pom.xml" compile

say "kotlin"
generate kotlin "packageName=org.ketaminecontent.client"
"${maven[@]}" -f "$here/kotlin.pom.xml" compile

say "kotlin from the description in OpenAPI 3.0"
generate kotlin "packageName=org.ketaminecontent.client" "$root/openapi/openapi-3.0.yaml" kotlin-3.0
"${maven[@]}" -f "$here/kotlin.pom.xml" -Dlanguage=kotlin-3.0 compile

say "java as the generator makes it where nothing is said, from what was released"
generate java "hideGenerationTimestamp=true" "$released" java-released
"${maven[@]}" -f "$out/java-released/pom.xml" compile \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile="$out/java-released.path"

if [ -n "$server" ]; then
    say "the clients read from $server"
    node "$out/typescript-compiled/read.js" "$server"
    node "$out/lists/compiled/lists.js" "$server"
    # Run as it stands: the client is compiled for an older Java than this is written in.
    read_java() { java -cp "$out/java-released/target/classes:$(cat "$out/java-released.path")" "$here/Read.java" "$@"; }
    read_java "$server"

    say "the clients read what a later version may answer"
    node "$here/future.mjs" "$server" "$root/openapi/openapi.json" >"$out/future.address" &
    future=$!
    trap 'kill "$future" 2>/dev/null || true' EXIT
    for _ in $(seq 50); do [ -s "$out/future.address" ] && break; sleep 0.1; done
    node "$out/typescript-compiled/read.js" "$(cat "$out/future.address")"
    read_java "$(cat "$out/future.address")" later
fi
say "clients in $out"
