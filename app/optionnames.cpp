// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/optionnames.h"

#include "app/commandline.h"

#include <QCoreApplication>
#include <algorithm>

namespace app {

namespace {

/** The option that sets exactly this field. */
QString optionOf(const QString &field, const Command &command)
{
    const QList<Option> options = command.options + globalOptions();
    const auto found = std::find_if(options.begin(), options.end(), [&field](const Option &option) {
        return option.fieldName() == field || option.name == field;
    });
    return found == options.end() ? QString() : QLatin1String("--") + found->name;
}

QString nameOf(const QString &field, const Command &command, const Invocation &invocation)
{
    if (const QString option = optionOf(field, command); !option.isEmpty())
        return option;
    const qsizetype dot = field.indexOf(u'.');
    if (const QString option = optionOf(field.left(dot), command); dot > 0 && !option.isEmpty())
        return option + u' ' + field.mid(dot + 1);
    for (const Argument &argument : command.arguments) {
        if (argument.name.compare(field, Qt::CaseInsensitive) == 0)
            return argument.name;
    }
    return invocation.arguments.contains(field) ? field : QString();
}

bool isAbout(const core::Error &error, QLatin1String code)
{
    return error.code == code || std::any_of(error.fields.begin(), error.fields.end(),
                                             [code](const core::FieldError &field) { return field.code == code; });
}

} // namespace

core::Error asTyped(core::Error error, const Command &command, const Invocation &invocation)
{
    for (core::FieldError &field : error.fields)
        field.field = nameOf(field.field, command, invocation);
    return error;
}

QStringList waysOut(const core::Error &error, const Command &command)
{
    QStringList lines;
    for (const Option &option : command.options) {
        if (*option.wayOutOf && isAbout(error, QLatin1String(option.wayOutOf)))
            lines.append(QLatin1String("--") + option.name + QLatin1String(": ") +
                         QCoreApplication::translate("CommandLine", option.help));
    }
    return lines;
}

} // namespace app
