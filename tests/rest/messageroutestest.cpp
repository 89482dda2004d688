// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/rest/sentmailing.h"

#include <QtTest>

using core::MailingId;
using core::domain::MessageStatus;
using core::interfaces::UnitOfWork;
using tests::addSentMailing;
using tests::Caller;
using tests::idsOf;
using tests::json;
using tests::jsonOf;
using tests::outcome;
using tests::RestFixture;

class MessageRoutesTest : public QObject
{
    Q_OBJECT

private:
    static QJsonValue field(const core::rest::ApiResponse &response, const char *name)
    {
        return jsonOf(response).value(QLatin1String(name));
    }

    static QByteArray placeOfMessage(qint64 id) { return "/api/v1/messages/" + QByteArray::number(id); }

private Q_SLOTS:
    void aMessageIsShownWithItsAttemptsAndItsText()
    {
        RestFixture rest;
        const Caller viewer(rest, rest.viewer);
        const MailingId mailing = addSentMailing(rest, 1, MessageStatus::Failed);
        const qint64 id = idsOf(viewer.get("/api/v1/messages")).value(0);

        const QJsonObject message = jsonOf(viewer.get(placeOfMessage(id)));

        const QJsonObject error{{u"kind"_qs, u"transient"_qs}, {u"status"_qs, 500}, {u"answer"_qs, u"said no"_qs}};
        QJsonObject attempt = error;
        attempt.insert(u"number"_qs, 1);
        attempt.insert(u"at"_qs, u"2024-03-01T08:00:00Z"_qs);
        QCOMPARE(message.value(u"id").toInteger(), id);
        QCOMPARE(message.value(u"mailing_id").toInteger(), mailing.value);
        QCOMPARE(message.value(u"phone").toString(), u"79990000001"_qs);
        QCOMPARE(message.value(u"status").toString(), u"failed"_qs);
        QCOMPARE(message.value(u"attempts").toInt(), 1);
        QCOMPARE(message.value(u"segments").toInt(), 1);
        QCOMPARE(message.value(u"error"), QJsonValue(error));
        QCOMPARE(message.value(u"attempts_log"), QJsonValue(QJsonArray{attempt}));
        QCOMPARE(message.value(u"text").toString(), u"Hello"_qs);
        QCOMPARE(message.value(u"sent_at"), QJsonValue(QJsonValue::Null));
    }

    void whatWasAcceptedHasTheNameThatTheGatewayGaveIt()
    {
        RestFixture rest;
        const Caller viewer(rest, rest.viewer);
        addSentMailing(rest, 1, MessageStatus::Sent);
        const qint64 id = idsOf(viewer.get("/api/v1/messages")).value(0);

        const auto message = viewer.get(placeOfMessage(id));

        QCOMPARE(field(message, "gateway_message_id"), QJsonValue(u"gateway-%1"_qs.arg(id)));
        QCOMPARE(field(message, "sent_at"), QJsonValue(u"2024-03-01T08:00:00Z"_qs));
        QCOMPARE(field(message, "error"), QJsonValue(QJsonValue::Null));
        QCOMPARE(field(message, "attempts_log"), QJsonValue(QJsonArray()));
    }

    void whatWaitsHasNoTextYet()
    {
        RestFixture rest;
        const Caller viewer(rest, rest.viewer);
        addSentMailing(rest, 1, MessageStatus::Pending);

        const auto message = viewer.get(placeOfMessage(idsOf(viewer.get("/api/v1/messages")).value(0)));

        QCOMPARE(field(message, "text"), QJsonValue(QJsonValue::Null));
        QCOMPARE(field(message, "next_attempt_at"), QJsonValue(u"2024-03-01T08:00:00Z"_qs));
    }

    void aDeletedClientLeavesItsMessages()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        addSentMailing(rest, 1, MessageStatus::Sent);
        const qint64 client = idsOf(owner.get("/api/v1/clients")).value(0);
        QCOMPARE(outcome(owner.remove("/api/v1/clients/" + QByteArray::number(client))), u"204"_qs);

        const auto message = owner.get(placeOfMessage(idsOf(owner.get("/api/v1/messages")).value(0)));

        QCOMPARE(field(message, "client_id"), QJsonValue(QJsonValue::Null));
        QCOMPARE(field(message, "phone"), QJsonValue(u"79990000001"_qs));
    }

    void whatIsNotThereIsNotFound()
    {
        RestFixture rest;
        const Caller viewer(rest, rest.viewer);

        QCOMPARE(outcome(viewer.get(placeOfMessage(99))), u"404 message.unknown"_qs);
        QCOMPARE(outcome(viewer.get("/api/v1/messages/0")), u"404 request.path"_qs);
        QCOMPARE(outcome(viewer.remove(placeOfMessage(99))), u"405 request.method"_qs);
    }

    void everyRowIsOnOnePage()
    {
        RestFixture rest;
        const Caller viewer(rest, rest.viewer);
        addSentMailing(rest, 100, MessageStatus::Sent);
        rest.database.write([](UnitOfWork &unit) -> core::Status { // the next mailing is for the new ones alone
            HELIOGRAPH_ASSIGN(const auto clients, unit.clients.page({}, {{}, 1000, {}, true}));
            for (const core::domain::Client &client : clients.rows)
                HELIOGRAPH_TRY(unit.clients.remove(client.id));
            return {};
        });
        addSentMailing(rest, 20, MessageStatus::Failed);

        QList<qint64> ids;
        QString cursor;
        do {
            const auto page = viewer.get("/api/v1/messages?limit=50&count=true&cursor=" + cursor.toLatin1());
            QCOMPARE(field(page, "count"), QJsonValue(120));
            ids += idsOf(page);
            cursor = field(page, "next").toString();
        } while (ids.size() < 200 && !cursor.isEmpty());

        QCOMPARE(ids.size(), 120);
        QVERIFY(std::is_sorted(ids.begin(), ids.end(), std::greater_equal<>()));
    }

    void findsByMailingClientAndStatus()
    {
        RestFixture rest;
        const Caller viewer(rest, rest.viewer);
        const MailingId first = addSentMailing(rest, 2, MessageStatus::Failed);
        const MailingId second = addSentMailing(rest, 1, MessageStatus::Sent); // to all three
        const qint64 newest = idsOf(viewer.get("/api/v1/clients?limit=1")).value(0);
        const auto found = [&viewer](const QByteArray &query) {
            return idsOf(viewer.get("/api/v1/messages?" + query)).size();
        };

        QCOMPARE(found({}), 5);
        QCOMPARE(found("mailing_id=" + first.text().toLatin1()), 2);
        QCOMPARE(found("mailing_id=" + second.text().toLatin1() + "&status=failed"), 0);
        QCOMPARE(found("client_id=" + QByteArray::number(newest)), 1);
        QCOMPARE(found("status=failed"), 2);
        QCOMPARE(found("status=failed&status=sent"), 5);
        QCOMPARE(found("mailing_id=99"), 0);
    }

    void refusesParametersThatCannotBeRead()
    {
        RestFixture rest;

        QCOMPARE(outcome(Caller(rest, rest.viewer).get("/api/v1/messages?mailing_id=0&client_id=x&status=a&phone=1&limit=")),
                 u"400 request.parameter: mailing_id, client_id, status, limit, phone"_qs);
    }
};

QTEST_GUILESS_MAIN(MessageRoutesTest)
#include "messageroutestest.moc"
