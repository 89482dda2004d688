// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A keyring in memory that can be locked, for the tests of core/secrets.
 */
#pragma once

#include "core/secrets/keyring.h"

#include <QMap>
#include <mutex>

namespace tests {

/** Thread: any, as the real one. */
class FakeKeyring final : public core::secrets::Keyring
{
public:
    bool answers = true; ///< false: no secret service, or nobody unlocks it
    QMap<QString, QString> entries;

    core::Result<std::optional<QString>> read(const QString &name) override
    {
        const std::scoped_lock lock(m_mutex);
        if (!answers)
            return silence();
        return entries.contains(name) ? std::optional<QString>(entries.value(name)) : std::optional<QString>();
    }

    core::Status write(const QString &name, const QString &text) override
    {
        const std::scoped_lock lock(m_mutex);
        if (!answers)
            return silence();
        entries.insert(name, text);
        return {};
    }

    core::Status remove(const QString &name) override
    {
        const std::scoped_lock lock(m_mutex);
        if (!answers)
            return silence();
        entries.remove(name);
        return {};
    }

private:
    static core::Failure silence()
    {
        return core::Failure(core::Error::make(core::ErrorKind::Unavailable, "keyring.unavailable"));
    }

    std::mutex m_mutex;
};

} // namespace tests
