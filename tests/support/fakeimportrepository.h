// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Journals of imports in memory. For tests only.
 */
#pragma once

#include "tests/support/fakedata.h"

namespace tests {

/** FakeClientRepository::import writes the journal that this reads. Thread: one at a time. */
class FakeImportRepository final : public core::interfaces::ImportRepository
{
public:
    explicit FakeImportRepository(FakeData &data);

    core::Result<core::ImportId> begin(const core::interfaces::ImportRecord &record) override;
    core::Result<core::interfaces::ImportRecord> find(core::ImportId id) override;
    core::Result<qint64> countEditedSince(core::ImportId id) override;
    core::Result<qint64> undoSome(core::ImportId id, int limit, core::Instant now) override;

private:
    FakeData &m_data;
};

} // namespace tests
