// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/composedstatements.h"

#include "core/storage/conditions.h"
#include "tests/storage/statementcompositions.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

namespace tests {

using core::storage::Conditions;
using core::storage::Connection;
using core::storage::StatementCatalog;

namespace {

ComposedStatement composed(const Connection &connection, const char *statement, const Filter &filter, const char *sort,
                           const char *after)
{
    Conditions conditions(connection);
    ComposedStatement result;
    result.name = QLatin1String(statement);
    for (const Names &alternatives : filter) {
        conditions.requireAny(alternatives, {});
        for (const char *fragment : alternatives)
            result.fragments << QLatin1String(fragment);
    }
    if (after) {
        conditions.require(after);
        result.isNextPage = true;
    }
    result.sql = connection.text(statement).replace(QLatin1String("{filter}"), conditions.text());
    if (sort) {
        result.sort = QLatin1String(sort);
        result.sql.replace(QLatin1String("{sort}"), connection.text(sort));
    }
    return result;
}

QList<ComposedStatement> composed(const Connection &connection, const Composition &composition)
{
    const Names sorts = composition.sorts.isEmpty() ? Names{nullptr} : composition.sorts;
    QList<ComposedStatement> statements;
    for (const char *statement : composition.statements) {
        Names pages{nullptr};
        if (!composition.after.isEmpty())
            pages << composition.after[QByteArray(statement).endsWith("descending") ? 0 : 1];
        for (const Filter &filter : composition.filters) {
            for (const char *sort : sorts) {
                for (const char *after : pages)
                    statements << composed(connection, statement, filter, sort, after);
            }
        }
    }
    return statements;
}

bool isWhole(const QString &text)
{
    static const QRegularExpression verb(QStringLiteral("^(?:SELECT|INSERT|UPDATE|DELETE|WITH)\\b"));
    static const QRegularExpression place(QStringLiteral("\\{\\w+\\}"));
    return text.contains(verb) && !text.contains(place);
}

/** PRAGMA, SET, BEGIN and the like: nothing that reads a table. */
bool isControl(const QString &text)
{
    static const QRegularExpression verb(
        QStringLiteral("^(?:PRAGMA|SET|SHOW|BEGIN|SAVEPOINT|RELEASE|COMMIT|ROLLBACK|VACUUM|CREATE|DROP)\\b"));
    return text.contains(verb);
}

QSet<QString> composedNames()
{
    QSet<QString> names;
    const auto take = [&names](const Names &list) {
        for (const char *name : list)
            names << QLatin1String(name);
    };
    for (const Composition &composition : statementCompositions()) {
        take(composition.statements);
        take(composition.sorts);
        take(composition.after);
        for (const Filter &filter : composition.filters) {
            for (const Names &alternatives : filter)
                take(alternatives);
        }
    }
    return names;
}

/** The first capture of everything that fits `pattern` in the files of that name; the catalog no longer says where. */
QSet<QString> foundInFiles(const QString &name, const QRegularExpression &pattern)
{
    QSet<QString> found;
    QDirIterator files(QStringLiteral(":/sql"), {name}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (auto match = pattern.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();)
            found << match.next().captured(1);
    }
    return found;
}

QSet<QString> referredNames()
{
    static const QRegularExpression reference(QStringLiteral("\\{@(\\w+)\\}"));
    return foundInFiles(QStringLiteral("*.sql"), reference);
}

/** Copying a workspace reads every table in full, as it should; nobody waits for a page of it. */
QSet<QString> copyingNames()
{
    static const QRegularExpression block(QStringLiteral("-- name: (\\w+)"));
    return foundInFiles(QStringLiteral("copies.sql"), block);
}

} // namespace

QString ComposedStatement::label() const
{
    QString text = name + QLatin1String(" (") + fragments.join(QLatin1String(", ")) + u')';
    if (!sort.isEmpty())
        text += QLatin1String(" by ") + sort;
    return isNextPage ? text + QLatin1String(", the next page") : text;
}

QList<ComposedStatement> composedStatements(const Connection &connection, const StatementCatalog &catalog)
{
    QList<ComposedStatement> statements;
    for (const Composition &composition : statementCompositions())
        statements << composed(connection, composition);
    const QSet<QString> copying = copyingNames();
    for (const QString &name : catalog.names()) {
        if (const QString text = catalog.text(name); isWhole(text) && !copying.contains(name))
            statements << ComposedStatement{name, {}, {}, false, text};
    }
    return statements;
}

QStringList forgottenBlocks(const StatementCatalog &catalog)
{
    // What Conditions says by itself.
    const QSet<QString> connectives{QStringLiteral("condition_true"), QStringLiteral("condition_and"),
                                    QStringLiteral("condition_or")};
    const QSet<QString> known = composedNames() + referredNames() + copyingNames() + connectives;
    QStringList forgotten;
    for (const QString &name : catalog.names()) {
        const QString text = catalog.text(name);
        if (!isWhole(text) && !isControl(text) && !known.contains(name))
            forgotten << name;
    }
    return forgotten;
}

} // namespace tests
