"""The JSON for the official system against its published schema."""

import json
import pathlib
import re

SCHEMA = pathlib.Path(__file__).parents[2] / "docs" / "official-json.schema.json"
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "null": type(None),
}


def faults(value, schema, root, at="$"):
    """What is wrong with a value, for the part of JSON Schema our schema uses."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    known = {
        "$schema", "$defs", "title", "description", "type", "properties", "required",
        "additionalProperties", "items", "enum", "const", "pattern", "minimum", "maximum", "anyOf",
    }
    assert set(schema) <= known, f"this check does not know {set(schema) - known}"
    if "anyOf" in schema:
        tries = [list(faults(value, each, root, at)) for each in schema["anyOf"]]
        if all(tries):
            yield from tries[0]
        return
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not one of {schema['enum']}"
    if "type" in schema:
        allowed = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(type(value) is TYPES[each] for each in allowed):
            yield f"{at}: {value!r} is not {allowed}"
            return
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{at}: {value!r} does not match {schema['pattern']}"
    if isinstance(value, int) and not (
        schema.get("minimum", value) <= value <= schema.get("maximum", value)
    ):
        yield f"{at}: {value} is out of range"
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        for name in schema.get("required", []):
            if name not in value:
                yield f"{at}: {name} is missing"
        for name, part in value.items():
            if name in properties:
                yield from faults(part, properties[name], root, f"{at}.{name}")
            elif schema.get("additionalProperties") is False:
                yield f"{at}: {name} is not described"
    if isinstance(value, list) and "items" in schema:
        for place, part in enumerate(value):
            yield from faults(part, schema["items"], root, f"{at}[{place}]")


def official_files_follow_their_schema(directory):
    schema = json.loads(SCHEMA.read_text("utf-8"))
    for name in ["chinh-thuc.json", "chinh-thuc-an-ten.json", "xa-mau.json"]:
        file = json.loads((directory / name).read_text("utf-8"))
        found = list(faults(file, schema, schema))
        assert not found, f"{name}: {found[:3]}"
        broken = dict(file, version=2, extra=1)
        assert len(list(faults(broken, schema, schema))) == 2, "the schema lets anything pass"


def hidden_names_are_not_in_the_official_file(directory):
    shown = json.loads((directory / "chinh-thuc.json").read_text("utf-8"))
    hidden = (directory / "chinh-thuc-an-ten.json").read_text("utf-8")
    for one in shown["officials"]:
        assert one["name"] not in hidden, one["name"]
        assert f'"{one["code"]}"' not in hidden, one["code"]
    assert "CC-001" in hidden


CHECKS = [
    official_files_follow_their_schema,
    hidden_names_are_not_in_the_official_file,
]
