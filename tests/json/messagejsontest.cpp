// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/messagejson.h"

#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using core::domain::AnswerKind;
using core::json::toJson;

class MessageJsonTest : public QObject
{
    Q_OBJECT

private:
    static QJsonObject parsed(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

    static core::domain::Message sample()
    {
        core::domain::Message message;
        message.id = core::MessageId{1};
        message.mailing = core::MailingId{1};
        message.client = core::ClientId{1};
        message.phone = tests::phoneNumber(1);
        message.status = core::domain::MessageStatus::Sent;
        message.attempts = 1;
        message.segments = 1;
        message.createdAt = tests::at("2026-11-20T09:00:00Z");
        message.sentAt = tests::at("2026-11-20T09:00:05Z");
        return message;
    }

private Q_SLOTS:
    void isTheObjectOfTheSpecification()
    {
        const QJsonObject expected = parsed(R"({"id":1,"mailing_id":1,"client_id":1,"phone":"79990000001","status":"sent",
            "attempts":1,"segments":1,"created_at":"2026-11-20T09:00:00Z","sent_at":"2026-11-20T09:00:05Z","delivered_at":null,
            "next_attempt_at":null,"error":null,"gateway_message_id":null})");
        QCOMPARE(toJson(sample()), expected);
    }

    void aDeletedClientIsNull()
    {
        core::domain::Message message = sample();
        message.client = {};

        QVERIFY(toJson(message).value(u"client_id"_qs).isNull());
    }

    void anErrorTellsKindStatusAndAnswer()
    {
        core::domain::Message message = sample();
        message.error = core::domain::MessageError{AnswerKind::Transient, 500, u"oops"_qs};
        QCOMPARE(toJson(message).value(u"error"_qs).toObject(),
                 parsed(R"({"kind":"transient","status":500,"answer":"oops"})"));

        message.error = core::domain::MessageError{AnswerKind::Timeout, 0, {}};
        QVERIFY(toJson(message).value(u"error"_qs).toObject().value(u"status"_qs).isNull());
    }

    void oneMessageHasItsAttemptsAndText()
    {
        const core::domain::Attempt attempt{1, tests::at("2026-11-20T09:00:01Z"), AnswerKind::BadAnswer, 200, u"?"_qs};

        const QJsonObject object = toJson(sample(), {attempt}, u"Hello"_qs);

        QCOMPARE(object.value(u"text"_qs).toString(), u"Hello"_qs);
        const QJsonObject expected =
            parsed(R"({"number":1,"at":"2026-11-20T09:00:01Z","kind":"bad_answer","status":200,"answer":"?"})");
        QCOMPARE(object.value(u"attempts_log"_qs).toArray().first().toObject(), expected);
        QVERIFY(toJson(sample(), {}, {}).value(u"text"_qs).isNull());
    }
};

QTEST_GUILESS_MAIN(MessageJsonTest)
#include "messagejsontest.moc"
