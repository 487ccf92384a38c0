#!/usr/bin/env bash
# Fetches the jars of the Neo4j server that the tests start, from Maven Central into .neo4j/lib.
set -euo pipefail
rm -rf .neo4j/lib
mvn --batch-mode --quiet -f tests/neo4j/pom.xml dependency:copy-dependencies -DoutputDirectory="$PWD/.neo4j/lib"
