// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"

#include <array>

namespace core {

Error Error::make(ErrorKind kind, const char *code, QStringList args, QString detail)
{
    return {kind, QString::fromLatin1(code), std::move(args), {}, std::move(detail)};
}

Error Error::invalid(QList<FieldError> fields)
{
    return {ErrorKind::InvalidInput, QStringLiteral("input.invalid"), {}, std::move(fields), {}};
}

Error Error::invalidField(const char *field, const char *code, QStringList args)
{
    return invalid({{QString::fromLatin1(field), QString::fromLatin1(code), std::move(args)}});
}

QString kindName(ErrorKind kind)
{
    static constexpr std::array names{"InvalidInput", "NotFound", "Conflict",  "PermissionDenied", "Throttled",
                                      "Unavailable",  "Timeout",  "Cancelled", "Corrupt",          "Internal"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(kind)));
}

} // namespace core
