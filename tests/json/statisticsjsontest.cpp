// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/statisticsjson.h"

#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using core::domain::MessageStatus;
using core::json::toJson;

class StatisticsJsonTest : public QObject
{
    Q_OBJECT

private:
    static QJsonObject parsed(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

private Q_SLOTS:
    void ofAMailingIsTheObjectOfTheSpecification()
    {
        core::domain::MailingStatistics statistics;
        statistics.mailing = core::MailingId{1};
        statistics.state = core::domain::MailingState::Running;
        statistics.counts[MessageStatus::Sent] = 3;
        statistics.rate = 12.5;
        statistics.forecast.doneAt = tests::at("2026-11-20T10:00:00Z");
        statistics.firstSentAt = tests::at("2026-11-20T09:00:00Z");
        statistics.errors = {{u"HTTP 500"_qs, 2}};

        const QJsonObject expected = parsed(R"({"mailing_id":1,"state":"running","total":3,
            "by_status":{"pending":0,"sending":0,"sent":3,"delivered":0,"undelivered":0,"failed":0,"expired":0,"cancelled":0,
            "opted_out":0,"unknown":0},"rate":12.5,"forecast":{"done_at":"2026-11-20T10:00:00Z","will_expire":0},
            "first_sent_at":"2026-11-20T09:00:00Z","last_sent_at":null,"errors":[{"error":"HTTP 500","count":2}]})");
        QCOMPARE(toJson(statistics), expected);
    }

    void ofTheWorkspaceHasEveryStateEveryStatusAndARowPerMailing()
    {
        core::domain::WorkspaceStatistics statistics;
        statistics.mailingsByState[1] = 2;
        statistics.messages[MessageStatus::Failed] = 4;
        core::domain::Mailing mailing = tests::aMailing().name(u"Sale"_qs);
        mailing.id = core::MailingId{7};
        statistics.mailings = {{mailing, statistics.messages, 1.5}};

        const QJsonObject object = toJson(statistics);

        const QJsonObject expected =
            parsed(R"({"draft":0,"scheduled":2,"running":0,"paused":0,"finished":0,"cancelled":0})");
        QCOMPARE(object.value(u"mailings_by_state"_qs).toObject(), expected);
        QCOMPARE(object.value(u"total"_qs).toInt(), 4);
        QCOMPARE(object.value(u"by_status"_qs).toObject().size(), 10);
        const QJsonObject row = object.value(u"mailings"_qs).toArray().first().toObject();
        QCOMPARE(row.value(u"mailing_id"_qs).toInt(), 7);
        QCOMPARE(row.value(u"name"_qs).toString(), u"Sale"_qs);
        QCOMPARE(row.value(u"state"_qs).toString(), u"running"_qs);
        QCOMPARE(row.value(u"total"_qs).toInt(), 4);
    }
};

QTEST_GUILESS_MAIN(StatisticsJsonTest)
#include "statisticsjsontest.moc"
