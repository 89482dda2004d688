// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/systemkeyring.h"
#include "tests/support/errorcode.h"

#include <QTemporaryDir>
#include <QTest>

using namespace core::secrets;

namespace tests {

/** Only what holds on a machine without a keyring: the real one of the person who runs the tests stays untouched. */
class SystemKeyringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysAtOnceThatThereIsNoSessionBus();
    void givesUpOnABusThatIsNotThere();

private:
    QTemporaryDir m_folder;
};

void SystemKeyringTest::saysAtOnceThatThereIsNoSessionBus()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit());
    SystemKeyring keyring;
    const auto entry = keyring.read(QStringLiteral("workspace"));
    QVERIFY(!entry);
    QCOMPARE(errorKind(entry), QStringLiteral("Unavailable"));
    QCOMPARE(errorCode(entry), QStringLiteral("keyring.unavailable"));
    QCOMPARE(keyring.write(QStringLiteral("workspace"), QStringLiteral("text")).error().detail,
             QStringLiteral("no session bus"));
    QCOMPARE(keyring.remove(QStringLiteral("workspace")).error().detail, QStringLiteral("no session bus"));
}

void SystemKeyringTest::givesUpOnABusThatIsNotThere()
{
    // No event loop runs here: the keyring's own thread must do.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_folder.filePath(QStringLiteral("no-bus")).toLocal8Bit());
    SystemKeyring keyring;
    QCOMPARE(errorCode(keyring.read(QStringLiteral("workspace"))), QStringLiteral("keyring.unavailable"));
    QCOMPARE(errorCode(keyring.write(QStringLiteral("workspace"), QStringLiteral("text"))),
             QStringLiteral("keyring.unavailable"));
    QCOMPARE(errorCode(keyring.remove(QStringLiteral("workspace"))), QStringLiteral("keyring.unavailable"));
}

} // namespace tests

QTEST_GUILESS_MAIN(tests::SystemKeyringTest)
#include "systemkeyringtest.moc"
