#!/bin/sh
# Throughput of the audit on one core. Needs compiled classes: mvn -q compile first.
set -eu
cd "$(dirname "$0")/../.."
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
mvn -B -q dependency:build-classpath -Dmdep.outputFile="$classpath" >/dev/null
taskset -c 0 java -XX:+UseSerialGC -cp "target/classes:$(cat "$classpath")" src/bench/java/AuditThroughput.java
