// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/user.h"
#include "tests/support/errorline.h"

#include <QTest>
#include <functional>

using namespace core::domain;

namespace tests {

class UserTest : public QObject
{
    Q_OBJECT

private:
    static User complete()
    {
        User user;
        user.id = core::UserId{7};
        user.email = u"anna@example.org"_qs;
        user.name = u"Anna"_qs;
        user.role = Role::Operator;
        return user;
    }

private Q_SLOTS:
    void appliesWhatIsNamed()
    {
        QCOMPARE(*edited(complete(), {}), complete());

        UserEdit edit;
        edit.email = u" Anna.Ivanova@Example.ORG "_qs;
        edit.name = u"  Анна   Иванова "_qs;
        edit.role = Role::Admin;
        edit.active = false;
        edit.password = u"never applied here"_qs;
        const auto user = edited(complete(), edit);
        QVERIFY(user);
        QCOMPARE(user->id, core::UserId{7});
        QCOMPARE(user->email, u"anna.ivanova@example.org"_qs);
        QCOMPARE(user->name, u"Анна Иванова"_qs);
        QCOMPARE(user->role, Role::Admin);
        QVERIFY(!user->active);
    }

    void oneLetterHasOneForm()
    {
        UserEdit edit;
        edit.name = u"Андреи\u0306"_qs; // as some systems write й
        QCOMPARE(edited(complete(), edit)->name, u"Андрей"_qs);
        QCOMPARE(comparableEmail(u" ANDRE\u0301@Example.org"_qs), u"andr\u00e9@example.org"_qs);
    }

    void newUsersSeeAndAreActive()
    {
        UserEdit edit;
        edit.email = u"anna@example.org"_qs;
        edit.name = u"Anna"_qs;
        const auto user = edited({}, edit);
        QCOMPARE(user->role, Role::Viewer);
        QVERIFY(user->active);
    }

    void theLocalUserKeepsItsAddress()
    {
        User local = complete();
        local.email = localEmail();
        QVERIFY(edited(local, {}));
    }

    void acceptsNamesOfAnyScript_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("one letter") << u"A"_qs;
        QTest::newRow("cyrillic") << u"Пётр Ильич"_qs;
        QTest::newRow("hyphen and apostrophe") << u"Jean-Luc O'Neill"_qs;
        QTest::newRow("marks of a script") << u"अनीता"_qs;
        QTest::newRow("right to left") << u"محمد علي"_qs;
        QTest::newRow("ideographs") << u"王秀英"_qs;
        QTest::newRow("letters beyond 16 bits") << u"\U00020000\U00010400"_qs;
        QTest::newRow("120 letters of two units each") << u"\U00010400"_qs.repeated(120);
    }

    void acceptsNamesOfAnyScript()
    {
        QFETCH(QString, name);
        UserEdit edit;
        edit.name = name;
        const auto user = edited(complete(), edit);
        QCOMPARE(user ? user->name : errorLine(user.error()), name);
    }

    void refusesAFieldAndSaysWhy_data()
    {
        QTest::addColumn<UserEdit>("edit");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *expected, const std::function<void(UserEdit &)> &change) {
            UserEdit edit;
            change(edit);
            QTest::newRow(name) << edit << QString::fromUtf8(expected);
        };
        row("no name", "name name:empty", [](UserEdit &e) { e.name = u" \t "_qs; });
        row("121 letters", "name name:too_long 120", [](UserEdit &e) { e.name = QString(121, u'я'); });
        row("digit", "name name:characters", [](UserEdit &e) { e.name = u"Anna2"_qs; });
        row("sign", "name name:characters", [](UserEdit &e) { e.name = u"<b>Anna</b>"_qs; });
        row("no letter", "name name:characters", [](UserEdit &e) { e.name = u"-"_qs; });
        row("half a letter", "name name:characters", [](UserEdit &e) { e.name = QString(QChar(0xd801)); });

        row("no address", "email email:empty", [](UserEdit &e) { e.email = u" "_qs; });
        row("no @", "email email:shape anna", [](UserEdit &e) { e.email = u"Anna"_qs; });
        row("two @", "email email:shape a@b@c", [](UserEdit &e) { e.email = u"a@b@c"_qs; });
        row("no name before @", "email email:shape @example.org", [](UserEdit &e) { e.email = u"@example.org"_qs; });
        row("no host", "email email:shape anna@", [](UserEdit &e) { e.email = u"anna@"_qs; });
        row("host with a hole", "email email:shape a@b..c", [](UserEdit &e) { e.email = u"a@b..c"_qs; });
        row("host with a dot behind", "email email:shape a@b.", [](UserEdit &e) { e.email = u"a@b."_qs; });
        row("blank", "email email:shape a b@c", [](UserEdit &e) { e.email = u"a b@c"_qs; });
        row("line break", "email email:shape a@c\nd", [](UserEdit &e) { e.email = u"a@c\nd"_qs; });
        row("two addresses", "email email:shape a@b,c", [](UserEdit &e) { e.email = u"a@b,c"_qs; });
        row("254 characters", "", [](UserEdit &e) { e.email = QString(252, u'a') + u"@b"_qs; });
        row("255 characters", "email email:too_long 254", [](UserEdit &e) { e.email = QString(253, u'a') + u"@b"_qs; });

        row("9 characters", "password password:too_short 10", [](UserEdit &e) { e.password = QString(9, u'я'); });
        row("10 characters", "", [](UserEdit &e) { e.password = QString(10, u'я'); });
        row("9 characters beyond 16 bits", "password password:too_short 10",
            [](UserEdit &e) { e.password = u"\U0001f511"_qs.repeated(9); });
        row("9 letters with accents beside them", "password password:too_short 10",
            [](UserEdit &e) { e.password = u"e\u0301"_qs.repeated(9); });
        row("128 characters, 512 bytes", "", [](UserEdit &e) { e.password = u"\U0001f511"_qs.repeated(128); });
        row("129 characters", "password password:too_long 128", [](UserEdit &e) { e.password = QString(129, u'a'); });

        row("all at once", "email email:shape x; name name:empty; password password:too_short 10", [](UserEdit &e) {
            e.email = u"x"_qs;
            e.name = QString();
            e.password = QString();
        });
    }

    void refusesAFieldAndSaysWhy()
    {
        QFETCH(UserEdit, edit);
        QFETCH(QString, expected);
        const auto result = edited(complete(), edit);
        QCOMPARE(result ? QString() : errorLine(result.error()), expected);
    }

    void hasWordsForRoles()
    {
        QStringList names;
        for (const Role role : {Role::Viewer, Role::Operator, Role::Admin}) {
            names.append(toText(role));
            QCOMPARE(roleFromText(toText(role)), std::optional(role));
        }
        QCOMPARE(names.join(u' '), u"viewer operator admin"_qs);
        QVERIFY(!roleFromText(u"Admin"_qs));
        QVERIFY(!roleFromText(QString()));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::UserTest)
#include "usertest.moc"
