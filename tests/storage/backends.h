// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The storages that the contract suite runs on.
 */
#pragma once

#include "tests/support/fakeworkspace.h"

#include <memory>

namespace tests {

/** One empty workspace; gone with the object. */
class Backend
{
public:
    virtual ~Backend() = default;
    virtual core::interfaces::Executor &executor() = 0;
};

class FakeBackend final : public Backend
{
public:
    core::interfaces::Executor &executor() override { return m_workspace.executor; }

private:
    FakeWorkspace m_workspace;
};

[[nodiscard]] inline QStringList backendNames()
{
    return {QStringLiteral("fake")};
}

[[nodiscard]] inline std::unique_ptr<Backend> openBackend(const QString &)
{
    return std::make_unique<FakeBackend>();
}

} // namespace tests
