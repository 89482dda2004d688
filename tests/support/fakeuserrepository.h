// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The local administrator. For tests only.
 */
#pragma once

#include "core/interfaces/userrepository.h"
#include "tests/support/fakedata.h"

namespace tests {

/** Thread: one at a time. */
class FakeUserRepository final : public core::interfaces::UserRepository
{
public:
    explicit FakeUserRepository(FakeData &data) : m_data(data) {}

    core::Result<core::domain::User> localUser() override { return m_data.localUser; }

private:
    FakeData &m_data;
};

} // namespace tests
