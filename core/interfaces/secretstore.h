// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Encrypts what must not lie readable in the database, with one key per workspace that is kept per machine.
 */
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace core::interfaces {

/** Thread: any. */
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /** Errors: Unavailable key.… (of core/secrets/keysource). A workspace without a key gets one on the first call. */
    virtual Result<QByteArray> seal(const QByteArray &plain) = 0;
    /** Errors: Unavailable key.missing; Corrupt secret.unreadable (another key sealed it). */
    virtual Result<QByteArray> open(const QByteArray &sealed) = 0;

    /** The key as text, to bring it to another machine. */
    virtual Result<QString> exportKey() = 0;
    /** Errors: InvalidInput on `key` (key:empty, key:length, key:character, key:checksum); Unavailable key.unwritable. */
    virtual Status importKey(const QString &text) = 0;
};

} // namespace core::interfaces
