#!/usr/bin/env bash
# Ends with 2 unless a directory that somebody else filled holds nothing but a moderate number of plain files.
#
#   untrusted.sh DIRECTORY
set -euo pipefail

most_files=2000
most_kilobytes=131072

fail() {
  printf 'untrusted.sh: %s\n' "$1" >&2
  exit 2
}

directory=${1:-}
[[ -d $directory && ! -L $directory ]] || fail "give one directory"
[[ $directory == /* ]] || directory=./$directory

# A link could lead out of the directory, and a pipe has no end.
strange=$(find "$directory" ! -type f ! -type d -print | head -n 1)
[[ -z $strange ]] || fail "$(printf '%q' "$strange") is neither a file nor a directory"

files=$(find "$directory" -type f -print0 | tr -dc '\0' | wc -c)
((files <= most_files)) || fail "there are $files files; $most_files are allowed"

read -r kilobytes _ < <(du -sk "$directory")
((kilobytes <= most_kilobytes)) || fail "there are $kilobytes KiB; $most_kilobytes are allowed"
