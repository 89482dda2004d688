// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * An error as an RFC 9457 problem object: what REST answers with, and what `--json` prints on standard error.
 *
 * In English; people get their own language from ui/feedback/errortext.
 */
#pragma once

#include "core/base/error.h"

#include <QJsonObject>

namespace core::rest {

/** The reason phrase of a status (RFC 9110, 15), which is also the title of its problems. */
[[nodiscard]] QString reasonPhrase(int status);

/** The HTTP status of a kind. */
[[nodiscard]] int httpStatus(ErrorKind kind);

/**
 * `{"type","title","status","detail","errors":[{"field","message"}]}`; `type` is `urn:heliograph:` + the error's code.
 * What a library said is not in it: it belongs into the log.
 */
[[nodiscard]] QJsonObject problem(const Error &error);
/** The same with a status that no kind has, for instance 400. */
[[nodiscard]] QJsonObject problem(const Error &error, int status);

} // namespace core::rest
