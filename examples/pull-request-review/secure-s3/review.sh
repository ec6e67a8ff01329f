#!/usr/bin/env bash
# Compares two versions of CloudFormation templates or CDK cloud assemblies and writes what a review needs.
#
#   SECURE_S3_JAR=secure-s3-cli.jar review.sh BASE HEAD OUTPUT [option of 'secure-s3 diff']...
#
# It writes OUTPUT/comment.md, OUTPUT/findings.sarif and OUTPUT/diff.json, and prints the same as text.
# It ends with 0 where nothing is weaker or all that is weaker is accepted, with 1 where something is weaker, and
# with 2 where the two could not be compared. Needs bash and Java 17, and no network.
set -euo pipefail

fail() {
  printf 'review.sh: %s\n' "$1" >&2
  exit 2
}

(($# >= 3)) || fail "give BASE, HEAD and OUTPUT, such as: review.sh base/cdk.out head/cdk.out review"
base=$1
head=$2
output=$3
shift 3

jar=${SECURE_S3_JAR:-}
[[ -f $jar ]] || fail "SECURE_S3_JAR is '$jar', which is no file; set it to the jar of the command line"
[[ $base != -* && $head != -* && $output != -* ]] || fail "no path may begin with a hyphen; write ./ before it"

# Nothing that an earlier run left there may be taken for a result of this one.
results=("$output/comment.md" "$output/findings.sarif" "$output/diff.json")
mkdir -p -- "$output" || fail "'$output' cannot be made; give a directory"
rm -f -- "${results[@]}"

code=0
# Short runs gain nothing from the second compiler, nor from a collector with threads of its own.
java -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.25 -XX:+UseSerialGC -jar "$jar" diff "$base" "$head" --reports "$output" "$@" || code=$?
((code <= 1)) || exit 2

# Java itself ends with 1 where it cannot run the jar.
for result in "${results[@]}"; do
  [[ -s $result ]] || fail "'$result' was not written, for the comparison did not come to its end"
done
exit "$code"
