// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Stores a mailing together with its event, so that no change of a mailing is without one. Used by mailingservice only.
 */
#pragma once

#include "core/domain/mailing.h"
#include "core/domain/user.h"
#include "core/interfaces/executor.h"

#include <QJsonObject>

namespace core::services {

/** The mailing as the history tells it: as JSON, and what scripts need not know. */
[[nodiscard]] QJsonObject recordOf(const domain::Mailing &mailing);

/** With an event mailing.create; returns it as it is stored. */
Result<domain::Mailing> insertMailing(interfaces::UnitOfWork &unit, const domain::Actor &actor,
                                      const domain::Mailing &mailing);

/** `after`, changed at `now`, with what differs from `before` in an event `action`. Equal ones are not touched. */
Status storeMailing(interfaces::UnitOfWork &unit, const domain::Actor &actor, Instant now, const char *action,
                    const domain::Mailing &before, domain::Mailing &after);

} // namespace core::services
