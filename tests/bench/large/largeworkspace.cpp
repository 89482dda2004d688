// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/large/largeworkspace.h"

#include "core/storage/connection.h"
#include "core/storage/dialect.h"
#include "core/storage/repositoryset.h"
#include "core/storage/statementcatalog.h"
#include "core/storage/transaction.h"
#include "core/storage/workspace.h"
#include "tests/bench/large/largemailings.h"

#include <QDir>
#include <QFile>
#include <QSqlError>
#include <QSqlQuery>

namespace tests::bench {

using namespace std::chrono_literals;
using namespace core;
using storage::Connection;
using storage::Transaction;

namespace {

constexpr const char *keptDatabase = "HELIOGRAPH_LARGE_DATABASE";

/** Whole numbers, put into the `{name}` of a statement. */
using Numbers = QList<std::pair<const char *, qint64>>;

Result<storage::StatementCatalog> catalogFor(const QString &dialect)
{
    QStringList texts;
    for (const QString &name : {QStringLiteral("common"), dialect}) {
        QFile file(QDir(QStringLiteral(HELIOGRAPH_LARGE_SQL)).filePath(name + QLatin1String(".sql")));
        if (!file.open(QIODevice::ReadOnly))
            return Failure(Error::make(ErrorKind::Internal, "bench.large_sql", {}, file.fileName()));
        texts << QString::fromUtf8(file.readAll());
    }
    return storage::StatementCatalog::fromTexts(texts);
}

/** Lives as long as it fills. Thread: that of the connection. */
class Filling
{
public:
    Filling(Connection &connection, const storage::StatementCatalog &catalog, const LargeShape &shape)
        : m_connection(connection), m_repositories(connection), m_catalog(catalog), m_shape(shape)
    {}

    Status run()
    {
        HELIOGRAPH_TRY(runScript("large_set_up"));
        HELIOGRAPH_ASSIGN(const QStringList indexes, takeIndexes());
        HELIOGRAPH_TRY(committed([this] { return addClients(); }));
        HELIOGRAPH_TRY(committed([this] { return addGateways(); }));
        for (const LargeMailing &mailing : largeMailings(m_shape))
            HELIOGRAPH_TRY(committed([this, &mailing] { return addMailing(mailing); }));
        for (const QString &sql : indexes)
            HELIOGRAPH_TRY(m_connection.runText(sql, QStringLiteral("large_indexes")));
        return runScript("large_finish");
    }

private:
    Status runScript(const char *name)
    {
        const QString block = QString::fromLatin1(name);
        for (const QString &sql : storage::StatementCatalog::splitScript(m_catalog.text(block)))
            HELIOGRAPH_TRY(m_connection.runText(sql, block));
        return {};
    }

    template <typename Work>
    Status committed(Work work)
    {
        HELIOGRAPH_ASSIGN(Transaction transaction, Transaction::begin(m_connection, Transaction::Kind::Write));
        HELIOGRAPH_TRY(work());
        return transaction.commit();
    }

    [[nodiscard]] QString text(const char *name, const Numbers &numbers) const
    {
        QString sql = m_catalog.text(QString::fromLatin1(name));
        for (const auto &[place, number] : numbers)
            sql.replace(u'{' + QLatin1String(place) + u'}', QString::number(number));
        return sql;
    }

    Status execute(const QList<const char *> &names, const Numbers &numbers)
    {
        for (const char *name : names)
            HELIOGRAPH_TRY(m_connection.runText(text(name, numbers), QString::fromLatin1(name)));
        return {};
    }

    Result<std::shared_ptr<QSqlQuery>> rows(const char *name)
    {
        HELIOGRAPH_ASSIGN(auto query, m_connection.prepared(text(name, {}), QString::fromLatin1(name)));
        if (!query->exec())
            return Failure(m_connection.classified(query->lastError(), QString::fromLatin1(name)));
        return query;
    }

    Result<qint64> lastMessage()
    {
        HELIOGRAPH_ASSIGN(const auto last, rows("large_messages_last"));
        const qint64 id = last->next() ? last->value(0).toLongLong() : 0;
        last->finish();
        return id;
    }

    /** Drops the indexes that are made at the end; what makes them. */
    Result<QStringList> takeIndexes()
    {
        QStringList names;
        QStringList texts;
        HELIOGRAPH_ASSIGN(const auto indexes, rows("large_indexes"));
        while (indexes->next()) {
            names << indexes->value(0).toString();
            texts << indexes->value(1).toString();
        }
        indexes->finish();
        for (const QString &name : names)
            HELIOGRAPH_TRY(m_connection.runText(QLatin1String("DROP INDEX ") + name, QStringLiteral("large_indexes")));
        return texts;
    }

    Status addClients()
    {
        const Numbers numbers{{"clients", m_shape.clients}, {"now", toMs(m_shape.now)}, {"year", largeYear.count()}};
        return execute({"large_timezones", "large_names", "large_names_fill", "large_cities", "large_cities_fill",
                        "large_imports", "large_clients", "large_import_changes", "large_tags", "large_client_tags",
                        "large_client_tags_rare", "large_client_words", "large_attribute_keys", "large_events"},
                       numbers);
    }

    Status addGateways()
    {
        for (int number = 1; number <= m_shape.gateways; ++number) {
            domain::GatewayProfile gateway;
            gateway.name = QStringLiteral("Gateway %1").arg(number);
            gateway.kind = QStringLiteral("http-json");
            gateway.url = QStringLiteral("http://127.0.0.1:9/%1").arg(number);
            gateway.rate = 500 * number;
            HELIOGRAPH_ASSIGN(const GatewayId id, m_repositories.unit().gateways.insert(gateway));
            m_gateways << id;
        }
        return {};
    }

    Status addMailing(const LargeMailing &large)
    {
        interfaces::UnitOfWork &unit = m_repositories.unit();
        domain::Mailing mailing = large.mailing;
        mailing.gateway = m_gateways[large.number % m_gateways.size()];
        HELIOGRAPH_ASSIGN(mailing.id, unit.mailings.insert(mailing));
        HELIOGRAPH_ASSIGN(const qint64 before, lastMessage());
        const Numbers numbers{{"mailing", mailing.id.value},
                              {"gateway", mailing.gateway.value},
                              {"before", before},
                              {"now", toMs(m_shape.now)},
                              {"start", toMs(mailing.startAt)},
                              {"span", large.span.count()},
                              {"first", large.firstClient},
                              {"size", large.size},
                              {"handled", large.handled},
                              {"open", large.open},
                              {"rest", static_cast<qint64>(large.rest)}};
        if (large.size > 0) {
            HELIOGRAPH_TRY(unit.mailings.saveAudienceProgress(mailing.id, {ClientId{m_shape.clients}, true}));
            HELIOGRAPH_TRY(execute(
                {"large_messages", "large_attempts", "large_counters", "large_errors", "large_throughput", "large_activity"},
                numbers));
            if (large.hasFields)
                HELIOGRAPH_TRY(execute({"large_texts"}, numbers));
        }
        return execute({"large_mailing_events"}, numbers);
    }

    Connection &m_connection;
    storage::RepositorySet m_repositories;
    const storage::StatementCatalog &m_catalog;
    const LargeShape &m_shape;
    QList<GatewayId> m_gateways;
};

Result<bool> isFresh(const storage::DatabaseUrl &url)
{
    HELIOGRAPH_ASSIGN(const auto executor, storage::openDirectly(url));
    return executor
        ->read([](interfaces::UnitOfWork &unit) -> Result<bool> {
            HELIOGRAPH_ASSIGN(const auto clients, unit.clients.page({}, {{}, 1}));
            HELIOGRAPH_ASSIGN(const auto gateways, unit.gateways.list());
            return clients.rows.isEmpty() && gateways.isEmpty();
        })
        .takeResult();
}

} // namespace

Status fillLargeWorkspace(const storage::DatabaseUrl &url, const LargeShape &shape)
{
    HELIOGRAPH_ASSIGN(const bool fresh, isFresh(url));
    if (!fresh)
        return Failure(Error::make(ErrorKind::Conflict, "bench.not_fresh", {}, url.text()));
    HELIOGRAPH_ASSIGN(const auto connection, Connection::open(url, Connection::Access::ReadWrite));
    HELIOGRAPH_ASSIGN(const storage::StatementCatalog catalog, catalogFor(connection->dialect().name()));
    return Filling(*connection, catalog, shape).run();
}

Status ensureLargeWorkspace(const storage::DatabaseUrl &url, const LargeShape &shape)
{
    HELIOGRAPH_ASSIGN(const bool fresh, isFresh(url));
    return fresh ? fillLargeWorkspace(url, shape) : Status();
}

Result<storage::DatabaseUrl> largeWorkspace(const QString &folder, const LargeShape &shape)
{
    storage::DatabaseUrl url = storage::DatabaseUrl::sqliteFile(QDir(folder).filePath(QStringLiteral("large.db")));
    if (isLargeWorkspaceKept()) {
        HELIOGRAPH_ASSIGN(url, storage::DatabaseUrl::parse(qEnvironmentVariable(keptDatabase)));
    }
    HELIOGRAPH_TRY(ensureLargeWorkspace(url, shape));
    return url;
}

bool isLargeWorkspaceKept()
{
    return qEnvironmentVariableIsSet(keptDatabase);
}

} // namespace tests::bench
