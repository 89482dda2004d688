// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/secretbox.h"
#include "tests/support/errorcode.h"

#include <QTest>

using namespace core::secrets;

namespace tests {

class SecretBoxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatItSealed_data();
    void opensWhatItSealed();
    void neverShowsThePlainText();
    void sealsEqualTextsDifferently();
    void refusesAnotherKey();
    void noticesEveryChangedByte();
    void noticesEveryCut();
    void namesANewerVersion();

private:
    [[nodiscard]] static SecretKey newKey() { return std::move(*SecretKey::generate()); }
};

void SecretBoxTest::opensWhatItSealed_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("token") << QByteArray("Bearer 42");
    QTest::newRow("binary") << QByteArray("\x00\x01\x00\xff", 4);
    QTest::newRow("64 KiB") << QByteArray(65'536, 'x');
}

void SecretBoxTest::opensWhatItSealed()
{
    QFETCH(QByteArray, plain);
    const SecretKey key = newKey();
    const auto opened = core::secrets::open(seal(plain, key), key);
    QVERIFY(opened);
    QCOMPARE(*opened, plain);
}

void SecretBoxTest::neverShowsThePlainText()
{
    QVERIFY(!seal("a password", newKey()).contains("password"));
}

void SecretBoxTest::sealsEqualTextsDifferently()
{
    const SecretKey key = newKey();
    QVERIFY(seal("same", key) != seal("same", key));
}

void SecretBoxTest::refusesAnotherKey()
{
    const auto opened = core::secrets::open(seal("secret", newKey()), newKey());
    QVERIFY(!opened);
    QCOMPARE(errorKind(opened), QStringLiteral("Corrupt"));
    QCOMPARE(errorCode(opened), QStringLiteral("secret.unreadable"));
}

void SecretBoxTest::noticesEveryChangedByte()
{
    const SecretKey key = newKey();
    const QByteArray sealed = seal("secret", key);
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 0x40);
        const auto opened = core::secrets::open(changed, key);
        QVERIFY2(!opened && opened.error().kind == core::ErrorKind::Corrupt, qPrintable(QString::number(i)));
    }
}

void SecretBoxTest::noticesEveryCut()
{
    const SecretKey key = newKey();
    const QByteArray sealed = seal("secret", key);
    for (qsizetype length = 0; length < sealed.size(); ++length)
        QVERIFY2(!core::secrets::open(sealed.first(length), key), qPrintable(QString::number(length)));
}

void SecretBoxTest::namesANewerVersion()
{
    const SecretKey key = newKey();
    QByteArray sealed = seal("secret", key);
    QCOMPARE(sealed[0], '\x01');
    sealed[0] = '\x02';
    QCOMPARE(errorCode(core::secrets::open(sealed, key)), QStringLiteral("secret.version"));
}

} // namespace tests

QTEST_GUILESS_MAIN(tests::SecretBoxTest)
#include "secretboxtest.moc"
