// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The desktop's keyring (Secret Service, KWallet) through QtKeychain.
 *
 * QtKeychain's jobs need a running event loop. They get a thread of their own, so that commands without an event loop
 * can wait for an answer, and so that a keyring that hangs holds up nobody but the caller, and not for ever.
 */
#pragma once

#include "core/base/clock.h"
#include "core/secrets/keyring.h"

#include <QThread>
#include <memory>
#include <mutex>

namespace core::secrets {

/**
 * One per process: QtKeychain's queue of jobs belongs to the thread of its first job.
 *
 * Without a session bus it says keyring.unavailable at once, and starts nothing.
 * Thread: any; the thread of its own begins with the first question and ends with the object.
 */
class SystemKeyring final : public Keyring
{
public:
    /** @param patience  how long one question may take, a person at the unlocking dialog included */
    explicit SystemKeyring(Milliseconds patience = std::chrono::seconds{30});
    ~SystemKeyring() override;

    [[nodiscard]] Result<std::optional<QString>> read(const QString &name) override;
    [[nodiscard]] Status write(const QString &name, const QString &text) override;
    [[nodiscard]] Status remove(const QString &name) override;

private:
    [[nodiscard]] Status start();

    Milliseconds m_patience;
    std::mutex m_mutex; ///< guards the beginning of the thread
    QThread m_thread;
    std::unique_ptr<QObject> m_worker; ///< lives on m_thread; context of the jobs
};

} // namespace core::secrets
