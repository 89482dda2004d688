// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/localsecretstore.h"
#include "tests/secrets/fakekeyring.h"
#include "tests/support/errorcode.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <memory>
#include <thread>
#include <vector>

using namespace core::secrets;

namespace tests {

class LocalSecretStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensAfterARestartWhatItSealed();
    void saysThatTheKeyIsMissing();
    void makesNoKeyByOpening();
    void saysThatAnotherKeySealedIt();
    void keepsAKeyPerWorkspace();
    void movesToAnotherMachineByItsText();
    void refusesATextThatIsNoKey();
    void noticesAKeyThatAnotherProcessBrought();
    void usesOnlyTheFileOfTheEnvironment();
    void prefersTheKeyringForANewKey();
    void fallsBackToTheFileWithoutAKeyring();
    void prefersAnExistingFileToTheKeyring();
    void importsIntoTheFileThatIsThereAlready();
    void makesNoSecondKeyWhileTheKeyringIsLocked();
    void importsIntoAFileWhileTheKeyringIsLocked();
    void makesOneKeyForManyThreads();
    void makesOneKeyForManyProcesses_data();
    void makesOneKeyForManyProcesses();

private:
    [[nodiscard]] KeyPlaces places(Keyring *keyring = nullptr) const
    {
        return {{}, m_folder->filePath(QStringLiteral("keys")), keyring};
    }
    [[nodiscard]] QString keyPath() const { return m_folder->filePath(QStringLiteral("keys/%1.key").arg(m_workspace)); }

    const QString m_workspace = QStringLiteral("3f0c8a52-6c1d-4b7e-9a55-0d6a2b1c9e10");
    std::unique_ptr<QTemporaryDir> m_folder;
};

void LocalSecretStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void LocalSecretStoreTest::cleanup()
{
    qunsetenv("HELIOGRAPH_KEY_FILE");
}

void LocalSecretStoreTest::opensAfterARestartWhatItSealed()
{
    const auto sealed = LocalSecretStore(m_workspace, places()).seal("token");
    QVERIFY(sealed);
    const auto plain = LocalSecretStore(m_workspace, places()).open(*sealed);
    QVERIFY(plain);
    QCOMPARE(*plain, QByteArray("token"));
}

void LocalSecretStoreTest::saysThatTheKeyIsMissing()
{
    const auto sealed = LocalSecretStore(m_workspace, places()).seal("token");
    QVERIFY(QFile::remove(keyPath()));
    LocalSecretStore store(m_workspace, places());
    QCOMPARE(errorKind(store.open(*sealed)), QStringLiteral("Unavailable"));
    QCOMPARE(errorCode(store.open(*sealed)), QStringLiteral("key.missing"));
    QCOMPARE(errorCode(store.exportKey()), QStringLiteral("key.missing"));
}

void LocalSecretStoreTest::makesNoKeyByOpening()
{
    QVERIFY(!LocalSecretStore(m_workspace, places()).open("anything"));
    QVERIFY(!QFile::exists(keyPath()));
}

void LocalSecretStoreTest::saysThatAnotherKeySealedIt()
{
    const auto sealed = LocalSecretStore(QStringLiteral("other"), places()).seal("token");
    LocalSecretStore store(m_workspace, places());
    QVERIFY(store.seal("own"));
    QCOMPARE(errorKind(store.open(*sealed)), QStringLiteral("Corrupt"));
    QCOMPARE(errorCode(store.open(*sealed)), QStringLiteral("secret.unreadable"));
}

void LocalSecretStoreTest::keepsAKeyPerWorkspace()
{
    LocalSecretStore first(m_workspace, places());
    LocalSecretStore second(QStringLiteral("other"), places());
    QVERIFY(first.seal("a") && second.seal("b"));
    QVERIFY(*first.exportKey() != *second.exportKey());
}

void LocalSecretStoreTest::movesToAnotherMachineByItsText()
{
    LocalSecretStore here(m_workspace, places());
    const auto sealed = here.seal("token");
    const auto key = here.exportKey();
    QVERIFY(sealed && key);

    const QTemporaryDir elsewhere;
    LocalSecretStore there(m_workspace, {{}, elsewhere.filePath(QStringLiteral("keys")), nullptr});
    QCOMPARE(errorCode(there.open(*sealed)), QStringLiteral("key.missing"));
    QVERIFY(there.importKey(*key + QStringLiteral("\n")));
    QCOMPARE(*there.open(*sealed), QByteArray("token"));
}

void LocalSecretStoreTest::refusesATextThatIsNoKey()
{
    LocalSecretStore store(m_workspace, places());
    QVERIFY(store.seal("token"));
    const QString before = *store.exportKey();
    QCOMPARE(errorKind(store.importKey(QStringLiteral("swordfish"))), QStringLiteral("InvalidInput"));
    QCOMPARE(*store.exportKey(), before);
}

void LocalSecretStoreTest::noticesAKeyThatAnotherProcessBrought()
{
    const QTemporaryDir elsewhere;
    LocalSecretStore there(m_workspace, {{}, elsewhere.path(), nullptr});
    const auto sealed = there.seal("token");

    LocalSecretStore running(m_workspace, places());
    QVERIFY(running.seal("own"));
    QVERIFY(!running.open(*sealed));
    LocalSecretStore command(m_workspace, places());
    QVERIFY(command.importKey(*there.exportKey()));
    QCOMPARE(*running.open(*sealed), QByteArray("token"));
}

void LocalSecretStoreTest::usesOnlyTheFileOfTheEnvironment()
{
    const QString explicitPath = m_folder->filePath(QStringLiteral("mine.key"));
    qputenv("HELIOGRAPH_KEY_FILE", explicitPath.toLocal8Bit());
    FakeKeyring keyring;
    LocalSecretStore store(m_workspace, KeyPlaces::fromEnvironment(m_folder->path(), &keyring));
    const auto sealed = store.seal("token");
    QVERIFY(sealed);
    QVERIFY(QFile::exists(explicitPath));
    QVERIFY(!QFile::exists(keyPath()));
    QVERIFY(keyring.entries.isEmpty());

    QVERIFY(QFile::remove(explicitPath));
    keyring.entries.insert(m_workspace, SecretKey::generate()->text());
    LocalSecretStore later(m_workspace, KeyPlaces::fromEnvironment(m_folder->path(), &keyring));
    QCOMPARE(errorCode(later.open(*sealed)), QStringLiteral("key.missing"));
}

void LocalSecretStoreTest::prefersTheKeyringForANewKey()
{
    FakeKeyring keyring;
    const auto sealed = LocalSecretStore(m_workspace, places(&keyring)).seal("token");
    QVERIFY(sealed);
    QVERIFY(!QFile::exists(keyPath()));
    QVERIFY(keyring.entries.contains(m_workspace));
    QCOMPARE(*LocalSecretStore(m_workspace, places(&keyring)).open(*sealed), QByteArray("token"));
}

void LocalSecretStoreTest::fallsBackToTheFileWithoutAKeyring()
{
    FakeKeyring keyring;
    keyring.answers = false;
    QVERIFY(LocalSecretStore(m_workspace, places(&keyring)).seal("token"));
    QVERIFY(QFile::exists(keyPath()));
}

void LocalSecretStoreTest::prefersAnExistingFileToTheKeyring()
{
    const auto sealed = LocalSecretStore(m_workspace, places()).seal("token");
    FakeKeyring keyring;
    keyring.entries.insert(m_workspace, SecretKey::generate()->text());
    QCOMPARE(*LocalSecretStore(m_workspace, places(&keyring)).open(*sealed), QByteArray("token"));
}

void LocalSecretStoreTest::importsIntoTheFileThatIsThereAlready()
{
    QVERIFY(LocalSecretStore(m_workspace, places()).seal("token"));
    FakeKeyring keyring;
    const QString key = SecretKey::generate()->text();

    QVERIFY(LocalSecretStore(m_workspace, places(&keyring)).importKey(key));

    // The file is read first: a key in the keyring would never be seen.
    QVERIFY(keyring.entries.isEmpty());
    QCOMPARE(*LocalSecretStore(m_workspace, places(&keyring)).exportKey(), key);
}

void LocalSecretStoreTest::makesNoSecondKeyWhileTheKeyringIsLocked()
{
    FakeKeyring keyring;
    const auto sealed = LocalSecretStore(m_workspace, places(&keyring)).seal("token");
    keyring.answers = false;
    for (Keyring *absent : {static_cast<Keyring *>(&keyring), static_cast<Keyring *>(nullptr)}) {
        LocalSecretStore store(m_workspace, places(absent));
        QCOMPARE(errorCode(store.seal("another")), QStringLiteral("key.in_keyring"));
        QCOMPARE(errorCode(store.open(*sealed)), QStringLiteral("key.in_keyring"));
    }
    QVERIFY(!QFile::exists(keyPath()));
    keyring.answers = true;
    QCOMPARE(*LocalSecretStore(m_workspace, places(&keyring)).open(*sealed), QByteArray("token"));
}

void LocalSecretStoreTest::importsIntoAFileWhileTheKeyringIsLocked()
{
    FakeKeyring keyring;
    LocalSecretStore desktop(m_workspace, places(&keyring));
    const auto sealed = desktop.seal("token");
    const QString key = *desktop.exportKey();
    keyring.answers = false;
    LocalSecretStore remote(m_workspace, places(&keyring));
    QVERIFY(remote.importKey(key));
    QVERIFY(QFile::exists(keyPath()));
    QCOMPARE(*LocalSecretStore(m_workspace, places(&keyring)).open(*sealed), QByteArray("token"));
}

void LocalSecretStoreTest::makesOneKeyForManyThreads()
{
    LocalSecretStore store(m_workspace, places());
    std::vector<core::Result<QByteArray>> sealed(8, core::Result<QByteArray>(QByteArray()));
    {
        std::vector<std::jthread> threads;
        for (auto &slot : sealed)
            threads.emplace_back([&store, &slot] { slot = store.seal("token"); });
    }
    for (const auto &one : sealed) {
        QVERIFY(one);
        QCOMPARE(*store.open(*one), QByteArray("token"));
    }
}

void LocalSecretStoreTest::makesOneKeyForManyProcesses_data()
{
    QTest::addColumn<bool>("withKeyring");
    QTest::newRow("file") << false;
    QTest::newRow("keyring") << true;
}

void LocalSecretStoreTest::makesOneKeyForManyProcesses()
{
    QFETCH(bool, withKeyring);
    FakeKeyring keyring;
    std::vector<core::Result<QByteArray>> sealed(8, core::Result<QByteArray>(QByteArray()));
    {
        std::vector<std::jthread> threads;
        for (auto &slot : sealed) {
            threads.emplace_back([this, &slot, &keyring, withKeyring] {
                slot = LocalSecretStore(m_workspace, places(withKeyring ? &keyring : nullptr)).seal("token");
            });
        }
    }
    LocalSecretStore store(m_workspace, places(&keyring));
    for (const auto &one : sealed) {
        QVERIFY(one);
        QCOMPARE(*store.open(*one), QByteArray("token"));
    }
}

} // namespace tests

QTEST_GUILESS_MAIN(tests::LocalSecretStoreTest)
#include "localsecretstoretest.moc"
