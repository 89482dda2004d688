// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/jsonbody.h"

#include "tests/support/errorcode.h"

#include <QJsonDocument>
#include <QtTest>

using core::Error;
using core::Result;
using core::rest::ApiCall;
using core::rest::ApiResponse;
using core::rest::bodyOf;
using core::rest::jsonObjectFrom;

class JsonBodyTest : public QObject
{
    Q_OBJECT

private:
    /** A call with this body; what it is answered lies in `answers`. */
    static ApiCall callWith(const QByteArray &body, QList<ApiResponse> &answers)
    {
        ApiCall call;
        call.request.body = body;
        call.answer = [&answers](const ApiResponse &response) { answers << response; };
        return call;
    }

private Q_SLOTS:
    void readsAnObject_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QJsonObject>("object");

        QTest::newRow("nothing") << QByteArray() << QJsonObject();
        QTest::newRow("blanks") << QByteArray(" \r\n\t ") << QJsonObject();
        QTest::newRow("empty object") << QByteArray("{}") << QJsonObject();
        QTest::newRow("blanks around") << QByteArray("\n {\"a\" : 1} \r\n") << QJsonObject{{u"a"_qs, 1}};
        QTest::newRow("letters of any script") << QByteArray("{\"a\":\"Анна\"}") << QJsonObject{{u"a"_qs, u"Анна"_qs}};
        QTest::newRow("escaped") << QByteArray(R"({"a":"\u0410\ud83d\udce8"})") << QJsonObject{{u"a"_qs, u"А\U0001f4e8"_qs}};
        QTest::newRow("the last of two") << QByteArray(R"({"a":1,"a":2})") << QJsonObject{{u"a"_qs, 2}};
        QTest::newRow("null") << QByteArray(R"({"a":null})") << QJsonObject{{u"a"_qs, QJsonValue::Null}};
    }
    void readsAnObject()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QJsonObject, object);

        const auto read = jsonObjectFrom(body);

        QCOMPARE(tests::errorCode(read), QString());
        QCOMPARE(*read, object);
    }

    void keepsNumbersAsTheyAre()
    {
        const auto read = jsonObjectFrom(
            R"({"whole":9007199254740993,"least":-9223372036854775808,"beyond":18446744073709551616,"part":0.1,"zero":-0})");

        QCOMPARE(read->value(u"whole"_qs).toInteger(), qint64{9007199254740993});
        QCOMPARE(read->value(u"least"_qs).toInteger(), std::numeric_limits<qint64>::min());
        QCOMPARE(read->value(u"beyond"_qs).toDouble(), 18446744073709551616.0);
        QCOMPARE(read->value(u"part"_qs).toDouble(), 0.1);
        QCOMPARE(read->value(u"zero"_qs).toDouble(), 0.0);
    }

    void refusesWhatIsNoJson_data()
    {
        QTest::addColumn<QByteArray>("body");

        QTest::newRow("word") << QByteArray("hello");
        QTest::newRow("cut") << QByteArray("{\"a\":");
        QTest::newRow("text without end") << QByteArray("{\"a\":\"b");
        QTest::newRow("something behind") << QByteArray("{} {}");
        QTest::newRow("comma at the end") << QByteArray(R"({"a":1,})");
        QTest::newRow("comment") << QByteArray("{/* a */}");
        QTest::newRow("single quotes") << QByteArray("{'a':1}");
        QTest::newRow("name without quotes") << QByteArray("{a:1}");
        QTest::newRow("form") << QByteArray("phone=79990000001&tag=vip");
        QTest::newRow("no UTF-8") << QByteArray("{\"a\":\"\xff\"}");
        QTest::newRow("cut UTF-8") << QByteArray("{\"a\":\"\xd0\"}");
        QTest::newRow("overlong UTF-8") << QByteArray("{\"a\":\"\xc0\xaf\"}");
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe{\0}\0", 6);
        QTest::newRow("NUL") << QByteArray("\0", 1);
        QTest::newRow("NUL behind") << QByteArray("{}\0", 3);
        QTest::newRow("not a number") << QByteArray(R"({"a":NaN})");
        QTest::newRow("infinity") << QByteArray(R"({"a":1e999})");
        QTest::newRow("plus") << QByteArray(R"({"a":+1})");
        QTest::newRow("hexadecimal") << QByteArray(R"({"a":0x10})");
    }
    void refusesWhatIsNoJson()
    {
        QFETCH(const QByteArray, body);

        const auto read = jsonObjectFrom(body);

        QCOMPARE(tests::errorCode(read), u"request.json"_qs);
        QCOMPARE(read.error().args.size(), 2); // where, and why
    }

    void aMegabyteOfOpenBracketsIsAnErrorAndNoCrash()
    {
        constexpr qsizetype megabyte = 1024 * 1024;
        QByteArray nested;
        while (nested.size() < megabyte)
            nested += "{\"a\":";

        QCOMPARE(tests::errorCode(jsonObjectFrom(QByteArray(megabyte, '['))), u"request.json"_qs);
        QCOMPARE(tests::errorCode(jsonObjectFrom(nested)), u"request.json"_qs);
    }

    void onlyAnObjectIsABody()
    {
        QCOMPARE(tests::errorCode(jsonObjectFrom("[]")), u"request.not_object"_qs);
        QCOMPARE(tests::errorCode(jsonObjectFrom("[{}]")), u"request.not_object"_qs);
    }

    void givesWhatWasReadAndAnswersNothing()
    {
        QList<ApiResponse> answers;
        const auto value = bodyOf(callWith(R"({"a":5})", answers), [](const QJsonObject &object) -> Result<qint64> {
            return object.value(u"a"_qs).toInteger();
        });

        QCOMPARE(value, std::optional<qint64>(5));
        QVERIFY(answers.isEmpty());
    }

    void aBodyThatIsNoJsonIsABadRequest()
    {
        for (const char *body : {"{", "[]"}) {
            QList<ApiResponse> answers;
            bool wasRead = false;
            const auto value = bodyOf(callWith(body, answers), [&wasRead](const QJsonObject &) -> Result<int> {
                wasRead = true;
                return 1;
            });

            QVERIFY(!value);
            QVERIFY(!wasRead);
            QCOMPARE(answers.size(), 1);
            QCOMPARE(answers.first().status, 400);
            QCOMPARE(answers.first().contentType, QByteArray("application/problem+json"));
        }
    }

    void wrongFieldsAreUnprocessableAndAllNamed()
    {
        QList<ApiResponse> answers;
        const auto value = bodyOf(callWith("{}", answers), [](const QJsonObject &) -> Result<int> {
            return core::Failure(
                Error::invalid({{u"phone"_qs, u"phone:empty"_qs, {}}, {u"tags"_qs, u"json:unknown"_qs, {}}}));
        });
        const QJsonObject problem = QJsonDocument::fromJson(answers.value(0).body).object();

        QVERIFY(!value);
        QCOMPARE(answers.size(), 1);
        QCOMPARE(answers.first().status, 422);
        QCOMPARE(problem.value(u"type"_qs).toString(), u"urn:heliograph:input.invalid"_qs);
        QCOMPARE(problem.value(u"errors"_qs).toArray().size(), 2);
    }
};

QTEST_GUILESS_MAIN(JsonBodyTest)
#include "jsonbodytest.moc"
