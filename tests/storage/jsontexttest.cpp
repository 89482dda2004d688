// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/jsontext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using core::storage::jsonObject;
using core::storage::mapFromJson;
using Map = QMap<QString, QString>;

namespace tests {

class JsonTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatItWrote_data()
    {
        QTest::addColumn<Map>("map");
        QTest::newRow("nothing") << Map();
        QTest::newRow("one") << Map{{u"name"_qs, u"Анна"_qs}};
        QTest::newRow("several") << Map{{u"a"_qs, u"1"_qs}, {u"b"_qs, QString(u""_qs)}, {u"имя"_qs, u"x, y: {z}"_qs}};
        QTest::newRow("quotes") << Map{{u"a"_qs, u"say \"no\""_qs}, {u"b"_qs, u"c"_qs}};
        QTest::newRow("separators in quotes") << Map{{u"a"_qs, u"\",\""_qs}, {u"b"_qs, u"\":\""_qs}, {u"c"_qs, u"\"}"_qs}};
        QTest::newRow("escapes") << Map{{u"a\\"_qs, u"line\nnext\ttab"_qs}};
        QTest::newRow("beyond the first plane") << Map{{u"a"_qs, u"😀"_qs}};
    }
    void readsBackWhatItWrote()
    {
        QFETCH(const Map, map);
        QCOMPARE(mapFromJson(jsonObject(map)), map);
    }

    void readsWhateverTheLibraryReads_data()
    {
        QTest::addColumn<QString>("json");
        for (const char *json :
             {"", "{", "{}", "[]", "{\"a\":1}", "{\"a\":\"b\"", "{\"a\": \"b\"}", "{ \"a\":\"b\" }", "{\"a\"}",
              "{\"a\":\"b\",\"c\":2}", "{\"a\":\"b\",\"c\":\"d\"}", "{\"a\":{\"b\":\"c\"}}", "{\"\":\"\"}", "{\"a\":\"b\",}",
              "{\"a\":\"\\u0041\"}", "{\"b\":\"1\",\"a\":\"2\"}", "{\"a\":\"b\"}\"}"})
            QTest::newRow(json) << QString::fromLatin1(json);
    }
    void readsWhateverTheLibraryReads()
    {
        QFETCH(const QString, json);
        Map expected;
        const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            expected.insert(entry.key(), entry.value().toString());
        QCOMPARE(mapFromJson(json), expected);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::JsonTextTest)
#include "jsontexttest.moc"
