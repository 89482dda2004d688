// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/eventlog.h"
#include "tests/rest/sentmailing.h"

#include <QtTest>

using core::domain::Event;
using core::domain::MessageStatus;
using core::interfaces::UnitOfWork;
using core::rest::ApiResponse;
using tests::Caller;
using tests::idsOf;
using tests::json;
using tests::jsonOf;
using tests::outcome;
using tests::Person;
using tests::placeOf;
using tests::RestFixture;

class EventRoutesTest : public QObject
{
    Q_OBJECT

private:
    static QJsonValue field(const ApiResponse &response, const char *name)
    {
        return jsonOf(response).value(QLatin1String(name));
    }

    static QByteArray phone(int number)
    {
        return json("{'phone':'%1'}").replace("%1", QByteArray::number(79990000000 + number));
    }

    /** "client.add, client.edit", as the page has them. */
    static QString actions(const ApiResponse &page)
    {
        QStringList actions;
        const QJsonArray results = field(page, "results").toArray();
        for (const QJsonValue event : results)
            actions << event.toObject().value(u"action").toString();
        return actions.join(u", ");
    }

    /** The ids of all pages, in their order. @param pages  how many there were */
    static QList<qint64> allPages(const Caller &caller, const QByteArray &query, int &pages)
    {
        QList<qint64> ids;
        QString cursor;
        pages = 0;
        do {
            const ApiResponse page = caller.get("/api/v1/events?" + query + "&cursor=" + cursor.toLatin1());
            ids += idsOf(page);
            cursor = field(page, "next").toString();
        } while (++pages < 20 && !cursor.isEmpty());
        return ids;
    }

private Q_SLOTS:
    void anEventSaysWhoDidWhatToWhatAndWhatItWasBefore()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const QByteArray place = placeOf(owner.post("/api/v1/clients", phone(1)));
        const QByteArray id = place.split('/').last();
        rest.clock.advance(std::chrono::minutes{5});
        QCOMPARE(outcome(owner.patch(place, json("{'tags':['vip']}"))), u"200"_qs);

        const auto page = Caller(rest, rest.viewer).get("/api/v1/events?client_id=" + id);

        QCOMPARE(outcome(page), u"200"_qs);
        QCOMPARE(actions(page), u"client.edit, client.add"_qs);
        QCOMPARE(field(page, "next"), QJsonValue(QJsonValue::Null));
        const QJsonObject edited = field(page, "results").toArray().first().toObject();
        QCOMPARE(edited.value(u"actor"), QJsonValue(u"owner@example.org"_qs));
        QCOMPARE(edited.value(u"at"), QJsonValue(u"2024-03-01T08:05:00Z"_qs));
        QCOMPARE(edited.value(u"client_id").toInteger(), id.toLongLong());
        QCOMPARE(edited.value(u"mailing_id"), QJsonValue(QJsonValue::Null));
        QCOMPARE(edited.value(u"message_id"), QJsonValue(QJsonValue::Null));
        QCOMPARE(edited.value(u"before").toObject().value(u"tags"), QJsonValue(QJsonArray()));
        QCOMPARE(edited.value(u"after").toObject().value(u"tags"), QJsonValue(QJsonArray{u"vip"_qs}));
        const QJsonObject added = field(page, "results").toArray().last().toObject();
        QCOMPARE(added.value(u"before"), QJsonValue(QJsonValue::Null));
        QCOMPARE(added.value(u"after").toObject().value(u"phone"), QJsonValue(u"79990000001"_qs));
    }

    void findsByMailingClientMessageAndActor()
    {
        RestFixture rest;
        const Caller viewer(rest, rest.viewer);
        const core::MailingId mailing = tests::addSentMailing(rest, 2, MessageStatus::Sent);
        const QList<qint64> messages = idsOf(viewer.get("/api/v1/messages"));
        const QList<qint64> clients = idsOf(viewer.get("/api/v1/clients"));
        rest.database.write([&](UnitOfWork &unit) -> core::Status {
            Event event{.at = rest.clock.now(), .actor = u"dispatcher"_qs, .action = u"mailing.running"_qs};
            event.mailing = mailing;
            event.before = u"scheduled"_qs; // a text that is no object
            HELIOGRAPH_TRY(unit.events.append(event));
            event.action = u"message.retry"_qs;
            event.actor = u"cli:anna"_qs;
            event.message = core::MessageId{messages.value(0)};
            event.client = core::ClientId{clients.value(0)};
            return unit.events.append(event);
        });
        const auto found = [&viewer](const QByteArray &query) { return actions(viewer.get("/api/v1/events?" + query)); };
        const QByteArray ofMailing = "mailing_id=" + mailing.text().toLatin1();

        QCOMPARE(found(ofMailing), u"message.retry, mailing.running"_qs);
        QCOMPARE(found("message_id=" + QByteArray::number(messages.value(0))), u"message.retry"_qs);
        QCOMPARE(found("message_id=" + QByteArray::number(messages.value(1))), QString());
        QCOMPARE(found("client_id=" + QByteArray::number(clients.value(0))), u"message.retry"_qs);
        QCOMPARE(found("actor=dispatcher"), u"mailing.running"_qs);
        QCOMPARE(found("actor=cli:anna"), u"message.retry"_qs);
        QCOMPARE(found("actor=cli:ann"), QString());
        QCOMPARE(found(ofMailing + "&actor=dispatcher"), u"mailing.running"_qs); // all conditions hold together
        QCOMPARE(found("mailing_id=99"), QString());
        const QJsonArray results = field(viewer.get("/api/v1/events?actor=dispatcher"), "results").toArray();
        QCOMPARE(results.first().toObject().value(u"before"), QJsonValue(u"scheduled"_qs));
    }

    void findsWhatCameLater()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        QCOMPARE(outcome(owner.post("/api/v1/clients", phone(1))), u"201"_qs);
        rest.clock.advance(std::chrono::hours{1});
        const QByteArray later = placeOf(owner.post("/api/v1/clients", phone(2))).split('/').last();
        const auto clientsSince = [&owner](const QByteArray &since) {
            QStringList ids;
            const QJsonArray results =
                field(owner.get("/api/v1/events?actor=owner@example.org&since=" + since), "results").toArray();
            for (const QJsonValue event : results)
                ids << QString::number(event.toObject().value(u"client_id").toInteger());
            return ids;
        };

        QCOMPARE(clientsSince("2024-03-01T08:00:00Z").size(), 2);
        QCOMPARE(clientsSince("2024-03-01T08:00:01Z"), QStringList{QString::fromLatin1(later)});
        QCOMPARE(clientsSince("2024-03-01T12:00:00%2B03:00"), QStringList{QString::fromLatin1(later)}); // at this time
        QCOMPARE(clientsSince("2024-03-01T09:00:01Z"), QStringList());
    }

    void everyEventIsOnOnePageNewestFirst_data()
    {
        QTest::addColumn<QByteArray>("query");

        QTest::newRow("by id") << QByteArray("actor=owner@example.org");
        QTest::newRow("by time") << QByteArray("actor=owner@example.org&since=2024-03-01T00:00:00Z");
    }
    void everyEventIsOnOnePageNewestFirst()
    {
        QFETCH(const QByteArray, query);
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        for (int i = 1; i <= 25; ++i)
            QCOMPARE(outcome(owner.post("/api/v1/clients", phone(i))), u"201"_qs);

        int pages = 0;
        const QList<qint64> ids = allPages(owner, query + "&limit=10", pages);

        QCOMPARE(pages, 3);
        QCOMPARE(ids.size(), 25);
        QVERIFY(std::is_sorted(ids.begin(), ids.end(), std::greater_equal<>())); // and none twice
        QCOMPARE(field(owner.get("/api/v1/events?limit=1&count=true&" + query), "count"), QJsonValue(25));
        QVERIFY(field(owner.get("/api/v1/events?limit=1&" + query), "count").isUndefined());
    }

    void everybodyWhoIsSignedInSeesTheSame()
    {
        RestFixture rest;
        QCOMPARE(outcome(Caller(rest, rest.owner).post("/api/v1/clients", phone(1))), u"201"_qs);
        const auto seen = Caller(rest, rest.admin).get("/api/v1/events");
        QVERIFY(actions(seen).startsWith(u"client.add"));

        for (const Person &person : {rest.viewer, rest.owner, rest.other})
            QCOMPARE(jsonOf(Caller(rest, person).get("/api/v1/events")), jsonOf(seen));
        QCOMPARE(outcome(rest.call("GET", "/api/v1/events")), u"401 token.invalid"_qs);
    }

    void theHistoryIsReadOnly()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);

        QCOMPARE(outcome(admin.post("/api/v1/events", "{}")), u"405 request.method"_qs);
        QCOMPARE(outcome(admin.remove("/api/v1/events")), u"405 request.method"_qs);
        QCOMPARE(outcome(admin.get("/api/v1/events/1")), u"404 request.path"_qs);
    }

    void refusesParametersThatCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("fields");

        QTest::newRow("all at once") << QByteArray("colour=red&limit=1001&since=noon&message_id=&client_id=x&mailing_id=0")
                                     << u"mailing_id, client_id, message_id, since, limit, colour"_qs;
        QTest::newRow("time without offset") << QByteArray("since=2024-03-01T08:00:00") << u"since"_qs;
        QTest::newRow("twice") << QByteArray("actor=a&actor=b") << u"actor"_qs;
        QTest::newRow("cursor") << QByteArray("cursor=x") << u"cursor"_qs;
        QTest::newRow("count") << QByteArray("count=yes") << u"count"_qs;
    }
    void refusesParametersThatCannotBeRead()
    {
        QFETCH(const QByteArray, query);
        QFETCH(const QString, fields);
        RestFixture rest;

        QCOMPARE(outcome(Caller(rest, rest.viewer).get("/api/v1/events?" + query)), u"400 request.parameter: "_qs + fields);
    }

    void withoutTheDatabaseItIsUnavailable()
    {
        RestFixture rest;
        const Caller viewer(rest, rest.viewer);
        QCOMPARE(outcome(viewer.get("/api/v1/events")), u"200"_qs);

        rest.workspace->close();

        QCOMPARE(viewer.get("/api/v1/events").status, 503);
    }
};

QTEST_GUILESS_MAIN(EventRoutesTest)
#include "eventroutestest.moc"
