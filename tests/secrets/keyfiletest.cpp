// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/keyfile.h"
#include "tests/support/errorcode.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace core::secrets;

namespace tests {

class KeyFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void readsNothingWhereNoFileIs();
    void readsWhatItCreated();
    void isReadableByItsOwnerOnly();
    void createLeavesAnExistingKeyAlone();
    void replaceTakesItsPlace();
    void refusesAFileThatOthersMayUse_data();
    void refusesAFileThatOthersMayUse();
    void readsAFileMadeByHand();
    void saysWhenTheFileIsDamaged();
    void saysWhenItCannotBeWritten();
    void leavesNothingElseInTheFolder();

private:
    [[nodiscard]] static SecretKey newKey() { return std::move(*SecretKey::generate()); }
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("keys/workspace.key")); }
    void write(const QByteArray &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void KeyFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void KeyFileTest::write(const QByteArray &text) const
{
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    QCOMPARE(file.write(text), text.size());
}

void KeyFileTest::readsNothingWhereNoFileIs()
{
    const auto key = KeyFile(path()).read();
    QVERIFY(key);
    QVERIFY(!*key);
}

void KeyFileTest::readsWhatItCreated()
{
    const SecretKey key = newKey();
    QVERIFY(KeyFile(path()).create(key));
    const auto read = KeyFile(path()).read();
    QVERIFY(read && *read);
    QVERIFY((*read)->isSameAs(key));
}

void KeyFileTest::isReadableByItsOwnerOnly()
{
    const auto user = QFileDevice::ReadUser | QFileDevice::WriteUser;
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QVERIFY(KeyFile(path()).create(newKey()));
    QCOMPARE(QFile::permissions(path()), user | owner);
    QVERIFY(KeyFile(path()).replace(newKey()));
    QCOMPARE(QFile::permissions(path()), user | owner);
    QVERIFY(!(QFile::permissions(QFileInfo(path()).path()) & (QFileDevice::ReadOther | QFileDevice::ReadGroup)));
}

void KeyFileTest::createLeavesAnExistingKeyAlone()
{
    const SecretKey first = newKey();
    QVERIFY(KeyFile(path()).create(first));
    QVERIFY(KeyFile(path()).create(newKey()));
    QVERIFY((*KeyFile(path()).read())->isSameAs(first));
}

void KeyFileTest::replaceTakesItsPlace()
{
    const SecretKey second = newKey();
    QVERIFY(KeyFile(path()).create(newKey()));
    QVERIFY(KeyFile(path()).replace(second));
    QVERIFY((*KeyFile(path()).read())->isSameAs(second));
}

void KeyFileTest::refusesAFileThatOthersMayUse_data()
{
    QTest::addColumn<int>("permission");
    QTest::newRow("group reads") << int(QFileDevice::ReadGroup);
    QTest::newRow("group writes") << int(QFileDevice::WriteGroup);
    QTest::newRow("everybody reads") << int(QFileDevice::ReadOther);
    QTest::newRow("everybody writes") << int(QFileDevice::WriteOther);
}

void KeyFileTest::refusesAFileThatOthersMayUse()
{
    QFETCH(int, permission);
    QVERIFY(KeyFile(path()).create(newKey()));
    QVERIFY(QFile::setPermissions(path(), QFile::permissions(path()) | QFileDevice::Permission(permission)));
    const auto key = KeyFile(path()).read();
    QVERIFY(!key);
    QCOMPARE(errorKind(key), QStringLiteral("Unavailable"));
    QCOMPARE(errorCode(key), QStringLiteral("key.permissions"));
    QCOMPARE(key.error().args, QStringList{path()});
}

void KeyFileTest::readsAFileMadeByHand()
{
    const SecretKey key = newKey();
    write("  " + key.text().toLatin1() + "\r\n\r\n");
    QVERIFY((*KeyFile(path()).read())->isSameAs(key));
}

void KeyFileTest::saysWhenTheFileIsDamaged()
{
    write(newKey().text().toLatin1().first(30));
    const auto key = KeyFile(path()).read();
    QVERIFY(!key);
    QCOMPARE(errorKind(key), QStringLiteral("Corrupt"));
    QCOMPARE(errorCode(key), QStringLiteral("key.damaged"));
    QVERIFY(!key.error().detail.contains(newKey().text().left(8)));
}

void KeyFileTest::saysWhenItCannotBeWritten()
{
    // A file stands where the folder should be: not even an administrator can write below it.
    write("");
    const KeyFile file(path() + QStringLiteral("/below.key"));
    QCOMPARE(errorCode(file.create(newKey())), QStringLiteral("key.unwritable"));
    QCOMPARE(errorCode(file.replace(newKey())), QStringLiteral("key.unwritable"));
}

void KeyFileTest::leavesNothingElseInTheFolder()
{
    QVERIFY(KeyFile(path()).create(newKey()));
    QVERIFY(KeyFile(path()).create(newKey()));
    QVERIFY(KeyFile(path()).replace(newKey()));
    QCOMPARE(QFileInfo(path()).dir().entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("workspace.key")});
}

} // namespace tests

QTEST_GUILESS_MAIN(tests::KeyFileTest)
#include "keyfiletest.moc"
