"""Fill a form with LibreOffice Calc itself: python3 fill_libreoffice.py FORM OUT CELLS.json PROFILE [insert] [move] [drop=KEY]

It opens the form, types into cells, recalculates and saves, as a person would; insert puts empty rows between others,
move takes the first criterion's rows to the end of the sheet, drop deletes the row with that key.
"""
import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import CellAddress, CellRangeAddress

form, out, cells, profile, *extras = sys.argv[1:]
todo = json.load(open(cells, encoding="utf-8"))


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
    raise SystemExit("LibreOffice did not start")


def keys(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress.EndRow
    return {sheet.getCellByPosition(0, r).String: r for r in range(last + 1) if sheet.getCellByPosition(0, r).String}


def type_into(cell, value):
    if isinstance(value, str):
        cell.String = value
    else:
        cell.Value = value


def fill(sheet):
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


pipe = f"cchc{os.getpid()}"
office = subprocess.Popen(["soffice", f"-env:UserInstallation={url(profile)}", "--headless", "--norestore", "--nologo",
                           f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    context = connect(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(url(form), "_blank", 0, (option("Hidden", True),))
    sheet = document.Sheets.getByName("Phiếu chấm")
    if extras:
        sheet.unprotect("")
    fill(sheet)
    for extra in extras:
        if extra == "insert":
            insert_rows(sheet)
        elif extra == "move":
            move_first(sheet)
        elif extra.startswith("drop="):
            sheet.Rows.removeByIndex(keys(sheet)[extra[5:]], 1)
    document.calculateAll()
    document.storeToURL(url(out), (option("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass
finally:
    try:
        office.wait(20)
    except subprocess.TimeoutExpired:
        office.kill()
