"""count_backup.py FILE: opens a sealed backup with the stock age program (which asks for the
passphrase) and counts it; python3 and age are all it needs. Records and log must agree."""

import collections
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

with tempfile.TemporaryDirectory() as directory:
    opened = pathlib.Path(directory) / "backup.congtam"
    subprocess.run(["age", "--decrypt", "-o", opened, sys.argv[1]], check=True)
    with zipfile.ZipFile(opened) as backup:
        read = lambda name: [json.loads(line) for line in backup.read(name).splitlines()]
        manifest = json.loads(backup.read("manifest.json"))
        records, log = read("book.jsonl"), read("log.jsonl")
parts = lambda line: [(kind, {**key, "record": 0}) for kind, key in line.items()]
left = set()
for entry in log:  # what the log makes of an empty book
    for change in entry["changes"]:
        line = change.get("after") or change.get("before")
        if line:
            (left.add if "after" in change else left.discard)(json.dumps(parts(line)))
counts = collections.Counter(next(iter(record)) for record in records)
assert counts == manifest["counts"], f"{counts}, {manifest['counts']} were written"
assert left == {json.dumps(parts(record)) for record in records}, "the log leads elsewhere"
print(f"{sum(counts.values())} records of {len(counts)} kinds, {len(log)} actions: all agree")
