// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A mailing and its filter as JSON objects, and what somebody wants to set of one.
 */
#pragma once

#include "core/domain/mailing.h"

#include <QJsonObject>
#include <QStringList>

namespace core::json {

[[nodiscard]] QJsonObject toJson(const domain::AudienceFilter &filter);
[[nodiscard]] QJsonObject toJson(const domain::SendWindow &window);
[[nodiscard]] QJsonObject toJson(const domain::Mailing &mailing);

/** A body that creates or edits a mailing. */
struct MailingRequest
{
    domain::MailingEdit edit;
    bool asDraft = false; ///< `"state": "draft"`; scheduled otherwise
    bool allowDuplicate = false;
};

/** Errors: InvalidInput on filter.…: json:type, json:unknown, json:choice. */
[[nodiscard]] Result<domain::AudienceFilter> filterFromJson(const QJsonObject &object);
/**
 * Read-only members are ignored.
 * @param needed  members that have to be there
 * Errors: InvalidInput with all that is missing or cannot be read and, if there is any, with the rules that the rest breaks.
 */
[[nodiscard]] Result<MailingRequest> mailingRequestFromJson(const QJsonObject &object, const QStringList &needed = {});
/** The same for a mailing that is there: its state is changed by actions, and read-only here. */
[[nodiscard]] Result<MailingRequest> mailingChangeFromJson(QJsonObject object, const QStringList &needed = {});

} // namespace core::json
