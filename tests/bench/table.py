#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a table of the lines that `bench` prints, and one JSON file of them.

usage: table.py FILE.json <LINES
"""

import json
import sys


def remark(taken):
    return "" if taken["reached"] else "not reached"


def show(rows, alignments):
    """Columns as wide as they need, each to the side that `alignments` says."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(alignments))]
    for row in rows:
        cells = (f"{cell:{side}{width}}" for cell, side, width in zip(row, alignments, widths))
        print("  ".join(cells).rstrip())


def main():
    measures = [json.loads(line) for line in sys.stdin if line.strip()]
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(measures, file, ensure_ascii=False, indent=2)
        file.write("\n")
    rows = [("measure", "value", "bar", "unit", "")]
    questions = [("question", "p50 ms", "p99 ms", "")]
    for measure in measures:
        value = f"{measure['value']:,.0f}" if abs(measure["value"]) >= 1000 else f"{measure['value']:.3g}"
        rows.append((measure["name"], value, measure["bar"], measure["unit"], remark(measure)))
        for question in measure["detail"].get("questions", []):
            questions.append(
                (question["name"], f"{question['p50_ms']:.1f}", f"{question['p99_ms']:.1f}", remark(question)))
    show(rows, "<>><<")
    if len(questions) > 1:
        print()
        show(questions, "<>><")


if __name__ == "__main__":
    main()
