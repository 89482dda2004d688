// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/event.h"

#include "core/base/logging.h"

namespace core::domain {

QString logLine(const Event &event)
{
    QString line = QLatin1String("action=") + event.action + QLatin1String(" actor=") + logValue(redacted(event.actor));
    if (event.mailing.isValid())
        line += QLatin1String(" mailing=") + event.mailing.text();
    if (event.client.isValid())
        line += QLatin1String(" client=") + event.client.text();
    if (event.message.isValid())
        line += QLatin1String(" message=") + event.message.text();
    return line;
}

} // namespace core::domain
