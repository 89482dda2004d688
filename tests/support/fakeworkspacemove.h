// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A workspace that could move to a server; answers what the test says.
 */
#pragma once

#include "core/interfaces/workspacemove.h"

namespace tests {

/** Thread: main. */
class FakeWorkspaceMove final : public core::interfaces::WorkspaceMove
{
public:
    core::Status possibility;
    core::Status keeping;
    core::Status answer; ///< of a place that is in order
    QList<core::domain::ServerPlace> checked;
    QList<core::domain::ServerPlace> begun;

    [[nodiscard]] QString place() const override { return QStringLiteral("/home/anna/workspace.db"); }
    [[nodiscard]] core::Status possible() const override { return possibility; }
    [[nodiscard]] core::Status canKeepPassword() const override { return keeping; }
    QFuture<core::Status> check(const core::domain::ServerPlace &to) override
    {
        checked << to;
        const core::Status inOrder = to.check();
        return QtFuture::makeReadyFuture(inOrder ? answer : inOrder);
    }
    void begin(const core::domain::ServerPlace &to) override { begun << to; }
};

} // namespace tests
