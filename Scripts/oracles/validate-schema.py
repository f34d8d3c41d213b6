#!/usr/bin/env python3
"""Checks graph files against the JSON Schema of the format; prints what is wrong with each as JSON.

    validate-schema.py Documentation/graph-file.schema.json Graphs/*.yaml

The output has the files as keys and lists of messages as values; a file that is right has an empty list.
"""
import json
import re
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """Reads scalars as YAML 1.2's core schema does, as editors do.

    PyYAML follows YAML 1.1, in which 1941-04-13 is a date object, +03:00 a number of base 60, and no is false.
    """

    yaml_implicit_resolvers = {}


for tag, pattern, first in [
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)([eE][-+]?[0-9]+)?$", list("-+.0123456789")),
]:
    Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), first)
# In YAML 1.1 a leading zero makes a number octal; in 1.2 it does not.
Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


def problems(validator, path):
    with open(path, encoding="utf-8") as file:
        document = yaml.load(file, Loader)
    # Where alternatives were tried, the deepest mistake says most.
    errors = [jsonschema.exceptions.best_match([error]) for error in validator.iter_errors(document)]
    return ["/".join(map(str, error.absolute_path)) + ": " + error.message[:200] for error in errors]


def main(schema_path, *paths):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    json.dump({path: problems(validator, path) for path in paths}, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
