// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Tokens that a test can foresee. For tests only.
 */
#pragma once

#include "core/interfaces/tokenmaker.h"

#include <algorithm>
#include <atomic>

namespace tests {

/** token-1, token-2, …; the hash is the text turned round. Thread: any. */
class FakeTokenMaker final : public core::interfaces::TokenMaker
{
public:
    [[nodiscard]] core::Result<QString> make() const override { return QStringLiteral("token-%1").arg(++m_made); }

    [[nodiscard]] QByteArray hash(const QString &token) const override
    {
        QByteArray turned = token.toUtf8();
        std::reverse(turned.begin(), turned.end());
        return turned;
    }

private:
    mutable std::atomic<int> m_made{0};
};

} // namespace tests
