// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Where a desktop keeps passwords, as far as localsecretstore and keyringsessionstore need it; made for real by
 * systemkeyring.
 */
#pragma once

#include "core/base/result.h"

#include <QString>
#include <optional>

namespace core::secrets {

/** Texts under names. Thread: any, but not one that a window waits for: the desktop may ask a person to unlock it. */
class Keyring
{
public:
    virtual ~Keyring() = default;

    /** Nothing: it works, and has no such entry. Errors: Unavailable keyring.unavailable. */
    [[nodiscard]] virtual Result<std::optional<QString>> read(const QString &name) = 0;
    /** Errors: Unavailable keyring.unavailable. */
    [[nodiscard]] virtual Status write(const QString &name, const QString &text) = 0;
    /** No error if there is no such entry. Errors: Unavailable keyring.unavailable. */
    [[nodiscard]] virtual Status remove(const QString &name) = 0;
};

} // namespace core::secrets
