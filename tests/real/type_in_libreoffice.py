"""Types into a table in LibreOffice as a person would, and saves it; run by the Python that has its `uno`.

`python3 type_in_libreoffice.py PROFILE TABLE TYPED.json SAVED…`: the table is opened as by a double click, in
the locale of the profile; TYPED has a list of [column, row, text]; each SAVED ends in .csv or .xlsx.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

_COMMA_UTF8 = "44,34,76,1"  # separator, quotation mark, encoding, first line
_FILTERS = {
    ".csv": ("Text - txt - csv (StarCalc)", f"{_COMMA_UTF8},,0,false,true,true"),
    ".xlsx": ("Calc MS Excel 2007 XML", ""),
}


def main(profile, table, typed, *saved):
    pipe = f"quizmill{Path(profile).name}"
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation={Path(profile).as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        desktop = _desktop(pipe)
        how = [_told("Hidden", True)]
        if table.endswith(".csv"):
            how += [_told("FilterName", _FILTERS[".csv"][0]), _told("FilterOptions", _COMMA_UTF8)]
        document = desktop.loadComponentFromURL(Path(table).as_uri(), "_blank", 0, tuple(how))
        sheet = document.Sheets.getByIndex(0)
        for column, row, text in json.loads(Path(typed).read_text(encoding="utf-8")):
            sheet.getCellByPosition(column, row).FormulaLocal = text
        for path in saved:
            name, options = _FILTERS[Path(path).suffix]
            document.storeToURL(
                Path(path).as_uri(), (_told("FilterName", name), _told("FilterOptions", options))
            )
        document.close(True)
        desktop.terminate()
        office.wait(30)
    finally:
        office.kill()


def _desktop(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    raise SystemExit("LibreOffice did not start within 30 s")


def _told(name, value):
    told = PropertyValue()
    told.Name, told.Value = name, value
    return told


main(*sys.argv[1:])
