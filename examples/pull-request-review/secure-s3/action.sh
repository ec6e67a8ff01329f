#!/usr/bin/env bash
# What action.yml runs: fetches the jar by its checksum, compares, and says the verdict to the workflow.
#
# Takes BASE, HEAD, JAR, JAR_SHA256, RESULTS and, where they are set, BASELINE and FAIL_ON from the environment.
set -euo pipefail

scripts=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
export SECURE_S3_JAR="${RUNNER_TEMP:-.}/secure-s3-cli.jar"
"$scripts/jar.sh" "${JAR_SHA256:-}" "${JAR:-}" "$SECURE_S3_JAR"

options=(--fail-on "${FAIL_ON:-weakened}")
[[ -z ${BASELINE:-} ]] || options+=(--baseline "$BASELINE")

code=0
"$scripts/review.sh" "${BASE:-}" "${HEAD:-}" "${RESULTS:-secure-s3-results}" "${options[@]}" || code=$?
if ((code <= 1)) && [[ -n ${GITHUB_OUTPUT:-} ]]; then
  # The first verdict of the file is that of the comparison; it is one of three words.
  sed -n -E '/^  "verdict" : "([a-z]+)",$/{s//verdict=\1/p;q;}' "${RESULTS:-secure-s3-results}/diff.json" >>"$GITHUB_OUTPUT"
fi
exit "$code"
