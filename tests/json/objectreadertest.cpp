// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/objectreader.h"

#include "tests/support/errorline.h"
#include "tests/support/manualclock.h"

#include <QJsonDocument>
#include <QtTest>

using core::json::ObjectReader;

class ObjectReaderTest : public QObject
{
    Q_OBJECT

private:
    static QJsonObject parsed(const char *json) { return QJsonDocument::fromJson(json).object(); }
    static QString lines(const ObjectReader &reader) { return tests::errorLine(core::Error::invalid(reader.errors())); }

private Q_SLOTS:
    void readsEveryType()
    {
        ObjectReader reader(parsed(R"({"text":"a","flag":true,"number":1.5,"whole":9007199254740991,"texts":["a","b"],
                                       "wholes":[1,2],"map":{"k":"v"},"time":"2026-11-20T09:00:00Z","object":{"a":1}})"));

        QCOMPARE(reader.text(u"text"_qs), u"a"_qs);
        QCOMPARE(reader.boolean(u"flag"_qs), true);
        QCOMPARE(reader.number(u"number"_qs), 1.5);
        QCOMPARE(reader.integer(u"whole"_qs), 9007199254740991);
        QCOMPARE(reader.texts(u"texts"_qs), (QStringList{u"a"_qs, u"b"_qs}));
        QCOMPARE(reader.integers(u"wholes"_qs), (QList<qint64>{1, 2}));
        QCOMPARE(reader.textMap(u"map"_qs), (QMap<QString, QString>{{u"k"_qs, u"v"_qs}}));
        QCOMPARE(reader.time(u"time"_qs), tests::at("2026-11-20T09:00:00Z"));
        QCOMPARE(reader.object(u"object"_qs)->value(u"a"_qs).toInt(), 1);
        QVERIFY(reader.errors().isEmpty());
    }

    void absentIsNothingAndNoError()
    {
        ObjectReader reader(QJsonObject{});

        QVERIFY(!reader.text(u"a"_qs));
        QVERIFY(!reader.integer(u"b"_qs));
        QVERIFY(!reader.texts(u"c"_qs));
        QVERIFY(!reader.time(u"d"_qs));
        QVERIFY(!reader.orNull(u"e"_qs, &ObjectReader::number));
        QVERIFY(reader.errors().isEmpty());
    }

    void nullIsToldFromAbsent()
    {
        ObjectReader reader(parsed(R"({"rate":null,"until":"2026-11-20T09:00:00Z"})"));

        const auto rate = reader.orNull(u"rate"_qs, &ObjectReader::number);
        QVERIFY(rate);
        QVERIFY(!*rate);
        QCOMPARE(**reader.orNull(u"until"_qs, &ObjectReader::time), tests::at("2026-11-20T09:00:00Z"));
        QVERIFY(reader.errors().isEmpty());
    }

    void aWrongTypeIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");

        QTest::newRow("number for text") << QByteArray(R"({"text":1})");
        QTest::newRow("null for text") << QByteArray(R"({"text":null})");
        QTest::newRow("text for flag") << QByteArray(R"({"flag":"yes"})");
        QTest::newRow("text for number") << QByteArray(R"({"number":"1"})");
        QTest::newRow("fraction for whole") << QByteArray(R"({"whole":1.5})");
        QTest::newRow("too large for whole") << QByteArray(R"({"whole":1e300})");
        QTest::newRow("text for texts") << QByteArray(R"({"texts":"a"})");
        QTest::newRow("mixed texts") << QByteArray(R"({"texts":["a",1]})");
        QTest::newRow("mixed texts, the last one right") << QByteArray(R"({"texts":["a",1,"b"]})");
        QTest::newRow("mixed wholes, the last one right") << QByteArray(R"({"wholes":[1,"2",3]})");
        QTest::newRow("mixed map") << QByteArray(R"({"map":{"a":1}})");
        QTest::newRow("mixed map, the last one right") << QByteArray(R"({"map":{"a":1,"b":"x"}})");
        QTest::newRow("list for object") << QByteArray(R"({"object":[]})");
    }

    void aWrongTypeIsNamed()
    {
        QFETCH(QByteArray, json);
        ObjectReader reader(QJsonDocument::fromJson(json).object());

        QVERIFY(!reader.text(u"text"_qs));
        QVERIFY(!reader.boolean(u"flag"_qs));
        QVERIFY(!reader.number(u"number"_qs));
        QVERIFY(!reader.integer(u"whole"_qs));
        QVERIFY(!reader.texts(u"texts"_qs));
        QVERIFY(!reader.integers(u"wholes"_qs));
        QVERIFY(!reader.textMap(u"map"_qs));
        QVERIFY(!reader.object(u"object"_qs));
        QCOMPARE(reader.errors().size(), 1);
        QCOMPARE(reader.errors().first().code, u"json:type"_qs);
    }

    void textsThatAreNotKeptAsTheyAreAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");

        QTest::newRow("NUL") << QByteArray(R"({"text":"a\u0000"})");
        QTest::newRow("first half of a character") << QByteArray(R"({"text":"\ud83d!"})");
        QTest::newRow("second half") << QByteArray(R"({"text":"\ude00"})");
        QTest::newRow("halves the wrong way round") << QByteArray(R"({"text":"\ude00\ud83d"})");
        QTest::newRow("half in a list") << QByteArray(R"({"texts":["a","\ud83d"]})");
        QTest::newRow("half in a map") << QByteArray(R"({"map":{"a":"\ud83d"}})");
        QTest::newRow("NUL in a key") << QByteArray(R"({"map":{"a\u0000":"b"}})");
        QTest::newRow("half in a key") << QByteArray(R"({"map":{"\ud83d":"b"}})");
    }

    void textsThatAreNotKeptAsTheyAreAreRefused()
    {
        QFETCH(QByteArray, json);
        ObjectReader reader(QJsonDocument::fromJson(json).object());

        QVERIFY(!reader.text(u"text"_qs));
        QVERIFY(!reader.texts(u"texts"_qs));
        QVERIFY(!reader.textMap(u"map"_qs));
        QCOMPARE(reader.errors().size(), 1);
        QCOMPARE(reader.errors().first().code, u"text:unreadable"_qs);
    }

    void aCharacterOfTwoHalvesIsText()
    {
        ObjectReader reader(parsed(R"({"text":"\ud83d\ude00"})"));

        QCOMPARE(reader.text(u"text"_qs), u"😀"_qs);
        QVERIFY(reader.errors().isEmpty());
    }

    void allErrorsAreToldAtOnceWithTheirPrefix()
    {
        ObjectReader reader(parsed(R"({"from":9,"until":"soon","colour":"red","id":4})"), u"window."_qs);
        QVERIFY(!reader.text(u"from"_qs));
        QVERIFY(!reader.time(u"until"_qs));
        reader.skip({u"id"_qs});

        QCOMPARE(lines(reader), u"window.from json:type text; window.until time:format soon; window.colour json:unknown"_qs);
    }
};

QTEST_GUILESS_MAIN(ObjectReaderTest)
#include "objectreadertest.moc"
