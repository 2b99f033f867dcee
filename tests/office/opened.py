"""Opens a file the app handed out in a browser and prints what is in it as JSON.

    opened.py forms FILE FORM      a docx, a zip of them, or a printed pdf; FORM is mau-so-01 or mau-so-02
    opened.py summary FILE         a summary workbook, recalculated by LibreOffice
    opened.py texts FILE           the texts of a workbook or csv file that are no formulas, as a spreadsheet opens it

Ends with an error when a form lacks a label of the decree or has one out of order.
"""

import io
import json
import os
import pathlib
import re
import sys
import tempfile
import zipfile

import docx
import openpyxl

import forms
import libreoffice
import workbook


def in_order(name, text, form):
    printed = re.sub("[☐☑]", "", forms.squeezed(text))
    at = 0
    for label in forms.labels(form, filled=True):
        found = printed.find(label, at)
        assert found >= 0, f"{name}: {label!r} is missing or out of order"
        at = found + len(label)


def said(file):
    return "\n".join(forms.blocks(docx.Document(file).element.body))


def opened_forms(path, form):
    if path.suffix == ".pdf":
        texts = {path.name: libreoffice.text(path, "-raw")}
    elif path.suffix == ".docx":
        texts = {path.name: said(path)}
    else:
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None, "the archive is damaged"
            texts = {name: said(io.BytesIO(archive.read(name))) for name in archive.namelist()}
    for name, text in texts.items():
        in_order(name, text, form)
    return texts


def opened_summary(path):
    with tempfile.TemporaryDirectory() as work:
        os.environ["OFFICE_WORK"] = work
        os.environ["OFFICE_PROFILE"] = f"file://{work}/profile"
        book = workbook.recalculated(path)
    rows = []
    for sheet in ("Tháng", "Tổng hợp năm"):
        headers, found = workbook.index(book[sheet])
        for row in found.values():
            rows.append({"sheet": sheet} | {header: row[at - 1].value for header, at in headers.items() if header})
    return rows


def opened_texts(path):
    with tempfile.TemporaryDirectory() as work:
        os.environ["OFFICE_WORK"] = work
        os.environ["OFFICE_PROFILE"] = f"file://{work}/profile"
        if path.suffix == ".csv":
            path = libreoffice.converted(path, "xlsx", ".xlsx")
        sheets = openpyxl.load_workbook(path).worksheets
    return [cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.data_type == "s"]


def main(kind, path, *rest):
    opened = {"forms": opened_forms, "summary": opened_summary, "texts": opened_texts}[kind]
    print(json.dumps(opened(pathlib.Path(path), *rest), ensure_ascii=False, default=str))


main(*sys.argv[1:])
