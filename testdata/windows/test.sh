#!/usr/bin/env bash
# Runs the program for Windows under Wine and holds what it does and writes to what the program for this system does.
# Usage: test.sh PROGRAM PROGRAM.exe TESTS.exe (all of one build). Ends with "N passed, N failed".
#
# What Wine can't prove, since it only imitates Windows: Excel's own way of locking, paths over 260 characters where Windows
# limits them, network shares, how cmd.exe and PowerShell draw Vietnamese letters.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
linux=$(realpath "$1")
tests=$(realpath "$3")
samples=$here/../samples

missing=""
[ -x /usr/lib/wine/wine64 ] || missing="wine64"
command -v x86_64-w64-mingw32-gcc >/dev/null || missing="$missing gcc-mingw-w64-x86-64"
command -v python3 >/dev/null || missing="$missing python3"
if [ -n "$missing" ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then echo "needs $missing"; exit 1; fi
  echo "installing $missing"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null || exit 1
fi

work=$(mktemp -d)
export WINEPREFIX=$work/prefix WINEDEBUG=-all WINEDLLOVERRIDES="mscoree=;mshtml="
unset DISPLAY
wine=/usr/lib/wine/wine64
finish() { /usr/lib/wine/wineserver64 -k 2>/dev/null; rm -rf "$work"; }
trap finish EXIT

passed=0 failed=0
check() { # WHAT COMMAND...
  if "${@:2}"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $1"; fi
}
holds() { grep -qF -- "$2" "$1" || { echo "  $1 has no \"$2\":"; sed 's/^/  | /' "$1"; return 1; }; }
lacks() { [ -z "$(grep -F -- "$2" "$1")" ]; }
is() { [ "$1" = "$2" ] || { echo "  got \"$1\", want \"$2\""; return 1; }; }
there() { [ -e "$1" ]; }
alike() { cmp "$work/$1" "$work/$2"; }
same() { diff "$work/$1" "$work/$2"; } # of texts

"$wine" wineboot --init >/dev/null 2>&1
x86_64-w64-mingw32-gcc -shared -O2 -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" "$here/prng.c" -ladvapi32 || exit 1
x86_64-w64-mingw32-gcc -municode -O2 -o "$work/hold.exe" "$here/hold.c" || exit 1

# The program stands in a folder with letters and spaces of its own, and works in another one.
mkdir -p "$work/Chương trình" "$work/w/phiếu đã nộp" "$work/l/phiếu đã nộp"
cp "$2" "$work/Chương trình/cchc.exe"
exe="$work/Chương trình/cchc.exe"
windows() { printf 'Z:%s' "${1//\//\\}"; } # a path, as Windows names it
w() {                                       # the program for Windows; Wine sometimes complains as it ends
  (cd "$work/w" && "$wine" "$exe" "$@" </dev/null >"$work/w.out" 2>"$work/w.err")
  local status=$?
  sed -i '/^wine client error/d' "$work/w.err"
  return $status
}
l() { (cd "$work/l" && "$linux" "$@" </dev/null >"$work/l.out" 2>"$work/l.err"); } # the one for this system
both() { w "$@"; ws=$?; l "$@"; ls=$?; check "$*: status" is $ws $ls; check "$*: output" same w.out l.out; }

w version; l version
check "version" is "$(sed 's/windows/linux/' "$work/w.out")" "$(cat "$work/l.out")"
both rules list
both rules show 2023 1.1 7.1.4
both --help
both diff 2022 2023
both diff 2022 2023 --json

# Wrong usage: the same words and the same status as here, where scripts hold them.
mkdir "$work/w/trong" "$work/l/trong"
: | tee "$work/w/co-roi.xlsx" >"$work/l/co-roi.xlsx"
printf 'answers: {"1.1": {a: 1, b: 1}}\n' | tee "$work/w/tra-loi.yaml" >"$work/l/tra-loi.yaml"
printf 'tieu_chi;phong\n1;A\n' | tee "$work/w/phan-cong.csv" >"$work/l/phan-cong.csv"
printf 'ma;ten;khoi\nA;Sở mẫu A;Sở\n' | tee "$work/w/don-vi.csv" >"$work/l/don-vi.csv"
usages=0
while read -r _ _ _ line; do
  read -ra words <<<"$line"
  both "${words[@]}"
  check "$line: sentence" same w.err l.err
  usages=$((usages + 1))
done < <(grep '^status 2 cchc' "$here/../scripts/usage.txtar")
check "all of usage.txtar was run, not $usages lines" [ $usages -gt 40 ]

form="phiếu đã nộp/Sở Nội vụ (bản 1).xlsx"
both template 2023 -o "phiếu đã nộp/trống.xlsx"
check "blank form: bytes" alike "w/phiếu đã nộp/trống.xlsx" "l/phiếu đã nộp/trống.xlsx"
both template 2023 --answers "$(realpath --relative-to="$work/w" "$samples/so-mau-a.yaml")" -o "$form"
check "filled form: bytes" alike "w/$form" "l/$form"
both template 2023 -o "$form"
check "nothing is overwritten" is "$ws" 2
check "nothing is overwritten: sentence" holds "$work/w.err" "đã có. Chọn tên khác"
both diff 2022 2023 -o "so sánh.xlsx"
check "diff: bytes" alike "w/so sánh.xlsx" "l/so sánh.xlsx"
both guide -o "hướng dẫn.xlsx"
check "guide: bytes" alike "w/hướng dẫn.xlsx" "l/hướng dẫn.xlsx"

# A drop is the path alone, whole, as Explorer gives it.
w "$(windows "$work/w/$form")"; ws=$?
l "$work/l/$form"
check "drop: status" is $ws $?
check "drop: output" same w.out l.out
check "drop: says where" holds "$work/w.err" "$(windows "$work/w/phiếu đã nộp/ket-qua")"
check "drop: bytes" alike "w/phiếu đã nộp/ket-qua/${form##*/}" "l/phiếu đã nộp/ket-qua/${form##*/}"
cp "$work/w/phiếu đã nộp/ket-qua/${form##*/}" "$work/first.xlsx"
w "$(windows "$work/w/$form")"
check "second drop: a folder of its own" alike "w/phiếu đã nộp/ket-qua-2/${form##*/}" first.xlsx
check "second drop: the first stays" alike "w/phiếu đã nộp/ket-qua/${form##*/}" first.xlsx
w "$(windows "$work/w/phiếu đã nộp")"
check "folder dropped: written beside it" there "$work/w/ket-qua/trống.xlsx"
check "folder dropped: results are no forms" holds "$work/w.err" "thư mục kết quả"

for sample in so-mau-b ban-mau-c ban-mau-d; do
  both template 2023 --answers "$(realpath --relative-to="$work/w" "$samples/$sample.yaml")" -o "phiếu đã nộp/$sample.xlsx"
done
both score "phiếu đã nộp" -o "kết quả"
for file in "$work"/l/kết\ quả/*.xlsx; do
  check "score: bytes of ${file##*/}" alike "w/kết quả/${file##*/}" "l/kết quả/${file##*/}"
done
both score "phiếu đã nộp" -o "kết quả" --force --json
both rank "kết quả" -o "xếp hạng.xlsx"
check "rank: bytes" alike "w/xếp hạng.xlsx" "l/xếp hạng.xlsx"
both carry "$form" --to 2023 -o "chuyển.xlsx"
check "carry: bytes" alike "w/chuyển.xlsx" "l/chuyển.xlsx"
printf '\xEF\xBB\xBFtieu_chi;phong\r\n1;Phòng Tổ chức\r\n2;Văn phòng\r\n' | tee "$work/w/phân công.csv" >"$work/l/phân công.csv"
both template 2023 --assign "phân công.csv" -o "các phòng"
both merge "các phòng" -o "gộp.xlsx"
check "merge: bytes" alike "w/gộp.xlsx" "l/gộp.xlsx"
both rules table 2023 -o "bảng kiểm thử.xlsx"
check "table: bytes" alike "w/bảng kiểm thử.xlsx" "l/bảng kiểm thử.xlsx"
printf '\xEF\xBB\xBFma;ten;khoi\r\nSM-A;Sở mẫu A;Sở\r\nSM-Đ;Sở mẫu Đ;Sở\r\n' | tee "$work/w/đơn vị.csv" >"$work/l/đơn vị.csv"
both template 2023 --units "đơn vị.csv" -o "mỗi đơn vị"
check "units: bytes" alike "w/mỗi đơn vị/SM-Đ.xlsx" "l/mỗi đơn vị/SM-Đ.xlsx"
printf 'ma;ten;khoi\r\nCON;Sở mẫu A;Sở\r\n' | tee "$work/w/lạ.csv" >"$work/l/lạ.csv"
both template 2023 --units "lạ.csv" -o lạ
check "units: a device's name" holds "$work/w.err" "trùng tên thiết bị của Windows"

# Rule sets beside the program.
mkdir "$work/Chương trình/rules"
l rules new 2024 --from 2023 -o bo-2024.yaml
cp "$work/l/bo-2024.yaml" "$work/Chương trình/rules/bộ chỉ số 2024.yaml"
w template 2024 -o 2024.xlsx
check "a rule set beside the program" there "$work/w/2024.xlsx"
rm -r "$work/Chương trình/rules"

# Names that Windows keeps for devices, and characters that it allows nowhere.
w template 2023 -o NUL.xlsx; ws=$?
check "device: status" is $ws 2
check "device: sentence" holds "$work/w.err" "là tên thiết bị của Windows"
w score CON; ws=$?
check "reading a device: status" is $ws 2
check "reading a device: sentence" holds "$work/w.err" "không phải tệp thường"
w template 2023 -o 'a<b>.xlsx'; ws=$?
check "bad name: status" is $ws 3
check "bad name: sentence" holds "$work/w.err" "có ký tự không dùng được"

# Files that another program has open. hold.exe ends when its input does.
held() { # FILE SHARE; then letgo
  mkfifo "$work/fifo"
  "$wine" "$work/hold.exe" "$(windows "$1")" "$2" <"$work/fifo" >"$work/held" 2>/dev/null &
  holder=$!
  exec 9>"$work/fifo"
  for _ in $(seq 100); do grep -q held "$work/held" && return; sleep 0.1; done
  echo "  hold.exe holds nothing"; failed=$((failed + 1))
}
letgo() { exec 9>&-; wait $holder; rm "$work/fifo"; }
held "$work/w/$form" none
w score "$form" -o "khóa 1"; ws=$?
letgo
check "locked form: status" is $ws 3
check "locked form: sentence" holds "$work/w.err" "đang mở trong chương trình khác. Đóng tệp đó (Excel) rồi chạy lại."
held "$work/w/$form" read
w score "$form" -o "khóa 2"; ws=$?
letgo
check "form open in Excel, which lets others read: status" is $ws 0
target="kết quả/${form##*/}"
cp "$work/w/$target" "$work/before.xlsx"
held "$work/w/$target" read
w score "phiếu đã nộp/ban-mau-c.xlsx" -o "kết quả" --force
check "another result is written beside a locked one" lacks "$work/w.err" "Không chấm được"
w score "$form" -o "kết quả" --force; ws=$?
letgo
check "locked result: status" is $ws 3
check "locked result: sentence" holds "$work/w.err" "Excel"
check "locked result: stays" alike "w/$target" before.xlsx
check "locked result: nothing left over" is "$(find "$work/w" -name '*dang-ghi')" ""

# A path of more than 260 characters.
deep=$work/w/sâu
for n in 1 2 3 4; do deep="$deep/một thư mục có tên dài để đường dẫn vượt quá hai trăm sáu mươi ký tự $n"; done
mkdir -p "$deep"
cp "$work/w/$form" "$deep/phiếu.xlsx"
check "the long path is long" [ $(printf %s "$deep" | wc -m) -gt 260 ]
w "$(windows "$deep/phiếu.xlsx")"
check "long path: scored" there "$deep/ket-qua/phiếu.xlsx"
w "$(windows "$work/w/sâu")"
check "long path: found by walking" there "$work/w/ket-qua-2/phiếu.xlsx"

# Tests of the package that hold where the system is Windows.
"$wine" "$tests" -test.run '^(TestFaultOf|TestFaultWords|TestSentence|TestWaitForEnter|TestIsResultFolder)' -test.v </dev/null >"$work/tests" 2>&1
check "the package's tests: none fails" lacks "$work/tests" "--- FAIL" # the status is not theirs: Wine can't clear Go's temporary folders
check "the package's tests: the numbers of Windows" holds "$work/tests" "--- PASS: TestFaultOf"
check "the package's tests: all were run" is "$(grep -c '^--- PASS' "$work/tests")" 5

# A window of its own.
cp "$work/w/$form" "$work/w/một phiếu.xlsx"
python3 "$here/console.py" "$wine" "$exe" >"$work/window"
check "double click: help" holds "$work/window" "dùng chuột kéo phiếu .xlsx"
check "double click: nothing in English" lacks "$work/window" "command line tool"
check "double click: waits for Enter" holds "$work/window" "ended after Enter"
python3 "$here/console.py" "$wine" "$exe" "$(windows "$work/w/một phiếu.xlsx")" >"$work/window"
check "drop in a window: result" holds "$work/window" "TỔNG CỘNG"
check "drop in a window: waits for Enter" holds "$work/window" "ended after Enter"
cd "$work/Chương trình" && python3 "$here/console.py" "$wine" cmd /c "chcp 437 & cchc.exe version & chcp" >"$work/window"
check "from cmd: runs" holds "$work/window" "(windows/amd64)"
check "from cmd: does not wait" holds "$work/window" "ended by itself"
check "from cmd: the code page is given back" is "$(grep -c 'code page: 437' "$work/window")" 2

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
