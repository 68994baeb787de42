#!/usr/bin/env bash
# Builds the release of this commit from two clones in folders of different depth, and compares every file. The second build
# has an empty cache of its own, so that it can't be the first one again. Usage: dist-check.sh
set -euo pipefail
cd "$(dirname "$0")/.."
[ -z "$(git status --porcelain)" ] || echo "NOTE: what is not committed is not checked"

commit=$(git rev-parse HEAD)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
build() { # FOLDER
  git clone -q . "$work/$1"
  git -C "$work/$1" checkout -q "$commit" # what is committed meanwhile is not meant
  make -s -C "$work/$1" dist >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
}
build one
GOCACHE=$work/cache build two/deeper
cat "$work/one/dist/SHA256SUMS"

passed=0 failed=0
check() { # WHAT COMMAND...
  if "${@:2}"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $1"; fi
}
unnamed() { ! grep -aqF "$work" "$1"; }
count=$(ls "$work/one/dist" | wc -l)
check "seven files, and not $count" [ "$count" -eq 7 ]
for file in "$work"/one/dist/*; do
  name=${file##*/}
  check "$name differs between the two builds" cmp -s "$file" "$work/two/deeper/dist/$name"
  check "$name names the folder that it was built in" unnamed "$file"
done
check "the program does not name its commit" grep -q "${commit:0:12}" <("$work/one/bin/cchc" version)
check "the sums are not those of the files" bash -c 'cd "$1" && sha256sum --quiet -c SHA256SUMS' - "$work/one/dist"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
