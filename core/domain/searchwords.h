// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The words that clients are found by, folded as labels are (core/domain/tags.h); at most 64 characters of a word count.
 */
#pragma once

#include "core/domain/client.h"

#include <QStringList>

namespace core::domain {

/** Words of a text, in its order; one may come twice. */
[[nodiscard]] QStringList wordsOf(const QString &text);

/** Words of tags and attribute values, each once. */
[[nodiscard]] QStringList searchWords(const QStringList &tags, const Attributes &attributes);

} // namespace core::domain
