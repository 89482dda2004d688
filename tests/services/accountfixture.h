// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A workspace on fakes with a clock at 2024-03-01T08:00:00Z, and the service of accounts on it.
 */
#pragma once

#include "core/services/accountservice.h"
#include "tests/services/actors.h"
#include "tests/support/errorline.h"
#include "tests/support/fakedelay.h"
#include "tests/support/fakepasswordhasher.h"
#include "tests/support/faketokenmaker.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/manualclock.h"

namespace tests {

/** That of everybody who is added to the fixture. */
inline const QString goodPassword = QStringLiteral("correct horse");

struct AccountFixture
{
    ManualClock clock{"2024-03-01T08:00:00Z"};
    FakeWorkspace workspace;
    FakePasswordHasher passwords;
    FakeTokenMaker tokens;
    FakeDelay delay;
    core::services::AccountService service{workspace.executor, clock, {passwords, tokens, delay}};

    /** Straight into the tables, with goodPassword. */
    core::domain::User added(const QString &email, core::domain::Role role = core::domain::Role::Operator)
    {
        core::domain::User user;
        user.email = email;
        user.name = QStringLiteral("Anna");
        user.role = role;
        user.createdAt = clock.now();
        user.id = *workspace.users.insert(user);
        workspace.data.users[user.id].passwordHash = "hash:" + goodPassword.toUtf8() + ":0";
        return user;
    }

    core::domain::User stored(core::UserId id) { return *workspace.users.find(id); }
    void deactivate(core::UserId id) { workspace.data.users[id].user.active = false; }

    /** "user.edit {…} -> {…}" for every event. */
    [[nodiscard]] QStringList told() const
    {
        QStringList lines;
        for (const core::domain::Event &event : workspace.data.events)
            lines.append(event.action + u' ' + event.before + QStringLiteral(" -> ") + event.after);
        return lines;
    }
};

[[nodiscard]] inline core::domain::Actor actorOf(const core::domain::User &user, core::TokenId token = {})
{
    return {user.id, user.email, user.role, token};
}

/** The error in one line; blank: it succeeded. */
template <typename T>
[[nodiscard]] QString errorOf(const QFuture<core::Result<T>> &future)
{
    const core::Result<T> result = future.result();
    return result ? QString() : errorLine(result.error());
}

} // namespace tests
