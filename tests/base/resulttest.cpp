// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/result.h"
#include "tests/support/errorline.h"

#include <QTest>
#include <memory>

using core::Error;
using core::ErrorKind;
using core::Failure;
using core::Result;
using core::Status;

namespace tests {

namespace {

Status step(bool succeeds)
{
    if (!succeeds)
        return Failure(Error::make(ErrorKind::Conflict, "step.failed", {QStringLiteral("arg")}));
    return {};
}

Result<std::unique_ptr<int>> number(bool succeeds)
{
    HELIOGRAPH_TRY(step(succeeds));
    return std::make_unique<int>(20);
}

Result<int> sum(bool first, bool second)
{
    HELIOGRAPH_ASSIGN(const auto one, number(first));
    HELIOGRAPH_ASSIGN(const auto other, number(second));
    return *one + *other + 2;
}

Result<bool> no()
{
    return false;
}

} // namespace

class ResultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void macrosHandValuesOn()
    {
        QVERIFY(step(true));
        QCOMPARE(*sum(true, true), 42);
    }

    void macrosLeaveWithTheFirstError()
    {
        const auto result = sum(true, false);
        QVERIFY(!result);
        QCOMPARE(errorLine(result.error()), u"Conflict step.failed arg"_qs);
        QVERIFY(!sum(false, true));
    }

    void aCopiedFalseIsNotAFailure()
    {
        Result<bool> original = no();
        Result<bool> copy = original;
        QVERIFY(copy.has_value());
        QCOMPARE(*copy, false);
    }

    void fieldErrorsAreInvalidInput()
    {
        const Error error = Error::invalidField("tags", "tags:too_many", {u"33"_qs, u"32"_qs});
        QCOMPARE(error.kind, ErrorKind::InvalidInput);
        QCOMPARE(error.code, u"input.invalid"_qs);
        QCOMPARE(errorLine(error), u"tags tags:too_many 33|32"_qs);
        QCOMPARE(error, Error::invalid({{u"tags"_qs, u"tags:too_many"_qs, {u"33"_qs, u"32"_qs}}}));
    }

    void everyKindHasItsName()
    {
        QStringList names;
        for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind)
            names.append(core::kindName(static_cast<ErrorKind>(kind)));
        QCOMPARE(names.join(u' '), u"InvalidInput NotFound Conflict PermissionDenied Throttled Unavailable Timeout "
                                   "Cancelled Corrupt Internal"_qs);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ResultTest)
#include "resulttest.moc"
