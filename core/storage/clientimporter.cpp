// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/clientimporter.h"

#include "core/domain/searchwords.h"
#include "core/domain/tags.h"
#include "core/storage/clientrow.h"
#include "core/storage/clientwriter.h"
#include "core/storage/jsontext.h"

namespace core::storage {

using interfaces::ImportBatchResult;
using interfaces::ImportMode;
using interfaces::ImportRow;

namespace {

/** `labels` and those of `more` that are not among them; what would be one too many stays out. */
QStringList united(QStringList labels, const QStringList &more)
{
    if (more.isEmpty())
        return labels;
    QSet<QString> folded;
    for (const QString &label : labels)
        folded.insert(domain::foldedTag(label));
    for (const QString &label : more) {
        if (labels.size() >= domain::maxTags)
            break;
        if (const QString key = domain::foldedTag(label); !folded.contains(key)) {
            folded.insert(key);
            labels << label;
        }
    }
    return labels;
}

bool sameLabels(const QStringList &left, const QStringList &right)
{
    if (left == right)
        return true;
    QSet<QString> leftFolded;
    QSet<QString> rightFolded;
    for (const QString &label : left)
        leftFolded.insert(domain::foldedTag(label));
    for (const QString &label : right)
        rightFolded.insert(domain::foldedTag(label));
    return leftFolded == rightFolded;
}

} // namespace

domain::Client merged(const domain::Client &client, const ImportRow &row, const interfaces::ImportBatch &batch)
{
    domain::Client result = client;
    if (batch.mode == ImportMode::Skip)
        return result;

    const bool replaces = batch.mode == ImportMode::Replace;
    if (!row.operatorCode.isEmpty())
        result.operatorCode = row.operatorCode;
    else if (replaces || row.clearOperatorCode)
        result.operatorCode = client.phone.operatorCode();

    if (!row.timezone.isEmpty())
        result.timezone = row.timezone;
    else if (replaces || row.clearTimezone)
        result.timezone = batch.defaultTimezone;

    if (replaces || row.clearTags || !row.tags.isEmpty())
        result.tags = row.tags;
    result.tags = united(result.tags, batch.extraTags);
    if (sameLabels(result.tags, client.tags))
        result.tags = client.tags;

    if (replaces)
        result.attributes.clear();
    for (const QString &key : row.clearAttributes)
        result.attributes.remove(key);
    for (auto entry = row.attributes.cbegin(); entry != row.attributes.cend(); ++entry) {
        if (result.attributes.contains(entry.key()) || result.attributes.size() < domain::maxAttributes)
            result.attributes.insert(entry.key(), entry.value());
    }

    // Consent and opting out are never weakened, whatever the mode.
    if (!client.optedOutAt)
        result.optedOutAt = row.optedOutAt;
    if (!row.consent.isEmpty())
        result.consent = row.consent;
    return result;
}

ClientImporter::ClientImporter(Connection &connection, const interfaces::ImportBatch &batch)
    : m_connection(connection), m_batch(batch)
{}

Result<ClientImporter::Known> ClientImporter::known()
{
    QList<qint64> phones;
    phones.reserve(m_batch.rows.size());
    for (const ImportRow &row : m_batch.rows)
        phones << row.phone.number();
    Known known;
    Statement select(m_connection, "client_list_by_phones");
    select.bind(":phones", jsonNumbers(phones));
    HELIOGRAPH_TRY(select.forEach([&known](Row &row) {
        const domain::Client client = readClient(row);
        known.insert(client.phone, client);
    }));
    return known;
}

domain::Client ClientImporter::fresh(const ImportRow &row) const
{
    domain::Client client;
    client.phone = row.phone;
    client.operatorCode = row.operatorCode.isEmpty() ? row.phone.operatorCode() : row.operatorCode;
    client.tags = united(row.tags, m_batch.extraTags);
    client.timezone = row.timezone.isEmpty() ? m_batch.defaultTimezone : row.timezone;
    client.attributes = row.attributes;
    client.optedOutAt = row.optedOutAt;
    if (!row.consent.isEmpty())
        client.consent = row.consent;
    client.owner = m_batch.owner;
    client.createdAt = m_batch.now;
    client.updatedAt = m_batch.now;
    return client;
}

QStringList ClientImporter::words(const ImportRow &row, const domain::Client &client) const
{
    // With tags of its own and no others, a client has the words of its row.
    return row.words && m_batch.extraTags.isEmpty() ? *row.words : domain::searchWords(client.tags, client.attributes);
}

Result<ImportBatchResult> ClientImporter::run()
{
    HELIOGRAPH_ASSIGN(const Known existing, known());
    ImportBatchResult result;
    ClientWriter writer(m_connection);
    JsonRows journal;
    ClientId firstAdded;
    ClientId lastAdded;
    for (const ImportRow &row : m_batch.rows) {
        const auto found = existing.constFind(row.phone);
        if (found == existing.cend()) {
            const domain::Client client = fresh(row);
            HELIOGRAPH_ASSIGN(lastAdded, writer.insert(client, m_batch.import, words(row, client)));
            if (!firstAdded.isValid())
                firstAdded = lastAdded;
            ++result.added;
            continue;
        }
        domain::Client after = merged(*found, row, m_batch);
        if (after == *found) {
            ++result.unchanged;
            continue;
        }
        after.updatedAt = m_batch.now;
        HELIOGRAPH_TRY(writer.update(*found, after, m_batch.import));
        journal.beginRow().add(after.id.value).add(journalText(*found));
        ++result.changed;
    }
    HELIOGRAPH_TRY(writer.finish());
    if (m_batch.import.isValid() && !journal.isEmpty()) {
        Statement insert(m_connection, "import_change_insert");
        HELIOGRAPH_TRY(insert.bind(":import_id", m_batch.import).bind(":rows", journal.text()).run());
    }
    if (m_batch.import.isValid() && firstAdded.isValid()) {
        Statement insert(m_connection, "import_change_insert_added");
        insert.bind(":import_id", m_batch.import).bind(":first", firstAdded).bind(":last", lastAdded);
        HELIOGRAPH_TRY(insert.run());
    }
    return result;
}

Result<ImportBatchResult> ClientImporter::compare()
{
    HELIOGRAPH_ASSIGN(const Known existing, known());
    ImportBatchResult result;
    for (const ImportRow &row : m_batch.rows) {
        const auto found = existing.constFind(row.phone);
        if (found == existing.cend())
            ++result.added;
        else if (merged(*found, row, m_batch) == *found)
            ++result.unchanged;
        else
            ++result.changed;
    }
    return result;
}

} // namespace core::storage
