// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/secretkey.h"

#include <QTest>
#include <algorithm>

using namespace core::secrets;

namespace tests {

class SecretKeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isDifferentEachTime();
    void comesBackFromItsText();
    void readsTheFormatThatPeopleHave();
    void ignoresBlanksAndLineBreaks();
    void refusesTextsThatAreNoKey_data();
    void refusesTextsThatAreNoKey();
    void noticesEverySingleTypingMistake();
    void isWipedWhenMovedFrom();

private:
    /** The bytes 0, 1 … 31. Written down, so that a change of the format is noticed: people have such texts. */
    static QString knownKey() { return QStringLiteral("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh_zmiyt"); }
};

void SecretKeyTest::isDifferentEachTime()
{
    const auto first = SecretKey::generate();
    const auto second = SecretKey::generate();
    QVERIFY(first && second);
    QVERIFY(!first->isSameAs(*second));
    QVERIFY(first->isSameAs(*first));
}

void SecretKeyTest::comesBackFromItsText()
{
    const auto key = SecretKey::generate();
    QVERIFY(key);
    QCOMPARE(key->text().size(), SecretKey::textLength);
    const auto back = SecretKey::fromText(key->text());
    QVERIFY(back);
    QVERIFY(back->isSameAs(*key));
}

void SecretKeyTest::readsTheFormatThatPeopleHave()
{
    const auto key = SecretKey::fromText(knownKey());
    QVERIFY(key);
    for (std::size_t i = 0; i < SecretKey::size; ++i)
        QCOMPARE(static_cast<std::size_t>(key->data()[i]), i);
    QCOMPARE(key->text(), knownKey());
}

void SecretKeyTest::ignoresBlanksAndLineBreaks()
{
    const auto key = SecretKey::generate();
    QString wrapped = key->text();
    wrapped.insert(20, QStringLiteral("\r\n  "));
    const auto back = SecretKey::fromText(QStringLiteral(" \t") + wrapped + QStringLiteral("\n"));
    QVERIFY(back);
    QVERIFY(back->isSameAs(*key));
}

void SecretKeyTest::refusesTextsThatAreNoKey_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("args");

    const QString valid = knownKey();
    QTest::newRow("nothing") << QString() << QStringLiteral("key:empty") << QStringList();
    QTest::newRow("blanks") << QStringLiteral(" \n\t") << QStringLiteral("key:empty") << QStringList();
    QTest::newRow("one character short") << valid.chopped(1) << QStringLiteral("key:length")
                                         << QStringList{QStringLiteral("47"), QStringLiteral("48")};
    QTest::newRow("twice") << valid + valid << QStringLiteral("key:length")
                           << QStringList{QStringLiteral("96"), QStringLiteral("48")};
    QString stranger = valid;
    stranger[4] = u'/';
    QTest::newRow("base64 of the other alphabet")
        << stranger << QStringLiteral("key:character") << QStringList{QStringLiteral("5"), QStringLiteral("/")};
    QTest::newRow("Cyrillic letter") << QStringLiteral("ключ") << QStringLiteral("key:character")
                                     << QStringList{QStringLiteral("1"), QStringLiteral("к")};
    QTest::newRow("right form, wrong checksum")
        << QString(SecretKey::textLength, u'A') << QStringLiteral("key:checksum") << QStringList();
}

void SecretKeyTest::refusesTextsThatAreNoKey()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(QStringList, args);

    const auto key = SecretKey::fromText(text);
    QVERIFY(!key);
    QCOMPARE(key.error().kind, core::ErrorKind::InvalidInput);
    QCOMPARE(key.error().fields.size(), 1);
    QCOMPARE(key.error().fields[0].field, QStringLiteral("key"));
    QCOMPARE(key.error().fields[0].code, code);
    QCOMPARE(key.error().fields[0].args, args);
}

void SecretKeyTest::noticesEverySingleTypingMistake()
{
    const QString valid = knownKey();
    for (qsizetype i = 0; i < valid.size(); ++i) {
        QString mistyped = valid;
        mistyped[i] = mistyped[i] == u'x' ? u'y' : u'x';
        QVERIFY2(!SecretKey::fromText(mistyped), qPrintable(QString::number(i)));
    }
}

void SecretKeyTest::isWipedWhenMovedFrom()
{
    auto key = SecretKey::generate();
    QVERIFY(key);
    SecretKey source = std::move(*key);
    const SecretKey target = std::move(source);
    const unsigned char *bytes = source.data();
    QVERIFY(std::all_of(bytes, bytes + SecretKey::size, [](unsigned char byte) { return byte == 0; }));
    QVERIFY(!target.isSameAs(source));
}

} // namespace tests

QTEST_GUILESS_MAIN(tests::SecretKeyTest)
#include "secretkeytest.moc"
