// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeimportrepository.h"

#include "tests/support/fakeclientrepository.h"

namespace tests {

FakeImportRepository::FakeImportRepository(FakeData &data) : m_data(data) {}

core::Result<core::ImportId> FakeImportRepository::begin(const core::interfaces::ImportRecord &record)
{
    FakeImport import{record, {}};
    import.record.id = core::ImportId{m_data.newId()};
    m_data.imports.insert(import.record.id, import);
    return import.record.id;
}

core::Result<core::interfaces::ImportRecord> FakeImportRepository::find(core::ImportId id)
{
    const auto found = m_data.imports.constFind(id);
    if (found == m_data.imports.cend())
        return core::Failure(core::Error::make(core::ErrorKind::NotFound, "import.unknown", {id.text()}));
    return found->record;
}

core::Result<qint64> FakeImportRepository::countEditedSince(core::ImportId id)
{
    const QList<FakeImportEntry> entries = m_data.imports.value(id).entries;
    return std::count_if(entries.begin(), entries.end(), [&](const FakeImportEntry &entry) {
        const core::domain::Client *client = m_data.client(entry.after.id);
        return !client || !(*client == entry.after);
    });
}

core::Result<qint64> FakeImportRepository::undoSome(core::ImportId id, int limit, core::Instant now)
{
    QList<FakeImportEntry> &entries = m_data.imports[id].entries;
    const qint64 left = entries.size();
    FakeClientRepository clients(m_data);
    for (int done = 0; done < limit && !entries.isEmpty(); ++done) {
        const FakeImportEntry entry = entries.takeLast();
        const core::domain::Client *present = m_data.client(entry.after.id);
        if (present && !(*present == entry.after))
            continue; // edited since
        if (entry.before) {
            core::domain::Client restored = *entry.before;
            restored.updatedAt = now;
            HELIOGRAPH_TRY(clients.update(restored));
        } else if (m_data.client(entry.after.id)) {
            HELIOGRAPH_TRY(clients.remove(entry.after.id));
        }
    }
    return left;
}

} // namespace tests
