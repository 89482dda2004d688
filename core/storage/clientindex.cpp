// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/clientindex.h"

#include "core/domain/tags.h"
#include "core/storage/jsontext.h"
#include "core/storage/statement.h"

namespace core::storage {

namespace {

constexpr qsizetype maxWord = 64;

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

QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    const auto finish = [&words, &word] {
        if (!word.isEmpty())
            words << word.left(maxWord);
        word.clear();
    };
    const QString folded = domain::foldedTag(text);
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const QChar character = folded[i];
        // Letters outside of the first plane come as two units.
        if (character.isLetterOrNumber() || character.isMark() || character.isSurrogate())
            word += character;
        else
            finish();
    }
    finish();
    return words;
}

QSet<QString> indexedWords(const domain::Client &client)
{
    QSet<QString> words;
    const auto insert = [&words](const QString &text) {
        for (const QString &word : wordsOf(text))
            words.insert(word);
    };
    for (const QString &tag : client.tags)
        insert(tag);
    for (const QString &value : client.attributes)
        insert(value);
    return words;
}

void ClientIndexChanges::add(const domain::Client &client)
{
    insertTags(client);
    for (const QString &word : indexedWords(client))
        m_newWords[word] << client.id.value;
    for (const QString &key : client.attributes.keys())
        ++m_keys[key];
}

void ClientIndexChanges::remove(const domain::Client &client)
{
    m_untagged << client.id.value;
    for (const QString &word : indexedWords(client))
        m_oldWords[word] << client.id.value;
    for (const QString &key : client.attributes.keys())
        --m_keys[key];
}

void ClientIndexChanges::change(const domain::Client &before, const domain::Client &after)
{
    if (before.tags != after.tags) {
        m_untagged << after.id.value;
        insertTags(after);
    }
    const QSet<QString> oldWords = indexedWords(before);
    const QSet<QString> newWords = indexedWords(after);
    for (const QString &word : newWords - oldWords)
        m_newWords[word] << after.id.value;
    for (const QString &word : oldWords - newWords)
        m_oldWords[word] << after.id.value;
    for (const QString &key : before.attributes.keys())
        --m_keys[key];
    for (const QString &key : after.attributes.keys())
        ++m_keys[key];
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
