#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the error codes of the sources against the sentences of core/base/errorsentences.cpp, in both directions.

usage: check_error_codes.py [ROOT]

A code counts as used where it is given to Error::make, Error::invalidField or FieldError, to a function of ours that has
a parameter `const char *code`, where it is assigned to or compared with something named `code`, or wherever a string has
the form `thing:case`. The table must be sorted, without doubles, its sentences end like sentences, and their placeholders
count up from %1. An entry “code argument” is the sentence of a code with this argument; the sources have to mention both.
"""

import re

from sources import cpp_files, finish, line_of, root_argument, without_comments

TABLE = "core/base/errorsentences.cpp"
ENTRY = re.compile(r'\{\s*"([^"]+)",\s*QT_TRANSLATE_NOOP\("Error",\s*((?:"(?:\\.|[^"\\])*"\s*)+)\)\}')
STRING = re.compile(r'"((?:\\.|[^"\\\n])*)"')
CODE = re.compile(r"[a-z][a-z0-9_]*(?:[.:][a-z0-9_]+)*")
FIELD_CODE = re.compile(r"[a-z][a-z_]*:[a-z][a-z0-9_]*")
HELPER = re.compile(r"\b([A-Za-z_]\w*)\(((?:[^()]|\([^()]*\))*?\bconst (?:char \*|QString &)code\b(?:[^()]|\([^()]*\))*)\)")
NAMED_CODE = re.compile(r"\b(?:code|Code|m_code)\b\s*(?:=|==|!=)([^;]*?)[;)]")
# Where the code stands among the arguments.
KNOWN_CALLS = {"Error::make": 1, "Error::invalidField": 1, "FieldError": 1}


def split_arguments(text, start):
    """The arguments of the call whose opening bracket stands at `start`."""
    arguments, depth, begin, position, quoted = [], 0, start + 1, start, False
    while position < len(text):
        character = text[position]
        if quoted:
            if character == "\\":
                position += 1
            elif character == '"':
                quoted = False
        elif character == '"':
            quoted = True
        elif character in "({[":
            depth += 1
        elif character in ")}]":
            depth -= 1
            if depth == 0:
                arguments.append(text[begin:position])
                return arguments
        elif character == "," and depth == 1:
            arguments.append(text[begin:position])
            begin = position + 1
        position += 1
    return arguments


def codes_in(text):
    return [string for string in STRING.findall(text) if CODE.fullmatch(string)]


def helpers(text):
    """Functions with a parameter `code`: name → its place."""
    found = {}
    for match in HELPER.finditer(text):
        parameters = split_arguments(match[0], match[0].index("("))
        for place, parameter in enumerate(parameters):
            if re.search(r"\bcode\b", parameter):
                found[match[1]] = place
    return found


def used_codes(text, calls):
    """(code, offset) wherever one is used."""
    for name, place in calls.items():
        for match in re.finditer(r"(?<![\w:])(?:core::)?" + re.escape(name) + r"\s*([({])", text):
            arguments = split_arguments(text, match.start(1))
            if place < len(arguments):
                for code in codes_in(arguments[place]):
                    yield code, match.start()
    for match in NAMED_CODE.finditer(text):
        for code in codes_in(match[1]):
            yield code, match.start()
    for match in STRING.finditer(text):
        if FIELD_CODE.fullmatch(match[1]):
            yield match[1], match.start()


def table_problems(text, entries):
    codes = [code for code, _, _ in entries]
    for before, (code, _, offset) in zip(codes, entries[1:]):
        if code == before:
            yield offset, f"{code} is there twice"
        elif code < before:
            yield offset, f"{code} stands after {before}: the table is sorted"
    for code, sentence, offset in entries:
        numbers = {int(number) for number in re.findall(r"%(\d)", sentence)}
        if numbers != set(range(1, len(numbers) + 1)):
            yield offset, f"{code}: placeholders are not %1 … %{len(numbers)}"
        if not re.search(r"(?:[.?!]|%\d)$", sentence):
            yield offset, f"{code}: the sentence has no end"
    declared = len(re.findall(r"QT_TRANSLATE_NOOP", text))
    if declared != len(entries):
        yield 0, f"{declared} sentences, but only {len(entries)} of them can be read"


def main():
    root = root_argument()
    table = without_comments((root / TABLE).read_text(encoding="utf-8"))
    entries = [("".join(m[1]), "".join(STRING.findall(m[2])), m.start()) for m in ENTRY.finditer(table)]
    known = {code for code, _, _ in entries}
    violations = [(TABLE, line_of(table, offset), problem) for offset, problem in table_problems(table, entries)]

    mentioned = set()
    shared = dict(KNOWN_CALLS)
    texts = {}
    for path in cpp_files(root, ("core", "ui", "app")):
        relative = path.relative_to(root).as_posix()
        if relative != TABLE:
            texts[relative] = without_comments(path.read_text(encoding="utf-8"))
            if relative.endswith(".h"):
                shared.update(helpers(texts[relative]))
    for relative, text in texts.items():
        mentioned.update(STRING.findall(text))
        reported = set()
        for code, offset in used_codes(text, shared | helpers(text)):
            place = (code, line_of(text, offset))
            if code not in known and place not in reported:
                reported.add(place)
                violations.append((relative, place[1], f'"{code}" has no sentence in {TABLE}'))
    for code, _, offset in entries:
        if not mentioned.issuperset(code.split(" ")):
            violations.append((TABLE, line_of(table, offset), f'"{code}" is used nowhere'))
    finish("error codes", violations)


if __name__ == "__main__":
    main()
