#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the sources against what no compiler checks: licence lines, @file paragraphs, sizes, forbidden calls, test data.

usage: check_sources.py [ROOT]

Product code is core, ui, app and resources; a rule says whether it holds for tests too.
"""

import re

from sources import PRODUCT, code_only, cpp_files, finish, line_of, root_argument, without_comments

SPDX = (
    "SPDX-FileCopyrightText: 2026 Heliograph contributors",
    "SPDX-License-Identifier: GPL-3.0-or-later",
)
MAX_LINES = 500

# (what must not stand in code, why, whether it holds for tests too)
FORBIDDEN_CALLS = (
    (r"\bprocessEvents\s*\(", "processEvents: other code would run in the middle of this", False),
    (r"\bQEventLoop\b", "a nested event loop", False),
    (r"\b(?:QThread|std::this_thread)::(?:m|u)?sleep\w*", "a sleep", True),
    (r"\bq(?:Wait|Sleep)\s*\(", "a fixed wait", True),
    (r"(?:\.|->)terminate\s*\(", "terminate: locks and files would stay as they are", False),
    (r"\b\w*(?:[dD]ialog|[bB]ox)\w*(?:\.|->)exec\s*\(", "exec() of a dialog: open() it", False),
    (r"\b(?:static\s+)?\w+\s*[&*]\s*instance\s*\(\s*\)\s*[{;]", "a singleton", False),
    (r"\bfriend\s+class\s+\w*Test\b", "a friend for a test", True),
    (r"\bstd::abort\s*\(|\bqFatal\s*\(", "abort: data must not end the program", False),
    (r"^\s*using\s+namespace\b.*(?=\n)", "using namespace in a header", None),
)
FORBIDDEN_NOTES = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
FOLDERS_WITH_SPDX = ("core", "ui", "app", "resources", "tests", "installer", "cmake", ".ci")


def starts_with_spdx(text):
    head = [line for line in text.splitlines()[:4] if not line.startswith("#!") and line not in ("<?xml", "")]
    return len(head) >= 2 and all(wanted in line for wanted, line in zip(SPDX, head))


def check_cpp(relative, text, is_product):
    is_header = relative.endswith(".h")
    lines = text.count("\n")
    if lines > MAX_LINES:
        yield 1, f"{lines} lines; split it by purpose (at most {MAX_LINES})"
    if is_header:
        if not re.search(r"/\*\*\s*\n \* @file\s*\n \* \S", text):
            yield 1, "a header begins with a @file paragraph"
        if "#pragma once" not in text:
            yield 1, "no #pragma once"
    for number, line in enumerate(text.splitlines(), 1):
        if "\t" in line or line != line.rstrip():
            yield number, "a tab, or blanks at the end of the line"
    for match in FORBIDDEN_NOTES.finditer(text):
        yield line_of(text, match.start()), f"{match[0]}: finish it, or open an issue"
    code = code_only(text)
    for pattern, problem, in_tests in FORBIDDEN_CALLS:
        if in_tests is None and not is_header or in_tests is False and not is_product:
            continue
        for match in re.finditer(pattern, code, re.MULTILINE):
            yield line_of(code, match.start()), problem


def check_test_registration(relative, text):
    """A QtTest file that forgets its last two lines would never run."""
    if not re.search(r"^QTEST_(?:GUILESS_|APPLESS_)?MAIN\(", text, re.MULTILINE):
        yield 1, "no QTEST_MAIN"
    moc = relative.rsplit("/", 1)[-1].replace(".cpp", ".moc")
    if f'#include "{moc}"' not in text:
        yield 1, f'no #include "{moc}"'


def main():
    root = root_argument()
    violations = []
    for path in cpp_files(root, PRODUCT + ("tests",)):
        relative = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        problems = list(check_cpp(relative, text, not relative.startswith("tests/")))
        if re.fullmatch(r"tests/\w+/\w+test\.cpp", relative):
            problems += check_test_registration(relative, without_comments(text))
        violations += [(relative, line, problem) for line, problem in problems]

    for folder in FOLDERS_WITH_SPDX:
        for path in sorted((root / folder).rglob("*")):
            named = path.suffix in (".h", ".cpp", ".py", ".sh", ".cmake", ".sql") or path.name in ("CMakeLists.txt", "run")
            if not named or not path.is_file() or "data" in path.relative_to(root).parts:
                continue
            if not starts_with_spdx(path.read_text(encoding="utf-8")):
                violations.append((path.relative_to(root).as_posix(), 1, "does not begin with the two SPDX lines"))
    finish("sources", violations)


if __name__ == "__main__":
    main()
