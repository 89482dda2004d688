// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Logging categories, and what has to be done to a value before it may stand in a log.
 *
 * Log lines are logfmt (`mailing=5 message=9 kind=timeout `). Never in a log: secrets, tokens, passwords, message texts,
 * whole phone numbers.
 */
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace core {

Q_DECLARE_LOGGING_CATEGORY(logApp)
Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logDispatch)
Q_DECLARE_LOGGING_CATEGORY(logGateway)
Q_DECLARE_LOGGING_CATEGORY(logImport)
Q_DECLARE_LOGGING_CATEGORY(logRest)
Q_DECLARE_LOGGING_CATEGORY(logUi)

/** A logfmt value: bare if it can be, else quoted with `"`, `\` and line breaks escaped. */
[[nodiscard]] QString logValue(const QString &value);

/**
 * Eleven digits in `text`, together or in groups, are shortened to `7999***0001`, `+7 (999) ***-00-01`: what a gateway
 * answers may hold phones.
 */
[[nodiscard]] QString redacted(QString text);

} // namespace core
