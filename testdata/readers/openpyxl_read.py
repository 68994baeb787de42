import sys

import openpyxl

for sheet in openpyxl.load_workbook(sys.argv[1]):
    assert sheet.max_row > 1, sheet.title
