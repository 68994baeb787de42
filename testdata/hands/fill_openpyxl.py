"""Fill a form the way another program does: python3 fill_openpyxl.py FORM OUT CELLS.json

CELLS.json maps a column's key to what is typed into its cells, by the row's key.
"""
import json
import sys

from openpyxl import load_workbook

form, out, cells = sys.argv[1:4]
todo = json.load(open(cells, encoding="utf-8"))
book = load_workbook(form)
sheet = book["Thẩm định" if "Thẩm định" in book.sheetnames else "Phiếu chấm"]
rows = {sheet.cell(r, 1).value: r for r in range(1, sheet.max_row + 1)}
columns = {}
for r in range(1, sheet.max_row + 1):
    if sheet.cell(r, 1).value == "khoa":
        columns = {sheet.cell(r, c).value: c for c in range(1, sheet.max_column + 1)}
for name, entries in todo.items():
    for key, value in entries.items():
        sheet.cell(rows[key], columns[name]).value = value
book.save(out)
