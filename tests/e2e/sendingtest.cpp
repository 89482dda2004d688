// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

namespace tests {

namespace {

/** What the gateway itself says about a run. */
struct GatewayLog
{
    explicit GatewayLog(int port)
    {
        const QJsonArray log = fetchJson(QStringLiteral("http://127.0.0.1:%1/_log").arg(port)).array();
        requests = log.size();
        for (const QJsonValue &entry : log) {
            const qint64 id = entry[u"id"].toInteger();
            const QString phone = QString::number(entry[u"phone"].toInteger());
            if (phones.contains(id) && phones[id] != phone)
                ++idsWithTwoPhones;
            phones.insert(id, phone);
            idsOfPhone[phone].insert(id);
            last = std::max(last, entry[u"t"].toInteger());
        }
        const QJsonObject stats = fetchJson(QStringLiteral("http://127.0.0.1:%1/_stats").arg(port)).object();
        accepted = stats[u"accepted"].toInteger();
    }
    [[nodiscard]] int phonesWithTwoIds() const
    {
        return int(
            std::count_if(idsOfPhone.cbegin(), idsOfPhone.cend(), [](const QSet<qint64> &ids) { return ids.size() > 1; }));
    }

    qsizetype requests = 0;
    qint64 accepted = 0;
    qint64 last = 0; ///< ms since 1970
    int idsWithTwoPhones = 0;
    QHash<qint64, QString> phones;
    QHash<QString, QSet<qint64>> idsOfPhone;
};

} // namespace

/** The whole program: a file goes in, messages go out through a gateway that misbehaves, the numbers add up. */
class SendingTest : public QObject
{
    Q_OBJECT

    static constexpr int clients = 2000;

    std::unique_ptr<Program> m_program;
    std::unique_ptr<QProcess> m_simulator;
    int m_port = 0;

    static QStringList words(const QString &line) { return line.split(u' ', Qt::SkipEmptyParts); }

    void writeClients(int number) const
    {
        QFile file(m_program->path(QStringLiteral("clients.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("phone,tag\n");
        for (int i = 0; i < number; ++i)
            file.write("7999" + QByteArray::number(1000000 + i) + ",e2e\n");
    }
    void startSimulator(const QString &faults)
    {
        m_port = freePort();
        m_simulator = m_program->start(words(QStringLiteral("simulator --port %1 %2").arg(m_port).arg(faults)));
        QTRY_VERIFY_WITH_TIMEOUT(fetchJson(QStringLiteral("http://127.0.0.1:%1/_stats").arg(m_port)).isObject(), 20'000);
    }
    void addGateway(const QString &options = {})
    {
        const QString url = QStringLiteral("http://127.0.0.1:%1/v1/send/").arg(m_port);
        const Outcome added =
            m_program->run(words(QStringLiteral("gateway add main --kind http-json --url %1 --timeout 2 --secret-stdin %2")
                                     .arg(url, options)),
                           "test-secret\n");
        QVERIFY2(added.exitCode == 0, added.err);
    }
    qint64 createMailing(const QString &options)
    {
        QStringList arguments = words(QStringLiteral("mailing create ") + options);
        arguments << QStringLiteral("--text") << QStringLiteral("Hello {phone}");
        const Outcome created = m_program->run(arguments);
        if (created.exitCode != 0)
            qWarning("%s", created.err.constData());
        return created.out.trimmed().toLongLong();
    }
    QJsonObject statistics(qint64 id) const
    {
        const Outcome shown = m_program->run(words(QStringLiteral("mailing show %1 --json").arg(id)));
        return shown.json().object()[u"statistics"].toObject()[u"by_status"].toObject();
    }
    qint64 attemptsInLedger(qint64 id) const
    {
        const Outcome listed = m_program->run(words(QStringLiteral("mailing messages %1 --json").arg(id)));
        qint64 attempts = 0;
        for (const QJsonValue &message : listed.json().array())
            attempts += message[u"attempts"].toInteger();
        return attempts;
    }

private Q_SLOTS:
    void init()
    {
        m_program = std::make_unique<Program>(QStringLiteral(HELIOGRAPH_BINARY));
        writeClients(clients);
        const Outcome imported = m_program->run({QStringLiteral("import"), m_program->path(QStringLiteral("clients.csv"))});
        QVERIFY2(imported.exitCode == 0, imported.err + imported.out);
    }
    void cleanup()
    {
        m_simulator.reset();
        m_program.reset();
    }

    void everyMessageIsAcceptedOnceByAGatewayThatMisbehaves()
    {
        startSimulator(QStringLiteral("--status 500=8% --garbage 2% --hang 0.5% --reset 2% --latency 5ms..20ms --seed 1"));
        addGateway();
        const qint64 id = createMailing(QStringLiteral("--tag e2e"));
        QVERIFY(id > 0);
        const auto server = m_program->start({QStringLiteral("serve")});
        const Outcome waited = m_program->run(words(QStringLiteral("mailing wait %1 --timeout 100").arg(id)), {}, 110'000);
        QVERIFY2(waited.exitCode == 0, waited.err);

        QCOMPARE(statistics(id)[u"sent"].toInt(), clients);
        const GatewayLog log(m_port);
        QCOMPARE(log.accepted, clients);
        QCOMPARE(log.phones.size(), clients);
        QCOMPARE(log.phonesWithTwoIds(), 0);
        QCOMPARE(log.idsWithTwoPhones, 0);
        QVERIFY2(log.requests > clients * 105 / 100, "the faults did not happen");
        QCOMPARE(attemptsInLedger(id), log.requests);
        const Outcome checked = m_program->run({QStringLiteral("check")});
        QVERIFY2(checked.exitCode == 0, checked.out + checked.err);
    }

    void killedInTheMiddleNothingIsLostAndNothingGoesOutTwice()
    {
        startSimulator(QStringLiteral("--latency 20ms..40ms --reset 2% --seed 2"));
        addGateway(QStringLiteral("--connections 32"));
        const qint64 id = createMailing(QStringLiteral("--tag e2e"));
        for (int kill = 0; kill < 3; ++kill) {
            const auto server = m_program->start({QStringLiteral("serve")});
            const qint64 enough = clients * (kill + 1) / 5;
            QTRY_VERIFY_WITH_TIMEOUT(
                fetchJson(QStringLiteral("http://127.0.0.1:%1/_stats").arg(m_port)).object()[u"accepted"].toInteger() >=
                    enough,
                30'000);
            server->kill(); // SIGKILL
            QVERIFY(server->waitForFinished(5000));
        }
        const auto server = m_program->start({QStringLiteral("serve")});
        const Outcome waited = m_program->run(words(QStringLiteral("mailing wait %1 --timeout 100").arg(id)), {}, 110'000);
        QVERIFY2(waited.exitCode == 0, waited.err);
        QCOMPARE(statistics(id)[u"sent"].toInt(), clients);
        const GatewayLog log(m_port);
        QCOMPARE(log.accepted, clients);
        QCOMPARE(log.phonesWithTwoIds(), 0);
        QCOMPARE(log.idsWithTwoPhones, 0);
    }

    void nothingGoesOutAfterTheEnd()
    {
        startSimulator(QStringLiteral("--latency 5ms..10ms"));
        addGateway(QStringLiteral("--rate 100"));
        const QDateTime end = QDateTime::currentDateTimeUtc().addSecs(6);
        const qint64 id = createMailing(QStringLiteral("--tag e2e --end %1").arg(end.toString(Qt::ISODateWithMs)));
        const auto server = m_program->start({QStringLiteral("serve")});
        const Outcome waited = m_program->run(words(QStringLiteral("mailing wait %1 --timeout 60").arg(id)), {}, 70'000);
        QVERIFY2(waited.exitCode == 0, waited.err);
        const QJsonObject counts = statistics(id);
        QVERIFY(counts[u"sent"].toInt() > 100);
        QVERIFY(counts[u"expired"].toInt() > 500);
        QCOMPARE(counts[u"sent"].toInt() + counts[u"expired"].toInt() + counts[u"unknown"].toInt(), clients);
        QVERIFY(GatewayLog(m_port).last <= end.toMSecsSinceEpoch());
    }

    void aSecondServerWorksWithoutDispatchingAndSaysSo()
    {
        const auto first = m_program->start({QStringLiteral("serve")});
        QByteArray told;
        QTRY_VERIFY_WITH_TIMEOUT((told += first->readAllStandardOutput()).contains('\n'), 20'000);
        const auto second = m_program->start({QStringLiteral("serve")});
        QByteArray output;
        QTRY_VERIFY2_WITH_TIMEOUT((output += second->readAllStandardOutput()).contains("another process"),
                                  output.constData(), 20'000);
        second->terminate();
        QVERIFY(second->waitForFinished(20'000));
        QCOMPARE(second->exitCode(), 0);
    }

    void demoEndsWithNumbersThatAddUp()
    {
        const Outcome demo = m_program->run(words(QStringLiteral("demo --clients 200 --json")), {}, 90'000);
        QVERIFY2(demo.exitCode == 0, demo.err);
        const QJsonObject statistics = demo.json().object();
        qint64 sum = 0;
        for (const QJsonValue &count : statistics[u"by_status"].toObject())
            sum += count.toInteger();
        QCOMPARE(sum, 200);
        QCOMPARE(statistics[u"state"].toString(), QStringLiteral("finished"));
        QVERIFY(statistics[u"by_status"][u"sent"].toInt() > 100);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::SendingTest)
#include "sendingtest.moc"
