// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/logging.h"

#include <algorithm>

namespace core {

Q_LOGGING_CATEGORY(logApp, "heliograph.app", QtWarningMsg)
Q_LOGGING_CATEGORY(logStorage, "heliograph.storage", QtWarningMsg)
Q_LOGGING_CATEGORY(logDispatch, "heliograph.dispatch", QtWarningMsg)
Q_LOGGING_CATEGORY(logGateway, "heliograph.gateway", QtWarningMsg)
Q_LOGGING_CATEGORY(logImport, "heliograph.import", QtWarningMsg)
Q_LOGGING_CATEGORY(logRest, "heliograph.rest", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "heliograph.ui", QtWarningMsg)

namespace {

constexpr qsizetype phoneDigits = 11;
constexpr qsizetype shownBefore = 4;
constexpr qsizetype hidden = 3;

} // namespace

QString logValue(const QString &value)
{
    // A line an attempt: by hand, because a regular expression takes longer than everything else in the line.
    const bool isBare = std::none_of(value.cbegin(), value.cend(), [](QChar character) {
        return character <= u' ' || character == u'"' || character == u'=' || character == u'\\';
    });
    if (isBare && !value.isEmpty())
        return value;
    QString escaped = value;
    escaped.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    escaped.replace(u'\n', QLatin1String("\\n")).replace(u'\r', QLatin1String("\\r"));
    return u'"' + escaped + u'"';
}

QString redacted(QString text)
{
    const auto isDigit = [](QChar character) { return character >= u'0' && character <= u'9'; };
    qsizetype digits = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && isDigit(text.at(i))) {
            ++digits;
            continue;
        }
        if (digits == phoneDigits)
            text.replace(i - phoneDigits + shownBefore, hidden, QLatin1String("***"));
        digits = 0;
    }
    return text;
}

} // namespace core
