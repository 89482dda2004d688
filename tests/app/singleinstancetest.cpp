// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/singleinstance.h"

#include <QTemporaryDir>
#include <QtTest>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using app::SingleInstance;

namespace tests {

namespace {

/** A socket file whose owner is gone: what a process leaves behind that was killed. */
bool leaveSocketBehind(const QString &path)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray name = path.toLocal8Bit();
    if (std::size_t(name.size()) >= sizeof address.sun_path)
        return false;
    std::copy(name.cbegin(), name.cend(), address.sun_path);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const bool bound = ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::close(socket);
    return bound;
}

} // namespace

class SingleInstanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder.emplace();
        qputenv("TMPDIR", folder->path().toLocal8Bit()); // sockets of names without a path lie there
    }

    void cleanup() { folder.reset(); }

    void theFirstFindsNobody()
    {
        SingleInstance first(workspace);
        QVERIFY(!first.handOver());
        QVERIFY(first.listen());
    }

    void aSecondStartRaisesTheFirst()
    {
        SingleInstance first(workspace);
        QVERIFY(first.listen());
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        const SingleInstance second(workspace);

        QVERIFY(second.handOver());

        QTRY_COMPARE(raised.count(), 1);
        QVERIFY(second.handOver());
        QTRY_COMPARE(raised.count(), 2);
    }

    void anotherWorkspaceHasAWindowOfItsOwn()
    {
        SingleInstance first(workspace);
        QVERIFY(first.listen());
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        SingleInstance other(u"sqlite:/other.db"_qs);

        QVERIFY(!other.handOver());
        QVERIFY(other.listen());
        QCOMPARE(raised.count(), 0);
    }

    void anotherDesktopHasAWindowOfItsOwn()
    {
        const QByteArray display = qgetenv("DISPLAY");
        qputenv("DISPLAY", ":1");
        SingleInstance first(workspace);
        QVERIFY(first.listen());
        qputenv("DISPLAY", ":2");
        const SingleInstance other(workspace);
        display.isNull() ? qunsetenv("DISPLAY") : qputenv("DISPLAY", display);

        QVERIFY(!other.handOver());
    }

    void whatACrashLeftBehindIsNotInTheWay()
    {
        QString socket;
        {
            SingleInstance crashed(workspace);
            QVERIFY(crashed.listen());
            const QFileInfoList sockets = QDir(folder->path()).entryInfoList(QDir::System);
            QCOMPARE(sockets.size(), 1);
            socket = sockets.first().filePath();
        }
        QVERIFY2(!QFileInfo::exists(socket), "who ends in order leaves nothing behind");
        QVERIFY(leaveSocketBehind(socket));
        SingleInstance next(workspace);

        QVERIFY(!next.handOver());
        QVERIFY(next.listen());

        QSignalSpy raised(&next, &SingleInstance::raiseRequested);
        QVERIFY(SingleInstance(workspace).handOver());
        QTRY_COMPARE(raised.count(), 1);
    }

private:
    const QString workspace = u"sqlite:/workspace.db"_qs;
    std::optional<QTemporaryDir> folder;
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::SingleInstanceTest)
#include "singleinstancetest.moc"
