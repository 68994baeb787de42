"""Fill in forms with LibreOffice Calc itself, started once for all of them: python3 fill_libreoffice.py

Each line of the input is a job, [FORM, OUT, CELLS.json, "insert", "move", "drop=KEY"], the last three as needed. It opens the
form, types into cells, recalculates and saves, as a person would; insert puts empty rows between others, move takes the first
criterion's rows to the end of the sheet, drop deletes the row with that key. The answer is a line with what failed, "" where
nothing did. At the end of the input LibreOffice ends.
"""
import json
import os
import subprocess
import sys
import tempfile
import time
import traceback

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import CellAddress, CellRangeAddress


def option(name, value):
    prop = PropertyValue()
    prop.Name, prop.Value = name, value
    return prop


def url(path):
    return uno.systemPathToFileUrl(os.path.abspath(path))


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    raise RuntimeError("LibreOffice did not start")


def keys(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress.EndRow
    return {sheet.getCellByPosition(0, r).String: r for r in range(last + 1) if sheet.getCellByPosition(0, r).String}


def type_into(cell, value):
    if isinstance(value, dict):
        cell.FormulaLocal = value["go"]  # as from the keyboard
    elif isinstance(value, str):
        cell.String = value
    else:
        cell.Value = value


def fill(sheet, todo):
    rows = keys(sheet)
    columns = {sheet.getCellByPosition(c, rows["khoa"]).String: c for c in range(40)}
    for name, entries in todo.items():
        for key, value in entries.items():
            type_into(sheet.getCellByPosition(columns[name], rows[key]), value)


def insert_rows(sheet):
    for row in sorted(keys(sheet).values(), reverse=True)[5::17]:
        sheet.Rows.insertByIndex(row, 2)


def move_first(sheet):
    rows = keys(sheet)
    first, following, last = rows["1.1"], rows["1.2"], max(rows.values()) + 10
    block = CellRangeAddress(sheet.RangeAddress.Sheet, 0, first, 39, following - 1)
    sheet.moveRange(CellAddress(sheet.RangeAddress.Sheet, 0, last), block)


def fill_in(desktop, form, out, cells, *extras):
    document = desktop.loadComponentFromURL(url(form), "_blank", 0, (option("Hidden", True),))
    try:
        sheet = document.Sheets.getByName("Phiếu chấm")
        if extras:
            sheet.unprotect("")
        with open(cells, encoding="utf-8") as todo:
            fill(sheet, json.load(todo))
        for extra in extras:
            if extra == "insert":
                insert_rows(sheet)
            elif extra == "move":
                move_first(sheet)
            elif extra.startswith("drop="):
                sheet.Rows.removeByIndex(keys(sheet)[extra[5:]], 1)
        document.calculateAll()
        document.storeToURL(url(out), (option("FilterName", "Calc MS Excel 2007 XML"),))
    finally:
        document.close(True)


def serve(pipe):
    desktop = None
    for line in sys.stdin:
        failed = ""
        try:
            if desktop is None:
                context = connect(pipe)
                desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            fill_in(desktop, *json.loads(line))
        except Exception:
            failed = traceback.format_exc()
        print(json.dumps(failed), flush=True)
    if desktop is not None:
        desktop.terminate()


pipe = f"cchc{os.getpid()}"
with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
    office = subprocess.Popen(["soffice", f"-env:UserInstallation={url(profile)}", "--headless", "--norestore", "--nologo",
                               f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        serve(pipe)
    except Exception:
        pass  # it is told to end, and may be gone before it answers
    finally:
        try:
            office.wait(20)
        except subprocess.TimeoutExpired:
            office.kill()
