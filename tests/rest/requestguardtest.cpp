// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/requestguard.h"

#include "core/rest/answers.h"
#include "tests/support/logcapture.h"
#include "tests/support/manualclock.h"

#include <QPromise>
#include <QtTest>

using namespace core::rest;

namespace tests {

class RequestGuardTest : public QObject
{
    Q_OBJECT

    using Whose = QPromise<core::Result<core::domain::Actor>>;

    ManualClock m_clock{at("2024-03-01T08:00:00Z")};
    QList<std::shared_ptr<Whose>> m_asked;

    std::unique_ptr<RequestGuard> guard()
    {
        const GuardQuestions questions{.whose =
                                           [this](const QString &) {
                                               m_asked << std::make_shared<Whose>();
                                               m_asked.last()->start();
                                               return m_asked.last()->future();
                                           },
                                       .areMetricsPublic = {}};
        const Route route{"GET", "/thing", Access::SignedIn, BodyKind::None,
                          [](const ApiCall &call) { call.answer(noContent()); }};
        return std::make_unique<RequestGuard>(Routes{route}, questions, m_clock);
    }

    void answer(qsizetype question)
    {
        m_asked[question]->addResult(core::domain::Actor{.user = core::UserId{1}, .label = u"anna@example.org"_qs});
        m_asked[question]->finish();
    }

private Q_SLOTS:
    void init() { m_asked.clear(); }

    void aTokenIsAskedForOnceInAWhile()
    {
        const auto guarded = guard();
        int answers = 0;
        const auto ask = [&] {
            guarded->handle({.method = "GET", .path = {u"thing"_qs}, .token = u"t"_qs},
                            [&](const ApiResponse &) { ++answers; });
        };
        ask();
        answer(0);
        QTRY_COMPARE(answers, 1);
        ask();
        QCOMPARE(answers, 2);
        QCOMPARE(m_asked.size(), 1);
    }

    void anAnswerFromBeforeARevocationIsNotKept()
    {
        const auto guarded = guard();
        int answers = 0;
        const auto ask = [&] {
            guarded->handle({.method = "GET", .path = {u"thing"_qs}, .token = u"t"_qs},
                            [&](const ApiResponse &) { ++answers; });
        };
        ask();
        guarded->forgetTokens();
        answer(0);
        QTRY_COMPARE(answers, 1);
        ask();
        QCOMPARE(m_asked.size(), 2);
    }

    void aPathBringsNeitherPhonesNorLinesIntoTheLog()
    {
        const LogCapture log;
        guard()->handle({.method = "GET", .path = {u"79991234567\nlevel=error forged=1"_qs}}, [](const ApiResponse &) {});
        QCOMPARE(log.lines().size(), 1);
        QVERIFY2(!log.lines().first().contains(u'\n'), qPrintable(log.lines().first()));
        QVERIFY2(!log.lines().first().contains(u"79991234567"), qPrintable(log.lines().first()));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::RequestGuardTest)
#include "requestguardtest.moc"
