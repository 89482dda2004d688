// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/clientindex.h"

#include "core/domain/searchwords.h"
#include "core/domain/tags.h"
#include "core/storage/jsontext.h"
#include "core/storage/statement.h"

namespace core::storage {

namespace {

QStringList wordsOf(const domain::Client &client)
{
    return domain::searchWords(client.tags, client.attributes);
}

QString wordsJson(const QHash<QString, QList<qint64>> &words)
{
    // Words are letters and digits only: nothing in them needs quoting.
    QString json(u'{');
    for (auto entry = words.cbegin(); entry != words.cend(); ++entry) {
        if (json.size() > 1)
            json += u',';
        json += u'"' + entry.key() + QLatin1String("\":") + jsonNumbers(entry.value());
    }
    return json += u'}';
}

} // namespace

void ClientIndexChanges::add(const domain::Client &client, const QStringList &words)
{
    insertTags(client);
    for (const QString &word : words)
        m_newWords[word] << client.id.value;
    countKeys(client, 1);
}

void ClientIndexChanges::remove(const domain::Client &client)
{
    m_untagged << client.id.value;
    for (const QString &word : wordsOf(client))
        m_oldWords[word] << client.id.value;
    countKeys(client, -1);
}

void ClientIndexChanges::change(const domain::Client &before, const domain::Client &after)
{
    if (before.tags != after.tags) {
        m_untagged << after.id.value;
        insertTags(after);
    }
    const QStringList oldWords = wordsOf(before);
    const QStringList newWords = wordsOf(after);
    for (const QString &word : newWords) {
        if (!oldWords.contains(word))
            m_newWords[word] << after.id.value;
    }
    for (const QString &word : oldWords) {
        if (!newWords.contains(word))
            m_oldWords[word] << after.id.value;
    }
    countKeys(before, -1);
    countKeys(after, 1);
}

void ClientIndexChanges::countKeys(const domain::Client &client, qint64 change)
{
    for (auto key = client.attributes.keyBegin(); key != client.attributes.keyEnd(); ++key)
        m_keys[*key] += change;
}

void ClientIndexChanges::insertTags(const domain::Client &client)
{
    int position = 0;
    for (const QString &label : client.tags) {
        const QString folded = domain::foldedTag(label);
        if (!m_labels.contains(folded))
            m_labels.insert(folded, label);
        m_tagUses << TagUse{client.id.value, folded, position++};
    }
}

Status ClientIndexChanges::write(Connection &connection)
{
    HELIOGRAPH_TRY(writeTags(connection));
    HELIOGRAPH_TRY(writeWords(connection, "client_delete_words", m_oldWords));
    HELIOGRAPH_TRY(writeWords(connection, "client_insert_words", m_newWords));
    for (auto key = m_keys.cbegin(); key != m_keys.cend(); ++key) {
        if (key.value() == 0)
            continue;
        Statement change(connection, "attribute_key_change");
        HELIOGRAPH_TRY(change.bind(":key", key.key()).bind(":change", key.value()).run());
    }
    return {};
}

Status ClientIndexChanges::writeTags(Connection &connection)
{
    if (!m_untagged.isEmpty()) {
        Statement remove(connection, "client_delete_tags");
        HELIOGRAPH_TRY(remove.bind(":ids", jsonNumbers(m_untagged)).run());
    }
    QHash<QString, qint64> ids;
    for (auto label = m_labels.cbegin(); label != m_labels.cend(); ++label) {
        Statement ensure(connection, "tag_ensure");
        HELIOGRAPH_TRY(ensure.bind(":label", label.value()).bind(":folded", label.key()).run());
        Statement find(connection, "tag_find");
        HELIOGRAPH_ASSIGN(ids[label.key()], find.bind(":folded", label.key()).number());
    }
    if (m_tagUses.isEmpty())
        return {};
    JsonRows rows;
    for (const TagUse &use : std::as_const(m_tagUses))
        rows.beginRow().add(use.client).add(ids.value(use.folded)).add(use.position);
    Statement insert(connection, "client_insert_tags");
    return insert.bind(":rows", rows.text()).run();
}

Status ClientIndexChanges::writeWords(Connection &connection, const char *statement,
                                      const QHash<QString, QList<qint64>> &words)
{
    if (words.isEmpty())
        return {};
    Statement write(connection, statement);
    return write.bind(":words", wordsJson(words)).run();
}

} // namespace core::storage
