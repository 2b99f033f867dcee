#!/usr/bin/env python3
"""Writes catalogue.tsv, the sample agency's catalogue, from the workbook of the decision.

Usage: make.py WORKBOOK.xlsx   (needs openpyxl; writes beside this script)

Lines: `band NAME FROM TO`, then `part NAME` (the department the products below are
reserved for, empty for everybody), then one product a line:
code, band, points, task, detail, output, note. Columns are separated by tabs.
"""
import pathlib
import sys

import openpyxl


def clean(value):
    return "" if value is None else " ".join(str(value).split())


def main():
    book = openpyxl.load_workbook(sys.argv[1])
    bands, lines, department = {}, [], None
    for sheet in book.worksheets:
        rows = list(sheet.iter_rows(values_only=True))
        header = next((row for row in rows if "Mã CV" in row), None)
        if header is None:
            continue
        at = {clean(name): index for index, name in enumerate(header)}
        for row in rows[rows.index(header) + 1:]:
            code = clean(row[at["Mã CV"]])
            if not code:
                continue
            part = clean(row[at["Phòng, ban chuyên môn"]]) if "Phòng, ban chuyên môn" in at else ""
            if part != department:
                department = part
                lines.append(f"part\t{part}")
            band = clean(row[at["Nhóm"]])
            bands[band] = clean(row[at["Khung điểm"]]).split("-")
            points = row[at["Điểm chấm"]]
            assert points == int(points), (code, points)
            note = clean(row[header.index("Hệ số quy đổi") + 1])
            texts = [clean(row[at[name]]) for name in ("Nhiệm vụ", "Công việc chi tiết", "Sản phẩm đầu ra")]
            lines.append("\t".join([code, band, str(int(points)), *texts, note]).rstrip("\t"))
    head = [f"band\t{name}\t{low}\t{high}" for name, (low, high) in sorted(bands.items())]
    target = pathlib.Path(__file__).with_name("catalogue.tsv")
    target.write_text("\n".join(head + lines) + "\n", encoding="utf-8")


main()
