// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/formerrors.h"

#include "core/base/error.h"
#include "ui/editors/field.h"

#include <QLabel>
#include <QLineEdit>
#include <QtTest>

using core::Error;
using core::ErrorKind;
using core::FieldError;

namespace tests {

class FormErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        form = std::make_unique<QWidget>();
        name = new ui::editors::Field(new QLineEdit, form.get());
        options = new ui::editors::Field(new QLineEdit, form.get());
        latency = new ui::editors::Field(new QLineEdit, form.get());
        elsewhere = new QLabel(form.get());
        errors.emplace(elsewhere);
        errors->addPlace(u"name"_qs, name);
        errors->addPlace(u"options"_qs, options);
        errors->addPlace(u"options.latency"_qs, latency);
        errors->addPlaceOfCode(u"gateway.name_exists"_qs, name);
    }

    void cleanup()
    {
        errors.reset();
        form.reset();
    }

    void saysNothingAtFirst() { QVERIFY(elsewhere->isHidden()); }

    void tellsAnErrorBesideItsField()
    {
        errors->show(Error::invalid({{u"name"_qs, u"name:empty"_qs, {}}}));
        QCOMPARE(name->error(), u"Enter a name."_qs);
        QVERIFY(options->error().isEmpty());
        QVERIFY(elsewhere->isHidden());
    }

    void tellsAPartWhereItHasAPlaceElseAtTheWhole()
    {
        errors->show(Error::invalid({{u"options.latency"_qs, u"gateway:latency"_qs, {u"slow"_qs}},
                                     {u"options.seed.first"_qs, u"gateway:seed"_qs, {u"x"_qs}}}));
        QVERIFY2(latency->error().contains(u"slow"), qPrintable(latency->error()));
        QVERIFY2(options->error().contains(u"“x”"), qPrintable(options->error()));
        QVERIFY(elsewhere->isHidden());
    }

    void aFieldThatOnlyBeginsAlikeIsAnother()
    {
        errors->show(Error::invalid({{u"name_of_all"_qs, u"name:empty"_qs, {}}}));
        QVERIFY(name->error().isEmpty());
        QCOMPARE(elsewhere->text(), u"Enter a name."_qs);
    }

    void whatIsAboutNoFieldStandsBelowOneALine()
    {
        errors->show(Error::invalid({{u"colour"_qs, u"name:empty"_qs, {}}, {u"size"_qs, u"time:missing"_qs, {}}}));
        QVERIFY(!elsewhere->isHidden());
        QCOMPARE(elsewhere->text().count(u'\n'), 1);
        errors->show(Error::make(ErrorKind::Unavailable, "database.full"));
        QVERIFY2(elsewhere->text().startsWith(u"The disk is full"), qPrintable(elsewhere->text()));
    }

    void anErrorOfTheWholeCanBelongToAField()
    {
        errors->show(Error::make(ErrorKind::Conflict, "gateway.name_exists", {u"main"_qs}));
        QVERIFY2(name->error().contains(u"“main”"), qPrintable(name->error()));
        QVERIFY(elsewhere->isHidden());
    }

    void clearingLeavesNothing()
    {
        errors->show(Error::make(ErrorKind::Conflict, "gateway.name_exists", {u"main"_qs}));
        errors->show(Error::invalid(
            {{u"options.latency"_qs, u"gateway:latency"_qs, {u"slow"_qs}}, {u"colour"_qs, u"name:empty"_qs, {}}}));
        errors->clear();
        for (const ui::editors::Field *field : {name, options, latency})
            QVERIFY(field->error().isEmpty());
        QVERIFY(elsewhere->isHidden());
        QVERIFY(elsewhere->text().isEmpty());
    }

private:
    std::unique_ptr<QWidget> form;
    ui::editors::Field *name = nullptr;
    ui::editors::Field *options = nullptr;
    ui::editors::Field *latency = nullptr;
    QLabel *elsewhere = nullptr;
    std::optional<ui::editors::FormErrors> errors;
};

} // namespace tests

QTEST_MAIN(tests::FormErrorsTest)
#include "formerrorstest.moc"
