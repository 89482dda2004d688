// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A SecretStore that a test can see through. For tests only.
 */
#pragma once

#include "core/interfaces/secretstore.h"

#include <algorithm>

namespace tests {

/** Seals by turning the text round; may lose its key. Thread: one at a time. */
class FakeSecretStore final : public core::interfaces::SecretStore
{
public:
    bool keyIsMissing = false;

    core::Result<QByteArray> seal(const QByteArray &plain) override { return turned(plain); }
    core::Result<QByteArray> open(const QByteArray &sealed) override { return turned(sealed); }
    core::Result<QString> exportKey() override { return QString(); }
    core::Status importKey(const QString &) override { return {}; }

private:
    [[nodiscard]] core::Result<QByteArray> turned(const QByteArray &text) const
    {
        if (keyIsMissing)
            return core::Failure(core::Error::make(core::ErrorKind::Unavailable, "key.missing"));
        QByteArray turned = text;
        std::reverse(turned.begin(), turned.end());
        return turned;
    }
};

} // namespace tests
