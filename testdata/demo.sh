#!/usr/bin/env bash
# The main job, end to end, on the real 2023 rule set: blank form, filled sample forms, scores, ranking, and what changed
# since 2022. Usage: demo.sh PROGRAM FOLDER (the folder is made anew).
set -euo pipefail
program=$(realpath "$1")
folder=$2
samples=$(realpath "$(dirname "$0")/samples")

rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
say() { printf '\n== %s\n' "$*"; }
run() { printf '$ cchc %s\n' "$*"; "$program" "$@"; }
# Samples are incomplete or faulty on purpose: score then ends with 1, and did all the rest.
run_with_findings() { run "$@" || [ $? -eq 1 ]; }

say "A blank form from the rules"
run template 2023 -o phieu-trong-2023.xlsx

say "Four filled forms (samples: good, middling, incomplete, faulty)"
mkdir nop
for sample in so-mau-a so-mau-b ban-mau-c ban-mau-d; do
  run template 2023 --answers "$samples/$sample.yaml" -o "nop/$sample.xlsx"
done

say "Their scores"
run_with_findings score nop -o cham

say "The ranking"
run_with_findings rank cham -o xep-hang.xlsx

say "What changed since 2022"
run_with_findings diff 2022 2023 -o so-sanh-2022-2023.xlsx

say "Look at"
printf '  %s\n' "$PWD"/phieu-trong-2023.xlsx "$PWD"/cham/*.xlsx "$PWD"/xep-hang.xlsx "$PWD"/so-sanh-2022-2023.xlsx
