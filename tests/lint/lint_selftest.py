#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that the lints find what they are for: each gets a small clean tree, then the same with one thing broken."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from check_translations import lupdate

HERE = Path(__file__).resolve().parent
SPDX = "// SPDX-FileCopyrightText: 2026 Heliograph contributors\n// SPDX-License-Identifier: GPL-3.0-or-later\n\n"
HEADER = SPDX + "/**\n * @file\n * Says something.\n */\n#pragma once\n\n"


def sentence(code, text="It happened."):
    return f'    {{"{code}", QT_TRANSLATE_NOOP("Error", "{text}")}},\n'


class LintTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.write("core/base/error.h", HEADER)
        self.write("core/domain/client.h", HEADER + '#include "core/base/error.h"\n\n#include <QString>\n#include <vector>\n')
        self.write("core/domain/client.cpp", SPDX + 'auto e = Error::make(ErrorKind::NotFound, "client.unknown");\n')
        self.write("core/base/errorsentences.cpp", SPDX + sentence("client.unknown"))

    def write(self, path, text):
        target = Path(self.folder.name) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def run_lint(self, lint):
        return subprocess.run(
            [sys.executable, str(HERE / lint), self.folder.name], capture_output=True, text=True, check=False
        )

    def assert_clean(self, lint):
        result = self.run_lint(lint)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def assert_finds(self, lint, place, problem):
        result = self.run_lint(lint)
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        self.assertTrue(
            any(line.startswith(place) and problem in line for line in result.stdout.splitlines()), result.stdout
        )


class LayersTest(LintTest):
    lint = "check_layers.py"

    def test_accepts_the_arrows_of_the_house(self):
        self.write("ui/mainwindow.cpp", SPDX + '#include "core/domain/client.h"\n#include <QMainWindow>\n#include <QChartView>\n')
        self.write("core/storage/connection.cpp", SPDX + "#include <QSqlDatabase>\n#include <memory>\n")
        self.write("app/application.cpp", SPDX + '#include "core/domain/client.h"\n#include <QSqlDatabase>\n#include <QTcpServer>\n')
        self.write("tests/domain/clienttest.cpp", SPDX + '#include "core/domain/client.h"\n#include <QTest>\n#include "clienttest.moc"\n')
        self.assert_clean(self.lint)

    def test_finds_an_arrow_that_points_up(self):
        self.write("core/base/error.h", HEADER + '#include "core/domain/client.h"\n')
        self.assert_finds(self.lint, "core/base/error.h:10:", "which core/base must not know")

    def test_finds_rooms_side_by_side(self):
        self.write("core/storage/connection.h", HEADER)
        self.write("core/dispatch/dispatcher.cpp", SPDX + '#include "core/storage/connection.h"\n')
        self.assert_finds(self.lint, "core/dispatch/dispatcher.cpp:4:", "core/storage")

    def test_finds_a_library_that_a_room_must_not_know(self):
        for room, header, module in (
            ("core/domain", "QSqlQuery", "Sql"),
            ("core/domain", "QJsonObject", "Json"),
            ("core/services", "QUrlQuery", None),
            ("core/services", "QNetworkReply", "Network"),
            ("core/dispatch", "QWidget", "Widgets"),
            ("core/dispatch", "QPainter", "Gui"),
            ("ui", "QSqlDatabase", "Sql"),
            ("ui", "QNetworkAccessManager", "Network"),
            ("ui", "QSettings", "QSettings"),
            ("core/gateways", "QHttpServer", "HttpServer"),
            ("core/csv", "sodium.h", "libsodium"),
            ("core/domain", "unistd.h", "posix"),
            ("core/interfaces", "boost/asio.hpp", "no library"),
        ):
            with self.subTest(room=room, header=header):
                self.write(f"{room}/probe.cpp", SPDX + f"#include <{header}>\n")
                if module:
                    self.assert_finds(self.lint, f"{room}/probe.cpp:4:", module)
                else:
                    self.assert_clean(self.lint)
                (Path(self.folder.name) / room / "probe.cpp").unlink()

    def test_finds_includes_that_are_not_written_from_the_root(self):
        self.write("core/domain/client.cpp", SPDX + '#include "client.h"\n')
        self.assert_finds(self.lint, "core/domain/client.cpp:4:", "from the root")

    def test_finds_an_included_cpp(self):
        self.write("tests/domain/clienttest.cpp", SPDX + '#include "core/domain/client.cpp"\n')
        self.assert_finds(self.lint, "tests/domain/clienttest.cpp:4:", "a .cpp is not included")

    def test_finds_product_code_that_knows_the_tests(self):
        self.write("tests/support/manualclock.h", HEADER)
        self.write("app/application.cpp", SPDX + '#include "tests/support/manualclock.h"\n')
        self.assert_finds(self.lint, "app/application.cpp:4:", "tests")

    def test_finds_a_room_that_is_not_in_the_table(self):
        self.write("core/utils/helper.h", HEADER)
        self.assert_finds(self.lint, "core/utils/helper.h:1:", "not in the table")

    def test_does_not_mind_comments(self):
        self.write("core/domain/client.cpp", SPDX + '// #include <QSqlQuery>\n/*\n#include <QWidget>\n*/\n')
        self.assert_clean(self.lint)


class ErrorCodesTest(LintTest):
    lint = "check_error_codes.py"

    def test_accepts_codes_with_sentences(self):
        self.assert_clean(self.lint)

    def test_finds_a_code_without_a_sentence(self):
        for code in (
            'Error::make(ErrorKind::Conflict, "client.gone", {a, f(b)})',
            'Error::invalidField("phone", "gone", {x})',
            'errors += FieldError{field, QStringLiteral("gone"), {}}',
            'QStringLiteral("phone:gone")',
            'Error::make(kind(a, b), a ? "client.unknown" : "client.gone")',
        ):
            with self.subTest(code=code):
                self.write("core/domain/probe.cpp", SPDX + f"void f()\n{{\n    {code};\n}}\n")
                self.assert_finds(self.lint, "core/domain/probe.cpp:6:", 'gone" has no sentence')

    def test_follows_functions_that_take_a_code(self):
        self.write(
            "core/domain/probe.cpp",
            SPDX + "Failure refused(const char *field, const char *code);\nauto f = refused(\"phone\", \"gone\");\n",
        )
        self.assert_finds(self.lint, "core/domain/probe.cpp:5:", '"gone" has no sentence')

    def test_finds_a_sentence_that_nobody_uses(self):
        self.write("core/base/errorsentences.cpp", SPDX + sentence("client.unknown") + sentence("unused.code"))
        self.assert_finds(self.lint, "core/base/errorsentences.cpp:5:", "is used nowhere")

    def test_an_argument_may_have_a_sentence_of_its_own(self):
        table = sentence("client.unknown") + sentence("client.unknown vip")
        self.write("core/base/errorsentences.cpp", SPDX + table)
        self.assert_finds(self.lint, "core/base/errorsentences.cpp:5:", "is used nowhere")
        self.write("core/domain/probe.cpp", SPDX + 'const char *word = "vip";\n')
        self.assert_clean(self.lint)

    def test_finds_disorder_in_the_table(self):
        for table, problem in (
            (sentence("client.unknown") + sentence("client.unknown"), "twice"),
            (sentence("client.unknown") + sentence("b.first"), "sorted"),
            (sentence("client.unknown", "Lost"), "no end"),
            (sentence("client.unknown", "Lost %2."), "placeholders"),
        ):
            with self.subTest(problem=problem):
                self.write("core/base/errorsentences.cpp", SPDX + table)
                self.assert_finds(self.lint, "core/base/errorsentences.cpp:", problem)


class SourcesTest(LintTest):
    lint = "check_sources.py"

    def test_accepts_what_is_as_it_should_be(self):
        self.write("ui/probe.cpp", SPDX + 'const char *text = "processEvents(); TO" "DO"; // QEventLoop is not used here\n')
        self.write("tests/domain/clienttest.cpp", SPDX + 'QTEST_GUILESS_MAIN(T)\n#include "clienttest.moc"\n')
        self.assert_clean(self.lint)

    def test_finds_missing_licence_lines(self):
        for path in ("core/domain/probe.cpp", "tests/lint/probe.py", "installer/probe.sh", "core/storage/sql/common/probe.sql"):
            with self.subTest(path=path):
                self.write(path, "\n")
                self.assert_finds(self.lint, f"{path}:1:", "SPDX")

    def test_finds_a_header_without_its_paragraph(self):
        self.write("core/domain/probe.h", SPDX + "#pragma once\n")
        self.assert_finds(self.lint, "core/domain/probe.h:1:", "@file")

    def test_finds_files_that_are_too_long(self):
        self.write("core/domain/probe.cpp", SPDX + "\n" * 500)
        self.assert_finds(self.lint, "core/domain/probe.cpp:1:", "split it")

    def test_finds_tabs_and_blanks_at_the_end(self):
        for line in ("\tint x;", "int x; "):
            with self.subTest(line=line):
                self.write("core/domain/probe.cpp", SPDX + line + "\n")
                self.assert_finds(self.lint, "core/domain/probe.cpp:4:", "blanks")

    def test_finds_what_must_not_be_in_product_code(self):
        for code, problem in (
            ("QCoreApplication::processEvents();", "processEvents"),
            ("QEventLoop loop;", "nested event loop"),
            ("QThread::msleep(5);", "a sleep"),
            ("std::this_thread::sleep_for(1s);", "a sleep"),
            ("m_thread->terminate();", "terminate"),
            ("dialog->exec();", "open() it"),
            ("static Session *instance();", "singleton"),
            ("std::abort();", "abort"),
            ("// TO" + "DO: later", "TO" + "DO"),
        ):
            with self.subTest(code=code):
                self.write("core/domain/probe.cpp", SPDX + code + "\n")
                self.assert_finds(self.lint, "core/domain/probe.cpp:4:", problem)

    def test_finds_fixed_waits_in_tests(self):
        self.write("tests/domain/clienttest.cpp", SPDX + "QTest::qWait(5);\n")
        self.assert_finds(self.lint, "tests/domain/clienttest.cpp:4:", "fixed wait")

    def test_finds_a_test_that_would_never_run(self):
        self.write("tests/domain/clienttest.cpp", SPDX)
        self.assert_finds(self.lint, "tests/domain/clienttest.cpp:1:", "QTEST_MAIN")
        self.assert_finds(self.lint, "tests/domain/clienttest.cpp:1:", "clienttest.moc")


class DocsTest(LintTest):
    lint = "check_docs.py"

    def test_accepts_what_is_there(self):
        self.write(
            "README.md",
            "`core/domain/client.h`, `core/domain/client`, `core/domain/`, `core/*/client.cpp`, `tests/<room>/<unit>test.cpp`\n"
            "[pages](README.md), [elsewhere](https://example.org/none), `/tmp/none`, `application/json`\n",
        )
        self.assert_clean(self.lint)

    def test_finds_paths_that_are_gone(self):
        for path in ("core/domain/gone.h", "core/domain/gone", "core/*/gone", "installer/gone.sh"):
            with self.subTest(path=path):
                self.write("README.md", f"first\nsee `{path} --option`\n")
                self.assert_finds(self.lint, "README.md:2:", f"{path} does not exist")

    def test_finds_links_that_lead_nowhere(self):
        self.write("README.md", "![picture](resources/gone.png)\n")
        self.assert_finds(self.lint, "README.md:1:", "leads nowhere")


class MetricsTest(LintTest):
    lint = "check_metrics.py"

    def setUp(self):
        super().setUp()
        self.write_table("gauge", "counter", "histogram")
        self.ask('sum by (gateway) (rate(heliograph_send_seconds_bucket{job=\\"x\\", gateway=~\\".*\\"}[1m]))')

    def write_table(self, leases, requests, send, requests_name="heliograph_requests_total"):
        self.write(
            "resources/metrics.md",
            f"# Metrics\n\n| name | type | labels |\n|---|---|---|\n| `heliograph_leases` | {leases} | – |\n"
            f"| `{requests_name}` | {requests} | `kind` |\n| `heliograph_send_seconds` | {send} | `gateway` |\n",
        )

    def ask(self, expression):
        self.write("installer/monitoring/dashboard.json", f'{{\n"expr": "{expression}"\n}}\n')

    def test_accepts_names_of_the_table(self):
        self.assert_clean(self.lint)
        self.write("installer/monitoring/README.md", "`sum(heliograph_leases) > 5`\n")
        self.assert_clean(self.lint)

    def test_finds_what_nobody_exports_in_the_dashboard(self):
        for expression, problem in (
            ("heliograph_lease", "heliograph_lease is not in"),
            ("heliograph_leases_count", "heliograph_leases_count is not in"),
            ("rate(heliograph_send_seconds[1m])", "is a histogram"),
            ('heliograph_leases{gateway=\\"main\\"}', "heliograph_leases has no label gateway"),
        ):
            with self.subTest(expression=expression):
                self.ask(expression)
                self.assert_finds(self.lint, "installer/monitoring/dashboard.json:2:", problem)

    def test_finds_a_table_against_the_conventions(self):
        self.write_table("number", "counter", "histogram")
        self.assert_finds(self.lint, "resources/metrics.md:5:", "number is no type")
        self.write_table("counter", "counter", "histogram")
        self.assert_finds(self.lint, "resources/metrics.md:5:", "counters end in _total")
        self.write_table("gauge", "counter", "histogram", "heliograph_leases")
        self.assert_finds(self.lint, "resources/metrics.md:6:", "is there twice")

    def test_compares_with_what_is_exported(self):
        self.write("core/rest/metrics.cpp", SPDX + 'add("heliograph_leases");\nadd("heliograph_shoes");\n// "heliograph_x"\n')
        self.assert_finds(self.lint, "core/rest/metrics.cpp:5:", "heliograph_shoes is not in")
        self.assert_finds(self.lint, "resources/metrics.md:6:", "heliograph_requests_total is exported nowhere")


class TranslationsTest(LintTest):
    lint = "check_translations.py"

    def setUp(self):
        super().setUp()
        self.write("core/domain/probe.cpp", SPDX + 'auto t = QCoreApplication::translate("Probe", "Sent to %1");\n')
        self.write("core/base/errorsentences.cpp", SPDX)
        self.write_ts("<source>Sent to %1</source>", "<translation>Отправлено %1</translation>")

    def write_ts(self, source, translation, numerus=""):
        self.write(
            "translations/heliograph_ru.ts",
            f'<TS version="2.1" language="ru">\n<context>\n    <name>Probe</name>\n    <message{numerus}>\n'
            f"        {source}\n        {translation}\n    </message>\n</context>\n</TS>\n",
        )

    def test_accepts_a_complete_translation(self):
        self.assert_clean(self.lint)

    def test_finds_what_is_not_finished(self):
        for translation, problem in (
            ('<translation type="unfinished">Отправлено %1</translation>', "is unfinished"),
            ('<translation type="vanished">Отправлено %1</translation>', "is obsolete"),
            ("<translation></translation>", "is empty"),
            ("<translation>Отправлено %2</translation>", "other placeholders"),
            ("<translation> Отправлено %1</translation>", "other blanks"),
        ):
            with self.subTest(problem=problem):
                self.write_ts("<source>Sent to %1</source>", translation)
                self.assert_finds(self.lint, "translations/heliograph_ru.ts:4:", problem)

    def test_finds_a_missing_plural_form(self):
        forms = "<numerusform>%n часть</numerusform><numerusform>%n части</numerusform>"
        self.write_ts("<source>%n part(s)</source>", f"<translation>{forms}</translation>", ' numerus="yes"')
        self.assert_finds(self.lint, "translations/heliograph_ru.ts:4:", "2 plural form(s) instead of 3")

    def test_finds_a_text_that_lupdate_would_not_find(self):
        self.write("core/domain/probe.cpp", SPDX + 'auto t = tr(QT_TRANSLATE_NOOP("Probe", "Sent to %1"));\n')
        self.assert_finds(self.lint, "core/domain/probe.cpp:4:", "lupdate does not find this text")

    @unittest.skipUnless(lupdate(), "lupdate is not installed")
    def test_compares_with_the_sources(self):
        self.write("core/domain/probe.cpp", SPDX + 'auto t = QCoreApplication::translate("Probe", "Gone to %1");\n')
        self.assert_finds(self.lint, "translations/heliograph_ru.ts:1:", '"Gone to %1" is missing')
        self.assert_finds(self.lint, "translations/heliograph_ru.ts:1:", '"Sent to %1" is said nowhere')


if __name__ == "__main__":
    unittest.main()
