#!/usr/bin/env bash
# Puts our workbooks before other programs, and a form that each of them has filled in and saved before ours.
# Usage: test.sh PROGRAM FOLDER. What is missing is fetched into FOLDER (npm) or installed (Debian); where that may not be, the
# program's line says SKIPPED. Ends with a table in Markdown, the README's: which program opens ours, saves a form that still scores the
# same and results of which nothing is taken for typed, and what it loses on the way by itself. The status is 1 where one no longer
# opens them all, a form or results score otherwise, or something is taken for typed.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cchc=$(realpath "$1")
mkdir -p "$2" && cd "$2" || exit 1
samples=$here/../samples

missing=""
command -v node >/dev/null || missing="nodejs npm"
command -v file >/dev/null || missing="$missing file"
command -v ssconvert >/dev/null || missing="$missing gnumeric"
command -v soffice >/dev/null || missing="$missing libreoffice-calc"
/usr/bin/python3 -c 'import openpyxl' 2>/dev/null || missing="$missing python3-openpyxl"
if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "installing $missing"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi
packages="exceljs@4 xlsx@0.18 xlsx-populate@1 read-excel-file@9 hyperformula@3"
if command -v npm >/dev/null && [ ! -d node_modules/hyperformula ]; then
  npm install --silent --no-audit --no-fund --no-save --prefix . $packages >npm.log 2>&1 || cat npm.log
fi
[ -x excelize ] || (cd "$here" && ${GO:-go} build -o "$OLDPWD/excelize" ./excelize.go)
cp "$here"/*.js .

# Ours: a blank form, the same filled in, its results, a ranking, a comparison, the guide.
rm -rf ours theirs && mkdir -p ours theirs/nop theirs/kq
"$cchc" template 2023 -o ours/blank.xlsx >/dev/null 2>&1
"$cchc" template 2023 --answers "$samples/so-mau-a.yaml" -o ours/form.xlsx >/dev/null 2>&1
"$cchc" score ours/form.xlsx -o ours/scored >/dev/null 2>&1
cp ours/scored/*.xlsx ours/results.xlsx # named by the unit
"$cchc" rank ours/scored -o ours/ranking.xlsx >/dev/null 2>&1
"$cchc" diff 2022 2023 -o ours/diff.xlsx >/dev/null 2>&1
"$cchc" guide -o ours/guide.xlsx >/dev/null 2>&1
books=(ours/form.xlsx ours/results.xlsx ours/ranking.xlsx ours/diff.xlsx ours/guide.xlsx)
for book in "${books[@]}"; do [ -s "$book" ] || { echo "no $book"; exit 1; }; done
/usr/bin/python3 "$here/typed.py" ours/blank.xlsx ours/form.xlsx >typed.json || exit 1
echo "[]" >none.json

points() { "$cchc" score "$1" -o "$(mktemp -d -p .)" --json --force 2>/dev/null | /usr/bin/python3 "$here/points.py"; }
want=$(points ours/form.xlsx)

rows="" failed=0
row() { # PROGRAM OPENS SAVES SCORES RESULTS LOSES
  rows+="| $1 | $2 | $3 | $4 | $5 | $6 |"$'\n'
}
skip() { row "$1" SKIPPED SKIPPED SKIPPED SKIPPED "not installed here"; echo "SKIPPED: $1 is not installed, so it has opened NOTHING"; [ "${CI:-}" != true ] || failed=1; }
opens() { # COMMAND...: does it open all of ours?
  local n=0 book
  for book in "${books[@]}"; do if timeout 120 "$@" "$book" >>log 2>&1; then n=$((n + 1)); else echo "  $* does not open $book" >>log; fi; done
  if [ $n = ${#books[@]} ]; then echo yes; else echo "$n of ${#books[@]}"; fi
}
again() { # RESULTS: do results that a program saved score the same, and is nothing in them taken for typed?
  local got strange
  [ -s "$1" ] || { echo no; return 1; }
  got=$(points "$1")
  strange=$("$cchc" score "$1" -o "$(mktemp -d -p .)" --json --force 2>/dev/null | grep -oE '"code":"(form-sheet-typed|result-typed-over|form-edited|form-stray[a-z-]*|explanation-edited|answer-changed)"' | sort | uniq -c)
  if [ "$got" = "$want" ] && [ -z "$strange" ]; then echo yes; else echo no; echo "  $1: $got $strange" >&2; return 1; fi
}
saved() { # PROGRAM OPENED FORM RESULTS: what came of those that it saved
  local got results saves=no scores=— loses=—
  results=$(again "$4") || failed=1
  [ "$2" = yes ] || failed=1
  if [ -s "$3" ]; then
    saves=yes
    got=$(points "$3")
    if [ "$got" = "$want" ]; then scores=yes; else scores="no"; failed=1; printf '  %s: want %s\n  got  %s\n' "$1" "$want" "$got"; fi
    loses=$(/usr/bin/python3 "$here/lost.py" ours/form.xlsx "$3")
  else
    failed=1
  fi
  row "$1" "$2" "$saves" "$scores" "$results" "$loses"
}
: >log

if [ -d node_modules/exceljs ]; then
  opened=$(opens node read.js exceljs); node write.js exceljs ours/blank.xlsx typed.json theirs/nop/exceljs.xlsx >>log 2>&1
  node write.js exceljs ours/results.xlsx none.json theirs/kq/exceljs.xlsx >>log 2>&1; saved exceljs "$opened" theirs/nop/exceljs.xlsx theirs/kq/exceljs.xlsx
else skip exceljs; fi
if [ -d node_modules/xlsx ]; then
  opened=$(opens node read.js sheetjs); node write.js sheetjs ours/blank.xlsx typed.json theirs/nop/sheetjs.xlsx >>log 2>&1
  node write.js sheetjs ours/results.xlsx none.json theirs/kq/sheetjs.xlsx >>log 2>&1; saved SheetJS "$opened" theirs/nop/sheetjs.xlsx theirs/kq/sheetjs.xlsx
else skip SheetJS; fi
if [ -d node_modules/xlsx-populate ]; then
  opened=$(opens node read.js populate); node write.js populate ours/blank.xlsx typed.json theirs/nop/populate.xlsx >>log 2>&1
  node write.js populate ours/results.xlsx none.json theirs/kq/populate.xlsx >>log 2>&1; saved xlsx-populate "$opened" theirs/nop/populate.xlsx theirs/kq/populate.xlsx
else skip xlsx-populate; fi
if [ -d node_modules/read-excel-file ]; then
  opened=$(opens node read.js readexcel); row read-excel-file "$opened" "reads only" — — —
else skip read-excel-file; fi
if [ -d node_modules/hyperformula ]; then
  if counted=$(node recalculate.js ours/form.xlsx ours/results.xlsx); then row HyperFormula "yes, by SheetJS" "reads only" "yes: ${counted#*: }" — —; else row HyperFormula no — no — —; failed=1; fi
else skip HyperFormula; fi
if /usr/bin/python3 -c 'import openpyxl' 2>/dev/null; then
  opened=$(opens /usr/bin/python3 "$here/openpyxl_read.py"); /usr/bin/python3 "$here/openpyxl_write.py" ours/blank.xlsx typed.json theirs/nop/openpyxl.xlsx >>log 2>&1
  /usr/bin/python3 "$here/openpyxl_write.py" ours/results.xlsx none.json theirs/kq/openpyxl.xlsx >>log 2>&1; saved openpyxl "$opened" theirs/nop/openpyxl.xlsx theirs/kq/openpyxl.xlsx
else skip openpyxl; fi
if [ -x excelize ]; then
  opened=$(opens ./excelize read); ./excelize write ours/blank.xlsx typed.json theirs/nop/excelize.xlsx >>log 2>&1
  ./excelize write ours/results.xlsx none.json theirs/kq/excelize.xlsx >>log 2>&1; saved excelize "$opened" theirs/nop/excelize.xlsx theirs/kq/excelize.xlsx
else skip excelize; fi
if command -v soffice >/dev/null; then
  office() { rm -rf office && mkdir office && soffice -env:UserInstallation="file://$PWD/profile" --headless --convert-to xlsx --outdir office "$1" && [ -s "office/$(basename "$1")" ]; }
  n=0; for book in "${books[@]}"; do office "$book" >>log 2>&1 && n=$((n + 1)); done
  office ours/form.xlsx >>log 2>&1; cp office/form.xlsx theirs/nop/libreoffice.xlsx 2>/dev/null
  office ours/results.xlsx >>log 2>&1; cp office/results.xlsx theirs/kq/libreoffice.xlsx 2>/dev/null
  saved LibreOffice "$([ $n = ${#books[@]} ] && echo yes || echo "$n of ${#books[@]}")" theirs/nop/libreoffice.xlsx theirs/kq/libreoffice.xlsx
else skip LibreOffice; fi
if command -v ssconvert >/dev/null; then
  gnumeric() { ssconvert --recalc "$1" gnumeric.xlsx && [ -s gnumeric.xlsx ]; }
  n=0; for book in "${books[@]}"; do gnumeric "$book" >>log 2>&1 && n=$((n + 1)); done
  gnumeric ours/form.xlsx >>log 2>&1; cp gnumeric.xlsx theirs/nop/gnumeric.xlsx 2>/dev/null
  gnumeric ours/results.xlsx >>log 2>&1; cp gnumeric.xlsx theirs/kq/gnumeric.xlsx 2>/dev/null
  saved Gnumeric "$([ $n = ${#books[@]} ] && echo yes || echo "$n of ${#books[@]}")" theirs/nop/gnumeric.xlsx theirs/kq/gnumeric.xlsx
else skip Gnumeric; fi
if command -v file >/dev/null; then
  n=0; for book in "${books[@]}"; do [ "$(file -b --mime-type "$book")" = application/vnd.openxmlformats-officedocument.spreadsheetml.sheet ] && n=$((n + 1)); done
  if [ $n = ${#books[@]} ]; then row "libmagic (file, finfo)" "yes, as a workbook" — — — —; else row libmagic "$n of ${#books[@]}" — — — —; failed=1; fi
else skip libmagic; fi

echo
echo "| program | opens | saves | form scores the same | results score again | loses by itself |"
echo "|---|---|---|---|---|---|"
printf %s "$rows"
exit $failed
