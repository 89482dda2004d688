// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/historyservice.h"

#include "core/services/clientservice.h"
#include "tests/services/mailingfixture.h"

#include <QtTest>

using core::ClientId;
using core::MailingId;
using core::domain::Event;
using core::domain::MailingState;
using core::services::EventField;
using core::services::eventFields;
using tests::admin;
using tests::aMailing;
using tests::anOperator;
using tests::errorLine;
using tests::MailingFixture;

namespace {

struct Workspace : MailingFixture
{
    core::services::HistoryService history{workspace.executor};
    core::services::ClientService clients{workspace.executor, clock};

    QStringList actions(const core::interfaces::EventQuery &query)
    {
        QStringList actions;
        const auto page = history.page(query, {}).result();
        for (const Event &event : page->rows)
            actions.append(event.action);
        return actions;
    }

    ClientId addClient(const QString &phone)
    {
        core::domain::ClientEdit edit;
        edit.phone = phone;
        return clients.add(admin(), edit).result()->id;
    }
};

/** "name: before -> after; …", with a dash for nothing. */
QString line(const QString &before, const QString &after)
{
    Event event;
    event.before = before;
    event.after = after;
    QStringList lines;
    for (const EventField &field : eventFields(event))
        lines.append(u"%1: %2 -> %3"_qs.arg(field.name, field.before.value_or(u"–"_qs), field.after.value_or(u"–"_qs)));
    return lines.join(u"; "_qs);
}

} // namespace

class HistoryServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWasDoneToWhatAndByWhom()
    {
        Workspace w;
        const MailingId first = w.stored(aMailing());
        const MailingId second = w.stored(aMailing());
        QVERIFY(w.service.pause(admin(), first).result());
        QVERIFY(w.service.pause(admin(), second).result());
        QVERIFY(w.service.resume(admin(), first).result());
        const ClientId client = w.addClient(u"79990000001"_qs);
        QVERIFY(w.clients.optOut(anOperator(2), {client}).result());

        QCOMPARE(w.actions({.mailing = first}), (QStringList{u"mailing.resume"_qs, u"mailing.pause"_qs}));
        QCOMPARE(w.actions({.client = client}), (QStringList{u"client.opt_out"_qs, u"client.add"_qs}));
        QCOMPARE(w.actions({.actor = u"operator2@example.org"_qs}), QStringList{u"client.opt_out"_qs});
        QCOMPARE(*w.history.count({}).result(), 5);
        QCOMPARE(*w.history.count({.mailing = second}).result(), 1);
        QCOMPARE(*w.history.actors().result(), (QStringList{u"local@localhost"_qs, u"operator2@example.org"_qs}));
    }

    void tellsTheNamesOfToday()
    {
        Workspace w;
        const MailingId id = w.stored(aMailing().name(u"Draft 1"_qs));
        QVERIFY(w.service.pause(admin(), id).result());
        core::domain::MailingEdit edit;
        edit.name = u"Autumn sale"_qs;
        QVERIFY(w.service.edit(admin(), id, edit, {}).result());

        const auto page = w.history.page({}, {}).result();
        QCOMPARE(page->rows.last().mailingName, u"Autumn sale"_qs);
    }

    void aPhoneLeadsToItsClientAlsoWhenThatIsGone()
    {
        Workspace w;
        const ClientId kept = w.addClient(u"79990000001"_qs);
        const ClientId removed = w.addClient(u"79990000002"_qs);
        QVERIFY(w.clients.remove(admin(), {removed}).result());

        QCOMPARE(*w.history.clientWithPhone(u"8 (999) 000-00-01"_qs).result(), kept);
        QCOMPARE(*w.history.clientWithPhone(u"79990000002"_qs).result(), removed);
        QCOMPARE(errorLine(w.history.clientWithPhone(u"79990000003"_qs).result().error()),
                 u"NotFound client.unknown_phone 79990000003"_qs);
        QCOMPARE(errorLine(w.history.clientWithPhone(u"12"_qs).result().error()), u"phone phone:too_short"_qs);
    }

    void putsBothSidesNextToEachOther_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &before, const QString &after, const QString &expected) {
            QTest::newRow(name) << before << after << expected;
        };
        row("nothing", {}, {}, {});
        row("a text", uR"({"state":"running"})"_qs, uR"({"state":"paused"})"_qs, u"state: running -> paused"_qs);
        row("what was created", {}, uR"({"name":"A","text":"B"})"_qs, u"name: – -> A; text: – -> B"_qs);
        row("what was deleted", uR"({"name":"A"})"_qs, {}, u"name: A -> –"_qs);
        row("null is nothing", uR"({"rate":null})"_qs, uR"({"rate":2.5})"_qs, u"rate: – -> 2.5"_qs);
        row("large numbers", uR"({"id":4503599627370496})"_qs, {}, u"id: 4503599627370496 -> –"_qs);
        row("yes and no", uR"({"enabled":true})"_qs, uR"({"enabled":false})"_qs, u"enabled: true -> false"_qs);
        row("lists", uR"({"tags":["vip","a b"]})"_qs, uR"({"tags":[]})"_qs, u"tags: vip, a b -> "_qs);
        row("objects", uR"({"filter":{"tags":["a"],"tags_mode":"any"}})"_qs,
            uR"({"filter":{"tags":["b"],"tags_mode":"any"}})"_qs, u"filter.tags: a -> b; filter.tags_mode: any -> any"_qs);
        row("one becomes an object", uR"({"window":null})"_qs, uR"({"window":{"from":"09:00"}})"_qs,
            u"window: – -> –; window.from: – -> 09:00"_qs);
        row("words instead of JSON", u"scheduled"_qs, u"running"_qs, u": scheduled -> running"_qs);
    }

    void putsBothSidesNextToEachOther()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, expected);
        QCOMPARE(line(before, after), expected);
    }

    void whatDoesNotDifferIsTold()
    {
        Event event;
        event.before = uR"({"name":"main","rate":1})"_qs;
        event.after = uR"({"name":"main","rate":2})"_qs;
        const auto fields = eventFields(event);
        QVERIFY(!fields[0].differs());
        QVERIFY(fields[1].differs());
    }
};

QTEST_GUILESS_MAIN(HistoryServiceTest)
#include "historyservicetest.moc"
