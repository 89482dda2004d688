// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/instancerepository.h"
#include "core/storage/directexecutor.h"
#include "core/storage/workspace.h"
#include "tests/e2e/sendingworkspace.h"
#include "tests/storage/postgresserver.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QtTest>

namespace tests {

using namespace std::chrono_literals;

namespace {

/** HELIOGRAPH_SHARED_MESSAGES and HELIOGRAPH_OUTAGE_SECONDS make a test as long as one that is looked at. */
int number(const char *variable, int usual)
{
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue(variable, &given);
    return given ? wanted : usual;
}

QByteArray get(const QString &url)
{
    QNetworkAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(manager.get(QNetworkRequest(QUrl(url))));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    finished.wait(20'000);
    return reply->readAll();
}

/** One of several processes that send. */
class Server
{
public:
    explicit Server(const Program &program)
        : m_port(freePort()), m_process(program.start(words(QStringLiteral("serve --listen 127.0.0.1:%1").arg(m_port))))
    {}

    QProcess *operator->() { return m_process.get(); }

    /** Requests that the gateway accepted. */
    [[nodiscard]] qint64 accepted() const
    {
        static const QRegularExpression line(
            QStringLiteral("heliograph_requests_total\\{[^}]*kind=\"accepted\"[^}]*\\} (\\d+)"));
        const QString metrics = QString::fromUtf8(get(QStringLiteral("http://127.0.0.1:%1/metrics").arg(m_port)));
        return line.match(metrics).captured(1).toLongLong();
    }

private:
    int m_port;
    std::unique_ptr<QProcess> m_process;
};

} // namespace

/** Several processes send from one PostgreSQL, and the server goes away and comes back. */
class SharedServerTest : public QObject
{
    Q_OBJECT

    /** With a gateway that stands for one of the real world. */
    static std::unique_ptr<SendingWorkspace> open(const QString &database, int clients, const QString &faults,
                                                  const QString &gateway)
    {
        auto workspace = std::make_unique<SendingWorkspace>(QStringLiteral(HELIOGRAPH_BINARY), clients, database);
        workspace->startSimulator(faults);
        workspace->addGateway(gateway);
        const Outcome set = workspace->program().run(words(QStringLiteral("setting set metrics_public true")));
        if (set.exitCode != 0)
            QTest::qFail(set.err.constData(), __FILE__, __LINE__);
        return workspace;
    }

    /** All that dispatch, and each has counted them. */
    static int instances(const core::storage::DatabaseUrl &url)
    {
        const auto executor = core::storage::openDirectly(url);
        const auto listed =
            (*executor)->read([](core::interfaces::UnitOfWork &unit) { return unit.instances.list(); }).result();
        const auto knows = [&](const core::interfaces::Instance &instance) { return instance.counted == listed->size(); };
        return std::all_of(listed->cbegin(), listed->cend(), knows) ? int(listed->size()) : 0;
    }

    static void verifySound(const SendingWorkspace &workspace, qint64 mailing, int clients)
    {
        const LedgerComparison comparison = workspace.comparison(mailing);
        qInfo("%s", qPrintable(comparison.text()));
        QVERIFY2(comparison.isSound(), qPrintable(comparison.text()));
        QCOMPARE(comparison.messages, clients);
        QCOMPARE(workspace.problems(), QByteArray());
        QCOMPARE(workspace.statistics(mailing)[u"sent"].toInt(), clients);
    }

private Q_SLOTS:
    void twoSendEachMessageOnceAndShareTheWork()
    {
        const int clients = number("HELIOGRAPH_SHARED_MESSAGES", 6000);
        const auto url = PostgresServer::shared().createWorkspace();
        const auto workspace =
            open(url.text(), clients, QStringLiteral("--latency 20ms --seed 1"), QStringLiteral("--connections 32"));
        Server one(workspace->program());
        Server two(workspace->program());
        QTRY_COMPARE_WITH_TIMEOUT(instances(url), 2, 20'000);
        const qint64 id = workspace->createMailing();
        workspace->waitFor(id, 600s);
        const qint64 byOne = one.accepted();
        const qint64 byTwo = two.accepted();
        qInfo("%lld by one, %lld by the other", static_cast<long long>(byOne), static_cast<long long>(byTwo));
        verifySound(*workspace, id, clients);
        QCOMPARE(byOne + byTwo, clients);
        QVERIFY(10 * byOne >= 3 * clients && 10 * byTwo >= 3 * clients);
    }

    void neverExceedTheRateTogether()
    {
        constexpr int clients = 600;
        const auto url = PostgresServer::shared().createWorkspace();
        const auto workspace =
            open(url.text(), clients, QStringLiteral("--latency 1ms"), QStringLiteral("--connections 8 --rate 60"));
        const qint64 id = workspace->createMailing();
        Server one(workspace->program());
        QTRY_VERIFY_WITH_TIMEOUT(workspace->accepted() > 60, 30'000);
        Server two(workspace->program()); // comes in the middle
        workspace->waitFor(id);
        QVERIFY(two.accepted() > 0);
        QList<qint64> times;
        for (const QJsonValue &entry : workspace->log())
            times.append(entry[u"t"].toInteger());
        std::sort(times.begin(), times.end());
        qsizetype most = 0;
        for (qsizetype first = 0, last = 0; last < times.size(); ++last) {
            while (times[last] - times[first] >= 1000)
                ++first;
            most = std::max(most, last - first + 1);
        }
        qInfo("at most %lld in any second", static_cast<long long>(most));
        QVERIFY(most <= 61); // what the first sees begun at 999 ms the second may measure at 1000
    }

    void whatAKilledOneHeldIsSentByTheOther()
    {
        constexpr int clients = 3000;
        const auto url = PostgresServer::shared().createWorkspace();
        const auto workspace =
            open(url.text(), clients, QStringLiteral("--latency 200ms"), QStringLiteral("--connections 64"));
        Server killed(workspace->program());
        const Server other(workspace->program());
        QTRY_COMPARE_WITH_TIMEOUT(instances(url), 2, 20'000);
        const qint64 id = workspace->createMailing();
        QTRY_VERIFY_WITH_TIMEOUT(killed.accepted() > 200, 30'000);
        killed->kill();
        killed->waitForFinished();
        QElapsedTimer since;
        since.start();
        workspace->waitFor(id, 110s);
        qInfo("all was sent %lld ms after the kill", static_cast<long long>(since.elapsed()));
        verifySound(*workspace, id, clients);
        QVERIFY(since.elapsed() < 75'000); // a lease, and what was left to send
    }

    void anOutageOfTheServerLosesNothingAndRepeatsNothing()
    {
        constexpr int clients = 4000;
        const int outage = number("HELIOGRAPH_OUTAGE_SECONDS", 5);
        PostgresServer server({QStringLiteral("fsync = off")});
        const auto workspace = open(server.createWorkspace().text(), clients, QStringLiteral("--latency 50ms"),
                                    QStringLiteral("--connections 16"));
        const qint64 id = workspace->createMailing();
        const Server sender(workspace->program());
        QTRY_VERIFY_WITH_TIMEOUT(workspace->accepted() > 500, 30'000);
        server.goDown();
        QElapsedTimer away;
        away.start();
        QTRY_VERIFY(away.hasExpired(1000)); // what was open is answered
        const qint64 accepted = workspace->accepted();
        QTRY_VERIFY_WITH_TIMEOUT(away.hasExpired(1000 * outage), 1000 * outage + 5000);
        QCOMPARE(workspace->accepted(), accepted); // nothing begins that cannot be written down
        QVERIFY(accepted < clients);
        server.comeUp();
        workspace->waitFor(id);
        verifySound(*workspace, id, clients);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::SharedServerTest)
#include "sharedservertest.moc"
