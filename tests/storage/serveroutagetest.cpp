// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/settingsrepository.h"
#include "core/storage/storageexecutor.h"
#include "core/storage/workspace.h"
#include "tests/storage/postgresserver.h"

#include <QProcess>
#include <QSignalSpy>
#include <QtTest>

namespace tests {

using core::interfaces::Change;
using core::interfaces::Changes;
using core::interfaces::Lane;
using core::interfaces::UnitOfWork;
using core::storage::Workspace;

/** A server that other processes use as well, and that goes away and comes back. */
class ServerOutageTest : public QObject
{
    Q_OBJECT

    static core::Status setZone(UnitOfWork &unit) { return unit.settings.set(u"timezone"_qs, u"Europe/Moscow"_qs); }

    static core::Result<QString> readId(UnitOfWork &unit) { return unit.settings.workspaceId(); }

    /** As another process does after a commit; in this one all have the same name. */
    [[nodiscard]] bool tell(Changes changes) const
    {
        QProcess psql;
        const QString said = QStringLiteral("NOTIFY heliograph_changes, 'other %1'").arg(changes.toInt());
        psql.start(u"psql"_qs, {u"-q"_qs, u"-h"_qs, m_workspace->url().host(), u"-U"_qs, u"heliograph"_qs, u"-d"_qs,
                                m_workspace->url().name(), u"-c"_qs, said});
        return psql.waitForFinished() && psql.exitCode() == 0;
    }

    /** Until it listens, it cannot hear. */
    void waitUntilItListens(QSignalSpy &heard) const
    {
        QTRY_VERIFY(tell(Change::Users) && !heard.isEmpty());
        QTRY_COMPARE(heard.last().at(0).value<Changes>(), Changes(Change::Users));
    }

    PostgresServer m_server{{u"fsync = off"_qs}};
    std::unique_ptr<Workspace> m_workspace;

private Q_SLOTS:
    void init()
    {
        auto opened = Workspace::open(m_server.createWorkspace());
        QVERIFY(opened);
        m_workspace = std::move(*opened);
    }

    void cleanup() { m_workspace.reset(); }

    void hearsWithinASecondWhatOthersChanged()
    {
        QSignalSpy heard(&m_workspace->changes(), &core::interfaces::ChangeFeed::changed);
        waitUntilItListens(heard);
        QVERIFY(tell(Change::Clients));
        QTRY_COMPARE_WITH_TIMEOUT(heard.last().at(0).value<Changes>(), Changes(Change::Clients), 1000);
    }

    void doesNotHearItself()
    {
        QSignalSpy heard(&m_workspace->changes(), &core::interfaces::ChangeFeed::changed);
        waitUntilItListens(heard);
        QVERIFY(m_workspace->executor().write(Lane::Interactive, setZone).result());
        QVERIFY(tell(Change::Clients)); // the server passes on what it hears in order
        QTRY_COMPARE(heard.last().at(0).value<Changes>(), Changes(Change::Clients));
        const auto ofSettings = std::count_if(heard.cbegin(), heard.cend(), [](const QList<QVariant> &arguments) {
            return arguments.at(0).value<Changes>() == Changes(Change::Settings);
        });
        QCOMPARE(ofSettings, 1); // by the executor, at once, and not once more by the server
    }

    void failsWhileTheServerIsAwayAndGoesOnWhenItIsBack()
    {
        auto &executor = m_workspace->executor();
        QVERIFY(executor.read(readId).result());
        m_server.goDown();
        const auto written = executor.write(Lane::Dispatch, setZone).result();
        QVERIFY(!written);
        QCOMPARE(written.error().code, u"database.lost"_qs);
        QCOMPARE(executor.read(readId).result().error().code, u"database.lost"_qs);
        m_server.comeUp();
        QTRY_VERIFY_WITH_TIMEOUT(executor.write(Lane::Dispatch, setZone).result().has_value(), 10000);
        QTRY_VERIFY_WITH_TIMEOUT(executor.read(readId).result().has_value(), 10000);
    }

    void answersAtOnceWhileItKnowsThatTheServerIsAway()
    {
        auto &executor = m_workspace->executor();
        m_server.goDown();
        for (int i = 0; i < 3; ++i)
            QVERIFY(!executor.read(readId).result());
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 50; ++i)
            QCOMPARE(executor.read(readId).result().error().code, u"database.lost"_qs);
        QVERIFY(timer.elapsed() < 1000);
        m_server.comeUp();
    }

    void tellsOfEverythingOnceItListensAgain()
    {
        QSignalSpy heard(&m_workspace->changes(), &core::interfaces::ChangeFeed::changed);
        waitUntilItListens(heard);
        m_server.goDown();
        m_server.comeUp();
        QTRY_COMPARE_WITH_TIMEOUT(heard.last().at(0).value<Changes>(), core::interfaces::everythingChanged, 10000);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ServerOutageTest)
#include "serveroutagetest.moc"
