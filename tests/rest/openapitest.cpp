// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Holds resources/openapi.json and the routes of core/rest against each other, and the description against itself.
 */

#include "core/base/errorsentences.h"
#include "tests/rest/restfixture.h"

#include <QRegularExpression>
#include <QtTest>
#include <functional>

using core::rest::Access;
using core::rest::BodyKind;
using core::rest::Route;
using tests::ApiDescription;
using tests::RestFixture;

namespace {

/** Everything of a document that has members, from the outside inwards; `place` is a JSON pointer. */
void walk(const QJsonValue &value, const QString &place,
          const std::function<void(const QString &place, const QJsonObject &object)> &visit)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        visit(place, object);
        for (auto member = object.begin(); member != object.end(); ++member)
            walk(*member, place + u'/' + member.key(), visit);
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        walk(array[i], place + u'/' + QString::number(i), visit);
}

/** A schema and those within it; what stands in examples is none. */
void walkSchema(const QJsonValue &schema, const QString &place,
                const std::function<void(const QString &place, const QJsonObject &schema)> &visit)
{
    if (!schema.isObject())
        return;
    const QJsonObject object = schema.toObject();
    visit(place, object);
    const QJsonObject properties = object.value(u"properties").toObject();
    for (auto property = properties.begin(); property != properties.end(); ++property)
        walkSchema(*property, place + u'/' + property.key(), visit);
    for (const char *keyword : {"items", "additionalProperties"})
        walkSchema(object.value(QLatin1String(keyword)), place + u'/' + QLatin1String(keyword), visit);
    for (const char *keyword : {"allOf", "anyOf", "oneOf"}) {
        const QJsonArray schemas = object.value(QLatin1String(keyword)).toArray();
        for (const QJsonValue one : schemas)
            walkSchema(one, place + u'/' + QLatin1String(keyword), visit);
    }
}

/** "bearer", "nothing" or "either". */
QString securityOf(const QJsonObject &document, const QJsonObject &operation)
{
    const QJsonValue own = operation.value(u"security");
    const QJsonArray security = own.isUndefined() ? document.value(u"security").toArray() : own.toArray();
    const bool bearer = security.contains(QJsonObject{{u"bearer"_qs, QJsonArray()}});
    if (security.isEmpty())
        return QStringLiteral("nothing");
    return bearer && !security.contains(QJsonObject()) ? QStringLiteral("bearer") : QStringLiteral("either");
}

QString expectedSecurity(Access access)
{
    switch (access) {
    case Access::Public:
        return QStringLiteral("nothing");
    case Access::SignedIn:
    case Access::Admin:
        return QStringLiteral("bearer");
    case Access::Anybody:
    case Access::Metrics:
        break;
    }
    return QStringLiteral("either");
}

/** A value that a parameter may have. */
QString sampleOf(const QJsonObject &parameter)
{
    const QJsonObject schema = parameter.value(u"schema").toObject();
    if (schema.value(u"type") == u"boolean"_qs)
        return QStringLiteral("true");
    if (schema.value(u"format") == u"date-time"_qs)
        return QStringLiteral("2024-03-01T08:00:00Z");
    if (schema.contains(u"enum"))
        return schema.value(u"enum").toArray().first().toString();
    return parameter.value(u"name") == u"status"_qs ? QStringLiteral("sent") : QStringLiteral("999");
}

QStringList expectedBodies(BodyKind body)
{
    switch (body) {
    case BodyKind::Json:
        return {QStringLiteral("application/json")};
    case BodyKind::File:
        return {QStringLiteral("text/csv")};
    case BodyKind::None:
        break;
    }
    return {};
}

} // namespace

class OpenApiTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RestFixture> m_rest;
    const ApiDescription m_description;

    [[nodiscard]] const core::rest::Routes &routes() const { return m_rest->guard.router().routes(); }

    /** Every schema of the description with its place, also those of parameters and headers. */
    void forEverySchema(const std::function<void(const QString &, const QJsonObject &)> &visit) const
    {
        const QJsonObject document = m_description.document();
        const QJsonObject components = document.value(u"components").toObject().value(u"schemas").toObject();
        for (auto schema = components.begin(); schema != components.end(); ++schema)
            walkSchema(*schema, u"schemas/"_qs + schema.key(), visit);
        walk(document, {}, [&visit](const QString &place, const QJsonObject &object) {
            if (!place.contains(u"/example"_qs))
                walkSchema(object.value(u"schema"), place, visit);
        });
    }

private Q_SLOTS:
    void initTestCase() { m_rest = std::make_unique<RestFixture>(); }
    void cleanupTestCase() { m_rest.reset(); }

    // With the routes ------------------------------------------------------------------------------------------------------

    void everyRouteIsDescribedAndEveryDescribedOneIsThere()
    {
        QStringList present;
        for (const Route &route : routes())
            present << ApiDescription::operationOf(route);
        present.sort();

        QCOMPARE(present.size(), QSet<QString>(present.begin(), present.end()).size());
        QCOMPARE(present, m_description.operations());
    }

    void whoMayCallIsDescribed()
    {
        for (const Route &route : routes()) {
            const QString name = ApiDescription::operationOf(route);
            const QJsonObject operation = m_description.operation(name);
            const QJsonObject responses = operation.value(u"responses").toObject();
            const QString security = securityOf(m_description.document(), operation);
            QVERIFY2(security == expectedSecurity(route.access), qPrintable(name + u": "_qs + security));
            QVERIFY2(route.access == Access::Public || responses.contains(u"401"), qPrintable(name));
            QVERIFY2(route.access != Access::Admin || responses.contains(u"403"), qPrintable(name));
        }
    }

    void whatABodyMayBeIsDescribed()
    {
        for (const Route &route : routes()) {
            const QString name = ApiDescription::operationOf(route);
            const QJsonObject operation = m_description.operation(name);
            const QStringList types = operation.value(u"requestBody").toObject().value(u"content").toObject().keys();
            QVERIFY2(types == expectedBodies(route.body), qPrintable(name + u": "_qs + types.join(u',')));
            for (const char *status : {"400", "413", "415"}) {
                const bool described = operation.value(u"responses").toObject().contains(QLatin1String(status));
                QVERIFY2(route.body == BodyKind::None || described, qPrintable(name + u' ' + QLatin1String(status)));
            }
        }
    }

    void everyPlaceholderIsAParameterOfItsPath()
    {
        static const QRegularExpression placeholder(u"\\{(\\w+)\\}"_qs);
        for (const QString &name : m_description.operations()) {
            QStringList inPath;
            auto matches = placeholder.globalMatch(name);
            while (matches.hasNext())
                inPath << matches.next().captured(1);
            QStringList described;
            const QJsonArray parameters = m_description.operation(name).value(u"parameters").toArray();
            for (const QJsonValue entry : parameters) {
                const QJsonObject parameter = m_description.validator().resolved(entry.toObject()).toObject();
                if (parameter.value(u"in") == u"path"_qs)
                    described << parameter.value(u"name").toString();
            }
            QVERIFY2(described == inPath, qPrintable(name));
        }
    }

    /** Of what is read without an id: a parameter that is described is never unknown. */
    void everyDescribedParameterIsKnown()
    {
        const tests::Caller admin(*m_rest, m_rest->admin);
        int parameters = 0;
        for (const QString &name : m_description.operations()) {
            const QString path = name.section(u' ', 1);
            const QJsonArray described = m_description.operation(name).value(u"parameters").toArray();
            for (const QJsonValue entry : name.startsWith(u"GET ") && !path.contains(u'{') ? described : QJsonArray()) {
                const QJsonObject parameter = m_description.validator().resolved(entry.toObject()).toObject();
                const QString query = path + u'?' + parameter.value(u"name").toString() + u'=' + sampleOf(parameter);
                const QByteArray answer = admin.get(query.toLatin1()).body;
                QVERIFY2(!answer.contains(core::errorSentence(u"query:unknown"_qs)), qPrintable(query));
                ++parameters;
            }
        }
        QVERIFY(parameters > 20);
    }

    // With itself ----------------------------------------------------------------------------------------------------------

    void everyReferenceLeadsSomewhere()
    {
        walk(m_description.document(), {}, [this](const QString &place, const QJsonObject &object) {
            QVERIFY2(!m_description.validator().resolved(object).isUndefined(), qPrintable(place));
        });
    }

    void everySchemaIsWrittenInWordsThatAreChecked()
    {
        forEverySchema([](const QString &place, const QJsonObject &schema) {
            for (const QString &keyword : schema.keys())
                QVERIFY2(tests::SchemaValidator::isKeyword(keyword), qPrintable(place + u": "_qs + keyword));
            const QString format = schema.value(u"format").toString();
            QVERIFY2(format.isEmpty() || tests::SchemaValidator::isFormat(format), qPrintable(place + u": "_qs + format));
            const QJsonArray required = schema.value(u"required").toArray();
            const QJsonObject properties = schema.value(u"properties").toObject();
            for (const QJsonValue name : required) {
                const bool isClosed = schema.value(u"additionalProperties") == false;
                QVERIFY2(!isClosed || properties.contains(name.toString()), qPrintable(place + u": "_qs + name.toString()));
            }
        });
    }

    void everyExampleFitsItsSchema()
    {
        int examples = 0;
        const auto check = [this, &examples](const QJsonValue &value, const QJsonValue &schema, const QString &place) {
            const QStringList problems = m_description.validator().problems(value, schema);
            QVERIFY2(problems.isEmpty(), qPrintable(place + u": "_qs + problems.join(u"; ")));
            ++examples;
        };
        forEverySchema([&check](const QString &place, const QJsonObject &schema) {
            const QJsonArray values = schema.value(u"examples").toArray();
            for (const QJsonValue value : values)
                check(value, schema, place);
            if (schema.contains(u"default"))
                check(schema.value(u"default"), schema, place);
        });
        // Bodies, parameters and headers have them beside the schema.
        walk(m_description.document(), {}, [&check](const QString &place, const QJsonObject &object) {
            if (object.contains(u"schema") && object.contains(u"example"))
                check(object.value(u"example"), object.value(u"schema"), place);
            const QJsonObject named = object.value(u"examples").toObject();
            for (auto example = named.begin(); example != named.end(); ++example)
                check(example->toObject().value(u"value"), object.value(u"schema"), place + u'/' + example.key());
        });
        QVERIFY(examples > 100);
    }

    void everyProblemOfAnExampleIsOneOfOurs()
    {
        int problems = 0;
        const QString urn = u"urn:heliograph:"_qs;
        walk(m_description.document(), {}, [&](const QString &place, const QJsonObject &object) {
            const QString type = object.value(u"type").toString();
            if (!type.startsWith(urn))
                return;
            ++problems;
            const char *sentence = core::errorSentence(type.mid(urn.size()));
            QVERIFY2(sentence, qPrintable(place + u": "_qs + type));
            // The sentence, with something in the place of each of its arguments.
            static const QRegularExpression argument(u"%[1-9]"_qs);
            const QString pattern = QRegularExpression::escape(QString::fromUtf8(sentence)).replace(u"\\%"_qs, u"%"_qs);
            const QRegularExpression filled(
                QRegularExpression::anchoredPattern(QString(pattern).replace(argument, u".+"_qs)));
            const QString detail = object.value(u"detail").toString();
            QVERIFY2(filled.match(detail).hasMatch(), qPrintable(place + u": "_qs + detail));
        });
        QVERIFY(problems > 50);
    }

    void everyProblemOfAnExampleHasTheStatusItStandsUnder()
    {
        const QJsonObject document = m_description.document();
        for (const QString &name : m_description.operations()) {
            const QJsonObject responses = m_description.operation(name).value(u"responses").toObject();
            for (auto entry = responses.begin(); entry != responses.end(); ++entry) {
                const QJsonValue response = m_description.validator().resolved(entry->toObject());
                walk(response, name + u' ' + entry.key(), [&entry](const QString &place, const QJsonObject &object) {
                    if (object.value(u"type").toString().startsWith(u"urn:heliograph:") && !place.contains(u"/schema"))
                        QVERIFY2(QString::number(object.value(u"status").toInt()) == entry.key(), qPrintable(place));
                });
            }
        }
    }
};

QTEST_GUILESS_MAIN(OpenApiTest)
#include "openapitest.moc"
