import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
for typed in json.load(open(sys.argv[2], encoding="utf-8")):
    book["Phiếu chấm"][typed["cell"]] = typed["value"]
book.save(sys.argv[3])
