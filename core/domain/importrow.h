// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What one accepted row of an import asks for: made by core/csv, written by the client repository.
 *
 * A plain value; which cell means what, and which rows are refused, is decided in core/csv/clientrow.
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/client.h"
#include "core/domain/phonenumber.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace core::domain {

/** One accepted row of an import. What is not set was blank; `clear…` was `--`. */
struct ImportRow
{
    PhoneNumber phone;
    QString operatorCode; ///< blank: from the phone (new clients), keep (existing ones)
    bool clearOperatorCode = false;
    QStringList tags; ///< none: keep; else these take the place of the client's
    bool clearTags = false;
    QString timezone; ///< blank: the default (new clients), keep (existing ones)
    bool clearTimezone = false;
    Attributes attributes;
    QStringList clearAttributes;
    std::optional<Instant> optedOutAt; ///< set: opts out; an import never opts in
    QString consent;                   ///< blank: keep
    std::optional<QStringList> words;  ///< searchWords() of tags and attributes; not set: found out when it is written
};

} // namespace core::domain
