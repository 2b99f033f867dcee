"""The csv export, as a spreadsheet program reads it."""

import csv

import openpyxl

import libreoffice


def csv_files_have_mark_semicolons_and_windows_lines(directory):
    raw = (directory / "nhiem-vu.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") > 2
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0] == ["Họ và tên", "Nội dung", "Hệ số", "Hạn"]
    assert all(len(row) == 4 for row in rows)
    assert any(row[2] == "2,7" for row in rows), "a decimal comma"


def csv_texts_do_not_run_when_opened(directory):
    path = directory / "nhiem-vu.csv"
    target = libreoffice.converted(path, "xlsx", ".xlsx")
    sheet = openpyxl.load_workbook(target).active
    assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert all(row[1].startswith("'=1+1") for row in rows[1:])


CHECKS = [
    csv_files_have_mark_semicolons_and_windows_lines,
    csv_texts_do_not_run_when_opened,
]
