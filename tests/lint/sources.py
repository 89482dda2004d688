# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints share: finding the sources of a tree, and reading them without comments."""

import re
import sys
from pathlib import Path

PRODUCT = ("core", "ui", "app", "resources")
_LEXEME = re.compile(
    r'(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<string>R"\((?:.*?)\)"|"(?:\\.|[^"\\\n])*")|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL
)


def cpp_files(root, folders):
    """Every .h and .cpp below the folders, sorted."""
    found = []
    for folder in folders:
        for suffix in ("*.h", "*.cpp"):
            found += (Path(root) / folder).rglob(suffix)
    return sorted(found)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(text):
    """The text with comments blanked; every line and column stays where it was."""
    return _LEXEME.sub(lambda m: _blank(m[0]) if m["comment"] else m[0], text)


def code_only(text):
    """The text with comments and the insides of strings blanked."""
    return _LEXEME.sub(lambda m: _blank(m[0]), text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def finish(name, violations):
    """Prints `file:line: what is wrong` for each violation and ends the program: 0 without any, else 1."""
    for path, line, problem in violations:
        print(f"{path}:{line}: {problem}")
    print(f"{name}: {len(violations)} violation(s)" if violations else f"{name}: clean")
    sys.exit(1 if violations else 0)


def root_argument():
    return Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[2])
