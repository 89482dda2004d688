// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/restcard.h"
#include "tests/ui/taborder.h"
#include "tests/ui/uifixture.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using core::Error;
using core::ErrorKind;
using core::domain::Role;
using Phase = core::interfaces::RestState::Phase;

namespace tests {

class RestCardTest : public QObject
{
    Q_OBJECT

public:
    Q_INVOKABLE void noteUrl(const QUrl &url) { opened << url.toString(); }

private Q_SLOTS:
    void init()
    {
        fake.emplace();
        opened.clear();
        QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "noteUrl");
    }

    void cleanup()
    {
        QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
        card.reset();
        fake.reset();
    }

    void isOffUntilItIsSwitchedOn()
    {
        open();
        QVERIFY(!check("restEnabledCheck")->isChecked());
        QCOMPARE(edit("restAddressEdit")->text(), QStringLiteral("127.0.0.1:8080"));
        QCOMPARE(label("restStateLabel")->text(), QStringLiteral("Off. Scripts get no answer."));
        QCOMPARE(fake->ui.rest.applied, 0);

        check("restEnabledCheck")->click();

        QVERIFY(fake->ui.settings.isRestEnabled());
        QCOMPARE(fake->ui.rest.applied, 1);
    }

    void tabsGoFromTopToBottom()
    {
        open();
        QCOMPARE(tabStops(&*card, &*card),
                 (QStringList{QStringLiteral("restEnabledCheck"), QStringLiteral("restStateLabel"),
                              QStringLiteral("restAddressEdit"), QStringLiteral("restCertificateEdit"),
                              QStringLiteral("restKeyEdit"), QStringLiteral("restInsecureCheck")}));
    }

    void showsWhatIsSet()
    {
        QVERIFY(fake->ui.settings.setRestEnabled(true));
        QVERIFY(fake->ui.settings.setRestAddress(QStringLiteral("0.0.0.0:8443")));
        QVERIFY(fake->ui.settings.setRestCertificate(QStringLiteral("/tls/chain.pem")));
        QVERIFY(fake->ui.settings.setRestKey(QStringLiteral("/tls/key.pem")));
        QVERIFY(fake->ui.settings.setRestInsecure(true));
        open();
        QVERIFY(check("restEnabledCheck")->isChecked());
        QCOMPARE(edit("restAddressEdit")->text(), QStringLiteral("0.0.0.0:8443"));
        QCOMPARE(edit("restCertificateEdit")->text(), QStringLiteral("/tls/chain.pem"));
        QCOMPARE(edit("restKeyEdit")->text(), QStringLiteral("/tls/key.pem"));
        QVERIFY(check("restInsecureCheck")->isChecked());
    }

    void movesWhenTheAddressIsChangedAndOnlyThen()
    {
        open();
        type("restAddressEdit", QStringLiteral(" 127.0.0.1:9090"));
        QCOMPARE(fake->ui.settings.restAddress(), QStringLiteral("127.0.0.1:9090"));
        QCOMPARE(edit("restAddressEdit")->text(), QStringLiteral("127.0.0.1:9090"));
        QCOMPARE(fake->ui.rest.applied, 1);
        QTest::keyClick(edit("restAddressEdit"), Qt::Key_Return);
        QCOMPARE(fake->ui.rest.applied, 1);
    }

    void anEmptyAddressIsTheUsualOne()
    {
        QVERIFY(fake->ui.settings.setRestAddress(QStringLiteral("127.0.0.1:9090")));
        open();
        type("restAddressEdit", {});
        QCOMPARE(edit("restAddressEdit")->text(), QStringLiteral("127.0.0.1:8080"));
    }

    void theCertificateAndPlainHttpAreAppliedAtOnce()
    {
        open();
        type("restCertificateEdit", QStringLiteral("/tls/chain.pem"));
        type("restKeyEdit", QStringLiteral("/tls/key.pem"));
        check("restInsecureCheck")->click();
        QCOMPARE(fake->ui.settings.restCertificate(), QStringLiteral("/tls/chain.pem"));
        QCOMPARE(fake->ui.settings.restKey(), QStringLiteral("/tls/key.pem"));
        QVERIFY(fake->ui.settings.isRestInsecure());
        QCOMPARE(fake->ui.rest.applied, 3);
    }

    void whereItAnswersIsALinkToItsDescription()
    {
        open();
        fake->ui.rest.become({Phase::Listening, QStringLiteral("http://127.0.0.1:8080")});
        const QString text = label("restStateLabel")->text();
        QVERIFY2(text.contains(u">http://127.0.0.1:8080</a>"), qPrintable(text));
        const auto link = QRegularExpression(QStringLiteral("href=\"([^\"]+)\"")).match(text);
        Q_EMIT label("restStateLabel")->linkActivated(link.captured(1));
        QCOMPARE(opened, QStringList{QStringLiteral("http://127.0.0.1:8080/docs/")});
    }

    void saysBesideTheAddressWhatIsWrongWithIt()
    {
        open();
        fake->ui.rest.become({Phase::Failed, {}, Error::invalidField("listen", "rest:address", {QStringLiteral("here")})});
        QCOMPARE(edit("restAddressEdit")->accessibleDescription(),
                 QStringLiteral("“here” is no address with a port, such as 127.0.0.1:8080."));
        fake->ui.rest.become({Phase::Failed, {}, Error::invalidField("listen", "rest:needs_tls", {QStringLiteral("::")})});
        QVERIFY(edit("restAddressEdit")->accessibleDescription().startsWith(u":: can be reached from other machines"));
        QVERIFY(!label("restProblemLabel")->isVisible());
        fake->ui.rest.become({Phase::Starting});
        QVERIFY(edit("restAddressEdit")->accessibleDescription().isEmpty());
    }

    void saysWhichOfTheTwoFilesIsMissing()
    {
        open();
        fake->ui.rest.become({Phase::Failed, {}, Error::invalidField("tls-key", "json:missing")});
        QCOMPARE(edit("restKeyEdit")->accessibleDescription(), QStringLiteral("This field is needed."));
        QVERIFY(edit("restAddressEdit")->accessibleDescription().isEmpty());
    }

    void saysThatThePortIsTakenAndTriesAgain()
    {
        open();
        QVERIFY(!button("restAgainButton")->isVisible());
        fake->ui.rest.become({Phase::Failed,
                              {},
                              Error::make(ErrorKind::Unavailable, "rest.listen",
                                          {QStringLiteral("127.0.0.1:8080"), QStringLiteral("in use")})});
        QVERIFY(label("restProblemLabel")->isVisible());
        QCOMPARE(
            label("restProblemLabel")->text(),
            QStringLiteral("The REST interface cannot listen on 127.0.0.1:8080: in use. Choose another address or port, or "
                           "end the program that uses it."));
        QVERIFY(button("restAgainButton")->isVisible());
        button("restAgainButton")->click();
        QCOMPARE(fake->ui.rest.applied, 1);
        fake->ui.rest.become({Phase::Listening, QStringLiteral("http://127.0.0.1:8080")});
        QVERIFY(!label("restProblemLabel")->isVisible());
        QVERIFY(!button("restAgainButton")->isVisible());
    }

    void whatCannotBeSavedIsNotApplied()
    {
        QVERIFY(QDir().mkpath(fake->ui.settings.path())); // a folder where the file should be
        open();
        check("restEnabledCheck")->click();
        QVERIFY(label("restProblemLabel")->isVisible());
        QVERIFY(label("restProblemLabel")->text().contains(fake->ui.settings.path()));
        QVERIFY(!check("restEnabledCheck")->isChecked());
        QCOMPARE(fake->ui.rest.applied, 0);
    }

    void onlyAnAdministratorChangesIt()
    {
        fake->ui.actAs(Role::Operator);
        open();
        fake->ui.rest.become({Phase::Listening, QStringLiteral("http://127.0.0.1:8080")});
        for (const char *name : {"restEnabledCheck", "restAddressEdit", "restCertificateEdit", "restKeyEdit",
                                 "restInsecureCheck", "restAgainButton"}) {
            const auto *control = card->findChild<QWidget *>(QString::fromLatin1(name));
            QVERIFY2(!control->isEnabled(), name);
            QVERIFY2(!control->toolTip().isEmpty(), name);
            QCOMPARE(control->accessibleDescription(), control->toolTip());
        }
        QVERIFY(label("restStateLabel")->isEnabled()); // where it answers is no secret
    }

private:
    void open()
    {
        card.emplace(fake->ui.context);
        card->show();
    }

    void type(const char *name, const QString &text)
    {
        edit(name)->setText(text);
        QTest::keyClick(edit(name), Qt::Key_Return);
    }

    QLabel *label(const char *name) { return card->findChild<QLabel *>(QString::fromLatin1(name)); }
    QLineEdit *edit(const char *name) { return card->findChild<QLineEdit *>(QString::fromLatin1(name)); }
    QCheckBox *check(const char *name) { return card->findChild<QCheckBox *>(QString::fromLatin1(name)); }
    QPushButton *button(const char *name) { return card->findChild<QPushButton *>(QString::fromLatin1(name)); }

    std::optional<FakeUi> fake;
    std::optional<ui::pages::RestCard> card;
    QStringList opened;
};

} // namespace tests

QTEST_MAIN(tests::RestCardTest)
#include "restcardtest.moc"
