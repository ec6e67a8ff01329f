#!/usr/bin/env bash
# Puts the jar of the command line in place, if it is the one that is expected.
#
#   jar.sh SHA256 SOURCE TARGET
#
# SOURCE is an https address or a file. TARGET is there afterwards only where its SHA-256 is the one given, as 64
# hexadecimal digits. Needs bash, curl for an address, and sha256sum or shasum.
set -euo pipefail

fail() {
  printf 'jar.sh: %s\n' "$1" >&2
  exit 2
}

(($# == 3)) || fail "give SHA256, SOURCE and TARGET"
wanted=$(tr "[:upper:]" "[:lower:]" <<<"$1")
source=$2
target=$3
[[ $wanted =~ ^[0-9a-f]{64}$ ]] || fail "'$1' is no SHA-256; give 64 hexadecimal digits"

part="$target.part"
mkdir -p -- "$(dirname -- "$target")"
rm -f -- "$target" "$part"
trap 'rm -f -- "$part"' EXIT

if [[ $source == https://* ]]; then
  curl --proto '=https' --tlsv1.2 --fail --silent --show-error --location --max-time 300 --max-filesize 100000000 \
    --output "$part" -- "$source" || fail "'$source' cannot be fetched"
elif [[ -f $source ]]; then
  cp -- "$source" "$part"
else
  fail "'$source' is neither an https address nor a file"
fi

if command -v sha256sum >/dev/null; then
  found=$(sha256sum <"$part")
else
  found=$(shasum -a 256 <"$part")
fi
found=${found%% *}
[[ $found == "$wanted" ]] || fail "the SHA-256 of '$source' is $found and not $wanted; it is not used"
mv -- "$part" "$target"
