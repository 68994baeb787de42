"""Lists as JSON what is typed into a form: the cells in which a filled one differs from the blank one, but for formulas."""
import json
import sys

import openpyxl

blank, filled = (openpyxl.load_workbook(name)["Phiếu chấm"] for name in sys.argv[1:3])
typed = []
for row in filled.iter_rows():
    for cell in row:
        if cell.data_type != "f" and cell.value != blank[cell.coordinate].value:
            typed.append({"cell": cell.coordinate, "value": cell.value})
json.dump(typed, sys.stdout, ensure_ascii=False)
