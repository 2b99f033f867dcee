"""Small files that unpack, repeat or nest into more than a machine has, and how each reader takes them.

    bombs.py FOLDER TARGETS     FOLDER is for the files, TARGETS is where the built fuzz targets are

Each file goes once through its reader, in a process of its own. A reader must end within 10 seconds of
the processor's time and 512 MB, whether it reads the file or refuses it; prints what each took, ends
with 1 over a limit. The targets are built for speed, without what fuzzing watches them by.
"""

import os
import pathlib
import subprocess
import sys
import zipfile

SECONDS, MEGABYTES = 10, 512
NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook {NAMESPACE} xmlns:r="{OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    SHEET: f'<worksheet {NAMESPACE}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
    STRINGS: f"<sst {NAMESPACE}><si><t>Họ và tên</t></si></sst>",
}
MILLION = 1_000_000


def workbook(path, **parts):
    """A workbook whose sheet or texts are `before`, `repeated` so many times, `after`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in PARTS.items():
            given = parts.get({SHEET: "sheet", STRINGS: "strings"}.get(name))
            if given is None:
                archive.writestr(name, text)
            else:
                poured(archive, name, *given)


def poured(archive, name, before, repeated, times, after):
    block = max(1, MILLION // len(repeated))
    with archive.open(name, "w", force_zip64=True) as part:
        part.write(before.encode())
        for _ in range(times // block):
            part.write((repeated * block).encode())
        part.write(after.encode())


def spaces_in_a_sheet(path):
    workbook(path, sheet=(f"<worksheet {NAMESPACE}><sheetData>", " ", 1_000 * MILLION, "</sheetData></worksheet>"))


def cells_without_end(path):
    workbook(path, sheet=(f"<worksheet {NAMESPACE}><sheetData><row>", "<c><v>1</v></c>", 40 * MILLION, "</row></sheetData></worksheet>"))


def rows_without_end(path):
    workbook(path, sheet=(f"<worksheet {NAMESPACE}><sheetData>", '<row><c t="s"><v>0</v></c></row>', 20 * MILLION, "</sheetData></worksheet>"))


def one_long_text(path):
    workbook(path, strings=(f"<sst {NAMESPACE}><si><t>", "a", 1_000 * MILLION, "</t></si></sst>"))


def texts_without_end(path):
    workbook(path, strings=(f"<sst {NAMESPACE}>", "<si><t>a</t></si>", 40 * MILLION, "</sst>"))


def a_comment_of_tags(path):
    workbook(path, sheet=(f"<worksheet {NAMESPACE}><!--", "<c/>", 250 * MILLION, "--></worksheet>"))


def tags_in_tags(path):
    workbook(path, sheet=(f"<worksheet {NAMESPACE}>", "<a>", 100 * MILLION, ""))


def texts_in_texts(path):
    workbook(path, strings=(f"<sst {NAMESPACE}>", "<si>", 30 * MILLION, ""))


def merged_over_everything(path):
    merged = '<mergeCell ref="A1:XFD1048576"/>'
    workbook(path, sheet=(f'<worksheet {NAMESPACE}><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>', merged, 2 * MILLION, "</mergeCells></worksheet>"))


def entities_of_entities(path):
    laughs = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 12))
    text = f'<!DOCTYPE sst [<!ENTITY l0 "ha">{laughs}]><sst {NAMESPACE}><si><t>&l11;</t></si></sst>'
    workbook(path, strings=(text, " ", 0, ""))


def one_part_under_many_names(path):
    """Every name of the directory leads to the same packed bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in PARTS.items():
            archive.writestr(name, text)
        poured(archive, "xl/worksheets/sheet2.xml", "", " ", 100 * MILLION, "")
        packed = archive.filelist[-1]
        for number in range(3, 20_000):
            again = zipfile.ZipInfo(f"xl/worksheets/sheet{number}.xml")
            for field in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                setattr(again, field, getattr(packed, field))
            archive.filelist.append(again)


def reached(path, called, twin):
    """A sheet no relation of an honest file leads to: called otherwise, or beside a small one."""
    bomb = (f"<worksheet {NAMESPACE}><sheetData><row><c t=\"str\"><v>", "a", 1_000 * MILLION, "</v></c></row></sheetData></worksheet>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in PARTS.items():
            if name != SHEET or twin:
                archive.writestr(name, text.replace("worksheets/sheet1.xml", called))
        poured(archive, f"xl/{called}", *bomb)


def a_sheet_called_a_picture(path):
    reached(path, "media/a.png", twin=False)


def a_sheet_and_its_twin(path):
    reached(path, "worksheets/SHEET1.xml", twin=True)


def open_document(path, *given):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        poured(archive, "content.xml", *given)


def spaces_in_a_document(path):
    open_document(path, "<office:document-content>", " ", 1_000 * MILLION, "")


def tags_in_a_document(path):
    open_document(path, "<office:document-content>", "<a>", 100 * MILLION, "")


def repeated_cells(path):
    office = "urn:oasis:names:tc:opendocument:xmlns"
    row = '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0"><office:body><office:spreadsheet><table:table table:name="A">{row * 1_000}</table:table></office:spreadsheet></office:body></office:document-content>')


def spans_without_end(path):
    cell = '<td rowspan="1000000000" colspan="1000000000">1</td>'
    path.write_text(f"1\0<table>{f'<tr>{cell * 20}</tr>' * 2_000}</table>")


def tabs_without_end(path):
    path.write_text("\t" * 30 * MILLION)


def separators_without_end(path):
    path.write_text("\n".join([";" * 100_000] * 300))


def quote_without_end(path):
    path.write_text('a;b\n"' + '""' * 20 * MILLION)


def backup(path, name):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        poured(archive, name, "", " ", 1_000 * MILLION, "")
    whole(path)


def whole(path):
    """The target reads the whole file where the first byte is a 3; a zip may begin late."""
    path.write_bytes(b"\3" + path.read_bytes())


def book_of_spaces(path):
    backup(path, "book.jsonl")


def manifest_of_spaces(path):
    backup(path, "manifest.json")


def owner_without_end(path):
    """One task of an official whose number makes a table of as many rows."""
    text = '{"assignment":{"id":1,"record":{"official":4000000000,"coefficient":"1","assigned":"1","completed":"0","origin":"planned","events":[]}}}'
    path.write_bytes(b"\0" + text.encode())


def work_without_end(path):
    """Sealed with a header that asks for 2^40 rounds."""
    path.write_bytes(b"\4-> scrypt bm9uY2Vub25jZW5vbmNlbg 40\n" + b"A" * 43 + b"\n--- " + b"A" * 43 + b"\n" + b"\0" * 64)


BOMBS = {
    "xlsx": [
        spaces_in_a_sheet, cells_without_end, rows_without_end, one_long_text, texts_without_end, a_comment_of_tags,
        tags_in_tags, texts_in_texts, spaces_in_a_document, tags_in_a_document, merged_over_everything, entities_of_entities, one_part_under_many_names, a_sheet_called_a_picture, a_sheet_and_its_twin, repeated_cells,
    ],
    "clipboard": [spans_without_end, tabs_without_end],
    "csv": [separators_without_end, quote_without_end],
    "backup": [book_of_spaces, manifest_of_spaces, owner_without_end, work_without_end],
}


def taken(program, path):
    """Seconds, megabytes and the end of one run; libFuzzer stops a run that is far over."""
    limits = [f"-timeout={6 * SECONDS}", f"-rss_limit_mb={4 * MEGABYTES}"]
    run = subprocess.Popen([program, *limits, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(run.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1_024, os.waitstatus_to_exitcode(status)


def main(folder, targets):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    over = []
    for target, bombs in BOMBS.items():
        for bomb in bombs:
            path = folder / f"{target}-{bomb.__name__}"
            bomb(path)
            seconds, megabytes, ended = taken(pathlib.Path(targets) / target, path)
            size = path.stat().st_size / MILLION
            name = f"{target}: {bomb.__name__.replace('_', ' ')}"
            print(f"  {name:<44}{size:7.1f} MB in the file{seconds:8.1f} s{megabytes:8.0f} MB")
            if seconds > SECONDS or megabytes > MEGABYTES or ended != 0:
                over.append(name)
            path.unlink()
    for name in over:
        print(f"  over {SECONDS} s or {MEGABYTES} MB, or broken: {name}")
    return 1 if over else 0


sys.exit(main(*sys.argv[1:]))
