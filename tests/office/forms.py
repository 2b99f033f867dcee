"""Mẫu số 01 and 02 against the text of the decree, and their layout."""

import pathlib
import re
import zipfile
from html import unescape

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

import libreoffice

HERE = pathlib.Path(__file__).parent
FONT = "Times New Roman"
FORMS = [
    "mau-01-trong", "mau-01", "mau-02-trong", "mau-02", "mau-02-quy", "vi-sao",
    "xa-mau-mau-01", "xa-mau-mau-02", "xa-mau-vi-sao",
]
MILLIMETRE = 36_000


def blocks(parent):
    for child in parent.iterchildren():
        if child.tag == qn("w:p"):
            yield Paragraph(child, None).text
        elif child.tag == qn("w:tbl"):
            for row in Table(child, None).rows:
                seen = []
                for cell in row.cells:
                    if cell._tc not in seen:
                        seen.append(cell._tc)
                        yield from blocks(cell._tc)


def squeezed(text):
    """The words alone: no dots to fill in, no rules, no bars between cells."""
    text = re.sub(r"(?<=[^\s.])\.(?=\s|$)", "", text)
    return re.sub(r"[\s._|\-]+", "", text)


def decree(form):
    lines = (HERE / f"{form}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if squeezed(line)]


def unfilled_forms_say_what_the_decree_says_word_for_word(directory):
    for name, form in [("mau-01-trong", "mau-so-01"), ("mau-02-trong", "mau-so-02")]:
        body = docx.Document(directory / f"{name}.docx").element.body
        ours = squeezed("\n".join(blocks(body)))
        theirs = squeezed("\n".join(decree(form)))
        at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), None)
        assert ours == theirs, f"{name}: ours …{ours[at:][:60]}, decree …{theirs[at:][:60]}"


def printed_forms_show_every_label_in_order(directory):
    for name, form in [
        ("mau-01-trong", "mau-so-01"),
        ("mau-01", "mau-so-01"),
        ("mau-02-trong", "mau-so-02"),
        ("mau-02", "mau-so-02"),
        ("xa-mau-mau-01", "mau-so-01"),
        ("xa-mau-mau-02", "mau-so-02"),
    ]:
        printed = squeezed(libreoffice.text(libreoffice.pdf(directory / f"{name}.docx"), "-raw"))
        # The boxes come from another font and are checked in the file itself.
        printed = re.sub("[☐☑]", "", printed)
        at = 0
        for label in labels(form, filled="trong" not in name):
            found = printed.find(label, at)
            assert found >= 0, f"{name}: {label!r} is missing or out of order"
            at = found + len(label)


def labels(form, filled):
    """The decree's labels, squeezed; what is filled in is left out."""
    for line in decree(form):
        for cell in line.split("|"):
            label = squeezed(cell)
            fillable = label.startswith(("TÊNCƠQUAN", "TỔCHỨC", "(Kỳtheo", "Năm", ",ngày"))
            is_number = re.fullmatch(r"[0-9,]+|I{1,3}", label)
            if not label or (filled and fillable) or is_number:
                continue
            yield label.replace("☐", "")


def every_font_is_times_new_roman(directory):
    for name in FORMS:
        path = directory / f"{name}.docx"
        for run in docx.Document(path).element.body.iter(qn("w:r")):
            fonts = run.find(qn("w:rPr")).find(qn("w:rFonts"))
            for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
                assert fonts.get(qn(f"w:{slot}")) == FONT, f"{name}: a run's {slot} font"
        with zipfile.ZipFile(path) as package:
            for part in package.namelist():
                xml = package.read(part).decode("utf-8")
                named = re.findall(r'<w:font w:name="([^"]*)"', xml)
                for fonts in re.findall(r"<w:rFonts [^>]*>", xml):
                    named += re.findall(r'="([^"]*)"', fonts)
                assert set(named) <= {FONT}, f"{name}: {part} names {set(named)}"
        # Where Times New Roman is not installed, its metric twin stands in; the box
        # signs are in neither.
        letters = [f for f in libreoffice.fonts(libreoffice.pdf(path)) if "Serif" in f or "Times" in f]
        assert letters, f"{name}: no serif font in the printed file"


def body_text_is_13_or_14_points(directory):
    for name in FORMS:
        for run in docx.Document(directory / f"{name}.docx").element.body.iter(qn("w:r")):
            text = "".join(t.text or "" for t in run.iter(qn("w:t")))
            size = int(run.find(qn("w:rPr")).find(qn("w:sz")).get(qn("w:val"))) / 2
            assert not text.strip() or 11 <= size <= 14, f"{name}: {text!r} is {size} points"


def pages_are_a4_with_margins_in_range(directory):
    for name in FORMS:
        section = docx.Document(directory / f"{name}.docx").sections[0]
        size = (round(section.page_width / MILLIMETRE), round(section.page_height / MILLIMETRE))
        assert size == (210, 297), f"{name}: {size}"
        for side, least, most in [
            ("top_margin", 20, 25),
            ("bottom_margin", 20, 25),
            ("left_margin", 30, 35),
            ("right_margin", 15, 20),
        ]:
            margin = round(getattr(section, side) / MILLIMETRE, 1)
            assert least <= margin <= most, f"{name}: {side} is {margin} mm"


def the_page_number_is_centred_at_the_top_but_not_on_page_one(directory):
    path = directory / "mau-01.docx"
    section = docx.Document(path).sections[0]
    assert section.different_first_page_header_footer
    assert not "".join(p.text for p in section.first_page_header.paragraphs)
    header = section.header.paragraphs[0]
    assert "PAGE" in header._p.xml and header.alignment == 1
    pages = libreoffice.text(libreoffice.pdf(path), "-layout").split("\f")
    assert len(pages) >= 2
    assert not re.fullmatch(r"\s*1\s*", pages[0].splitlines()[0])
    assert pages[1].split()[0] == "2"


def table_heads_are_repeated_on_the_second_page(directory):
    pages = libreoffice.text(libreoffice.pdf(directory / "mau-01.docx"), "-raw").split("\f")
    assert "Tiêu chí chấm điểm" in pages[0] and "Tiêu chí chấm điểm" in pages[1]


def heads_and_signatures_stand_side_by_side(directory):
    for name in ["mau-01", "mau-02-trong"]:
        box = libreoffice.text(libreoffice.pdf(directory / f"{name}.docx"), "-bbox")
        words = [
            (unescape(text), float(x0), float(x1), float(y))
            for x0, y, x1, text in re.findall(
                r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>',
                box,
            )
        ]
        millimetre = 72 / 25.4
        for text, left, right, _ in words:
            assert left >= 29.5 * millimetre, f"{name}: {text!r} stands in the left margin"
            assert right <= 195.5 * millimetre, f"{name}: {text!r} stands in the right margin"
        state = next(w for w in words if w[0] == "CỘNG")
        first = next(w for w in words if w[0] in ("ỦY", "TÊN"))
        assert first[1] < state[1] and abs(first[3] - state[3]) < 4, f"{name}: head"
        capitals = [w for w in words if w[0] in ("CÔNG", "CẤP")]
        own, authority = capitals[-2], capitals[-1]
        assert (own[0], authority[0]) == ("CÔNG", "CẤP"), f"{name}: signatures"
        assert own[1] < authority[1] and abs(own[3] - authority[3]) < 2, f"{name}: signatures"


def filled_numbers_have_a_decimal_comma(directory):
    text = "\n".join(blocks(docx.Document(directory / "mau-01.docx").element.body))
    for shown in ["2. Điểm tiêu chí kết quả thực hiện nhiệm vụ: 56,18", "9,5", "27,5", "83,68"]:
        assert shown in text, shown
    assert not re.search(r"\d\.\d", text), "a decimal point"
    year = "\n".join(blocks(docx.Document(directory / "mau-02.docx").element.body))
    assert "86,70" in year and not re.search(r"\d\.\d", year)


def chosen_classes_are_ticked(directory):
    text = "\n".join(blocks(docx.Document(directory / "mau-02.docx").element.body))
    assert text.count("☑") == 2 and text.count("☐") == 6
    assert "☑ Hoàn thành xuất sắc nhiệm vụ" in text and "☑ Hoàn thành tốt nhiệm vụ" in text


def every_form_of_an_archive_opens_under_its_own_name(directory):
    with zipfile.ZipFile(directory / "mau-01.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == 60 and len({n.lower() for n in names}) == 60
        assert any("Nguyễn" in name for name in names)
        for name in names[:5]:
            with archive.open(name) as one:
                assert docx.Document(one).paragraphs, name


CHECKS = [
    unfilled_forms_say_what_the_decree_says_word_for_word,
    printed_forms_show_every_label_in_order,
    every_font_is_times_new_roman,
    body_text_is_13_or_14_points,
    pages_are_a4_with_margins_in_range,
    the_page_number_is_centred_at_the_top_but_not_on_page_one,
    table_heads_are_repeated_on_the_second_page,
    heads_and_signatures_stand_side_by_side,
    filled_numbers_have_a_decimal_comma,
    chosen_classes_are_ticked,
    every_form_of_an_archive_opens_under_its_own_name,
]
