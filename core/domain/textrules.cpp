// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/textrules.h"

#include <algorithm>

namespace core::domain {

qsizetype characterCount(QStringView text)
{
    qsizetype count = text.size();
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i].isLowSurrogate() && text[i - 1].isHighSurrogate())
            --count;
    }
    return count;
}

QString cutTo(const QString &text, qsizetype maxUnits)
{
    const bool splitsPair =
        text.size() > maxUnits && maxUnits > 0 && text[maxUnits].isLowSurrogate() && text[maxUnits - 1].isHighSurrogate();
    return text.left(splitsPair ? maxUnits - 1 : maxUnits);
}

bool isOperatorCode(QStringView text)
{
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isMailAddress(QStringView text)
{
    constexpr QStringView separators(u"\"(),:;<>[\\]");
    const bool hasStranger = std::any_of(
        text.begin(), text.end(), [separators](QChar c) { return c.isSpace() || !c.isPrint() || separators.contains(c); });
    const qsizetype at = text.indexOf(u'@');
    const QStringView host = text.mid(at + 1);
    const bool hasBlankLabel = host.isEmpty() || host.startsWith(u'.') || host.endsWith(u'.') || host.contains(u"..");
    return at > 0 && at == text.lastIndexOf(u'@') && !hasBlankLabel && !hasStranger;
}

} // namespace core::domain
