// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/rest/schemavalidator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using tests::SchemaValidator;

class SchemaValidatorTest : public QObject
{
    Q_OBJECT

private:
    /** Quotes are written as ', to be read more easily. */
    static QJsonValue parsed(QByteArray json)
    {
        json = '[' + json.replace('\'', '"') + ']';
        const QJsonDocument document = QJsonDocument::fromJson(json);
        if (!document.isArray())
            qFatal("no JSON: %s", json.constData());
        return document.array().first();
    }

    /** A document with a client that may be changed, made and put, as resources/openapi.json has them. */
    static SchemaValidator validator()
    {
        return SchemaValidator(parsed("{'components': {'schemas': {"
                                      "'Phone': {'type': 'string', 'pattern': '^7[0-9]{10}$'},"
                                      "'Patch': {'type': 'object', 'additionalProperties': false, 'properties': {"
                                      "  'phone': {'$ref': '#/components/schemas/Phone'}, 'tags': {'type': 'array'}}},"
                                      "'Create': {'allOf': [{'$ref': '#/components/schemas/Patch'},"
                                      "  {'required': ['phone'], 'properties': {'tags': {'default': []}}}]},"
                                      "'Again': {'$ref': '#/components/schemas/Phone'}"
                                      "}}}")
                                   .toObject());
    }

    static QStringList problems(const char *value, const char *schema)
    {
        return validator().problems(parsed(value), parsed(schema));
    }

private Q_SLOTS:
    void knowsWhatFits_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("fits");

        const auto row = [](const char *schema, const char *value, bool fits) {
            QTest::addRow("%s in %s", value, schema) << QByteArray(schema) << QByteArray(value) << fits;
        };
        row("true", "1", true);
        row("false", "1", false);
        row("{}", "null", true);

        row("{'type': 'string'}", "'a'", true);
        row("{'type': 'string'}", "1", false);
        row("{'type': 'integer'}", "1", true);
        row("{'type': 'integer'}", "1.0", true);
        row("{'type': 'integer'}", "1.5", false);
        row("{'type': 'integer'}", "'1'", false);
        row("{'type': 'number'}", "1.5", true);
        row("{'type': 'number'}", "null", false);
        row("{'type': 'boolean'}", "false", true);
        row("{'type': 'boolean'}", "0", false);
        row("{'type': 'array'}", "[]", true);
        row("{'type': 'array'}", "{}", false);
        row("{'type': 'object'}", "{}", true);
        row("{'type': 'object'}", "[]", false);
        row("{'type': 'null'}", "null", true);
        row("{'type': 'null'}", "false", false);
        row("{'type': ['string', 'null']}", "null", true);
        row("{'type': ['string', 'null']}", "'a'", true);
        row("{'type': ['string', 'null']}", "1", false);

        row("{'enum': ['a', 'b', null]}", "'b'", true);
        row("{'enum': ['a', 'b', null]}", "null", true);
        row("{'enum': ['a', 'b']}", "'c'", false);
        row("{'const': 'ok'}", "'ok'", true);
        row("{'const': 'ok'}", "'OK'", false);

        row("{'minimum': 1}", "1", true);
        row("{'minimum': 1}", "0", false);
        row("{'minimum': 1}", "'a'", true);
        row("{'maximum': 9}", "9", true);
        row("{'maximum': 9}", "9.5", false);
        row("{'exclusiveMinimum': 0}", "0.1", true);
        row("{'exclusiveMinimum': 0}", "0", false);
        row("{'exclusiveMaximum': 1}", "1", false);
        row("{'exclusiveMaximum': 1}", "0.9", true);

        row("{'minLength': 2}", "'ab'", true);
        row("{'minLength': 2}", "'a'", false);
        row("{'maxLength': 1}", "'\xf0\x9f\x93\xa8'", true); // one character
        row("{'maxLength': 1}", "'ab'", false);
        row("{'pattern': 'b'}", "'abc'", true);
        row("{'pattern': '^b$'}", "'abc'", false);
        row("{'pattern': '^[0-9]{3}$'}", "'999'", true);
        row("{'pattern': '^[0-9]{3}$'}", "'999\\n'", false);
        row("{'pattern': '('}", "'a'", false);

        row("{'format': 'date-time'}", "'2024-03-01T08:00:00Z'", true);
        row("{'format': 'date-time'}", "'2024-03-01T08:00:00.250+03:00'", true);
        row("{'format': 'date-time'}", "'2024-03-01T08:00:00'", false);
        row("{'format': 'date-time'}", "'2024-02-30T08:00:00Z'", false);
        row("{'format': 'date-time'}", "'2024-03-01'", false);
        row("{'format': 'date-time'}", "null", true);
        row("{'format': 'email'}", "'anna@example.org'", true);
        row("{'format': 'email'}", "'anna'", false);
        row("{'format': 'uri'}", "'https://example.org/a'", true);
        row("{'format': 'uri'}", "'/a'", false);
        row("{'format': 'uri-reference'}", "'/api/v1/clients/1'", true);
        row("{'format': 'int64'}", "5", true);

        row("{'items': {'type': 'integer'}}", "[1, 2]", true);
        row("{'items': {'type': 'integer'}}", "[1, 'b']", false);
        row("{'minItems': 1}", "[]", false);
        row("{'minItems': 1}", "[0]", true);
        row("{'maxItems': 1}", "[0, 1]", false);

        row("{'required': ['a']}", "{'a': null}", true);
        row("{'required': ['a']}", "{'b': 1}", false);
        row("{'properties': {'a': {'type': 'string'}}}", "{'a': 1}", false);
        row("{'properties': {'a': {'type': 'string'}}}", "{'b': 1}", true);
        row("{'properties': {'a': {}}, 'additionalProperties': false}", "{'a': 1}", true);
        row("{'properties': {'a': {}}, 'additionalProperties': false}", "{'a': 1, 'b': 1}", false);
        row("{'additionalProperties': {'type': 'string'}}", "{'a': 'b'}", true);
        row("{'additionalProperties': {'type': 'string'}}", "{'a': 1}", false);

        row("{'allOf': [{'minimum': 1}, {'maximum': 3}]}", "2", true);
        row("{'allOf': [{'minimum': 1}, {'maximum': 3}]}", "4", false);
        row("{'anyOf': [{'type': 'string'}, {'type': 'null'}]}", "null", true);
        row("{'anyOf': [{'type': 'string'}, {'type': 'null'}]}", "1", false);
        row("{'oneOf': [{'minimum': 1}, {'maximum': 3}]}", "0", true);
        row("{'oneOf': [{'minimum': 1}, {'maximum': 3}]}", "2", false);

        row("{'$ref': '#/components/schemas/Phone'}", "'79990000001'", true);
        row("{'$ref': '#/components/schemas/Phone'}", "'89990000001'", false);
        row("{'$ref': '#/components/schemas/Phone', 'maxLength': 3}", "'79990000001'", false);
        row("{'$ref': '#/components/schemas/Again'}", "'79990000001'", true);
        row("{'$ref': '#/components/schemas/Again'}", "'8'", false);
        row("{'$ref': '#/components/schemas/Nothing'}", "1", false);
    }
    void knowsWhatFits()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, value);
        QFETCH(const bool, fits);

        const QStringList found = problems(value, schema);

        QVERIFY2(found.isEmpty() == fits, qPrintable(found.join(u'\n')));
    }

    void aSchemaBesideAnotherOpensNothing()
    {
        const char *create = "{'$ref': '#/components/schemas/Create'}";

        QCOMPARE(problems("{'phone': '79990000001', 'tags': []}", create), QStringList());
        QCOMPARE(problems("{'phone': '79990000001', 'colour': 'red'}", create),
                 QStringList{u"colour: nothing may stand here"_qs});
        QCOMPARE(problems("{'tags': []}", create), QStringList{u"phone is missing"_qs});
    }

    void aPropertyOfOneBranchIsAStrangerToTheOther()
    {
        const char *schema =
            "{'allOf': [{'additionalProperties': false, 'properties': {'a': {}}}, {'properties': {'b': {}}}]}";

        QCOMPARE(problems("{'b': 1}", schema), QStringList{u"b: nothing may stand here"_qs});
    }

    void namesEverythingThatIsWrongWithItsPlace()
    {
        const QStringList found =
            problems("{'results': [{'phone': '7'}, {'phone': 5, 'name': ''}], 'next': ''}",
                     "{'required': ['count'], 'properties': {'next': {'minLength': 1}, 'results': {'items': {'properties':"
                     "{'phone': {'$ref': '#/components/schemas/Phone'}, 'name': {'minLength': 1}}}}}}");

        QCOMPARE(found,
                 (QStringList{u"count is missing"_qs, u"next: is too short"_qs,
                              u"results[0].phone: \"7\" is not like ^7[0-9]{10}$"_qs, u"results[1].name: is too short"_qs,
                              u"results[1].phone: 5 is not of type \"string\""_qs}));
    }

    void passesOverNoRuleInSilence()
    {
        QCOMPARE(problems("1", "{'multipleOf': 2}"), QStringList{u"the validator does not know the keyword multipleOf"_qs});
        QCOMPARE(problems("'a'", "{'format': 'ipv4'}"), QStringList{u"the validator does not know the format ipv4"_qs});
        QVERIFY(!problems("1", "5").isEmpty());
    }

    void leadsWhereAReferencePoints()
    {
        const QJsonObject reference{{u"$ref"_qs, u"#/components/schemas/Again"_qs}};

        QCOMPARE(validator().resolved(reference).toObject().value(u"type"_qs).toString(), u"string"_qs);
        QCOMPARE(validator().resolved({{u"type"_qs, 1}}), QJsonValue(QJsonObject{{u"type"_qs, 1}}));
        QVERIFY(validator().resolved({{u"$ref"_qs, u"#/components/schemas/Nothing"_qs}}).isUndefined());
        QVERIFY(validator().resolved({{u"$ref"_qs, u"other.json#/a"_qs}}).isUndefined());
    }
};

QTEST_GUILESS_MAIN(SchemaValidatorTest)
#include "schemavalidatortest.moc"
