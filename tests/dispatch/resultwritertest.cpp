// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/resultwriter.h"

#include "tests/support/builders.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using core::dispatch::ResultWriter;
using core::domain::MessageStatus;

namespace tests {

class ResultWriterTest : public QObject
{
    Q_OBJECT

    const core::Instant m_now = at("2024-03-01T08:00:00Z");
    const ManualClock m_clock{m_now};
    const core::InstanceId m_self; // alone

    /** A workspace with `number` messages in `sending`. */
    struct Ledger
    {
        explicit Ledger(int number, core::Instant now)
        {
            const auto gateway = *workspace.gateways.insert(aGateway());
            for (int i = 1; i <= number; ++i)
                (void)*workspace.clients.insert(aClient().phone(i));
            mailing = *workspace.mailings.insert(aMailing().gateway(gateway));
            (void)*workspace.messages.chooseAudience(*workspace.mailings.find(mailing), {}, number, now);
            const auto claimed = *workspace.messages.claim({mailing, number, now, now + std::chrono::seconds{60}});
            QList<core::interfaces::SendIntent> intents;
            for (const auto &message : claimed)
                intents.append({message.id, gateway, 1, 1, {}});
            ids = *workspace.messages.markSending(intents, now, {});
        }
        core::interfaces::MessageOutcome sent(qsizetype i, core::Instant now) const
        {
            return {.id = ids[i], .status = MessageStatus::Sent, .at = now};
        }
        qint64 count(MessageStatus status) { return (*workspace.mailings.counts(mailing))[status]; }

        FakeWorkspace workspace;
        core::MailingId mailing;
        QList<core::MessageId> ids;
    };

private Q_SLOTS:
    void writesAFullBatchAtOnceAndTheRestSoon()
    {
        Ledger ledger(510, m_now);
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock);
        QSignalSpy idle(&writer, &ResultWriter::idle);
        for (int i = 0; i < 499; ++i)
            writer.add(ledger.sent(i, m_now));
        QCOMPARE(ledger.count(MessageStatus::Sent), 0);
        for (int i = 499; i < 510; ++i)
            writer.add(ledger.sent(i, m_now));
        QCOMPARE(ledger.count(MessageStatus::Sent), 500);
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), 510);
        QTRY_VERIFY(writer.isIdle());
        QVERIFY(!idle.isEmpty());
    }

    void keepsWhatCannotBeWrittenAndWritesItLater()
    {
        Ledger ledger(3, m_now);
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock);
        QSignalSpy stuck(&writer, &ResultWriter::stuck);
        ledger.workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.full"));
        for (int i = 0; i < 3; ++i)
            writer.add(ledger.sent(i, m_now));
        QTRY_COMPARE(stuck.size(), 1);
        QCOMPARE(stuck.first().first().toString(), QStringLiteral("database.full"));
        QVERIFY(writer.isStuck());
        QVERIFY(!writer.isIdle());
        ledger.workspace.executor.failWrites({});
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), 3);
        QTRY_VERIFY(!writer.isStuck());
        QCOMPARE(stuck.last().first().toString(), QString());
    }

    void flushDoesNotWait()
    {
        Ledger ledger(1, m_now);
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock);
        writer.add(ledger.sent(0, m_now));
        writer.flush();
        QCOMPARE(ledger.count(MessageStatus::Sent), 1);
    }

    void writesOneBatchAfterTheOther()
    {
        Ledger ledger(2, m_now);
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock);
        ledger.workspace.executor.hold();
        writer.add(ledger.sent(0, m_now));
        writer.flush();
        writer.add(ledger.sent(1, m_now));
        writer.flush();
        QCOMPARE(ledger.workspace.executor.heldJobs(), 1);
        ledger.workspace.executor.resume();
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), 2);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ResultWriterTest)
#include "resultwritertest.moc"
