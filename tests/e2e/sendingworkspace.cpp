// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/sendingworkspace.h"

#include "core/interfaces/messagerepository.h"
#include "core/storage/workspace.h"

#include <QFile>
#include <QtTest>

namespace tests {

QStringList words(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

bool writeClients(const QString &path, int number)
{
    QFile file(path);
    QByteArray rows("phone,tag\n");
    for (int i = 0; i < number; ++i)
        rows += "7999" + QByteArray::number(1000000 + i) + ",e2e\n";
    return file.open(QIODevice::WriteOnly) && file.write(rows) == rows.size();
}

SendingWorkspace::SendingWorkspace(const QString &binary, int clients, const QString &database)
    : m_program(binary),
      m_database(database.isEmpty() ? QStringLiteral("sqlite:") + m_program.path(QStringLiteral("workspace.db")) : database)
{
    m_program.setSurroundings({{{QStringLiteral("HELIOGRAPH_DATABASE"), m_database}}, {}});
    const QString file = m_program.path(QStringLiteral("clients.csv"));
    QVERIFY(writeClients(file, clients));
    const Outcome imported = m_program.run({QStringLiteral("import"), file});
    QVERIFY2(imported.exitCode == 0, imported.err + imported.out);
}

QString SendingWorkspace::simulatorUrl(const QString &path) const
{
    return QStringLiteral("http://127.0.0.1:%1/%2").arg(m_port).arg(path);
}

void SendingWorkspace::startSimulator(const QString &faults)
{
    m_simulator = m_program.start(words(QStringLiteral("simulator --json --port 0 ") + faults));
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += m_simulator->readAllStandardOutput()).contains('\n'), 60'000);
    m_port = QJsonDocument::fromJson(told)[u"port"].toInt();
    QVERIFY2(m_port > 0, told);
}

void SendingWorkspace::changeFaults(const QJsonObject &faults) const
{
    QCOMPARE(postJson(simulatorUrl(QStringLiteral("_faults")), faults)[u"code"].toInt(-1), 0);
}

qint64 SendingWorkspace::accepted() const
{
    return fetchJson(simulatorUrl(QStringLiteral("_stats")))[u"accepted"].toInteger(-1);
}

qint64 SendingWorkspace::requests() const
{
    return fetchJson(simulatorUrl(QStringLiteral("_stats")))[u"requests"].toInteger(-1);
}

qint64 SendingWorkspace::repeats() const
{
    return fetchJson(simulatorUrl(QStringLiteral("_stats")))[u"repeats"].toInteger(-1);
}

void SendingWorkspace::addGateway(const QString &options)
{
    const QString command = QStringLiteral("gateway add main --kind http-json --url %1 --timeout 2 --secret-stdin %2");
    const Outcome added =
        m_program.run(words(command.arg(simulatorUrl(QStringLiteral("v1/send/")), options)), "test-secret\n");
    QVERIFY2(added.exitCode == 0, added.err);
}

qint64 SendingWorkspace::createMailing(const QString &options, const QString &text)
{
    QStringList arguments = words(QStringLiteral("mailing create --tag e2e ") + options);
    arguments << QStringLiteral("--text") << text;
    const Outcome created = m_program.run(arguments);
    if (created.exitCode != 0)
        QTest::qFail(created.err.constData(), __FILE__, __LINE__);
    return created.out.trimmed().toLongLong();
}

void SendingWorkspace::waitFor(qint64 mailing, std::chrono::seconds longest) const
{
    const auto seconds = longest.count();
    const Outcome waited = m_program.run(words(QStringLiteral("mailing wait %1 --timeout %2").arg(mailing).arg(seconds)), {},
                                         int(seconds + 60) * 1000);
    QVERIFY2(waited.exitCode == 0, waited.err + QJsonDocument(statistics(mailing)).toJson());
}

QJsonArray SendingWorkspace::log() const
{
    return fetchJson(simulatorUrl(QStringLiteral("_log"))).array();
}

QJsonObject SendingWorkspace::statistics(qint64 mailing) const
{
    const Outcome shown = m_program.run(words(QStringLiteral("mailing show %1 --json").arg(mailing)));
    return shown.json()[u"statistics"][u"by_status"].toObject();
}

QHash<qint64, qint64> SendingWorkspace::unacceptedAttempts(const QJsonArray &ledger) const
{
    QHash<qint64, qint64> number;
    const auto read = [&](core::interfaces::UnitOfWork &unit) -> core::Status {
        for (const QJsonValue &message : ledger) {
            const core::MessageId id(message[u"id"].toInteger());
            HELIOGRAPH_ASSIGN(const auto attempts, unit.messages.attempts(id));
            number.insert(id.value, attempts.size());
        }
        return {};
    };
    const auto executor = core::storage::openDirectly(*core::storage::DatabaseUrl::parse(m_database));
    if (!executor || !(*executor)->read(read).result())
        QTest::qFail("the ledger cannot be read", __FILE__, __LINE__);
    return number;
}

LedgerComparison SendingWorkspace::comparison(qint64 mailing) const
{
    const Outcome listed = m_program.run(words(QStringLiteral("mailing messages %1 --json").arg(mailing)));
    const QJsonArray ledger = listed.json().array();
    return LedgerComparison::of(log(), ledger, unacceptedAttempts(ledger));
}

QByteArray SendingWorkspace::problems() const
{
    const Outcome checked = m_program.run({QStringLiteral("check")});
    return checked.exitCode == 0 ? QByteArray()
                                 : checked.out + checked.err + "exit code " + QByteArray::number(checked.exitCode);
}

} // namespace tests
