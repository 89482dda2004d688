// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What a test compares of a Result that should have failed; safe to ask of one that did not.
 */
#pragma once

#include "core/base/result.h"

namespace tests {

/** Blank: it succeeded. */
template <typename T>
[[nodiscard]] QString errorCode(const core::Result<T> &result)
{
    return result ? QString() : result.error().code;
}

/** "None": it succeeded. */
template <typename T>
[[nodiscard]] QString errorKind(const core::Result<T> &result)
{
    return result ? QStringLiteral("None") : core::kindName(result.error().kind);
}

} // namespace tests
