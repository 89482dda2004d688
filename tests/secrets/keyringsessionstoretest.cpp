// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/keyringsessionstore.h"
#include "tests/secrets/fakekeyring.h"
#include "tests/support/errorcode.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <atomic>

using core::secrets::KeyringSessionStore;

namespace tests {

namespace {

/** Somebody has to unlock it first. */
class LockedKeyring final : public core::secrets::Keyring
{
public:
    QSemaphore unlocked;
    std::atomic<int> questions{0};

    core::Result<std::optional<QString>> read(const QString &) override
    {
        ++questions;
        unlocked.acquire();
        return std::optional<QString>(QStringLiteral("token"));
    }
    core::Status write(const QString &, const QString &) override { return {}; }
    core::Status remove(const QString &) override { return {}; }
};

} // namespace

class KeyringSessionStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOneTokenOfTheWorkspace();
    void forgetsEvenWhatIsNotThere();
    void saysThatTheKeyringDoesNotAnswer();
    void worksWithoutAKeyring();
    void nobodyWaitsForTheKeyring();
    void whatWasNotAskedYetIsCancelled();
};

void KeyringSessionStoreTest::keepsOneTokenOfTheWorkspace()
{
    FakeKeyring keyring;
    KeyringSessionStore store(QStringLiteral("one"), &keyring);
    KeyringSessionStore other(QStringLiteral("two"), &keyring);
    QCOMPARE(store.load().result().value(), QString());
    QVERIFY(store.keep(QStringLiteral("first")).result());
    QVERIFY(store.keep(QStringLiteral("second")).result());
    QCOMPARE(store.load().result().value(), QStringLiteral("second"));
    QCOMPARE(other.load().result().value(), QString());
    QVERIFY(store.forget().result());
    QCOMPARE(store.load().result().value(), QString());
    QVERIFY(keyring.entries.isEmpty());
}

void KeyringSessionStoreTest::forgetsEvenWhatIsNotThere()
{
    FakeKeyring keyring;
    KeyringSessionStore store(QStringLiteral("one"), &keyring);
    QVERIFY(store.forget().result());
}

void KeyringSessionStoreTest::saysThatTheKeyringDoesNotAnswer()
{
    FakeKeyring keyring;
    keyring.answers = false;
    KeyringSessionStore store(QStringLiteral("one"), &keyring);
    QCOMPARE(errorCode(store.load().result()), QStringLiteral("keyring.unavailable"));
    QCOMPARE(errorCode(store.keep(QStringLiteral("token")).result()), QStringLiteral("keyring.unavailable"));
    QCOMPARE(errorCode(store.forget().result()), QStringLiteral("keyring.unavailable"));
}

void KeyringSessionStoreTest::worksWithoutAKeyring()
{
    KeyringSessionStore store(QStringLiteral("one"), nullptr);
    QCOMPARE(errorCode(store.load().result()), QStringLiteral("keyring.unavailable"));
    QCOMPARE(errorCode(store.keep(QStringLiteral("token")).result()), QStringLiteral("keyring.unavailable"));
}

void KeyringSessionStoreTest::nobodyWaitsForTheKeyring()
{
    LockedKeyring keyring;
    KeyringSessionStore store(QStringLiteral("one"), &keyring);
    const auto token = store.load();
    QTRY_COMPARE(keyring.questions.load(), 1);
    QVERIFY(!token.isFinished());
    keyring.unlocked.release();
    QCOMPARE(token.result().value(), QStringLiteral("token"));
}

void KeyringSessionStoreTest::whatWasNotAskedYetIsCancelled()
{
    LockedKeyring keyring;
    std::optional<KeyringSessionStore> store(std::in_place, QStringLiteral("one"), &keyring);
    const auto asked = store->load();
    QTRY_COMPARE(keyring.questions.load(), 1);
    const auto waiting = store->load();
    const std::unique_ptr<QThread> ending(QThread::create([&store] { store.reset(); }));
    ending->start();
    QTRY_VERIFY(waiting.isCanceled());
    keyring.unlocked.release();
    QVERIFY(ending->wait());
    QCOMPARE(asked.result().value(), QStringLiteral("token"));
    QCOMPARE(keyring.questions.load(), 1);
}

} // namespace tests

QTEST_GUILESS_MAIN(tests::KeyringSessionStoreTest)
#include "keyringsessionstoretest.moc"
