#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the names of metrics against the table of resources/metrics.md.

usage: check_metrics.py [ROOT]

Every name in installer/monitoring is in the table, with labels that it has; a histogram is asked for by its parts. What
strings of core/rest name is in the table, and the other way round as soon as they name anything. Counters alone end in
`_total`.
"""

import re

from sources import cpp_files, finish, line_of, root_argument, without_comments

TABLE = "resources/metrics.md"
USERS = "installer/monitoring"
ROW = re.compile(r"^\| `([a-z0-9_]+)` \| (\w+) \| ([^|]*) \|", re.MULTILINE)
NAME = re.compile(r"\b((?:heliograph|process)_[a-z0-9_]+)(?:\{([^{}]*)\})?")
STRING = re.compile(r'"((?:\\.|[^"\\\n])*)"')
LABEL = re.compile(r"(\w+)\s*[=!]")
PARTS = re.compile(r"_(?:bucket|sum|count)$")
ADDED = {"job", "instance", "le"}  # by Prometheus, and by histograms


def table_of(text):
    """name: (type, labels)"""
    return {m[1]: (m[2], set(re.findall(r"`(\w+)`", m[3]))) for m in ROW.finditer(text)}


def table_problems(text):
    seen = set()
    for match in ROW.finditer(text):
        name, kind = match[1], match[2]
        if name in seen:
            yield match.start(), f"{name} is there twice"
        seen.add(name)
        if kind not in ("counter", "gauge", "histogram"):
            yield match.start(), f"{name}: {kind} is no type"
        if (kind == "counter") != name.endswith("_total"):
            yield match.start(), f"{name}: counters end in _total, and nothing else does"


def base_of(name, table):
    """The histogram behind a part of it, else the name itself."""
    base = PARTS.sub("", name)
    return base if table.get(base, ("",))[0] == "histogram" else name


def use_problems(text, table):
    for match in NAME.finditer(text):
        name = base_of(match[1], table)
        if name not in table:
            yield match.start(), f"{name} is not in {TABLE}"
            continue
        kind, labels = table[name]
        if kind == "histogram" and name == match[1]:
            yield match.start(), f"{name} is a histogram: ask for its _bucket, _sum or _count"
        for label in LABEL.findall(match[2] or ""):
            if label not in labels | ADDED:
                yield match.start(), f"{name} has no label {label}"


def main():
    root = root_argument()
    text = (root / TABLE).read_text(encoding="utf-8")
    table = table_of(text)
    violations = [(TABLE, line_of(text, offset), problem) for offset, problem in table_problems(text)]

    for path in sorted((root / USERS).glob("*.*")):
        used = path.read_text(encoding="utf-8")
        relative = path.relative_to(root).as_posix()
        violations += [(relative, line_of(used, offset), problem) for offset, problem in use_problems(used, table)]

    exported = set()
    for path in cpp_files(root, ("core/rest",)):
        code = without_comments(path.read_text(encoding="utf-8"))
        for string in STRING.finditer(code):
            for written, _ in NAME.findall(string[1]):
                name = base_of(written, table)
                exported.add(name)
                if name not in table:
                    place = (path.relative_to(root).as_posix(), line_of(code, string.start()))
                    violations.append((*place, f"{name} is not in {TABLE}"))
    for match in ROW.finditer(text):
        if exported and match[1] not in exported:
            violations.append((TABLE, line_of(text, match.start()), f"{match[1]} is exported nowhere"))
    finish("metrics", violations)


if __name__ == "__main__":
    main()
