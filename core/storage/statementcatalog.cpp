// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/statementcatalog.h"

#include "core/base/logging.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <map>
#include <mutex>

// A static library's resources are linked in only where somebody asks for them; the macro wants no namespace around it.
static void loadStorageSql()
{
    Q_INIT_RESOURCE(storage_sql);
}

namespace core::storage {

namespace {

constexpr QLatin1String nameMark("-- name:");

QString fileText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qCCritical(logStorage, "event=sql_file_missing path=%s ", qUtf8Printable(logValue(path)));
        return {};
    }
    return QString::fromUtf8(file.readAll());
}

QFileInfoList sqlFiles(const QString &folder)
{
    loadStorageSql();
    return QDir(QLatin1String(":/sql/") + folder).entryInfoList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

/** Without `--` to the end of the line, outside of quotes: the driver would look for placeholders in comments. */
QString withoutComments(const QString &sql)
{
    QString result;
    result.reserve(sql.size());
    QChar quote;
    for (qsizetype i = 0; i < sql.size(); ++i) {
        const QChar character = sql[i];
        if (quote.isNull() && character == u'-' && i + 1 < sql.size() && sql[i + 1] == u'-') {
            while (i < sql.size() && sql[i] != u'\n')
                ++i;
            result += u'\n';
            continue;
        }
        if (quote.isNull() && (character == u'\'' || character == u'"'))
            quote = character;
        else if (character == quote)
            quote = QChar();
        result += character;
    }
    return result;
}

Failure broken(const QString &block)
{
    return Failure(Error::make(ErrorKind::Internal, "database.catalog", {block}));
}

} // namespace

const StatementCatalog &StatementCatalog::forDialect(const QString &dialect)
{
    static std::mutex mutex;
    static std::map<QString, StatementCatalog> catalogs;
    const std::lock_guard lock(mutex);
    if (const auto found = catalogs.find(dialect); found != catalogs.end())
        return found->second;

    QStringList texts;
    for (const QString &folder : {QStringLiteral("common"), dialect}) {
        for (const QFileInfo &file : sqlFiles(folder))
            texts << fileText(file.filePath());
    }
    Result<StatementCatalog> made = fromTexts(texts);
    if (!made)
        qCCritical(logStorage, "event=sql_catalog_broken name=%s ", qUtf8Printable(made.error().args.join(u' ')));
    return catalogs.emplace(dialect, made ? std::move(*made) : StatementCatalog()).first->second;
}

Result<StatementCatalog> StatementCatalog::fromTexts(const QStringList &texts)
{
    StatementCatalog catalog;
    for (const QString &text : texts)
        HELIOGRAPH_TRY(catalog.readBlocks(text));
    HELIOGRAPH_TRY(catalog.expandReferences());
    return catalog;
}

Status StatementCatalog::readBlocks(const QString &text)
{
    QHash<QString, QString> blocks;
    QString name;
    for (const QString &line : text.split(u'\n')) {
        if (!line.startsWith(nameMark)) {
            if (!name.isEmpty())
                blocks[name] += line + u'\n';
            continue;
        }
        name = line.mid(nameMark.size()).trimmed();
        if (name.isEmpty() || blocks.contains(name))
            return broken(name);
        blocks.insert(name, QString());
    }
    for (auto block = blocks.cbegin(); block != blocks.cend(); ++block) {
        QString sql = withoutComments(block.value()).trimmed();
        if (sql.endsWith(u';'))
            sql.chop(1);
        if (sql.isEmpty())
            return broken(block.key());
        m_texts.insert(block.key(), sql);
    }
    return {};
}

Status StatementCatalog::expandReferences()
{
    static const QRegularExpression reference(QStringLiteral("\\{@(\\w+)\\}"));
    constexpr int most = 16; // more is a circle
    for (auto block = m_texts.begin(); block != m_texts.end(); ++block) {
        int references = 0;
        for (auto match = reference.match(*block); match.hasMatch(); match = reference.match(*block)) {
            const QString name = match.captured(1);
            if (!m_texts.contains(name) || ++references > most)
                return broken(block.key());
            block->replace(match.captured(), QString(m_texts.value(name)));
        }
    }
    return {};
}

QStringList StatementCatalog::names() const
{
    QStringList names = m_texts.keys();
    names.sort();
    return names;
}

QList<Migration> StatementCatalog::migrations(const QString &dialect)
{
    QList<Migration> migrations;
    for (const QFileInfo &file : sqlFiles(dialect + QLatin1String("/migrations"))) {
        Migration migration;
        migration.name = file.completeBaseName();
        migration.number = migration.name.section(u'_', 0, 0).toInt();
        migration.statements = splitScript(fileText(file.filePath()));
        migration.checksum = QString::fromLatin1(
            QCryptographicHash::hash(migration.statements.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex());
        migrations << migration;
    }
    return migrations;
}

QStringList StatementCatalog::splitScript(const QString &script)
{
    QStringList statements;
    QString statement;
    QChar quote;
    for (const QChar character : withoutComments(script)) {
        if (quote.isNull() && (character == u'\'' || character == u'"'))
            quote = character;
        else if (character == quote)
            quote = QChar();
        if (character != u';' || !quote.isNull()) {
            statement += character;
            continue;
        }
        if (const QString trimmed = statement.trimmed(); !trimmed.isEmpty())
            statements << trimmed;
        statement.clear();
    }
    if (const QString trimmed = statement.trimmed(); !trimmed.isEmpty())
        statements << trimmed;
    return statements;
}

} // namespace core::storage
