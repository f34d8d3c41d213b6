"""Writes the sections of Benchmarks/RESULTS.md."""

import pathlib

RESULTS = pathlib.Path(__file__).resolve().parent.parent / "RESULTS.md"
ORDER = ["Against peers", "Journeys", "Reach", "Time against edges"]


def write(title: str, text: str) -> int:
    """Replaces one section of the results and prints it."""
    heading = "# Networks: results\n\n`Scripts/bench networks`, `Scripts/bench journeys`, `Scripts/bench reach` and `Scripts/bench scaling` write this file.\n"
    old = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else heading
    _, *sections = old.split("\n## ")
    kept = {section.splitlines()[0]: section for section in sections}
    kept[title] = f"{title}\n\n{text.strip()}\n"
    body = "".join("\n## " + kept[name] for name in ORDER if name in kept)
    RESULTS.write_text(heading + body, encoding="utf-8")
    print(f"## {kept[title]}")
    return 0
