// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/argonhasher.h"

#include <QTest>

namespace tests {

class ArgonHasherTest : public QObject
{
    Q_OBJECT

private:
    const core::secrets::ArgonHasher m_hasher;

    [[nodiscard]] QByteArray hashed(const QString &password) const { return *m_hasher.hash(password); }

private Q_SLOTS:
    void knowsItsPasswordAgain_data()
    {
        QTest::addColumn<QString>("password");
        QTest::newRow("words") << u"correct horse battery"_qs;
        QTest::newRow("blanks around") << u"  correct horse  "_qs;
        QTest::newRow("other letters") << u"пароль из десяти"_qs;
        QTest::newRow("beyond 16 bits") << u"\U0001f511"_qs.repeated(128);
        QTest::newRow("with a zero") << u"before"_qs + QChar(0) + u"after"_qs;
        QTest::newRow("nothing") << QString();
    }

    void knowsItsPasswordAgain()
    {
        QFETCH(QString, password);
        const QByteArray hash = hashed(password);
        QVERIFY(m_hasher.verify(password, hash));
        QVERIFY(!m_hasher.verify(password + u'x', hash));
        QVERIFY(!m_hasher.verify(u"x"_qs + password, hash));
        if (!password.isEmpty())
            QVERIFY(!m_hasher.verify(password.chopped(1), hash));
    }

    void everyCharacterCounts()
    {
        const QString longest(128, u'a');
        const QByteArray hash = hashed(longest);
        QVERIFY(!m_hasher.verify(longest.chopped(1) + u'b', hash));
        QVERIFY(!m_hasher.verify(longest.toUpper(), hash));
    }

    void aLetterIsTheSameHoweverItIsComposed()
    {
        const QByteArray hash = hashed(u"caf\u00e9 au lait"_qs);
        QVERIFY(m_hasher.verify(u"cafe\u0301 au lait"_qs, hash));
        QVERIFY(!m_hasher.verify(u"cafe au lait"_qs, hash));
    }

    void equalPasswordsHaveDifferentHashes()
    {
        QVERIFY(hashed(u"correct horse battery"_qs) != hashed(u"correct horse battery"_qs));
    }

    void theHashNamesItsAlgorithmAndHoldsNoPassword()
    {
        const QByteArray hash = hashed(u"correct horse battery"_qs);
        QVERIFY2(hash.startsWith("$argon2id$v=19$m=65536,t=2,p=1$"), hash.constData());
        QVERIFY(!hash.contains("horse"));
        QVERIFY(!hash.contains('\0'));
    }

    void nothingFitsWhatIsNoHash_data()
    {
        QTest::addColumn<QByteArray>("hash");
        const QByteArray whole = hashed(u"correct horse battery"_qs);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a word") << QByteArray("correct horse battery");
        QTest::newRow("cut") << whole.chopped(1);
        QTest::newRow("longer") << QByteArray(whole + 'A');
        QTest::newRow("zero behind") << QByteArray(whole + '\0');
        QTest::newRow("far too long") << whole.repeated(100);
        QTest::newRow("of another algorithm") << QByteArray(whole).replace("argon2id", "argon2xx");
    }

    void nothingFitsWhatIsNoHash()
    {
        QFETCH(QByteArray, hash);
        QVERIFY(!m_hasher.verify(u"correct horse battery"_qs, hash));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ArgonHasherTest)
#include "argonhashertest.moc"
