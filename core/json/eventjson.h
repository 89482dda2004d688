// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * An event of the history as a JSON object. Events are made by the program: nothing is read.
 */
#pragma once

#include "core/domain/event.h"

#include <QJsonObject>
#include <QJsonValue>

namespace core::json {

/** `before` and `after` are objects where they hold one, else texts; null for nothing. */
[[nodiscard]] QJsonObject toJson(const domain::Event &event);

/** What one side of an event holds: an object, a text, or null. */
[[nodiscard]] QJsonValue eventSide(const QString &stored);

} // namespace core::json
