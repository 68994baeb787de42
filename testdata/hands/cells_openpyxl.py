"""Say what another program reads: python3 cells_openpyxl.py FILE...

One line of JSON for each file: its sheets' cells as [sheet, row, column, kind, text], or the error why it can't be read.
"""
import json
import sys
import warnings

from openpyxl import load_workbook

warnings.simplefilter("ignore")
kinds = {"n": "number", "s": "text", "b": "bool", "e": "error", "d": "date"}
for file in sys.argv[1:]:
    line = {"file": file, "cells": [], "error": ""}
    try:
        for sheet in load_workbook(file, data_only=True).worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is not None:
                        line["cells"].append([sheet.title, cell.row, cell.column, kinds.get(cell.data_type, "?"), str(cell.value)])
    except Exception as error:
        line["error"] = f"{type(error).__name__}: {error}"
    print(json.dumps(line))
