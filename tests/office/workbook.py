"""The summary workbook: its formulas must arrive at the engine's values.

Every `*.xlsx` with an `*.expected.json` beside it is compared cell by cell; the
JSON holds `{"cells": [{"sheet", "code", "period", "header", "shown"}, …]}`, where
`code` (in the sheet of caps: the scope) and `period` name the row and `header` the column, and `shown` is the
engine's displayed value (a decimal point, or words, or nothing).
"""

import json
import os
import pathlib
import re
from decimal import Decimal

import openpyxl

import libreoffice

HEADER_ROW = 4
CODE, SCOPE, PERIOD = "Mã công chức", "Phạm vi", "Kỳ"
DANGEROUS = re.compile(r"HYPERLINK|WEBSERVICE|DDE|CALL|EXEC|INDIRECT|\[|\|", re.IGNORECASE)


def workbooks(directory):
    for expected in sorted(directory.glob("*.expected.json")):
        yield expected.with_name(expected.name.replace(".expected.json", ".xlsx")), expected


def without_results(path, change=None):
    """A copy whose formulas have no results, so that they must be calculated."""
    book = openpyxl.load_workbook(path)
    if change:
        change(book)
    copy = pathlib.Path(os.environ["OFFICE_WORK"]) / path.name
    book.save(copy)
    return copy


def recalculated(path, change=None):
    target = libreoffice.recalculated(without_results(path, change))
    return openpyxl.load_workbook(target, data_only=True)


def same(a, b):
    if a in (None, "") and b in (None, ""):
        return True
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) < 1e-9
    return a == b


def recalculation_changes_no_cell(directory):
    for path, _ in workbooks(directory):
        written = openpyxl.load_workbook(path, data_only=True)
        anew = recalculated(path)
        compared = 0
        for sheet in written:
            for row in sheet.iter_rows():
                for cell in row:
                    value = anew[sheet.title][cell.coordinate].value
                    where = f"{path.name} {sheet.title}!{cell.coordinate}"
                    assert same(cell.value, value), f"{where}: {cell.value!r} became {value!r}"
                    compared += 1
        assert compared > 100, f"{path.name}: nothing to compare"


def index(sheet):
    headers = {cell.value: cell.column for cell in reversed(sheet[HEADER_ROW])}
    rows = {}
    for row in sheet.iter_rows(min_row=HEADER_ROW + 1):
        code = row[headers.get(CODE, headers.get(SCOPE)) - 1].value
        period = row[headers[PERIOD] - 1].value if PERIOD in headers else ""
        rows[(code, period)] = row
    return headers, rows


def recalculated_totals_equal_the_engines_displayed_values(directory):
    seen = 0
    for path, expected in workbooks(directory):
        book = recalculated(path)
        indexes = {}
        for cell in json.loads(expected.read_text("utf-8"))["cells"]:
            name = cell["sheet"]
            if name not in indexes:
                indexes[name] = index(book[name])
            headers, rows = indexes[name]
            found = rows[(cell["code"], cell["period"])][headers[cell["header"]] - 1].value
            assert shown_as(found, cell["shown"]), f"{path.name}: {cell}, found {found!r}"
            seen += 1
    assert seen > 0, "no expectation was found"


def shown_as(found, shown):
    if isinstance(found, (int, float)) and re.fullmatch(r"-?\d+(\.\d+)?", shown):
        places = len(shown.partition(".")[2])
        return Decimal(repr(float(found))) == Decimal(shown) or f"{found:.{places}f}" == shown and same(
            found, float(shown)
        )
    return (found or "") == shown


def a_changed_task_changes_the_score(directory):
    for path, _ in workbooks(directory):
        def nothing_done(book):
            sheet = book["Nhiệm vụ"]
            headers = {cell.value: cell.column for cell in sheet[HEADER_ROW]}
            sheet.cell(HEADER_ROW + 1, headers["Số lượng hoàn thành (h)"]).value = 0

        _, before = index(recalculated(path)["Tháng"])
        headers, after = index(recalculated(path, nothing_done)["Tháng"])
        total = headers["Tổng điểm"] - 1
        changed = [
            key
            for key, row in after.items()
            if not same(row[total].value, before[key][total].value)
        ]
        assert len(changed) == 1, f"{path.name}: changed {changed}"


def nothing_imported_starts_a_formula(directory):
    for path in sorted(directory.glob("*.xlsx")):
        texts = 0
        for sheet in openpyxl.load_workbook(path):
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        assert not DANGEROUS.search(str(cell.value)), f"{path.name}: {cell.value}"
                    elif isinstance(cell.value, str) and cell.value[:1] in "=+-@":
                        texts += 1
        if path.stem == "tong-hop":
            assert texts > 0, "the sample holds texts that look like formulas"


def sheets_are_ready_to_read_and_print(directory):
    for path, _ in workbooks(directory):
        book = openpyxl.load_workbook(path)
        names = ["Tổng hợp năm", "Tháng", "Nhiệm vụ", "Tỷ lệ", "Tham số"]
        assert book.sheetnames == names, book.sheetnames
        for sheet in book:
            where = f"{path.name} {sheet.title}"
            assert sheet.freeze_panes and sheet.freeze_panes.endswith("5"), f"{where}: not frozen"
            assert sheet.auto_filter.ref, f"{where}: no filter"
            assert sheet.print_title_rows == "$4:$4", f"{where}: no print title"
            assert sheet.page_setup.orientation == "landscape", where
            assert sheet.page_setup.paperSize == 9, where
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is not None:
                        assert cell.font.name == "Times New Roman", f"{where}!{cell.coordinate}"


def hidden_names_are_nowhere_in_the_file(directory):
    shown = openpyxl.load_workbook(directory / "tong-hop.xlsx")["Tổng hợp năm"]
    headers, rows = index(shown)
    names = {row[headers["Họ và tên"] - 1].value for row in rows.values()}
    hidden = openpyxl.load_workbook(directory / "tong-hop-an-ten.xlsx")
    said = {str(c.value) for sheet in hidden for row in sheet.iter_rows() for c in row}
    assert names and not names & said, names & said
    assert "CC-001" in said


CHECKS = [
    recalculation_changes_no_cell,
    recalculated_totals_equal_the_engines_displayed_values,
    a_changed_task_changes_the_score,
    nothing_imported_starts_a_formula,
    sheets_are_ready_to_read_and_print,
    hidden_names_are_nowhere_in_the_file,
]
