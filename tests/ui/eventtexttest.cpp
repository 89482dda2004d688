// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/texts/eventtext.h"

#include "core/base/errorsentences.h"
#include "core/domain/mailing.h"
#include "tests/support/manualclock.h"

#include <QDir>
#include <QRegularExpression>
#include <QtTest>

using core::domain::Event;
using namespace ui::texts;

namespace tests {

class EventTextTest : public QObject
{
    Q_OBJECT

    static Event event(const char *action, const QString &before, const QString &after)
    {
        return {.action = QString::fromLatin1(action), .before = before, .after = after};
    }

private Q_SLOTS:
    void everyActionThatIsRecordedHasWords()
    {
        // What looks like "mailing.pause" in the services is an action, unless it is the code of an error or a right.
        QStringList actions{u"mailing."_qs + core::domain::toText(core::domain::MailingState::Running),
                            u"mailing."_qs + core::domain::toText(core::domain::MailingState::Finished)};
        static const QRegularExpression quoted(u"\"([a-z]+\\.[a-z_]+)\""_qs);
        const QDir services(QStringLiteral(HELIOGRAPH_TEST_DATA "/../../core/services"));
        for (const QString &name : services.entryList({u"*.cpp"_qs})) {
            QFile file(services.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString source = name == u"accessrules.cpp" ? QString() : QString::fromUtf8(file.readAll());
            for (auto match = quoted.globalMatch(source); match.hasNext();) {
                const QString code = match.next().captured(1);
                if (!core::errorSentence(code))
                    actions.append(code);
            }
        }
        QVERIFY(actions.size() > 20);
        for (const QString &action : std::as_const(actions))
            QVERIFY2(eventActionText(action) != action, qPrintable(action));
    }

    void whatNobodyDescribedStandsAsItIs()
    {
        QCOMPARE(eventActionText(u"moon.eclipse"_qs), u"moon.eclipse"_qs);
        QCOMPARE(eventDifferenceLines(event("x.y", {}, uR"({"moon_phase":"full"})"_qs), {}),
                 QStringList{u"moon_phase: — → full"_qs});
    }

    void namesWhoActed_data()
    {
        QTest::addColumn<QString>("actor");
        QTest::addColumn<QString>("words");
        QTest::newRow("the dispatcher") << u"dispatcher"_qs << u"dispatcher"_qs;
        QTest::newRow("a command") << u"cli:анна"_qs << u"анна, command line"_qs;
        QTest::newRow("a person") << u"anna@example.org"_qs << u"anna@example.org"_qs;
    }

    void namesWhoActed()
    {
        QFETCH(QString, actor);
        QTEST(eventActorText(actor), "words");
    }

    void saysWhatItIsAbout_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("about");
        const auto row = [](const char *action, const QString &before, const QString &after, const QString &about) {
            QTest::newRow(action) << QString::fromLatin1(action) << before << after << about;
        };
        row("gateway.edit", uR"({"id":1,"name":"main","rate":1})"_qs, uR"({"id":1,"name":"main","rate":2})"_qs, u"main"_qs);
        row("gateway.delete", uR"({"id":1,"name":"main"})"_qs, {}, u"main"_qs);
        row("gateway.test", {}, uR"({"gateway":"backup","phone":"79990000001"})"_qs, u"backup"_qs);
        row("setting.set", uR"({"quiet_hours_from":"09:00"})"_qs, uR"({"quiet_hours_from":"08:30"})"_qs, u"sending from"_qs);
        row("clients.import", {}, uR"({"file":"november.csv","import":3,"new":20})"_qs, u"november.csv"_qs);
        row("clients.import_undo", {}, uR"({"clients":20,"import":3})"_qs, u"import 3"_qs);
        row("user.edit", uR"({"email":"anna@example.org","id":2,"name":"Anna"})"_qs,
            uR"({"email":"anna@example.org","id":2,"name":"Anna Ivanova"})"_qs, u"anna@example.org"_qs);
        row("user.sign_in", {}, uR"({"address":"10.0.0.7","email":"anna@example.org","id":2})"_qs, u"anna@example.org"_qs);
        row("token.create", {}, uR"({"email":"anna@example.org","id":4,"kind":"script","name":"nightly"})"_qs,
            u"nightly"_qs);
        row("token.revoke", uR"({"email":"anna@example.org","id":4,"kind":"session","name":null})"_qs, {},
            u"anna@example.org"_qs);
        row("key.set", {}, {}, {});
    }

    void saysWhatItIsAbout()
    {
        QFETCH(QString, action);
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(eventAboutText(event(qPrintable(action), before, after)), "about");
    }

    void namesMailingsAndClientsAsTheyAreNow()
    {
        Event one = event("mailing.pause", {}, {});
        one.mailing = core::MailingId{5};
        QCOMPARE(eventAboutText(one), u"mailing 5"_qs);
        one.mailingName = u"Autumn sale"_qs;
        QCOMPARE(eventAboutText(one), u"Autumn sale"_qs);
        Event other = event("client.opt_out", uR"({"opted_out_at":null})"_qs, {});
        other.client = core::ClientId{7};
        QCOMPARE(eventAboutText(other), u"client 7"_qs);
        other.clientPhone = core::domain::PhoneNumber::fromNumber(79990000001);
        QCOMPARE(eventAboutText(other), u"7 999 000-00-01"_qs);
        Event gone = event("client.delete", uR"({"phone":"79990000002"})"_qs, {});
        gone.client = core::ClientId{8};
        QCOMPARE(eventAboutText(gone), u"7 999 000-00-02"_qs);
    }

    void saysFieldByFieldWhatDiffers_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("lines");
        const auto row = [](const char *name, const QString &before, const QString &after, const QString &lines) {
            QTest::newRow(name) << before << after << lines;
        };
        row("state of a mailing", uR"({"state":"scheduled"})"_qs, uR"({"state":"running"})"_qs,
            u"state: scheduled → running"_qs);
        row("state of a gateway", uR"({"state":"attention"})"_qs, uR"({"state":"closed"})"_qs,
            u"state: needs attention → ready"_qs);
        row("a time, in the zone of this computer", uR"({"opted_out_at":null})"_qs,
            uR"({"opted_out_at":"2026-11-20T12:21:00Z"})"_qs, u"opted out: — → 15:21"_qs);
        row("yes and no", uR"({"enabled":true})"_qs, uR"({"enabled":false})"_qs, u"switched on: yes → no"_qs);
        row("statuses", {}, uR"({"statuses":["failed","opted_out"]})"_qs, u"statuses: — → failed, opted out"_qs);
        row("tags", uR"({"filter":{"tags":["vip"],"tags_mode":"any"}})"_qs,
            uR"({"filter":{"tags":["vip","new"],"tags_mode":"all"}})"_qs,
            u"tags: vip → vip, new; tags needed: any of them → all of them"_qs);
        row("weekdays", uR"({"window":{"weekdays":[1,2,3,4,5]}})"_qs, uR"({"window":{"weekdays":[]}})"_qs,
            u"weekdays: Mon–Fri → every day"_qs);
        row("phone", uR"({"phone":"79990000001"})"_qs, uR"({"phone":"79990000002"})"_qs,
            u"phone: 7 999 000-00-01 → 7 999 000-00-02"_qs);
        row("a column of a list", uR"({"attributes":{"city":"Omsk"}})"_qs, uR"({"attributes":{}})"_qs, u"city: Omsk → —"_qs);
        row("what names it does not differ", uR"({"name":"main","rate":null})"_qs, uR"({"name":"main","rate":2.5})"_qs,
            u"rate: — → 2.5"_qs);
        row("a percent sign", uR"({"text":"%1 off"})"_qs, uR"({"text":"%2 off"})"_qs, u"text: %1 off → %2 off"_qs);
        row("role", uR"({"role":"operator"})"_qs, uR"({"role":"admin"})"_qs, u"role: operator → administrator"_qs);
        row("a password that was changed", {}, uR"({"password":"changed"})"_qs, u"password: — → changed"_qs);
        row("kind of a token", {}, uR"({"kind":"session"})"_qs, u"kind: — → sign-in"_qs);
        row("kind of a gateway", {}, uR"({"kind":"http-json"})"_qs, u"kind: — → http-json"_qs);
        row("words instead of JSON", u"scheduled"_qs, u"running"_qs, u"scheduled → running"_qs);
    }

    void saysFieldByFieldWhatDiffers()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const core::Instant now = at("2026-11-20T12:30:00Z");
        QTEST(eventDifferenceLines(event("x.y", before, after), now).join(u"; "_qs), "lines");
    }
};

} // namespace tests

QTEST_MAIN(tests::EventTextTest)
#include "eventtexttest.moc"
