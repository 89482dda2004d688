// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The English sentence of every error code: what happened, to what, and what to do next.
 *
 * Only the source text: ui/feedback/errortext translates it for people, core/rest/problem sends it to scripts.
 * tests/lint/check_error_codes.py holds every code used in the sources against this list.
 */
#pragma once

#include <QString>
#include <QStringList>

namespace core {

/** Translation context of all sentences. */
inline constexpr const char *errorSentenceContext = "Error";

/**
 * The English template with %1, %2 …; nullptr for a code that nobody entered. Where the first argument is a word of the
 * program, such as the permission of access.role, each has a sentence of its own, and the code one for all others.
 */
[[nodiscard]] const char *errorSentence(const QString &code, const QStringList &args = {});

/** Puts `args` into a (translated) template, all at once: a % within an argument stays as it is. */
[[nodiscard]] QString filledSentence(const QString &sentence, const QStringList &args);

} // namespace core
