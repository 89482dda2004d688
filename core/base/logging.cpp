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
constexpr qsizetype longestGap = 2; ///< as in "7 (999) 000"

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/** What stands between the groups of a phone. */
bool isGap(QChar character)
{
    return character == u' ' || character == u'-' || character == u'(' || character == u')' || character == QChar::Nbsp;
}

struct Phone
{
    qsizetype end = 0; ///< behind its last digit
    bool isPhone = false;
};

/** Eleven digits from `start` on, together or in groups, and no further one right behind them. */
Phone phoneAt(const QString &text, qsizetype start)
{
    Phone phone;
    qsizetype digits = 0;
    qsizetype gap = 0;
    for (qsizetype i = start; i < text.size(); ++i) {
        if (isDigit(text.at(i))) {
            if (digits == phoneDigits && gap == 0)
                return {}; // part of a longer number
            if (digits == phoneDigits)
                break;
            ++digits;
            gap = 0;
            phone.end = i + 1;
        } else if (!isGap(text.at(i)) || ++gap > longestGap) {
            break;
        }
    }
    phone.isPhone = digits == phoneDigits;
    return phone;
}

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
    for (qsizetype start = 0; start < text.size(); ++start) {
        const bool begins = isDigit(text.at(start)) && (start == 0 || !isDigit(text.at(start - 1)));
        const Phone phone = begins ? phoneAt(text, start) : Phone();
        if (!phone.isPhone)
            continue;
        for (qsizetype i = start, digits = 0; i < phone.end; ++i) {
            if (isDigit(text.at(i)) && ++digits > shownBefore && digits <= shownBefore + hidden)
                text[i] = u'*';
        }
        start = phone.end - 1;
    }
    return text;
}

} // namespace core
