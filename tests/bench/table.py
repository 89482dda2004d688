#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a table of the lines that `bench` prints, and one JSON file of them.

usage: table.py FILE.json <LINES
"""

import json
import sys


def main():
    measures = [json.loads(line) for line in sys.stdin if line.strip()]
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(measures, file, ensure_ascii=False, indent=2)
        file.write("\n")
    rows = [("measure", "value", "bar", "unit", "")]
    for measure in measures:
        value = f"{measure['value']:,.0f}" if abs(measure["value"]) >= 1000 else f"{measure['value']:.3g}"
        rows.append((measure["name"], value, measure["bar"], measure["unit"], "" if measure["reached"] else "not reached"))
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    for row in rows:
        print(f"{row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]:<{widths[3]}}  {row[4]}".rstrip())


if __name__ == "__main__":
    main()
