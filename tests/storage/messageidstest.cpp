// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/messageids.h"

#include "core/storage/transaction.h"
#include "tests/storage/testdatabase.h"

#include <QtTest>

namespace tests {

using core::storage::drawMessageIdBase;
using core::storage::Transaction;

class MessageIdsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBaseLiesAboveWhatWasUsedAndIsExactAsADouble_data()
    {
        QTest::addColumn<qint64>("lastUsed");
        QTest::addColumn<qint64>("ceiling");
        constexpr qint64 usual = qint64{1} << 52;
        constexpr qint64 room = qint64{1} << 40;

        QTest::newRow("nothing") << qint64{0} << usual;
        QTest::newRow("in the middle") << usual / 2 << usual;
        QTest::newRow("little is left") << usual - 3 << usual - 3 + room;
        QTest::newRow("nothing is left") << usual + 7 << usual + 7 + room;
    }

    void aBaseLiesAboveWhatWasUsedAndIsExactAsADouble()
    {
        QFETCH(qint64, lastUsed);
        QFETCH(qint64, ceiling);
        QSet<qint64> drawn;
        for (int i = 0; i < 1000; ++i) {
            const qint64 base = drawMessageIdBase(lastUsed);
            QVERIFY(base > lastUsed);
            QVERIFY(base < ceiling);
            drawn.insert(base);
        }
        QVERIFY2(drawn.size() > 990, "it is not drawn at random");
    }

    void theNextMessageHasTheNewBase()
    {
        const TestDatabase database;
        const auto connection = database.connect();
        const QString last = u"SELECT seq FROM sqlite_sequence WHERE name = 'messages'"_qs;
        const QString stored = u"SELECT message_id_base FROM workspace"_qs;
        const qint64 before = numberOf(*connection, last);
        QCOMPARE(numberOf(*connection, stored), before);

        auto transaction = Transaction::begin(*connection, Transaction::Kind::Write);
        QVERIFY(transaction);
        QVERIFY(core::storage::drawMessageIdsAnew(*connection));
        QVERIFY(transaction->commit());

        QVERIFY(numberOf(*connection, last) > before);
        QCOMPARE(numberOf(*connection, stored), numberOf(*connection, last));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::MessageIdsTest)
#include "messageidstest.moc"
