// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is done with mailings, and what they tell of their messages.

#include "tests/rest/sentmailing.h"

#include <QtTest>

using core::MailingId;
using core::domain::MailingState;
using core::domain::MessageStatus;
using core::interfaces::UnitOfWork;
using tests::addSentMailing;
using tests::Caller;
using tests::idsOf;
using tests::json;
using tests::jsonOf;
using tests::outcome;
using tests::placeOf;
using tests::RestFixture;

class MailingActionRoutesTest : public QObject
{
    Q_OBJECT

private:
    static QJsonValue field(const core::rest::ApiResponse &response, const char *name)
    {
        return jsonOf(response).value(QLatin1String(name));
    }

    /** "200 paused", or the outcome of what was refused. */
    static QString state(const core::rest::ApiResponse &response)
    {
        return response.status == 200 ? u"200 "_qs + field(response, "state").toString() : outcome(response);
    }

    static QByteArray placeOfMailing(MailingId id) { return "/api/v1/mailings/" + id.text().toLatin1(); }

    static void setState(RestFixture &rest, MailingId id, MailingState state)
    {
        rest.database.write([id, state](UnitOfWork &unit) -> core::Status {
            HELIOGRAPH_ASSIGN(auto mailing, unit.mailings.find(id));
            mailing.state = state;
            return unit.mailings.update(mailing);
        });
    }

private Q_SLOTS:
    void aDraftIsStartedNowOrLater()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const auto draft = [&owner](const char *text) {
            return placeOf(owner.post("/api/v1/mailings", json("{'text':'%1','state':'draft'}").replace("%1", text)));
        };

        const auto now = owner.post(draft("a") + "/start");
        QCOMPARE(state(now), u"200 scheduled"_qs);
        QCOMPARE(field(now, "start_at"), QJsonValue(u"2024-03-01T08:00:00Z"_qs));
        const auto later = owner.post(draft("b") + "/start", json("{'at':'2024-03-01T15:00:00+03:00'}"));
        QCOMPARE(field(later, "start_at"), QJsonValue(u"2024-03-01T12:00:00Z"_qs));
        QCOMPARE(field(owner.post(draft("c") + "/start", json("{'at':null}")), "start_at"),
                 QJsonValue(u"2024-03-01T08:00:00Z"_qs));

        QCOMPARE(state(owner.post(draft("d") + "/start", json("{'at':'2024-03-05T08:00:00Z'}"))),
                 u"422 input.invalid: end_at"_qs);
        QCOMPARE(state(owner.post(draft("e") + "/start", json("{'at':'noon','when':1}"))),
                 u"422 input.invalid: at, when"_qs);
        QCOMPARE(state(owner.post(placeOf(owner.post("/api/v1/mailings", json("{'text':'f'}"))) + "/start")),
                 u"409 mailing.state"_qs);
    }

    void pausesResumesAndCancels()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const QByteArray place = placeOf(owner.post("/api/v1/mailings", json("{'text':'a'}")));

        QCOMPARE(state(owner.post(place + "/resume")), u"409 mailing.state"_qs);
        QCOMPARE(state(owner.post(place + "/pause")), u"200 paused"_qs);
        QCOMPARE(state(owner.post(place + "/pause")), u"409 mailing.state"_qs);
        QCOMPARE(state(owner.post(place + "/resume")), u"200 scheduled"_qs);
        QCOMPARE(state(owner.post(place + "/cancel")), u"200 cancelled"_qs);
        QCOMPARE(state(owner.get(place)), u"200 cancelled"_qs);
        for (const char *action : {"/cancel", "/pause", "/resume", "/start", "/retry"})
            QCOMPARE(state(owner.post(place + action)), u"409 mailing.state"_qs);
    }

    /** Pause and cancel look at no body, whatever it is. */
    void anActionWithoutBodyTakesAnyType()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const QByteArray place = placeOf(owner.post("/api/v1/mailings", json("{'text':'a'}")));

        QCOMPARE(rest.call("POST", place + "/pause", {}, rest.owner.token, "text/plain").status, 200);
        QCOMPARE(outcome(rest.call("POST", place + "/start", "now", rest.owner.token, "text/plain")),
                 u"415 request.media_type"_qs);
    }

    void anOccurrenceIsCancelledAloneOrWithItsSeries_data()
    {
        QTest::addColumn<bool>("series");
        QTest::addColumn<bool>("isDeleted");

        QTest::newRow("cancelled alone") << false << false;
        QTest::newRow("cancelled with its series") << true << false;
        QTest::newRow("deleted alone") << false << true;
        QTest::newRow("deleted with its series") << true << true;
    }
    void anOccurrenceIsCancelledAloneOrWithItsSeries()
    {
        QFETCH(const bool, series);
        QFETCH(const bool, isDeleted);
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const MailingId first = addSentMailing(rest, 1, MessageStatus::Pending);
        const MailingId next = rest.database.write([&](UnitOfWork &unit) -> core::Result<MailingId> {
            HELIOGRAPH_ASSIGN(auto mailing, unit.mailings.find(first));
            mailing.repeat = core::domain::Repeat::Weekly;
            mailing.seriesId = first;
            HELIOGRAPH_TRY(unit.mailings.update(mailing));
            mailing.state = MailingState::Scheduled;
            mailing.startAt += std::chrono::hours{24 * 7};
            mailing.endAt += std::chrono::hours{24 * 7};
            return unit.mailings.insert(mailing);
        });
        const QByteArray query = series ? "?series=true" : "";

        if (isDeleted)
            QCOMPARE(outcome(owner.remove(placeOfMailing(first) + query)), u"204"_qs);
        else
            QCOMPARE(state(owner.post(placeOfMailing(first) + "/cancel" + query)), u"200 cancelled"_qs);

        QCOMPARE(state(owner.get(placeOfMailing(next))), series ? u"200 cancelled"_qs : u"200 scheduled"_qs);
        QCOMPARE(outcome(owner.get(placeOfMailing(first))), isDeleted ? u"404 mailing.unknown"_qs : u"200"_qs);
    }

    void whatFailedIsSentAgain()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const MailingId id = addSentMailing(rest, 3, MessageStatus::Failed);
        setState(rest, id, MailingState::Finished);

        QCOMPARE(state(owner.post(placeOfMailing(id) + "/retry", json("{'statuses':['unknown']}"))), u"200 finished"_qs);
        QCOMPARE(state(owner.post(placeOfMailing(id) + "/retry")), u"200 running"_qs);

        const QJsonObject counts = field(owner.get(placeOfMailing(id) + "/statistics"), "by_status").toObject();
        QCOMPARE(counts.value(u"pending").toInt(), 3);
        QCOMPARE(counts.value(u"failed").toInt(), 0);
    }

    void aRetryIsRefusedWhereItMakesNoSense_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");

        QTest::newRow("no status") << json("{'statuses':[]}") << u"422 input.invalid: statuses"_qs;
        QTest::newRow("unknown status") << json("{'statuses':['sleeping','failed']}") << u"422 input.invalid: statuses"_qs;
        QTest::newRow("what arrived") << json("{'statuses':['sent']}") << u"422 input.invalid: statuses"_qs;
        QTest::newRow("all that is wrong")
            << json("{'statuses':['no'],'end_at':'noon','colour':1}") << u"422 input.invalid: statuses, end_at, colour"_qs;
        QTest::newRow("the end has passed") << json("{'statuses':['failed']}") << u"422 input.invalid: end_at"_qs;
        QTest::newRow("the new end too") << json("{'statuses':['failed'],'end_at':'2024-03-01T09:00:00Z'}")
                                         << u"422 input.invalid: end_at"_qs;
        QTest::newRow("a new end") << json("{'statuses':['failed'],'end_at':'2024-03-02T08:00:00Z'}") << u"200 running"_qs;
    }
    void aRetryIsRefusedWhereItMakesNoSense()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, expected);
        RestFixture rest;
        const MailingId id = addSentMailing(rest, 1, MessageStatus::Failed);
        setState(rest, id, MailingState::Finished);
        rest.clock.advance(std::chrono::hours{6});

        QCOMPARE(state(Caller(rest, rest.owner).post(placeOfMailing(id) + "/retry", body)), expected);
    }

    void statisticsAddUp()
    {
        RestFixture rest;
        const Caller viewer(rest, rest.viewer);
        const MailingId failed = addSentMailing(rest, 3, MessageStatus::Failed);
        const MailingId sent = addSentMailing(rest, 2, MessageStatus::Sent); // to the first three as well

        const auto statistics = viewer.get(placeOfMailing(failed) + "/statistics");
        QCOMPARE(field(statistics, "mailing_id"), QJsonValue(failed.value));
        QCOMPARE(field(statistics, "total"), QJsonValue(3));
        QCOMPARE(field(statistics, "by_status").toObject().value(u"failed"), QJsonValue(3));
        QCOMPARE(field(statistics, "errors"),
                 QJsonValue(QJsonArray{QJsonObject{{u"error"_qs, u"HTTP 500"_qs}, {u"count"_qs, 3}}}));
        QCOMPARE(field(statistics, "first_sent_at"), QJsonValue(QJsonValue::Null));
        QCOMPARE(field(viewer.get(placeOfMailing(sent) + "/statistics"), "first_sent_at"),
                 QJsonValue(u"2024-03-01T08:00:00Z"_qs));

        const auto workspace = viewer.get("/api/v1/statistics");
        QCOMPARE(field(workspace, "total"), QJsonValue(8));
        QCOMPARE(field(workspace, "by_status").toObject().value(u"sent"), QJsonValue(5));
        QCOMPARE(field(workspace, "mailings_by_state").toObject().value(u"running"), QJsonValue(2));
        QCOMPARE(field(workspace, "mailings").toArray().size(), 2);
    }

    void everyMessageOfAMailingIsOnOnePage()
    {
        RestFixture rest;
        const Caller viewer(rest, rest.viewer);
        const QByteArray place = placeOfMailing(addSentMailing(rest, 120, MessageStatus::Pending)) + "/messages";
        addSentMailing(rest, 1, MessageStatus::Pending); // what is of another mailing is on none

        QList<qint64> ids;
        QString cursor;
        do {
            const auto page = viewer.get(place + "?limit=50&count=true&cursor=" + cursor.toLatin1());
            QCOMPARE(field(page, "count"), QJsonValue(120));
            ids += idsOf(page);
            cursor = field(page, "next").toString();
        } while (ids.size() < 200 && !cursor.isEmpty());

        QCOMPARE(ids.size(), 120);
        QVERIFY(std::is_sorted(ids.begin(), ids.end(), std::greater_equal<>()));
    }

    void messagesAreFoundByStatusAndPhone()
    {
        RestFixture rest;
        const Caller viewer(rest, rest.viewer);
        const QByteArray place = placeOfMailing(addSentMailing(rest, 3, MessageStatus::Failed)) + "/messages";

        QCOMPARE(idsOf(viewer.get(place)).size(), 3);
        QCOMPARE(idsOf(viewer.get(place + "?status=failed")).size(), 3);
        QCOMPARE(idsOf(viewer.get(place + "?status=sent&status=pending")).size(), 0);
        QCOMPARE(idsOf(viewer.get(place + "?phone=79990000002")).size(), 1);
        QCOMPARE(idsOf(viewer.get(place + "?phone=79990000002&status=sent")).size(), 0);
        QCOMPARE(outcome(viewer.get(place + "?status=sleeping&client_id=1")),
                 u"400 request.parameter: status, client_id"_qs);
    }

    void anAudienceIsCountedWithoutCreatingAnything()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        for (const char *body :
             {"{'phone':'79990000001','tag':'vip','timezone':'Europe/Moscow'}",
              "{'phone':'79120000002','tag':'vip','timezone':'Asia/Tomsk'}",
              "{'phone':'79990000003','tag':'vip','opted_out_at':'2024-02-01T00:00:00Z'}", "{'phone':'79990000004'}"})
            QCOMPARE(outcome(owner.post("/api/v1/clients", json(body))), u"201"_qs);

        const auto audience = owner.post("/api/v1/audience", json("{'filter':{'tag':'VIP'}}"));

        QCOMPARE(field(audience, "count"), QJsonValue(2));
        QCOMPARE(field(audience, "excluded"), QJsonValue(QJsonObject{{u"opted_out"_qs, 1}}));
        QCOMPARE(field(audience, "by_timezone"), QJsonValue(QJsonObject{{u"Asia/Tomsk"_qs, 1}, {u"Europe/Moscow"_qs, 1}}));
        QCOMPARE(field(audience, "by_operator_code"), QJsonValue(QJsonObject{{u"912"_qs, 1}, {u"999"_qs, 1}}));
        QCOMPARE(field(audience, "sample").toArray().size(), 2);
        for (const char *everybody : {"{'filter':{}}", "{}"})
            QCOMPARE(field(owner.post("/api/v1/audience", json(everybody)), "count"), QJsonValue(3));
        QCOMPARE(outcome(owner.post(
                     "/api/v1/audience",
                     json("{'filter':{'operator_codes':['99'],'tags':['%1']}}").replace("%1", QByteArray(65, 'x')))),
                 u"422 input.invalid: filter.operator_codes, filter.tags"_qs);
        QCOMPARE(outcome(owner.post("/api/v1/audience", json("{'filter':5,'colour':1}"))),
                 u"422 input.invalid: filter, colour"_qs);
        QCOMPARE(outcome(owner.post("/api/v1/audience", json("{'filter':{'tags':5},'colour':1}"))),
                 u"422 input.invalid: colour, filter.tags"_qs);
    }
};

QTEST_GUILESS_MAIN(MailingActionRoutesTest)
#include "mailingactionroutestest.moc"
