#!/usr/bin/env bash
# Runs every test. As root on Debian it installs what they need first; otherwise it says what is missing, and the tests that need it are skipped by name.
# Usage: ./test.sh [FILTER]      FILTER is a VSTest filter, for example FullyQualifiedName~Engine
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
configuration=${CONFIGURATION:-Debug}

eng/test-tools.sh

dotnet build ZooInfra.sln -c "$configuration" -nodeReuse:false

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0
dotnet test ZooInfra.sln -c "$configuration" --no-build --logger trx --results-directory "$results" ${1:+--filter "$1"} || status=$?

# One line for the whole run: the counters of every result file, added up.
summary=$(cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*' | awk '
  function counter(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
  { total += counter("total"); executed += counter("executed"); passed += counter("passed") }
  END { printf "%d passed, %d failed, %d skipped", passed, executed - passed, total - executed }')
case "$summary" in
  "0 passed, 0 failed"*) status=1 ;;
  *" 0 failed"*) ;;
  *) status=1 ;;
esac
echo "$summary"
exit "$status"
