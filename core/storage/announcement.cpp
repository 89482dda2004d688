// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/announcement.h"

#include <QUuid>

namespace core::storage {

QString Announcement::ownProcess()
{
    static const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return id;
}

QString Announcement::text() const
{
    return process + u' ' + QString::number(changes.toInt());
}

std::optional<Announcement> Announcement::parse(const QString &text)
{
    const qsizetype blank = text.indexOf(u' ');
    bool isNumber = false;
    const int changes = text.mid(blank + 1).toInt(&isNumber);
    if (blank <= 0 || !isNumber)
        return std::nullopt;
    return Announcement{text.left(blank), interfaces::Changes::fromInt(changes)};
}

} // namespace core::storage
