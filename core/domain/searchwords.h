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

/** Those of a text, in its order. */
[[nodiscard]] QStringList wordsOf(const QString &text);

/** Those of tags and attribute values, each once, in no order. */
[[nodiscard]] QStringList searchWords(const QStringList &tags, const Attributes &attributes);

} // namespace core::domain
