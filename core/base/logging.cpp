// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/logging.h"

#include <QRegularExpression>

namespace core {

Q_LOGGING_CATEGORY(logApp, "heliograph.app", QtWarningMsg)
Q_LOGGING_CATEGORY(logStorage, "heliograph.storage", QtWarningMsg)
Q_LOGGING_CATEGORY(logDispatch, "heliograph.dispatch", QtWarningMsg)
Q_LOGGING_CATEGORY(logGateway, "heliograph.gateway", QtWarningMsg)
Q_LOGGING_CATEGORY(logImport, "heliograph.import", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "heliograph.ui", QtWarningMsg)

QString logValue(const QString &value)
{
    static const QRegularExpression needsQuotes(QStringLiteral("[\\s\"=\\\\]"));
    if (!value.isEmpty() && !value.contains(needsQuotes))
        return value;
    QString escaped = value;
    escaped.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    escaped.replace(u'\n', QLatin1String("\\n")).replace(u'\r', QLatin1String("\\r"));
    return u'"' + escaped + u'"';
}

QString redacted(QString text)
{
    static const QRegularExpression phone(QStringLiteral("(?<!\\d)(\\d{4})\\d{3}(\\d{4})(?!\\d)"));
    return text.replace(phone, QStringLiteral("\\1***\\2"));
}

} // namespace core
