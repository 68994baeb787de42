"""Says what the form's sheet and its workbook have lost between one file and another."""
import re
import sys
import zipfile


def kept(name):
    z = zipfile.ZipFile(name)
    book = z.read("xl/workbook.xml").decode()
    rels = z.read("xl/_rels/workbook.xml.rels").decode()
    rid = re.search(r'<(?:\w+:)?sheet [^>]*name="(?:Phiếu chấm|Phi&#7871;u ch&#7845;m)"[^>]*?r:id="([^"]+)"', book).group(1)
    rel = next(r for r in re.findall(r"<Relationship [^>]*>", rels) if 'Id="%s"' % rid in r)
    target = re.search(r'Target="([^"]+)"', rel).group(1).lstrip("/")
    sheet = z.read(target if target.startswith("xl/") else "xl/" + target).decode()
    styles = z.read("xl/styles.xml").decode() if "xl/styles.xml" in z.namelist() else ""
    names = " ".join(z.namelist())
    return {
        "protection": "<sheetProtection" in sheet,
        "unlocked cells": 'locked="0"' in styles or 'locked="false"' in styles,
        "validations": "<dataValidation " in sheet,
        "conditional formats": "<conditionalFormatting" in sheet,
        "repeated rows": "Print_Titles" in book,
        "landscape": 'orientation="landscape"' in sheet,
        "frozen panes": "<pane " in sheet,
        "hidden key column": re.search(r'<col [^>]*hidden="(1|true)"', sheet) is not None,
        "custom properties": "docProps/custom.xml" in names,
        "hidden sheet": 'state="' in book,
    }


before, after = kept(sys.argv[1]), kept(sys.argv[2])
lost = [what for what in before if before[what] and not after[what]]
print(", ".join(lost) or "nothing")
