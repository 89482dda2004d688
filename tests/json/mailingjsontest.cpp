// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/mailingjson.h"

#include "tests/support/builders.h"
#include "tests/support/errorline.h"
#include "tests/support/manualclock.h"

#include <QJsonDocument>
#include <QtTest>

using core::domain::SendWindow;
using core::json::mailingRequestFromJson;
using core::json::toJson;
using tests::errorLine;

class MailingJsonTest : public QObject
{
    Q_OBJECT

private:
    static QJsonObject parsed(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

    static core::domain::Mailing sample()
    {
        core::domain::Mailing mailing = tests::aMailing().name(u"Sale"_qs).text(u"Hello"_qs).gateway(core::GatewayId{1});
        mailing.id = core::MailingId{1};
        mailing.owner = core::UserId{1};
        mailing.state = core::domain::MailingState::Scheduled;
        mailing.filter.operatorCodes = QStringList{u"999"_qs};
        mailing.filter.tags = QStringList{u"vip"_qs};
        mailing.window = *SendWindow::create(9 * 60, 18 * 60, {1, 2, 3, 4, 5});
        mailing.createdAt = tests::at("2024-02-01T00:00:00Z");
        mailing.updatedAt = mailing.createdAt;
        return mailing;
    }

private Q_SLOTS:
    void isTheObjectOfTheSpecification()
    {
        const QJsonObject expected = parsed(R"({"id":1,"name":"Sale","text":"Hello",
            "filter":{"operator_codes":["999"],"tags":["vip"],"excluded_tags":[],"tags_mode":"any"},
            "audience_mode":"frozen","start_at":"2024-03-01T08:00:00Z","end_at":"2024-03-01T12:00:00Z",
            "window":{"from":"09:00","to":"18:00","weekdays":[1,2,3,4,5]},"repeat":"none","repeat_until":null,"gateway":1,
            "rate_limit":null,"priority":"normal","state":"scheduled","owner":1,"series_id":null,
            "created_at":"2024-02-01T00:00:00Z","updated_at":"2024-02-01T00:00:00Z"})");
        QCOMPARE(toJson(sample()), expected);
    }

    void aDeletedOneSaysSince()
    {
        QVERIFY(!toJson(sample()).contains(u"archived_at"_qs));
        core::domain::Mailing mailing = sample();
        mailing.archivedAt = tests::at("2024-03-02T00:00:00Z");

        QCOMPARE(toJson(mailing).value(u"archived_at"_qs).toString(), u"2024-03-02T00:00:00Z"_qs);
        QVERIFY(mailingRequestFromJson(toJson(mailing))); // read-only
    }

    void oneThatLostMessagesSaysSince()
    {
        QVERIFY(!toJson(sample()).contains(u"messages_removed_at"_qs));
        core::domain::Mailing mailing = sample();
        mailing.messagesRemovedAt = tests::at("2024-05-02T00:00:00Z");

        QCOMPARE(toJson(mailing).value(u"messages_removed_at"_qs).toString(), u"2024-05-02T00:00:00Z"_qs);
        QVERIFY(mailingRequestFromJson(toJson(mailing))); // read-only
    }

    void comesBackAsItWent()
    {
        core::domain::Mailing mailing = sample();
        mailing.rateLimit = 2.5;
        mailing.repeat = core::domain::Repeat::Weekly;
        mailing.repeatUntil = tests::at("2024-05-01T00:00:00Z");

        const auto request = mailingRequestFromJson(toJson(mailing));

        QVERIFY(request);
        QVERIFY(!request->asDraft);
        core::domain::Mailing base = mailing;
        base.window.reset();
        base.rateLimit.reset();
        base.repeatUntil.reset();
        base.filter = {};
        base.text.clear();
        QCOMPARE(toJson(*core::domain::edited(base, request->edit, tests::at("2024-02-01T00:00:00Z"))), toJson(mailing));
    }

    void aWindowOfWeekdaysAloneHasNoHours()
    {
        const QJsonObject weekdays = toJson(*SendWindow::create({}, {}, {6, 7}));

        QCOMPARE(weekdays, parsed(R"({"from":null,"to":null,"weekdays":[6,7]})"));
        const auto request = mailingRequestFromJson({{u"window"_qs, weekdays}});
        QCOMPARE(request->edit.window, std::optional(std::optional(*SendWindow::create({}, {}, {6, 7}))));
    }

    void aWeekdayIsNoNumberBeyondTheWeek()
    {
        for (const char *days : {"[0]", "[8]", "[-1]", "[4294967297]"}) {
            const auto request = mailingRequestFromJson(parsed(QByteArray(R"({"window":{"weekdays":)").append(days) + "}}"));
            QCOMPARE(tests::errorLine(request.error()), u"window.weekdays window:weekdays"_qs);
        }
    }

    void aNullWindowRemovesIt()
    {
        const auto request = mailingRequestFromJson(parsed(R"({"window":null,"gateway":null})"));

        QVERIFY(request->edit.window);
        QVERIFY(!*request->edit.window);
        QVERIFY(request->edit.gateway);
        QVERIFY(!request->edit.gateway->isValid());
        QVERIFY(!request->edit.rateLimit);
    }

    void aGatewayThatIsNoIdDoesNotPassForNone()
    {
        for (const char *id : {"0", "-1"}) {
            const auto request = mailingRequestFromJson(parsed(QByteArray(R"({"gateway":)").append(id) + "}"));
            QVERIFY2(!request, id);
            QCOMPARE(tests::errorLine(request.error()), u"gateway gateway:unknown "_qs + QString::fromLatin1(id));
        }
    }

    void theFilterTakesSingleValues()
    {
        const auto filter = core::json::filterFromJson(parsed(R"({"operator_code":"999","tag":"vip","tags_mode":"all"})"));

        QCOMPARE(filter->operatorCodes, QStringList{u"999"_qs});
        QCOMPARE(filter->tags, QStringList{u"vip"_qs});
        QCOMPARE(filter->tagsMode, core::domain::AudienceFilter::TagsMode::All);
    }

    void aStateMayBeDraftOrScheduledOnly()
    {
        QVERIFY(mailingRequestFromJson(parsed(R"({"state":"draft"})"))->asDraft);
        QVERIFY(!mailingRequestFromJson(parsed(R"({})"))->asDraft);
        QCOMPARE(errorLine(mailingRequestFromJson(parsed(R"({"state":"running"})")).error()),
                 u"state json:choice running"_qs);
    }

    void theConsentsAreRead()
    {
        const auto request = mailingRequestFromJson(parsed(R"({"allow_duplicate":true,"allow_missing_fields":true})"));

        QVERIFY(request->allowDuplicate);
        QCOMPARE(request->edit.allowMissingFields, true);
    }

    void errorsAreNamedWhereTheyStand_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("line");

        QTest::newRow("time without offset")
            << QByteArray(R"({"start_at":"2026-11-20T09:00:00"})") << u"start_at time:offset 2026-11-20T09:00:00"_qs;
        QTest::newRow("unknown in filter") << QByteArray(R"({"filter":{"zone":"UTC"}})") << u"filter.zone json:unknown"_qs;
        QTest::newRow("time of day") << QByteArray(R"({"window":{"from":"nine","to":"18:00"}})")
                                     << u"window.from window:time nine"_qs;
        QTest::newRow("half a window") << QByteArray(R"({"window":{"from":"09:00"}})") << u"window.to window:half"_qs;
        QTest::newRow("weekday") << QByteArray(R"({"window":{"weekdays":[8]}})") << u"window.weekdays window:weekdays"_qs;
        QTest::newRow("priority") << QByteArray(R"({"priority":"urgent"})") << u"priority json:choice urgent"_qs;
        QTest::newRow("unknown") << QByteArray(R"({"colour":"red"})") << u"colour json:unknown"_qs;
    }

    void errorsAreNamedWhereTheyStand()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, line);

        QCOMPARE(errorLine(mailingRequestFromJson(parsed(json)).error()), line);
    }
};

QTEST_GUILESS_MAIN(MailingJsonTest)
#include "mailingjsontest.moc"
