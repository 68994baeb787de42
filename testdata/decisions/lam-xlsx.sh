#!/bin/sh
# Makes workbooks of the tables of this folder's letter with LibreOffice: lam-xlsx.sh FOLDER. What a test reads is so a file that a real
# program wrote; the text beside stays what people read and compare.
set -e
here=$(cd "$(dirname "$0")" && pwd)
cp "$here/cong-van-3476.txt" "$1/cong-van-3476.csv"
cd "$1"
# Tab-separated (9), quoted by ", UTF-8 (76), from the first line, every column as text (2).
soffice --headless "-env:UserInstallation=file://$1/profile" --infilter="CSV:9,34,76,1,1/2/2/2/3/1/4/2/5/2/6/2" --convert-to xlsx cong-van-3476.csv
