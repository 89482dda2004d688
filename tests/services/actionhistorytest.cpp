// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every action on a mailing or a client leaves one event that says what was before and what is after, and none if it failed.

#include "core/services/clientservice.h"
#include "tests/services/mailingfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <functional>

using core::ClientId;
using core::MailingId;
using core::domain::MailingState;
using core::domain::MessageStatus;
using tests::aClient;
using tests::admin;
using tests::aMailing;
using tests::anOperator;
using tests::at;
using tests::MailingFixture;

namespace {

struct Workspace : MailingFixture
{
    core::services::ClientService clients{workspace.executor, clock};

    /** "mailing.pause {…} -> {…}" for every event from the `first` on */
    [[nodiscard]] QStringList told(qsizetype first = 0) const
    {
        QStringList lines;
        for (const core::domain::Event &event : workspace.data.events.mid(first))
            lines.append(event.action + u' ' + event.before + u" -> "_qs + event.after);
        return lines;
    }
};

using Action = std::function<bool(Workspace &, MailingId)>;

} // namespace

class ActionHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionOnAMailingTellsBeforeAndAfter_data()
    {
        QTest::addColumn<MailingState>("state");
        QTest::addColumn<Action>("action");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, MailingState state, const char *expected, const Action &action) {
            QTest::newRow(name) << state << action << QString::fromLatin1(expected);
        };
        row("start", MailingState::Draft,
            R"(mailing.start {"gateway":null,"state":"draft"} -> {"gateway":1,"state":"scheduled"})",
            [](Workspace &w, MailingId id) { return w.service.start(admin(), id, {}, {}).result().has_value(); });
        row("pause", MailingState::Running, R"(mailing.pause {"state":"running"} -> {"state":"paused"})",
            [](Workspace &w, MailingId id) { return w.service.pause(admin(), id).result().has_value(); });
        row("pause all", MailingState::Running, R"(mailing.pause {"state":"running"} -> {"state":"paused"})",
            [](Workspace &w, MailingId) { return w.service.pauseAll(admin()).result().has_value(); });
        row("resume", MailingState::Paused, R"(mailing.resume {"state":"paused"} -> {"state":"running"})",
            [](Workspace &w, MailingId id) { return w.service.resume(admin(), id).result().has_value(); });
        row("resume all", MailingState::Paused, R"(mailing.resume {"state":"paused"} -> {"state":"running"})",
            [](Workspace &w, MailingId) { return w.service.resumeAll(admin()).result().has_value(); });
        row("cancel", MailingState::Running, R"(mailing.cancel {"state":"running"} -> {"state":"cancelled"})",
            [](Workspace &w, MailingId id) { return w.service.cancel(admin(), id, false).result().has_value(); });
        row("delete", MailingState::Running,
            R"(mailing.delete {"state":"running"} -> {"archived_at":"2024-03-01T08:00:00Z","state":"cancelled"})",
            [](Workspace &w, MailingId id) { return w.service.remove(admin(), id).result().has_value(); });
        row("edit", MailingState::Running, R"(mailing.edit {"rate_limit":null} -> {"rate_limit":2.5})",
            [](Workspace &w, MailingId id) {
                core::domain::MailingEdit edit;
                edit.rateLimit = std::optional(2.5);
                return w.service.edit(admin(), id, edit, {}).result().has_value();
            });
        row("retry", MailingState::Finished,
            R"(mailing.retry {"end_at":"2024-03-01T12:00:00Z","state":"finished"} -> )"
            R"({"end_at":"2024-03-01T20:00:00Z","state":"running","statuses":["failed","expired"]})",
            [](Workspace &w, MailingId id) {
                return w.service
                    .retry(admin(), id, {MessageStatus::Failed, MessageStatus::Expired}, at("2024-03-01T20:00:00Z"))
                    .result()
                    .has_value();
            });
    }

    void everyActionOnAMailingTellsBeforeAndAfter()
    {
        QFETCH(MailingState, state);
        QFETCH(Action, action);
        QFETCH(QString, expected);
        Workspace w;
        const MailingId id = w.stored(state == MailingState::Draft ? aMailing() : aMailing().gateway(w.gateway));
        w.addMessages(id, 1);
        w.settle(id, MessageStatus::Failed);
        w.workspace.data.mailings[id].mailing.state = state;

        QVERIFY(action(w, id));

        QCOMPARE(w.told(), QStringList{expected});
        QCOMPARE(w.lastEvent().mailing, id);
        QCOMPARE(w.lastEvent().actor, u"local@localhost"_qs);
        QCOMPARE(w.lastEvent().at, w.clock.now());
    }

    void anUndoTellsWhatCameBack()
    {
        Workspace w;
        const MailingId id = w.stored(aMailing().gateway(w.gateway));
        const auto was = w.mailing(id);
        QVERIFY(w.service.remove(admin(), id).result());

        QVERIFY(w.service.restore(admin(), was).result());

        QCOMPARE(w.told(1), QStringList{uR"(mailing.restore {"archived_at":"2024-03-01T08:00:00Z","state":"cancelled"} -> )"
                                        uR"({"state":"running"})"_qs});
    }

    void whatIsCreatedIsToldWhole()
    {
        Workspace w;
        const auto created = w.service.createDraft(anOperator(2), tests::withText(u"Hello"_qs)).result();
        const auto copy = w.service.duplicate(anOperator(3), created->id).result();

        QCOMPARE(w.workspace.data.events.size(), 2);
        for (const auto &[event, id] :
             {std::pair(w.workspace.data.events[0], created->id), std::pair(w.workspace.data.events[1], copy->id)}) {
            QCOMPARE(event.action, u"mailing.create"_qs);
            QCOMPARE(event.mailing, id);
            QVERIFY(event.before.isEmpty());
            const QJsonObject after = QJsonDocument::fromJson(event.after.toUtf8()).object();
            QCOMPARE(after[u"text"].toString(), u"Hello"_qs);
            QCOMPARE(after[u"state"].toString(), u"draft"_qs);
            QCOMPARE(after[u"allow_missing_fields"].toBool(true), false);
        }
        QCOMPARE(w.workspace.data.events[1].actor, u"operator3@example.org"_qs);
    }

    void everyMailingOfASeriesThatEndsHasItsEvent()
    {
        Workspace w;
        const MailingId first = w.stored(aMailing().repeats(core::domain::Repeat::Daily));
        const MailingId next = w.stored(aMailing()
                                            .repeats(core::domain::Repeat::Daily)
                                            .state(MailingState::Scheduled)
                                            .series(first)
                                            .times(at("2024-03-02T08:00:00Z"), at("2024-03-02T12:00:00Z")));

        QVERIFY(w.service.cancel(admin(), first, true).result());

        QCOMPARE(
            w.told(),
            (QStringList{
                uR"(mailing.cancel {"repeat":"daily","state":"scheduled"} -> {"repeat":"none","state":"cancelled"})"_qs,
                uR"(mailing.cancel {"repeat":"daily","state":"running"} -> {"repeat":"none","state":"cancelled"})"_qs}));
        QCOMPARE(w.workspace.data.events[0].mailing, next);
        QCOMPARE(w.workspace.data.events[1].mailing, first);
    }

    void everyActionOnAClientTellsBeforeAndAfter()
    {
        Workspace w;
        const ClientId id = *w.workspace.clients.insert(aClient().phone(1).tags({u"vip"_qs}));
        core::domain::ClientEdit edit;
        edit.timezone = u"Asia/Omsk"_qs;

        QVERIFY(w.clients.edit(admin(), id, edit).result());
        QVERIFY(w.clients.addTag(admin(), {id}, u"north"_qs).result());
        QVERIFY(w.clients.removeTag(admin(), {id}, u"vip"_qs).result());
        QVERIFY(w.clients.optOut(admin(), {id}).result());
        QVERIFY(w.clients.optIn(admin(), {id}).result());

        QCOMPARE(w.told(),
                 (QStringList{uR"(client.edit {"timezone":"Europe/Moscow"} -> {"timezone":"Asia/Omsk"})"_qs,
                              uR"(client.edit {"tags":["vip"]} -> {"tags":["vip","north"]})"_qs,
                              uR"(client.edit {"tags":["vip","north"]} -> {"tags":["north"]})"_qs,
                              uR"(client.opt_out {"opted_out_at":null} -> {"opted_out_at":"2024-03-01T08:00:00Z"})"_qs,
                              uR"(client.opt_in {"opted_out_at":"2024-03-01T08:00:00Z"} -> {"opted_out_at":null})"_qs}));
        for (const core::domain::Event &event : std::as_const(w.workspace.data.events))
            QCOMPARE(event.client, id);
    }

    void aClientThatGoesAndComesBackIsToldWhole()
    {
        Workspace w;
        core::domain::ClientEdit edit;
        edit.phone = u"79990000001"_qs;
        const auto added = w.clients.add(admin(), edit).result();
        const auto removed = w.clients.remove(admin(), {added->id}).result();
        QVERIFY(w.clients.restore(admin(), *removed).result());

        const auto &events = w.workspace.data.events;
        QCOMPARE(events.size(), 3);
        QCOMPARE(events[0].action, u"client.add"_qs);
        QVERIFY(events[0].before.isEmpty() && events[0].after.contains(u"79990000001"_qs));
        QCOMPARE(events[1].action, u"client.delete"_qs);
        QVERIFY(events[1].after.isEmpty() && events[1].before.contains(u"79990000001"_qs));
        QCOMPARE(events[2].action, u"client.restore"_qs);
        QVERIFY(events[2].after.contains(u"79990000001"_qs));
        QCOMPARE(events[2].before, uR"({"id":%1})"_qs.arg(added->id.text())); // leads to what was done before
        QVERIFY(events[2].client != added->id);
    }

    void whatIsRefusedIsNotTold()
    {
        Workspace w;
        const MailingId id = w.stored(aMailing().state(MailingState::Finished));
        const ClientId client = *w.workspace.clients.insert(aClient().phone(1));

        QVERIFY(!w.service.pause(admin(), id).result());
        QVERIFY(!w.service.retry(admin(), id, {MessageStatus::Sent}, {}).result());
        QVERIFY(!w.service.cancel(anOperator(5), id, true).result());
        QVERIFY(!w.clients.remove(tests::viewer(), {client}).result());
        QVERIFY(!w.clients.optOut(tests::viewer(), {client}).result());

        QVERIFY(w.workspace.data.events.isEmpty());
    }

    void aChangeThatIsNotStoredIsNotTold()
    {
        Workspace w;
        const MailingId id = w.stored(aMailing());
        w.workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.full"));

        QCOMPARE(w.service.pause(admin(), id).result().error().code, u"database.full"_qs);

        QVERIFY(w.workspace.data.events.isEmpty());
        QCOMPARE(w.mailing(id).state, MailingState::Running);
    }
};

QTEST_GUILESS_MAIN(ActionHistoryTest)
#include "actionhistorytest.moc"
