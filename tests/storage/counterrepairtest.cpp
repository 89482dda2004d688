// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/clientrepository.h"
#include "core/interfaces/gatewayrepository.h"
#include "core/interfaces/mailingrepository.h"
#include "core/interfaces/messagerepository.h"
#include "core/services/integrityservice.h"
#include "tests/storage/postgresserver.h"
#include "tests/storage/testdatabase.h"
#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

#include <QtConcurrent>
#include <QtTest>

using core::Status;
using core::domain::MessageStatus;
using core::domain::StatusCounts;
using core::interfaces::UnitOfWork;
using core::services::IntegrityReport;
using namespace std::chrono_literals;

namespace tests {

namespace {

constexpr std::chrono::seconds longEnough{20};

} // namespace

/** Counters that are looked at while somebody else is in the middle of a change to the messages. */
class CounterRepairTest : public QObject
{
    Q_OBJECT

    const core::Instant m_now = at("2024-03-01T08:00:00Z");
    std::unique_ptr<TestDatabase> m_sender;
    std::unique_ptr<core::storage::Connection> m_observer;
    core::GatewayId m_gateway;
    core::MailingId m_mailing;
    QFuture<core::Result<IntegrityReport>> m_repair;

    void openOnServer()
    {
        m_sender = std::make_unique<TestDatabase>(PostgresServer::shared().createWorkspace());
        m_observer = m_sender->connect();
        addMailing();
    }

    /** Three pending messages. */
    void addMailing()
    {
        for (int i = 1; i <= 3; ++i)
            m_sender->write([i](UnitOfWork &unit) { return unit.clients.insert(aClient().phone(i)); });
        core::domain::Mailing mailing = aMailing();
        m_gateway = mailing.gateway = m_sender->write([](UnitOfWork &unit) { return unit.gateways.insert(aGateway()); });
        m_mailing = mailing.id = m_sender->write([&](UnitOfWork &unit) { return unit.mailings.insert(mailing); });
        m_sender->write([&](UnitOfWork &unit) { return unit.messages.chooseAudience(mailing, {}, 10, m_now); });
    }

    void startRepair()
    {
        m_repair = QtConcurrent::run([url = m_sender->url()] {
            TestDatabase elsewhere(url);
            return core::services::IntegrityService(elsewhere.executor()).check(true).takeResult();
        });
    }

    /** Marks one message as sending, as a dispatcher does, and waits before it commits until `happened`. */
    void sendOneAndWait(const std::function<bool()> &happened)
    {
        const auto work = [&](UnitOfWork &unit) { return markOneAndWait(unit, happened); };
        QVERIFY(m_sender->executor().write(core::interfaces::Lane::Dispatch, work).takeResult());
    }
    Status markOneAndWait(UnitOfWork &unit, const std::function<bool()> &happened)
    {
        HELIOGRAPH_ASSIGN(const auto claimed, unit.messages.claim({m_mailing, 1, m_now, m_now + 1min, false}));
        HELIOGRAPH_ASSIGN(
            const auto marked,
            unit.messages.markSending({{.id = claimed.first().id, .gateway = m_gateway, .segments = 1, .textVersion = 1}},
                                      m_now, {}));
        if (marked.size() != 1)
            QTest::qFail("nothing was marked", __FILE__, __LINE__);
        startRepair();
        if (!QTest::qWaitFor(happened, int(core::Milliseconds(longEnough).count())))
            QTest::qFail("it did not happen", __FILE__, __LINE__);
        return {};
    }

    bool somebodyWaits()
    {
        return numberOf(*m_observer, QStringLiteral("SELECT count(*) FROM pg_stat_activity "
                                                    "WHERE datname = current_database() AND wait_event_type = 'Lock'")) > 0;
    }

    StatusCounts stored()
    {
        return m_sender->read([this](UnitOfWork &unit) { return unit.mailings.counts(m_mailing); });
    }

private Q_SLOTS:
    void cleanup()
    {
        m_repair.waitForFinished();
        const core::storage::DatabaseUrl url = m_sender->url();
        m_observer.reset();
        m_sender.reset();
        if (url.kind() == core::storage::DatabaseUrl::Kind::Postgresql)
            PostgresServer::shared().dropDatabase(url);
    }

    void whatOthersAreJustChangingIsCountedToo()
    {
        openOnServer();
        QVERIFY(m_observer->runText(QStringLiteral("UPDATE mailing_counters SET sent = 4"), QStringLiteral("test")));
        sendOneAndWait([this] { return somebodyWaits(); });

        const core::Result<IntegrityReport> report = m_repair.result();
        QVERIFY(report);
        QCOMPARE(report->problems, QStringList{QStringLiteral("mailing %1: sent is 4, counted 0").arg(m_mailing.text())});
        QCOMPARE(report->repaired, 1);
        StatusCounts expected;
        expected[MessageStatus::Pending] = 2;
        expected[MessageStatus::Sending] = 1;
        QCOMPARE(stored(), expected);
    }

    void whereNothingIsWrongNobodyWaits_data()
    {
        QTest::addColumn<bool>("onServer");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgresql") << true;
    }
    void whereNothingIsWrongNobodyWaits()
    {
        QFETCH(bool, onServer);
        if (onServer) {
            openOnServer();
        } else {
            m_sender = std::make_unique<TestDatabase>();
            addMailing();
        }
        sendOneAndWait([this] { return m_repair.isFinished(); });
        QVERIFY(m_repair.result());
        QCOMPARE(m_repair.result()->problems, QStringList());
        QCOMPARE(m_repair.result()->repaired, 0);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::CounterRepairTest)
#include "counterrepairtest.moc"
