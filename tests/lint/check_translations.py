#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds translations/*.ts complete: every text of the sources is there, finished, with all its forms and placeholders.

usage: check_translations.py [ROOT]

The file of the sources' own language (heliograph_en.ts) holds plural forms only. What the sources say is asked of lupdate
itself, on a copy; where it is not installed the comparison is left out, and said to be.
"""

import re
import shutil
import subprocess
import tempfile
from html import unescape
from pathlib import Path

from sources import cpp_files, finish, line_of, root_argument, without_comments

FOLDERS = ("core", "ui", "app")
PLURAL_FORMS = {"en": 2, "ru": 3}
CONTEXT = re.compile(r"<context>\s*<name>(.*?)</name>(.*?)</context>", re.DOTALL)
MESSAGE = re.compile(r"<message( numerus=\"yes\")?>(.*?)</message>", re.DOTALL)
TRANSLATION = re.compile(r"<translation(?: type=\"(\w+)\")?(?:/>|>(.*?)</translation>)", re.DOTALL)
FORM = re.compile(r"<numerusform>(.*?)</numerusform>|<numerusform/>", re.DOTALL)
PLACEHOLDER = re.compile(r"%L?(?:\d{1,2}|n)")
# lupdate does not look for a text inside of a call of tr() that is no literal.
HIDDEN = re.compile(r"\b(?:tr|translate)\(\s*QT_TR(?:ANSLATE)?_NOOP\w*\(")


def element(name, text):
    found = re.search(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
    return unescape(found[1]) if found else ""


def messages(text):
    """(context, source, comment, plural), translation's type, its forms, offset; for every message of a .ts file."""
    for context in CONTEXT.finditer(text):
        for message in MESSAGE.finditer(context[2]):
            translation = TRANSLATION.search(message[2])
            inner = (translation[2] or "") if translation else ""
            plural = bool(message[1])
            forms = [form[1] or "" for form in FORM.finditer(inner)] if plural else [inner]
            key = (unescape(context[1]), element("source", message[2]), element("comment", message[2]), plural)
            kind = translation[1] if translation else "unfinished"
            yield key, kind, [unescape(form) for form in forms], context.start(2) + message.start()


def blanks(text):
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def problems(key, kind, forms, language):
    _, source, _, plural = key
    if kind:
        yield "is obsolete" if kind in ("obsolete", "vanished") else f"is {kind}"
    elif not all(form.strip() for form in forms):
        yield "is empty"
    elif plural and len(forms) != PLURAL_FORMS.get(language, len(forms)):
        yield f"has {len(forms)} plural form(s) instead of {PLURAL_FORMS[language]}"
    else:
        wanted = set(PLACEHOLDER.findall(source))
        for form in forms:
            if set(PLACEHOLDER.findall(form)) != wanted:
                yield f"has other placeholders than {' '.join(sorted(wanted)) or 'none'}: “{form}”"
            if not plural and blanks(form) != blanks(source):
                yield "begins or ends with other blanks"


def lupdate():
    for name in ("/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate"):
        program = shutil.which(name)
        if program:
            return program
    return None


def keys_of_sources(root, program, plural_only):
    with tempfile.TemporaryDirectory() as folder:
        ts = Path(folder) / "fresh.ts"
        command = [program, *(f for f in FOLDERS if (root / f).is_dir()), "-I", str(root), "-locations", "none"]
        command += ["-silent", "-source-language", "en", "-target-language", "ru", "-ts", str(ts)]
        subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)
        return {key for key, *_ in messages(ts.read_text(encoding="utf-8")) if key[3] or not plural_only}


def main():
    root = root_argument()
    program = lupdate()
    if not program:
        print("lupdate is not installed: the translations are not compared with the sources")
    violations = []
    for path in sorted((root / "translations").glob("*.ts")):
        relative = path.relative_to(root).as_posix()
        language = path.stem.rsplit("_", 1)[-1]
        text = path.read_text(encoding="utf-8")
        known = set()
        for key, kind, forms, offset in messages(text):
            known.add(key)
            for problem in problems(key, kind, forms, language):
                violations.append((relative, line_of(text, offset), f'{key[0]}: "{key[1]}" {problem}'))
        if program:
            wanted = keys_of_sources(root, program, language == "en")
            for context, source, *_ in sorted(wanted - known):
                violations.append((relative, 1, f'{context}: "{source}" is missing; run update_translations'))
            for context, source, *_ in sorted(known - wanted):
                violations.append((relative, 1, f'{context}: "{source}" is said nowhere; run update_translations'))
    for path in cpp_files(root, FOLDERS):
        text = without_comments(path.read_text(encoding="utf-8"))
        for match in HIDDEN.finditer(text):
            place = (path.relative_to(root).as_posix(), line_of(text, match.start()))
            violations.append((*place, "lupdate does not find this text: give tr() the text itself"))
    finish("translations", violations)


if __name__ == "__main__":
    main()
