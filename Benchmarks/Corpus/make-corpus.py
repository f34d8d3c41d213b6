#!/usr/bin/env python3
"""Makes a table of edges and one of nodes of a table of memberships, for Entente and for its peers.

    make-corpus.py parties.csv corpus

reads columns stateID, treatyID, StateForce, StateSignature, Force, Begin, StateEnd, Term and End (the layout of manytreaties)
and writes corpus.csv (source,target,role,when) and corpus.nodes.csv (id,name,category,kind,when): a treaty is in force as its first
row says. A membership begins with the
first of the four dates of beginnings that can be read, and ends with the first of the three of ends; dates stay as coarse as they
are. Standard error tells what could not be read.
"""

import collections
import csv
import re
import sys

DATE = re.compile(r"(\d{4})(-\d\d)?(-\d\d)?[?~]?$")
DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def date(text: str) -> str | None:
    """A date in EDTF, or None: a day, month or year, or one of the days between two."""
    text = text.strip()
    if ".." in text:
        ends = [date(part) for part in text.split("..", 1)]
        return f"[{ends[0]}..{ends[1]}]" if all(ends) and ends[0] < ends[1] else None
    match = DATE.match(text)
    if not match or match[1] == "9999":
        return None
    year, month, day = int(match[1]), match[2], match[3]
    if month and not 1 <= int(month[1:]) <= 12:
        return None
    if day:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        if not 1 <= int(day[1:]) <= DAYS[int(month[1:]) - 1] - (int(month[1:]) == 2 and not leap):
            return None
    return text.rstrip("?~")


def first(row: dict, names: list[str], problems: collections.Counter) -> str | None:
    for name in names:
        if row[name] and row[name] != "NA":
            if found := date(row[name]):
                return found
            if not row[name].startswith("9999"):
                problems["dates that cannot be read"] += 1
    return None


def edge(text: str, place: int) -> str:
    """The first or last day of a date, as far as it is written."""
    return text.strip("[]").split("..")[place if ".." in text else 0]


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 64
    problems, nodes = collections.Counter(), {}
    with open(sys.argv[1], newline="", encoding="utf-8-sig") as parties, open(
        sys.argv[2] + ".csv", "w", newline="", encoding="utf-8"
    ) as edges:
        writer = csv.writer(edges, lineterminator="\n")
        writer.writerow(["source", "target", "role", "when"])
        for row in csv.DictReader(parties):
            state, treaty = row["stateID"], row["treatyID"]
            start = first(row, ["StateForce", "StateSignature", "Force", "Begin"], problems)
            end = first(row, ["StateEnd", "Term", "End"], problems)
            if start is None:
                problems["memberships without a beginning, left out"] += 1
                continue
            if end and edge(end, 0)[:4] < edge(start, 1)[:4] or end and edge(end, 1) < edge(start, 0):
                problems["ends before beginnings, left open"] += 1
                end = None
            nodes[state] = (state, state, "actor", "state", "")
            if treaty not in nodes:
                force, over = first(row, ["Force", "Begin"], problems), first(row, ["Term", "End"], problems)
                over = over if over and force and edge(over, 1) >= edge(force, 0) else None
                nodes[treaty] = (treaty, treaty, "agreement", "treaty", f"{force or '..'}/{over or '..'}")
            writer.writerow([state, treaty, "party", f"{start}/{end or '..'}"])
    with open(sys.argv[2] + ".nodes.csv", "w", newline="", encoding="utf-8") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(["id", "name", "category", "kind", "when"])
        writer.writerows(nodes[name] for name in sorted(nodes))
    for problem, count in sorted(problems.items()):
        print(f"{count} {problem}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
