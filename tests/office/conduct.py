"""The directive's scorecard: every figure counted again from the exported registers.

`ky-cuong.json` names the workbooks with whose scorecard each is, over which days and as of
which day; `xa-mau.congtam` is the backup of the same book, whose `book.jsonl` holds every
record. Nothing here comes from the program: the rules are written down once more.
"""

import datetime
import json
import re
import zipfile
from decimal import Decimal

import docx
import openpyxl

HEADER_ROW = 4
COUNTING = {"substantiated", "partly_substantiated"}
EVENTS = {"CT.4", "CT.5", "CT.6", "CT.7", "CT.8", "CT.9", "CT.10"}


def day(text):
    return datetime.date.fromisoformat(text)


class Book:
    """The registers, as exported."""

    def __init__(self, path):
        self.records = {}
        with zipfile.ZipFile(path) as backup:
            for line in backup.read("book.jsonl").decode("utf-8").splitlines():
                [(kind, entry)] = json.loads(line).items()
                self.records.setdefault(kind, []).append(entry)
        self.units = {unit["id"]: unit["record"].get("parent") for unit in self.all("unit")}
        self.seats = {}
        for entry in self.all("position"):
            seat = entry["record"]
            span = seat["span"]
            last = day(span["to"]) if "to" in span else datetime.date.max
            held = (day(span["from"]), entry["id"], last, seat["unit"], seat["role"])
            self.seats.setdefault(seat["official"], []).append(held)
        for held in self.seats.values():
            held.sort()

    def all(self, kind):
        return self.records.get(kind, [])

    def unit_on(self, official, on):
        found = [seat[3] for seat in self.seats.get(official, []) if seat[0] <= on <= seat[2]]
        return found[-1] if found else None

    def under(self, units):
        found = set(units)
        while True:
            more = {unit for unit, parent in self.units.items() if parent in found} - found
            if not more:
                return found
            found |= more

    def headed(self, official):
        """First day, last day and units with those below, of every time a unit was headed."""
        seats = self.seats.get(official, [])
        return [(s[0], s[2], self.under([s[3]])) for s in seats if s[4] == "head"]


def events(task, kind):
    return [(event, event["kind"][kind]) for event in task["events"] if kind in event["kind"]]


def excused(task, target):
    causes = (cause for _, cause in events(task, "objective_cause"))
    return any("confirmed_by" in c and "revoked" not in c and c["excuses"] == target for c in causes)


def deadline(task):
    moved = [e["to"] for _, e in events(task, "extension") if "revoked" not in e]
    text = moved[-1] if moved else task.get("due")
    return day(text) if text else None


def late(task):
    """Late occurrences that count: the reading of the sample is one per occurrence."""
    if "handed_back" in task:
        return 0
    count = 0
    recorded = events(task, "late")
    due, finished = deadline(task), task.get("finished")
    if recorded:
        count += sum(not excused(task, {"event": event["id"]}) for event, _ in recorded)
    elif due and finished and day(finished) > due:
        count += not excused(task, "derived_lateness")
    for event, milestone in events(task, "milestone"):
        done = milestone.get("done")
        if done and day(done) > day(milestone["due"]):
            count += not excused(task, {"event": event["id"]})
    return count


def failures(task):
    failed = [event for event, _ in events(task, "quality_failure")]
    failed += [event for event, it in events(task, "assessment") if not it["passed"]]
    return sum(not excused(task, {"event": event["id"]}) for event in failed)


def completed(task):
    return "handed_back" not in task and Decimal(task["completed"]) >= Decimal(task["assigned"])


def late_of_the_whole(task):
    """Whether an occurrence is recorded that nothing excuses; milestones are no matter here."""
    return any(not excused(task, {"event": event["id"]}) for event, _ in events(task, "late"))


def overdue(task, as_of):
    due = deadline(task)
    still_open = "handed_back" not in task and not completed(task) and "finished" not in task
    return bool(due and due < as_of and still_open and not excused(task, "derived_lateness"))


def late_with_overdue(task, as_of):
    """What is past its deadline and unfinished is late once more."""
    return late(task) + (overdue(task, as_of) and not late_of_the_whole(task))


def handled(task, as_of):
    """A handling or an apology from the first day on which something was late."""
    since = [day(event["on"]) for event, _ in events(task, "late") if not excused(task, {"event": event["id"]})]
    due, finished = deadline(task), task.get("finished")
    ended_late = due and finished and day(finished) > due and not excused(task, "derived_lateness")
    if ended_late or overdue(task, as_of):
        since.append(due + datetime.timedelta(days=1))
    for event, milestone in events(task, "milestone"):
        done = milestone.get("done")
        if done and day(done) > day(milestone["due"]) and not excused(task, {"event": event["id"]}):
            since.append(day(milestone["due"]) + datetime.timedelta(days=1))
    done_about_it = events(task, "handling") + events(task, "apology")
    return any(day(event["on"]) >= min(since) for event, _ in done_about_it)


def clear(task):
    return (
        "official" in task
        and "product" in task
        and bool(events(task, "answerable"))
        and deadline(task) is not None
    )


def overlap(one, other):
    """Same product, same name of its own, other lead, at the same time, no parts of one whole."""
    (number, a), (other_number, b) = one, other
    if a.get("official") is None or b.get("official") is None or a["official"] == b["official"]:
        return False
    if "handed_back" in a or "handed_back" in b:
        return False
    if a.get("product") is None or a.get("product") != b.get("product"):
        return False
    if not a.get("name", "").strip() or a["name"].strip() != b.get("name", "").strip():
        return False
    wholes = [next((part["whole"] for _, part in events(task, "part_of")), None) for task in (a, b)]
    if wholes[0] is not None and wholes[0] == wholes[1]:
        return False
    if wholes[0] == other_number or wholes[1] == number:
        return False

    def days(task):
        last = deadline(task) or day(task["assigned_on"])
        return min(day(task["assigned_on"]) if "assigned_on" in task else last, last), last

    (a_from, a_to), (b_from, b_to) = days(a), days(b)
    return a_from <= b_to and b_from <= a_to


class Count:
    """The figures of one scorecard."""

    def __init__(self, book, whose, first, last, as_of):
        self.book, self.whose = book, whose
        self.first, self.last, self.as_of = first, last, as_of
        always = (datetime.date.min, datetime.date.max)
        if "official" in whose:
            self.led = book.headed(whose["official"])
        elif "unit" in whose:
            self.led = [(*always, book.under([whose["unit"]]))]
        else:
            self.led = [(*always, set(book.units))]
        self.heads = any(since <= last and first <= until for since, until, _ in self.led)

    def inside(self, on):
        return self.first <= on <= self.last

    def mine(self, official, unit, heads, on):
        if "official" in self.whose and not heads:
            return official == self.whose["official"]
        if "unit" not in self.whose and "official" not in self.whose:
            return True
        return any(since <= on <= until and unit in units for since, until, units in self.led)

    def place(self, record, on):
        official = record.get("official")
        unit = record.get("unit")
        if unit is None and official is not None:
            unit = self.book.unit_on(official, on)
        return official, unit

    def tasks(self, heads=False):
        for entry in self.book.all("assignment"):
            task = entry["record"]
            on = deadline(task) or (day(task["assigned_on"]) if "assigned_on" in task else None)
            if on and self.inside(on) and self.mine(*self.place(task, on), heads, on):
                yield entry["id"], task

    def due(self, heads=False):
        for number, task in self.tasks(heads):
            until = deadline(task)
            if until and until < self.as_of and Decimal(task["assigned"]) != 0:
                yield number, task

    def complaints(self, heads=False):
        for entry in self.book.all("complaint"):
            complaint = entry["record"]
            states = [step["state"] for step in complaint["steps"]]
            concluded = [s["concluded"] for s in states if isinstance(s, dict) and "concluded" in s]
            linked = states and isinstance(states[-1], dict) and "linked" in states[-1]
            on = day(complaint["received"])
            if not concluded or concluded[-1] not in COUNTING or linked or not self.inside(on):
                continue
            if self.mine(*self.place(complaint, on), heads, on):
                yield complaint

    def incidents(self):
        for entry in self.book.all("incident"):
            incident = entry["record"]
            on = day(incident["on"])
            # The last review is the one in force.
            reviews = incident.get("reviews", [])
            confirmed = bool(reviews) and reviews[-1]["confirmed"]
            if confirmed and self.inside(on) and self.mine(*self.place(incident, on), False, on):
                yield incident

    def dated(self, kind):
        for entry in self.book.all("assignment"):
            task = entry["record"]
            for event, content in events(task, kind):
                on = day(event["on"])
                if self.inside(on) and self.mine(*self.place(task, on), False, on):
                    yield content

    def conclusions(self):
        """Conclusions of the authority on the officials themselves (Điều 20.4b, c)."""
        for entry in self.book.all("gate_conclusion"):
            conclusion = entry["record"]
            on = day(conclusion["on"])
            here = self.inside(on) and conclusion["gate"] != "unit_corruption"
            if here and self.mine(*self.place(conclusion, on), False, on):
                yield conclusion

    def registers_kept(self, key):
        """Whether the registers a criterion is counted from hold anything by the last day."""
        complaints = [entry["record"]["received"] for entry in self.book.all("complaint")]
        incidents = [entry["record"]["on"] for entry in self.book.all("incident")]
        tasks = [entry["record"] for entry in self.book.all("assignment")]
        reminders = [event["on"] for task in tasks for event, _ in events(task, "reminder")]
        needed = {"CT.9": [complaints], "CT.4": [incidents, reminders]}.get(key, [incidents])
        return all(days and day(min(days)) <= self.last for days in needed)

    def seated(self):
        seats = [(official, s) for official, held in self.book.seats.items() for s in held]
        return any(
            s[0] <= self.last and self.first <= s[2] and self.mine(official, s[3], False, s[0])
            for official, s in seats
        )

    def event_figure(self, key):
        count = sum(complaint.get("criterion") == key for complaint in self.complaints())
        if key == "CT.9":
            count += len(list(self.conclusions()))
        else:
            count += sum(incident["criterion"] == key for incident in self.incidents())
        if key == "CT.4":
            count += len(list(self.dated("reminder")))
        if key == "CT.5":
            for entry in self.book.all("assignment"):
                task = entry["record"]
                back = task.get("handed_back")
                if back and not back.get("reason", "").strip() and self.inside(day(back["on"])):
                    on = day(back["on"])
                    count += self.mine(*self.place(task, on), False, on)
        measured = count or (self.registers_kept(key) and self.seated())
        return (None, None, count) if measured else (None, None, None)

    def figures(self):
        """Numerator, denominator and events by criterion; nothing three times if not measured."""
        nothing = (None, None, None)
        share = lambda part, whole: (part, whole, None) if whole else nothing
        tasks, due = [t for _, t in self.tasks()], [t for _, t in self.due()]
        found = {
            "CT.1": share(sum(map(completed, due)), len(due)),
            "CT.2": (None, len(tasks), sum(late_with_overdue(task, self.as_of) for task in tasks))
            if tasks
            else nothing,
            "CT.3": (None, len(tasks), sum(map(failures, tasks))) if tasks else nothing,
        }
        found |= {key: self.event_figure(key) for key in EVENTS}
        dossiers = [it for it in self.dated("dossiers") if it["electronic"] <= it["handled"]]
        electronic = sum(it["electronic"] for it in dossiers)
        found["CT.11"] = share(electronic, sum(it["handled"] for it in dossiers))
        if not self.heads:
            return found
        is_late = lambda task: late(task) > 0 or overdue(task, self.as_of)
        led_due = [t for _, t in self.due(True) if "handed_back" not in t]
        found["CT.12"] = share(sum(not is_late(task) for task in led_due), len(led_due))
        found["CT.13"] = self.four_clear(share)
        slow = [task for _, task in self.tasks(True) if is_late(task)]
        found["CT.14"] = share(sum(handled(task, self.as_of) for task in slow), len(slow))
        found["CT.15"] = self.decisions(share)
        return found

    def four_clear(self, share):
        everything = [(entry["id"], entry["record"]) for entry in self.book.all("assignment")]
        named = {}
        for number, task in everything:
            if task.get("name", "").strip() and "product" in task:
                if deadline(task) or "assigned_on" in task:
                    key = (task["product"], task["name"].strip())
                    named.setdefault(key, []).append((number, task))
        if not any(events(task, "answerable") for _, task in everything):
            return None, None, None

        def alone(number, task):
            key = (task.get("product"), task.get("name", "").strip())
            others = named.get(key, [])
            return not any(overlap((number, task), other) for other in others)

        led = list(self.tasks(True))
        return share(sum(clear(task) and alone(number, task) for number, task in led), len(led))

    def decisions(self, share):
        all_of = [(entry["id"], entry["record"]) for entry in self.book.all("decision")]
        replaced = {decision.get("replaces") for _, decision in all_of}
        counted = []
        for number, decision in all_of:
            if number in replaced or "class" not in decision or "on" not in decision:
                continue
            on = day(decision["on"])
            unit = self.book.unit_on(decision["official"], on)
            if self.inside(on) and self.mine(decision["official"], unit, True, on):
                counted.append(decision)
        used = [it for it in counted if it.get("proposal", "").strip()]
        return share(len(used), len(counted))


def told_in_words(path):
    """The numbers of each criterion's figure in a Word report, its percentage aside."""
    heads = ["Mã", "Tiêu chí", "Số liệu"]
    found = {}
    for table in docx.Document(path).tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if rows[0][:3] != heads:
            continue
        for row in rows[1:]:
            figure = row[2].partition("(")[0]
            found[row[0]] = sorted(Decimal(number) for number in re.findall(r"\d+", figure))
    return found


def every_figure_of_the_scorecard_is_the_count_of_the_registers(directory):
    book = Book(directory / "xa-mau.congtam")
    cards = json.loads((directory / "ky-cuong.json").read_text("utf-8"))
    assert len(cards) >= 4
    measured = set()
    for card in cards:
        first, last, as_of = day(card["from"]), day(card["to"]), day(card["as_of"])
        expected = Count(book, card["whose"], first, last, as_of).figures()
        sheet = openpyxl.load_workbook(directory / card["file"])["Tiêu chí"]
        headers = {cell.value: cell.column - 1 for cell in sheet[HEADER_ROW]}
        seen = {}
        for row in sheet.iter_rows(min_row=HEADER_ROW + 1, values_only=True):
            told = [row[headers[name]] for name in ("Số đạt", "Trên tổng số", "Số lần")]
            seen[row[headers["Mã"]]] = tuple(v if isinstance(v, (int, float)) else None for v in told)
        assert seen.keys() == expected.keys(), f"{card['file']}: {seen.keys() ^ expected.keys()}"
        words = told_in_words(directory / card["word"])
        assert words.keys() == expected.keys(), f"{card['word']}: {words.keys() ^ expected.keys()}"
        for key, figure in expected.items():
            assert seen[key] == figure, f"{card['file']} {key}: {seen[key]}, counted {figure}"
            counted = sorted(number for number in figure if number is not None)
            assert words[key] == counted, f"{card['word']} {key}: {words[key]}, counted {counted}"
            measured |= {key} if figure != (None, None, None) else set()
    assert len(measured) >= 13, f"the sample measures too little: {sorted(measured)}"


def names_are_hidden_throughout_the_report(directory):
    names = [entry["record"]["name"] for entry in Book(directory / "xa-mau.congtam").all("official")]
    book = openpyxl.load_workbook(directory / "ky-cuong-an-ten.xlsx")
    said = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert not [name for name in names if any(name in text for text in said)]
    assert any("CC-0" in text for text in said)


def no_cell_of_the_report_is_a_formula(directory):
    for path in sorted(directory.glob("ky-cuong*.xlsx")):
        for sheet in openpyxl.load_workbook(path):
            formulas = [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"]
            assert not formulas, f"{path.name} {sheet.title}: {formulas}"


CHECKS = [
    every_figure_of_the_scorecard_is_the_count_of_the_registers,
    names_are_hidden_throughout_the_report,
    no_cell_of_the_report_is_a_formula,
]
