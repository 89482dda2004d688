// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * An error in one line, for comparison in data-driven tests.
 */
#pragma once

#include "core/base/error.h"

namespace tests {

/** `Conflict mailing.state draft|pause`, and for field errors `phone phone:empty; tags tags:too_many 33|32`. */
[[nodiscard]] inline QString errorLine(const core::Error &error)
{
    const auto said = [](const QString &what, const QString &code, const QStringList &args) {
        return what + u' ' + code + (args.isEmpty() ? QString() : u' ' + args.join(u'|'));
    };
    if (error.fields.isEmpty())
        return said(core::kindName(error.kind), error.code, error.args);
    QStringList lines;
    for (const core::FieldError &field : error.fields)
        lines.append(said(field.field, field.code, field.args));
    return lines.join(QLatin1String("; "));
}

} // namespace tests
