// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A message and its attempts as JSON objects. Messages are made by the program: nothing is read.
 */
#pragma once

#include "core/domain/message.h"

#include <QJsonObject>

namespace core::json {

[[nodiscard]] QJsonObject toJson(const domain::Message &message);
[[nodiscard]] QJsonObject toJson(const domain::Attempt &attempt);

/** One message with its `attempts_log` and `text` (null: not sent yet, or no longer kept). */
[[nodiscard]] QJsonObject toJson(const domain::Message &message, const QList<domain::Attempt> &attempts,
                                 const std::optional<QString> &text);

} // namespace core::json
