// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeinstancerepository.h"

namespace tests {

using core::interfaces::Instance;

core::Result<core::InstanceId> FakeInstanceRepository::enter(const QString &label, core::Instant now)
{
    const core::InstanceId id{++m_data.lastInstanceId};
    m_data.instances.insert(id, Instance{id, label, now, now, 0});
    return id;
}

core::Status FakeInstanceRepository::beat(core::InstanceId id, int counted, core::Instant now)
{
    const auto found = m_data.instances.find(id);
    if (found == m_data.instances.end())
        return core::Failure(core::Error::make(core::ErrorKind::NotFound, "instance.unknown", {id.text()}));
    found->seenAt = now;
    found->counted = counted;
    return {};
}

core::Status FakeInstanceRepository::leave(core::InstanceId id)
{
    m_data.instances.remove(id);
    return {};
}

core::Result<int> FakeInstanceRepository::retire(core::Instant since, core::InstanceId except)
{
    return int(
        m_data.instances.removeIf([&](const auto &entry) { return entry.value().seenAt < since && entry.key() != except; }));
}

core::Result<QList<Instance>> FakeInstanceRepository::list()
{
    return m_data.instances.values();
}

} // namespace tests
