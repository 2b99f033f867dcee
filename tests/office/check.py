"""Runs every check of the office files in a directory and says which failed."""

import pathlib
import sys
import traceback

import age_backup
import conduct
import csv_files
import forms
import official
import workbook


def main(directory):
    checks = [*forms.CHECKS, *workbook.CHECKS, *csv_files.CHECKS, *official.CHECKS, *conduct.CHECKS, *age_backup.CHECKS]
    failed = 0
    for check in checks:
        words = check.__name__.replace("_", " ")
        try:
            check(directory)
            print(f"ok    {words}", flush=True)
        except Exception as fault:  # every check is run, whatever another met
            failed += 1
            print(f"FAIL  {words}: {fault}", flush=True)
            if not isinstance(fault, AssertionError):
                traceback.print_exc()
    if failed:
        sys.exit(f"{failed} of {len(checks)} checks of office files failed")
    print(f"all {len(checks)} checks of office files passed")


main(pathlib.Path(sys.argv[1]))
