#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds every #include against the table of rooms: which room may know which, and which library.

usage: check_layers.py [ROOT]

The table says what ARCHITECTURE.md says; a change of one is a change of both. The list of exceptions stays empty.
Headers of the C++ standard are free to all; those of POSIX only where the table has "posix".
"""

import re

from sources import code_only, cpp_files, finish, line_of, root_argument, without_comments

DOMAIN = ("core/domain", "core/base")
BORDERS = ("core/interfaces",) + DOMAIN
WINDOW = ("Core", "Gui", "Widgets", "Charts", "Svg", "Concurrent")
EVERYTHING = WINDOW + ("Network", "Sql", "HttpServer", "posix")

# room: (rooms it may include besides itself, Qt modules and libraries it may include)
ROOMS = {
    "core/base": ((), ("Core", "tl", "posix")),
    "core/domain": (("core/base",), ("Core",)),
    "core/interfaces": (DOMAIN, ("Core",)),
    "core/csv": (DOMAIN, ("Core", "tl", "libcsv", "uchardet", "libxlsxwriter")),
    "core/json": (DOMAIN, ("Core", "Json")),
    "core/services": (BORDERS + ("core/csv", "core/json"), ("Core", "Json", "Concurrent")),
    "core/storage": (BORDERS, ("Core", "Json", "Sql", "posix")),
    "core/dispatch": (BORDERS, ("Core",)),
    "core/gateways": (BORDERS + ("core/json",), ("Core", "Json", "Network")),
    "core/secrets": (("core/interfaces", "core/base"), ("Core", "libsodium", "qtkeychain", "posix")),
    "core/settings": (("core/interfaces", "core/base"), ("Core", "QSettings")),
    "core/simulator": (("core/base",), ("Core", "Json", "Network", "HttpServer", "posix")),
    "core/rest": (BORDERS + ("core/services", "core/json"), ("Core", "Json", "Network", "HttpServer")),
    "ui": (BORDERS + ("core/services", "core/settings"), WINDOW),
    "resources": ((), ("Core",)),
}

# What is in Core, but not for everybody.
RESERVED = {
    "QSettings": "QSettings",
    "QJsonArray": "Json",
    "QJsonDocument": "Json",
    "QJsonObject": "Json",
    "QJsonParseError": "Json",
    "QJsonValue": "Json",
}

LIBRARIES = {
    "csv.h": "libcsv",
    "uchardet/uchardet.h": "uchardet",
    "xlsxwriter.h": "libxlsxwriter",
    "sodium.h": "libsodium",
    "qt6keychain/keychain.h": "qtkeychain",
    "tl/expected.hpp": "tl",
}

# A Qt class belongs to the first module whose pattern fits its header; to Core if none does.
QT_MODULES = (
    ("Sql", r"QSql\w*|QtSql"),
    ("HttpServer", r"QHttpServer\w*|QAbstractHttpServer|QtHttpServer"),
    (
        "Network",
        r"QNetwork\w+|QSsl\w*|QTcp\w+|QUdp\w+|QLocalS(?:ocket|erver)|QAbstractSocket|QHost\w+|QHttp\w+|QDns\w+|QAuthenticator"
        r"|QHsts\w+|QOcsp\w+|QtNetwork",
    ),
    ("Concurrent", r"QtConcurrent\w*"),
    (
        "Charts",
        r"Q(?:Chart\w*|\w+Series|Legend\w*|\w+Axis|BarSet|PieSlice|AreaLegendMarker|\w+LegendMarker|\w+ModelMapper|BoxSet"
        r"|CandlestickSet)|QtCharts",
    ),
    ("Svg", r"QSvg\w+|QGraphicsSvgItem|QtSvg\w*"),
    (
        "Gui",
        r"Q(?:Accessible\w*|Action\w*|Brush|Clipboard|Color|Cursor|DesktopServices|Drag|\w*Gradient|Font\w*|Glyph\w*|GuiApplication"
        r"|Icon\w*|Image\w*|KeySequence|Matrix4x4|Movie|OffscreenSurface|Paint\w*|Palette|Pen|Picture|Pixmap\w*|Polygon\w*|RasterWindow"
        r"|Regexp?\w*Validator|IntValidator|DoubleValidator|Validator|Region|RgbA?\w*|Screen|SessionManager|Shortcut\w*"
        r"|StandardItem\w*|StaticText|StyleHints|Surface\w*|SyntaxHighlighter|Text(?:Block\w*|Char\w*|Cursor|Document\w*|Format"
        r"|Frame\w*|Item|Layout|List\w*|Object\w*|Option|Table\w*)|Transform|Undo(?:Command|Stack|Group)|Vector[234]D|Window"
        r"|\w+Event)|QtGui",
    ),
    (
        "Widgets",
        r"Q(?:Abstract(?:Button|Item(?:View|Delegate)|ScrollArea|SpinBox|Slider)|Application|\w*Layout\w*|BoxLayout|Button\w*"
        r"|Calendar\w*|Check\w*|ColorDialog|Column\w*|Combo\w*|CommandLinkButton|Common\w*|Completer|DataWidgetMapper"
        r"|Date(?:Edit|TimeEdit)|TimeEdit|DesktopWidget|Dial\w*|Dock\w*|Error\w+|File(?:Dialog|IconProvider)|FocusFrame"
        r"|FontDialog|FontComboBox|Frame|Graphics\w+|Group\w*|HeaderView|Input\w*|ItemDelegate|ItemEditor\w*|KeySequenceEdit"
        r"|Label|LCDNumber|Line\w*|List(?:View|Widget\w*)|MainWindow|Mdi\w*|Menu\w*|MessageBox|Plain\w*|Progress\w*|Proxy(?:Style)"
        r"|PushButton|Radio\w*|RubberBand|Scroll(?:Area|Bar|er\w*)|SizeGrip|SizePolicy|Slider|SpacerItem|Spin\w*|DoubleSpinBox"
        r"|Splash\w*|Splitter\w*|Stack(?:ed)\w*|Status(?:Bar)|Style(?!Hints)\w*|StyledItemDelegate|SystemTray\w*|Tab(?:Bar|Widget|le\w*)"
        r"|Text(?:Browser|Edit)|ToolB(?:ar|ox|utton)|ToolTip|Tree(?:View|Widget\w*)|UndoView|WhatsThis|Widget\w*|Wizard\w*)|QtWidgets",
    ),
    ("Test", r"QTest\w*|QSignalSpy|QAbstractItemModelTester|QtTest"),
    ("DBus", r"QDBus\w+|QtDBus"),
    ("Qml", r"QQml\w+|QJS\w+|QQuick\w+"),
)
IN_CORE_AFTER_ALL = {
    "QEvent", "QTimerEvent", "QChildEvent", "QDynamicPropertyChangeEvent", "QAbstractItemModel", "QAbstractListModel",
    "QAbstractTableModel", "QAbstractProxyModel", "QFileInfo", "QFileDevice", "QFileSystemWatcher", "QStringListModel",
    "QLineF", "QLine", "QListIterator", "QTextStream", "QTextBoundaryFinder", "QCommandLineOption", "QCommandLineParser",
    "QCalendar", "QItemSelection", "QItemSelectionModel", "QItemSelectionRange",
}

POSIX = re.compile(r"(?:sys|netinet|arpa|net|linux)/\w+\.h|(?:unistd|dlfcn|fcntl|signal|pwd|termios|poll|errno|sched)\.h")
STANDARD = re.compile(r"[a-z_0-9]+")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
FREE_TEST_FOLDERS = ("e2e", "bench", "support")


def library_of(header):
    """The module or library of a header in <>; nothing: the C++ standard; "?": nobody knows."""
    if header in LIBRARIES:
        return LIBRARIES[header]
    if POSIX.fullmatch(header):
        return "posix"
    if STANDARD.fullmatch(header):
        return None
    name = header.rsplit("/", 1)[-1]
    if name in RESERVED:
        return RESERVED[name]
    if not name.startswith("Q"):
        return "?"
    if name not in IN_CORE_AFTER_ALL:
        for module, pattern in QT_MODULES:
            if re.fullmatch(pattern, name):
                return module
    return "Core"


def room_of(path):
    """`core/csv` of `core/csv/csvreader.h`; nothing for what is in no room."""
    parts = path.split("/")
    if parts[0] == "core":
        return "/".join(parts[:2]) if len(parts) > 2 else None
    return parts[0] if parts[0] in ("ui", "app", "resources", "tests") and len(parts) > 1 else None


def forbidden_room(path, room, target):
    """Why a file of `room` may not include a file of `target`; nothing: it may."""
    if target is None:
        return "is in no room; includes are written from the root"
    if target == room or room == "app":
        return None if target != "tests" or room == "tests" else "belongs to the tests"
    if room == "tests":
        return None  # held to the linker: a test links the room that it tests
    if target not in ROOMS[room][0]:
        return f"is in {target}, which {room} must not know"
    return None


def check(root, path):
    relative = path.relative_to(root).as_posix()
    room = room_of(relative)
    if room is None:
        return [(relative, 1, "a source outside of every room")]
    if room not in ROOMS and room not in ("app", "tests"):
        return [(relative, 1, f"{room} is not in the table of rooms")]
    text = without_comments(path.read_text(encoding="utf-8"))
    violations = []
    for match in INCLUDE.finditer(text):
        own, library = match[1], match[2]
        problem = None
        if own is not None:
            if own.endswith((".moc", ".cpp")) and "/" not in own:
                problem = None if own.endswith(".moc") else "a .cpp is not included"
            elif own.endswith(".cpp"):
                problem = "a .cpp is not included"
            elif not (root / own).is_file():
                problem = "does not exist; includes are written from the root"
            else:
                problem = forbidden_room(relative, room, room_of(own))
        else:
            module = library_of(library)
            if module == "?":
                problem = "is of no library in the table"
            elif module is not None and room in ROOMS and module not in ROOMS[room][1]:
                problem = f"is of {module}, which {room} must not know"
            elif module in ("Test", "DBus", "Qml") and room == "app":
                problem = f"is of {module}, which no product code uses"
            elif module == "QSettings" and room == "app":
                problem = "is for core/settings only"
        if problem:
            violations.append((relative, line_of(text, match.start(0)), f"{own or library} {problem}"))
    return violations


def main():
    root = root_argument()
    violations = []
    for path in cpp_files(root, ("core", "ui", "app", "resources", "tests")):
        violations += check(root, path)
    finish("layers", violations)


if __name__ == "__main__":
    main()
