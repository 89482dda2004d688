// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/feedback/errortext.h"

#include <QtTest>

using core::Error;
using core::ErrorKind;
using ui::feedback::errorText;

namespace tests {

class ErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsTheSentenceOfTheCode()
    {
        const Error error = Error::make(ErrorKind::NotFound, "client.unknown_phone", {QStringLiteral("7 999 000-00-01")});
        QVERIFY(errorText(error).contains(u"7 999 000-00-01"));
        QVERIFY(!errorText(error).contains(u'%'));
    }

    void saysEveryFieldErrorOnALineOfItsOwn()
    {
        const Error error =
            Error::invalid({{QStringLiteral("phone"), QStringLiteral("phone:empty"), {}},
                            {QStringLiteral("timezone"), QStringLiteral("timezone"), {QStringLiteral("MSK")}}});
        const QStringList lines = errorText(error).split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[1].contains(u"MSK"));
    }

    void saysInWordsWhatARoleDoesNotAllow()
    {
        const QString text =
            errorText(Error::make(ErrorKind::PermissionDenied, "access.role", {QStringLiteral("clients.opt_out")}));
        QCOMPARE(text, QStringLiteral("Your role does not allow you to opt clients out or back in. Ask an administrator."));
    }

    void doesNotHideACodeThatNobodyDescribed()
    {
        QVERIFY(errorText(Error::make(ErrorKind::Internal, "nobody.knows_this")).contains(u"nobody.knows_this"));
    }

    void aPercentSignInAnArgumentStays()
    {
        const Error error = Error::make(ErrorKind::NotFound, "client.unknown_phone", {QStringLiteral("%1 %2")});
        QVERIFY(errorText(error).contains(u"%1 %2"));
    }
};

} // namespace tests

QTEST_MAIN(tests::ErrorTextTest)
#include "errortexttest.moc"
