#!/usr/bin/env bash
# Times the build of a report as a user sees it: fresh JVM, files in the system's caches, median of seven.
# Run on a quiet machine after `mvn package -DskipTests`. Prints a table for docs/benchmarks/report.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

median() { sort -n | sed -n 4p; }

measure() { # name, command...
  local name=$1
  shift
  "$@" >/dev/null 2>&1 || true
  local seconds=() memory=()
  for _ in 1 2 3 4 5 6 7; do
    /usr/bin/time -f '%e %M' -o "$scratch/time" "$@" >/dev/null 2>&1
    read -r s m <"$scratch/time"
    seconds+=("$s")
    memory+=("$m")
  done
  printf '| %s | %s s | %s MB |\n' "$name" "$(printf '%s\n' "${seconds[@]}" | median)" \
    "$(($(printf '%s\n' "${memory[@]}" | median) / 1024))"
}

echo '| what | median of 7 | peak memory |'
echo '|---|---|---|'
measure '`./countersign build mentorship-burnout --force`' \
  ./countersign build mentorship-burnout --force --reports "$scratch/reports"
measure 'the same study twice in one JVM (the difference is the second build)' \
  ./countersign build mentorship-burnout mentorship-burnout --force --reports "$scratch/reports"
measure '`mvn`, nothing to compile, one study to rebuild' \
  mvn -q -o compile exec:java "-Dexec.args=build mentorship-burnout --force --reports $scratch/reports"
measure '`./countersign build mentorship-burnout`, unchanged' \
  ./countersign build mentorship-burnout --reports "$scratch/reports"
