"""LibreOffice and Poppler as independent readers."""

import os
import pathlib
import subprocess
import unicodedata


def converted(source, kind, suffix):
    """The file as LibreOffice writes it in another format."""
    out = pathlib.Path(os.environ["OFFICE_WORK"]) / "converted"
    out.mkdir(exist_ok=True)
    target = out / (source.stem + suffix)
    target.unlink(missing_ok=True)
    # 59: semicolon, 34: quote, 76: UTF-8.
    infilter = ["--infilter=CSV:59,34,76"] if source.suffix == ".csv" else []
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={os.environ['OFFICE_PROFILE']}",
            "--headless",
            *infilter,
            "--convert-to",
            kind,
            "--outdir",
            str(out),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    assert target.exists(), f"LibreOffice could not open {source.name}"
    return target


def pdf(source):
    return converted(source, "pdf", ".pdf")


def recalculated(source):
    """A workbook without results (see workbook.without_results), calculated anew."""
    return converted(source, "xlsx:Calc MS Excel 2007 XML", ".xlsx")


def text(pdf_file, *options):
    run = subprocess.run(
        ["pdftotext", *options, str(pdf_file), "-"],
        check=True,
        capture_output=True,
        text=True,
    )
    # Poppler may take letters and their marks apart.
    return unicodedata.normalize("NFC", run.stdout)


def fonts(pdf_file):
    run = subprocess.run(
        ["pdffonts", str(pdf_file)], check=True, capture_output=True, text=True
    )
    return [line.split()[0] for line in run.stdout.splitlines()[2:]]
