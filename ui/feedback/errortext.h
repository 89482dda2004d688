// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Errors in words, in the language of the window: the only place of the window where an Error becomes text.
 *
 * Sentences stand in core/base/errorsentences; they are translated here in the context "Error".
 */
#pragma once

#include "core/base/error.h"

#include <QString>

namespace ui::feedback {

/** One or more whole sentences. InvalidInput with fields: the sentences of its fields, one a line. */
[[nodiscard]] QString errorText(const core::Error &error);
[[nodiscard]] QString fieldErrorText(const core::FieldError &field);
/** The sentence of a bare code, for instance a reason in an import report. */
[[nodiscard]] QString codeText(const QString &code, const QStringList &args = {});

} // namespace ui::feedback
