#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the pages in the root against the tree: every path in them and every file they link to must be there.

usage: check_docs.py [ROOT]

A path is what stands in back quotes and begins with a folder of the root; it may leave out the ending (`core/base/error`
for error.h) and may be a pattern (`core/storage/*sqlrepository`). Placeholders (`<unit>`, `FILE`, `NNNN`, …) are let be.
"""

import re

from sources import finish, line_of, root_argument

FOLDERS = ("core", "ui", "app", "resources", "translations", "tests", "installer", ".ci")
QUOTED = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
PLACEHOLDER = re.compile(r"[<>…]|[A-Z]{3,}")
ENDINGS = ("", ".h", ".cpp", ".py", ".sh", ".sql")


def paths_in(quoted):
    """What looks like a path of ours among the words of a quotation."""
    for word in quoted.split():
        bare = word.strip(",;:").rstrip("/")
        if not re.match(r"(?:%s)/[\w.*]" % "|".join(re.escape(folder) for folder in FOLDERS), bare):
            continue
        if not PLACEHOLDER.search(bare):
            yield re.sub(r"(\.h)/\.cpp$", r"\1", bare)


def exists(root, path):
    return any(any(root.glob(path + ending)) if "*" in path else (root / (path + ending)).exists() for ending in ENDINGS)


def main():
    root = root_argument()
    violations = []
    for page in sorted(root.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        for match in QUOTED.finditer(text):
            for path in paths_in(match[1]):
                if not exists(root, path):
                    violations.append((page.name, line_of(text, match.start()), f"{path} does not exist"))
        for match in LINK.finditer(text):
            if "://" not in match[1] and not (root / match[1]).exists():
                violations.append((page.name, line_of(text, match.start()), f"the link to {match[1]} leads nowhere"))
    finish("docs", violations)


if __name__ == "__main__":
    main()
