// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/client.h"
#include "tests/support/errorline.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace core::domain;

namespace tests {

namespace {

const QString moscow = QStringLiteral("Europe/Moscow");

ClientEdit withPhone(const QString &phone)
{
    ClientEdit edit;
    edit.phone = phone;
    return edit;
}

Client existing()
{
    Client client;
    client.id = {7};
    client.phone = PhoneNumber::fromNumber(79261234567);
    client.operatorCode = u"926"_qs;
    client.tags = {u"vip"_qs};
    client.timezone = u"Asia/Omsk"_qs;
    client.attributes = {{u"name"_qs, u"Анна"_qs}};
    client.consent = u"by phone, 2024-01-02"_qs;
    return client;
}

Attributes attributes(int count)
{
    Attributes map;
    for (int i = 1; i <= count; ++i)
        map.insert(u"key%1"_qs.arg(i, 3, 10, QLatin1Char('0')), u"value"_qs);
    return map;
}

QString errorsOf(const Client &base, const ClientEdit &edit)
{
    const auto result = edited(base, edit, moscow);
    return result ? QString() : errorLine(result.error());
}

} // namespace

class ClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsInDefaults()
    {
        const auto client = edited({}, withPhone(u"8 (926) 123-45-67"_qs), moscow);
        QVERIFY(client);
        QCOMPARE(client->phone.number(), 79261234567);
        QCOMPARE(client->operatorCode, u"926"_qs);
        QCOMPARE(client->timezone, moscow);
        QVERIFY(client->tags.isEmpty());
        QVERIFY(!client->optedOutAt);
    }

    void leavesWhatIsNotNamed() { QCOMPARE(*edited(existing(), {}, moscow), existing()); }

    void keepsAZoneOfANewerDatabaseUntilAnotherIsChosen()
    {
        Client stored = existing();
        stored.timezone = u"Europe/Atlantis"_qs;
        ClientEdit edit;
        edit.timezone = stored.timezone; // as a form sends it back
        edit.consent = u"signed"_qs;
        const auto client = edited(stored, edit, moscow);
        QVERIFY(client);
        QCOMPARE(client->timezone, stored.timezone);

        edit.timezone = u"Europe/Avalon"_qs;
        QCOMPARE(errorsOf(stored, edit), u"timezone timezone Europe/Avalon"_qs);
    }

    void trimsWhatIsTyped()
    {
        ClientEdit edit;
        edit.operatorCode = u" 999 "_qs;
        edit.timezone = u" Europe/Samara "_qs;
        edit.tags = QStringList{u" new "_qs, u"NEW"_qs};
        edit.attributes = Attributes{{u" City "_qs, u" Omsk "_qs}, {u"blank"_qs, u"  "_qs}};
        edit.consent = u"  signed  "_qs;
        const auto client = edited(existing(), edit, moscow);
        QVERIFY(client);
        QCOMPARE(client->operatorCode, u"999"_qs);
        QCOMPARE(client->timezone, u"Europe/Samara"_qs);
        QCOMPARE(client->tags, QStringList{u"new"_qs});
        QCOMPARE(client->attributes, (Attributes{{u"city"_qs, u"Omsk"_qs}}));
        QCOMPARE(client->consent.value_or(QString()), u"signed"_qs);
    }

    void clearsWhatIsBlank()
    {
        ClientEdit edit;
        edit.operatorCode = QString();
        edit.timezone = QString();
        edit.consent = u" "_qs;
        Client ported = existing();
        ported.operatorCode = u"999"_qs;
        const auto client = edited(ported, edit, moscow);
        QVERIFY(client);
        QCOMPARE(client->operatorCode, u"926"_qs);
        QCOMPARE(client->timezone, moscow);
        QVERIFY(!client->consent);
    }

    void anOperatorCodeFollowsThePhoneUnlessItWasSet()
    {
        const auto moved = edited(existing(), withPhone(u"79031234567"_qs), moscow);
        QCOMPARE(moved->operatorCode, u"903"_qs);

        Client ported = existing();
        ported.operatorCode = u"999"_qs;
        QCOMPARE(edited(ported, withPhone(u"79031234567"_qs), moscow)->operatorCode, u"999"_qs);
    }

    void optsOutAndBackIn()
    {
        ClientEdit out;
        out.optedOutAt = at("2024-03-01T08:00:00Z");
        const auto gone = edited(existing(), out, moscow);
        QCOMPARE(gone->optedOutAt, std::optional(at("2024-03-01T08:00:00Z")));
        ClientEdit back;
        back.optedOutAt = std::optional<core::Instant>();
        QVERIFY(!edited(*gone, back, moscow)->optedOutAt);
    }

    void refusesAFieldAndSaysWhy_data()
    {
        QTest::addColumn<ClientEdit>("edit");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &expected, auto change) {
            ClientEdit edit = withPhone(u"79261234567"_qs);
            change(edit);
            QTest::newRow(name) << edit << expected;
        };
        row("no phone", u"phone phone:empty"_qs, [](ClientEdit &e) { e.phone.reset(); });
        row("short phone", u"phone phone:too_short"_qs, [](ClientEdit &e) { e.phone = u"123"_qs; });
        row("two digits", u"operator_code operator_code 99"_qs, [](ClientEdit &e) { e.operatorCode = u"99"_qs; });
        row("letters", u"operator_code operator_code 9a9"_qs, [](ClientEdit &e) { e.operatorCode = u"9a9"_qs; });
        row("other digits", u"operator_code operator_code ٩٩٩"_qs, [](ClientEdit &e) { e.operatorCode = u"٩٩٩"_qs; });
        row("zone", u"timezone timezone MSK"_qs, [](ClientEdit &e) { e.timezone = u"MSK"_qs; });
        row("tag", u"tags tags:too_long %1|64"_qs.arg(QString(65, u't')),
            [](ClientEdit &e) { e.tags = QStringList{QString(65, u't')}; });
        row("attribute name", u"attributes attribute 1st"_qs, [](ClientEdit &e) {
            e.attributes = Attributes{{u"1st"_qs, u"x"_qs}};
        });
        row("attribute value", u"attributes attribute note"_qs, [](ClientEdit &e) {
            e.attributes = Attributes{{u"note"_qs, QString(256, u'x')}};
        });
        row("33 attributes", u"attributes attribute key033"_qs, [](ClientEdit &e) { e.attributes = attributes(33); });
        row("everything at once",
            u"phone phone:country; operator_code operator_code x; timezone timezone Mars/Olympus; "
            "attributes attribute !"_qs,
            [](ClientEdit &e) {
                e = {u"19261234567"_qs, u"x"_qs, {}, u"Mars/Olympus"_qs, Attributes{{u"!"_qs, u"x"_qs}}, {}, {}};
            });
    }

    void refusesAFieldAndSaysWhy()
    {
        QFETCH(ClientEdit, edit);
        QFETCH(QString, expected);
        QCOMPARE(errorsOf({}, edit), expected);
    }

    void acceptsTheLongestAndTheMost()
    {
        ClientEdit edit = withPhone(u"79261234567"_qs);
        edit.attributes = attributes(31);
        edit.attributes->insert(u"note"_qs, u"😀"_qs.repeated(255));
        QCOMPARE(errorsOf({}, edit), QString());
    }

    void aBlankAttributeTakesNoPlace()
    {
        ClientEdit edit;
        edit.attributes.emplace();
        for (int i = 0; i < maxAttributes; ++i)
            edit.attributes->insert(u"a%1"_qs.arg(i), u"x"_qs);
        edit.attributes->insert(u"z"_qs, u" "_qs);
        QCOMPARE(edited(existing(), edit, moscow)->attributes.size(), maxAttributes);
        edit.attributes->insert(u"z"_qs, u"x"_qs);
        QVERIFY(!edited(existing(), edit, moscow));
    }

    void knowsAttributeKeys_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("valid");
        QTest::newRow("latin") << u"name"_qs << true;
        QTest::newRow("cyrillic") << u"имя"_qs << true;
        QTest::newRow("digits and underscore") << u"a_1"_qs << true;
        QTest::newRow("beyond 16 bits") << u"𐐨"_qs << true;
        QTest::newRow("32 characters") << QString(32, u'a') << true;
        QTest::newRow("33 characters") << QString(33, u'a') << false;
        QTest::newRow("upper case") << u"Name"_qs << false;
        QTest::newRow("digit first") << u"1a"_qs << false;
        QTest::newRow("underscore first") << u"_a"_qs << false;
        QTest::newRow("blank") << u"a b"_qs << false;
        QTest::newRow("dash") << u"a-b"_qs << false;
        QTest::newRow("nothing") << QString() << false;
    }

    void knowsAttributeKeys()
    {
        QFETCH(QString, key);
        QFETCH(bool, valid);
        QCOMPARE(isAttributeKey(key), valid);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ClientTest)
#include "clienttest.moc"
