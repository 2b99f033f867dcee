"""A sealed backup opens with the stock age program, and holds what its manifest says."""

import hashlib
import json
import os
import pathlib
import pty
import shutil
import sys
import zipfile

PASSPHRASE = "ốc sên tím ngồi trên nóc tàu"


def typed_into(command, passphrase):
    """Types the passphrase: age reads it from a terminal only. Returns exit code and words."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(command[0], command)
    typed, said = False, b""
    while True:
        try:
            piece = os.read(terminal, 1024)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        said += piece
        if b":" in said and not typed:
            os.write(terminal, passphrase.encode() + b"\n")
            typed = True
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said.decode()


def decrypted(sealed, out, passphrase):
    return typed_into(["age", "--decrypt", "-o", str(out), str(sealed)], passphrase)[0]


def a_sealed_backup_opens_with_the_stock_age_program(directory):
    assert shutil.which("age"), "the program age is missing: run tools/install-office"
    sealed, opened = directory / "sao-luu.congtam.age", directory / "sao-luu.congtam"
    assert decrypted(sealed, opened, PASSPHRASE + "!") != 0, "a wrong passphrase opened it"
    assert decrypted(sealed, opened, PASSPHRASE) == 0, "age does not open it"
    with zipfile.ZipFile(opened) as backup:
        manifest = json.loads(backup.read("manifest.json"))
        assert sorted(backup.namelist()) == ["book.jsonl", "log.jsonl", "manifest.json"]
        for name, written in manifest["parts"].items():
            part = backup.read(name)
            found = (part.count(b"\n"), len(part), hashlib.sha256(part).hexdigest())
            assert found == (written["lines"], written["bytes"], written["sha256"]), name
        counts = {}
        for line in backup.read("book.jsonl").splitlines():
            (kind,) = json.loads(line)
            counts[kind] = counts.get(kind, 0) + 1
    assert counts == manifest["counts"], f"{counts} where {manifest['counts']} were written"
    assert counts.get("official", 0) > 10, "the sample agency is not in it"


def a_script_of_thirty_lines_counts_a_thousand_actions_in_it(directory):
    script = pathlib.Path(__file__).with_name("count_backup.py")
    assert len(script.read_text().splitlines()) <= 30, "the script has grown"
    sealed = directory / "sao-luu.congtam.age"
    code, said = typed_into([sys.executable, "-B", str(script), str(sealed)], PASSPHRASE)
    assert code == 0, said
    assert "1001 actions: all agree" in said, said


CHECKS = [
    a_script_of_thirty_lines_counts_a_thousand_actions_in_it,
    a_sealed_backup_opens_with_the_stock_age_program,
]
