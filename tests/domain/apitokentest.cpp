// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/apitoken.h"
#include "tests/support/errorline.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace core::domain;

namespace tests {

class ApiTokenTest : public QObject
{
    Q_OBJECT

private:
    const core::Instant m_now = at("2024-03-01T08:00:00Z");

private Q_SLOTS:
    void isMadeAsWished()
    {
        const auto token = tokenFor(core::UserId{7}, {u"  nightly  import "_qs, 30}, m_now);
        QVERIFY(token);
        QCOMPARE(token->user, core::UserId{7});
        QCOMPARE(token->kind, TokenKind::Script);
        QCOMPARE(token->name, u"nightly import"_qs);
        QCOMPARE(token->createdAt, m_now);
        QCOMPARE(token->expiresAt, std::optional(at("2024-03-31T08:00:00Z")));
        QVERIFY(!token->lastUsedAt);
        QVERIFY(!tokenFor(core::UserId{7}, {}, m_now)->expiresAt);
    }

    void refusesWhatBreaksARule_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("expected");
        QTest::newRow("blank name") << u" "_qs << 1 << QString();
        QTest::newRow("64 characters") << QString(64, u'я') << 3650 << QString();
        QTest::newRow("65 characters") << QString(65, u'я') << 1 << u"name name:too_long 64"_qs;
        QTest::newRow("no day") << QString() << 0 << u"days number:range 1|3650"_qs;
        QTest::newRow("too many days") << QString() << 3651 << u"days number:range 1|3650"_qs;
        QTest::newRow("both") << QString(65, u'a') << -1 << u"name name:too_long 64; days number:range 1|3650"_qs;
    }

    void refusesWhatBreaksARule()
    {
        QFETCH(QString, name);
        QFETCH(int, days);
        QFETCH(QString, expected);
        const auto token = tokenFor(core::UserId{7}, {name, days}, m_now);
        QCOMPARE(token ? QString() : errorLine(token.error()), expected);
    }

    void expiresOnTheDot()
    {
        const auto token = *tokenFor(core::UserId{7}, {{}, 1}, m_now);
        const core::Instant end = m_now + std::chrono::hours{24};
        QVERIFY(!isExpired(token, end - core::Milliseconds{1}));
        QVERIFY(isExpired(token, end));
        QVERIFY(!isExpired(*tokenFor(core::UserId{7}, {}, m_now), end + std::chrono::days{100'000}));
    }

    void hasWordsForKinds()
    {
        QCOMPARE(toText(TokenKind::Session), u"session"_qs);
        QCOMPARE(toText(TokenKind::Script), u"script"_qs);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ApiTokenTest)
#include "apitokentest.moc"
