// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeimportrules.h"

#include "core/domain/tags.h"

#include <QSet>

namespace tests {

using core::domain::Client;
using core::interfaces::ImportBatch;
using core::interfaces::ImportMode;
using core::interfaces::ImportRow;

namespace {

QString orElse(const QString &value, const QString &otherwise)
{
    return value.isEmpty() ? otherwise : value;
}

QSet<QString> foldedTags(const Client &client)
{
    QSet<QString> folded;
    for (const QString &tag : client.tags)
        folded.insert(core::domain::foldedTag(tag));
    return folded;
}

QStringList withExtra(QStringList tags, const QStringList &extra)
{
    for (const QString &tag : extra) {
        const bool there = std::any_of(tags.begin(), tags.end(), [&](const QString &label) {
            return core::domain::foldedTag(label) == core::domain::foldedTag(tag);
        });
        if (!there)
            tags += tag;
    }
    return tags;
}

// Consent and opt-out are never weakened, whatever the mode.
void strengthen(Client &client, const ImportRow &row)
{
    if (!client.optedOutAt)
        client.optedOutAt = row.optedOutAt;
    if (!row.consent.isEmpty())
        client.consent = row.consent;
}

} // namespace

Client newClient(const ImportRow &row, const ImportBatch &batch)
{
    Client client;
    client.phone = row.phone;
    client.operatorCode = orElse(row.operatorCode, row.phone.operatorCode());
    client.tags = withExtra(row.tags, batch.extraTags);
    client.timezone = orElse(row.timezone, batch.defaultTimezone);
    client.attributes = row.attributes;
    client.owner = batch.owner;
    client.createdAt = batch.now;
    client.updatedAt = batch.now;
    strengthen(client, row);
    return client;
}

Client mergedClient(const Client &existing, const ImportRow &row, const ImportBatch &batch)
{
    Client client = existing;
    if (batch.mode == ImportMode::Skip)
        return client;
    const bool replace = batch.mode == ImportMode::Replace;

    if (!row.operatorCode.isEmpty() || row.clearOperatorCode || replace)
        client.operatorCode = orElse(row.operatorCode, row.phone.operatorCode());
    if (!row.tags.isEmpty() || row.clearTags || replace)
        client.tags = row.tags;
    client.tags = withExtra(client.tags, batch.extraTags);
    if (!row.timezone.isEmpty() || row.clearTimezone || replace)
        client.timezone = orElse(row.timezone, batch.defaultTimezone);
    if (replace)
        client.attributes.clear();
    for (const QString &key : row.clearAttributes)
        client.attributes.remove(key);
    client.attributes.insert(row.attributes);
    strengthen(client, row);
    client.updatedAt = batch.now;
    return client;
}

bool isSameClient(const Client &a, const Client &b)
{
    if (foldedTags(a) != foldedTags(b))
        return false;
    Client other = b;
    other.tags = a.tags;
    other.updatedAt = a.updatedAt;
    return a == other;
}

} // namespace tests
