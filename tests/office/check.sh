#!/usr/bin/env bash
# Writes one of every office file and opens them with independent readers:
# LibreOffice, Poppler, python-docx, openpyxl, and a sealed backup with age. About a minute.
#   tests/office/check.sh               writes the files first
#   tests/office/check.sh DIRECTORY     checks files written before
. "$(dirname "$0")/../../tools/env.sh"

cd "$ROOT"
tools/install-office
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ $# -gt 0 ]; then
    files=$(cd "$1" && pwd)
else
    files=$work/files
    say "Writing one of every office file"
    cargo run --quiet --locked --example office -- "$files" </dev/null
fi
# A profile of its own: a LibreOffice in use elsewhere is not disturbed.
export OFFICE_PROFILE=file://$work/profile OFFICE_WORK=$work
say "Opening them with LibreOffice, python-docx, openpyxl and age"
"$PYTHON_HOME/bin/python" -B tests/office/check.py "$files"
say "Office files: every check passed"
