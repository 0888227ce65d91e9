#!/usr/bin/env bash
# Starts the development mode on a copy of the project, where it must warn of nothing and ask nothing, makes the calls of the
# README, changes a class, and expects the next answer to be made by the changed one.
#
#   src/test/dev/check.sh
#
# Needs a JDK 17, curl and Python 3.
set -euo pipefail

root="$(cd "$(dirname "$0")/../../.." && pwd)"
copy="$(mktemp -d)"
log="$copy/development.log"
port="$(python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
home="http://127.0.0.1:$port/"
ahead='What is known about ketamine therapy, and what is not'
changed='Changed while it runs'

fail() { echo "$1"; tail -n 40 "$log"; exit 1; }

# Reads the whole page before it looks: a reader that stops early makes curl fail.
home_says() {
    local page
    page="$(curl -sf --max-time 120 "$home")" && [[ "$page" == *"$1"* ]]
}

cd "$copy"
cp -r "$root"/{.mvn,mvnw,pom.xml,src,openapi} .
# In a session of its own, so that the process that it starts ends with it.
setsid ./mvnw -B -ntp quarkus:dev -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port="$port" </dev/null >"$log" 2>&1 &
server=$!
trap 'kill -- "-$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$copy"' EXIT

for _ in $(seq 300); do
    home_says "$ahead" && break
    kill -0 "$server" || fail 'the development mode ended'
    sleep 1
done
home_says "$ahead" || fail 'the development mode did not start'
! grep -nE ' WARN |\[WARNING\]|[Aa]nalytics' "$log" || fail 'the development mode warned or asked'

# The first calls of a newcomer are made here. An empty answer is one that the framework gave before the application was asked.
grep '^curl ' "$root/README.md" | grep -oE "http://localhost:8080/[^' ]*" | sed "s|^http://localhost:8080|http://127.0.0.1:$port|" >"$copy/calls"
[ -s "$copy/calls" ] || fail 'the README shows no calls'
while read -r call; do
    [ -n "$(curl -s --max-time 60 -o - "$call")" ] || fail "there is no answer to $call"
done <"$copy/calls"

sed -i "s/$ahead/$changed/" src/main/java/org/ketaminecontent/page/HomeResource.java
# Changes are looked for at most every two seconds.
sleep 3
home_says "$changed" || fail 'the changed class was not loaded'
echo 'the development mode starts quietly, answers the calls of the README and loads what changed'
