// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Seals and opens small secrets: libsodium's secretbox (XSalsa20 and Poly1305) with a random nonce.
 *
 * Pure functions; a sealed value is one version byte, 24 bytes of nonce, the box. Used by localsecretstore only.
 */
#pragma once

#include "core/base/result.h"
#include "core/secrets/secretkey.h"

#include <QByteArray>

namespace core::secrets {

/** Equal texts never look equal when sealed. Thread: any. */
[[nodiscard]] QByteArray seal(const QByteArray &plain, const SecretKey &key);

/** Errors: Corrupt secret.unreadable (tampered with, cut short, or sealed with another key), secret.version. */
[[nodiscard]] Result<QByteArray> open(const QByteArray &sealed, const SecretKey &key);

} // namespace core::secrets
