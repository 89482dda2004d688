// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/exportservice.h"

#include "core/csv/celltext.h"
#include "core/csv/columnmapping.h"
#include "core/csv/tablewriter.h"

#include <QtConcurrent>

namespace core::services {

namespace {

using csv::ImportField;
using csv::MappedColumn;
using domain::Client;
using domain::Message;

/** Writes every row of a list, page by page, in the order of the ids. */
template <typename T, typename Query, typename Repository>
class Exporter
{
public:
    Exporter(interfaces::Executor &executor, const Query &query, Repository &(*repository)(interfaces::UnitOfWork &))
        : m_executor(executor), m_query(query), m_repository(repository)
    {}

    template <typename Cells>
    Result<qint64> write(const ExportTarget &target, const QStringList &header, Cells cells,
                         const ExportProgressCallback &progress, const std::stop_token &stop)
    {
        HELIOGRAPH_ASSIGN(const auto writer, csv::TableWriter::create(target.path, target.delimiter));
        HELIOGRAPH_TRY(writer->writeRow(header));
        HELIOGRAPH_ASSIGN(const qint64 total, count());
        qint64 done = 0;
        domain::PageRequest request{{}, domain::maxPageSize, {}, false};
        do {
            if (stop.stop_requested())
                return Failure(Error::make(ErrorKind::Cancelled, "export.cancelled"));
            HELIOGRAPH_ASSIGN(const domain::Page<T> page, read(request));
            for (const T &row : page.rows)
                HELIOGRAPH_TRY(writer->writeRow(cells(row)));
            done += page.rows.size();
            request.after = page.next;
            if (progress)
                progress(done, std::max(done, total));
        } while (!request.after.isEmpty());
        HELIOGRAPH_TRY(writer->finish());
        return done;
    }

private:
    Result<qint64> count()
    {
        return m_executor.read([this](interfaces::UnitOfWork &unit) { return m_repository(unit).count(m_query); }).result();
    }

    Result<domain::Page<T>> read(const domain::PageRequest &request)
    {
        return m_executor
            .read([this, &request](interfaces::UnitOfWork &unit) { return m_repository(unit).page(m_query, request); })
            .result();
    }

    interfaces::Executor &m_executor;
    const Query &m_query;
    Repository &(*m_repository)(interfaces::UnitOfWork &);
};

QStringList clientHeader(const QStringList &attributeKeys)
{
    QStringList header;
    for (const ImportField field : {ImportField::Phone, ImportField::OperatorCode, ImportField::Tags, ImportField::Timezone,
                                    ImportField::OptedOut, ImportField::Consent})
        header.append(headerOf(MappedColumn{field, {}}));
    for (const QString &key : attributeKeys)
        header.append(headerOf(MappedColumn{ImportField::Attribute, key}));
    return header;
}

QStringList clientCells(const Client &client, const QStringList &attributeKeys)
{
    QStringList cells{client.phone.text(),
                      client.operatorCode,
                      csv::joinedTags(client.tags),
                      client.timezone,
                      client.optedOutAt ? toIso(*client.optedOutAt) : QString(),
                      client.consent.value_or(QString())};
    for (const QString &key : attributeKeys)
        cells.append(client.attributes.value(key));
    return cells;
}

QStringList messageHeader()
{
    return {QStringLiteral("id"),
            QStringLiteral("mailing_id"),
            QStringLiteral("phone"),
            QStringLiteral("name"),
            QStringLiteral("status"),
            QStringLiteral("attempts"),
            QStringLiteral("segments"),
            QStringLiteral("created_at"),
            QStringLiteral("sent_at"),
            QStringLiteral("delivered_at"),
            QStringLiteral("error"),
            QStringLiteral("answer"),
            QStringLiteral("gateway_message_id")};
}

QString isoOrBlank(const std::optional<Instant> &at)
{
    return at ? toIso(*at) : QString();
}

QStringList messageCells(const Message &message)
{
    const auto &error = message.error;
    return {message.id.text(),
            message.mailing.text(),
            message.phone.text(),
            message.clientName,
            toText(message.status),
            QString::number(message.attempts),
            QString::number(message.segments),
            toIso(message.createdAt),
            isoOrBlank(message.sentAt),
            isoOrBlank(message.deliveredAt),
            error ? domain::errorLabel(error->kind, error->httpStatus) : QString(),
            error ? error->answer : QString(),
            message.gatewayMessageId};
}

} // namespace

ExportService::ExportService(interfaces::Executor &executor) : m_executor(executor) {}

QFuture<Result<qint64>> ExportService::exportClients(const interfaces::ClientQuery &query, const ExportTarget &target,
                                                     const ExportProgressCallback &progress, const std::stop_token &stop)
{
    return QtConcurrent::run([=, this] { return exportClientsNow(query, target, progress, stop); });
}

Result<qint64> ExportService::exportClientsNow(const interfaces::ClientQuery &query, const ExportTarget &target,
                                               const ExportProgressCallback &progress, const std::stop_token &stop)
{
    HELIOGRAPH_ASSIGN(const QStringList keys,
                      m_executor.read([](interfaces::UnitOfWork &unit) { return unit.clients.attributeKeys(); }).result());
    Exporter<Client, interfaces::ClientQuery, interfaces::ClientRepository> exporter(
        m_executor, query, [](interfaces::UnitOfWork &unit) -> interfaces::ClientRepository & { return unit.clients; });
    return exporter.write(
        target, clientHeader(keys), [&keys](const Client &client) { return clientCells(client, keys); }, progress, stop);
}

QFuture<Result<qint64>> ExportService::exportMessages(const interfaces::MessageQuery &query, const ExportTarget &target,
                                                      const ExportProgressCallback &progress, const std::stop_token &stop)
{
    return QtConcurrent::run([=, this] { return exportMessagesNow(query, target, progress, stop); });
}

Result<qint64> ExportService::exportMessagesNow(const interfaces::MessageQuery &query, const ExportTarget &target,
                                                const ExportProgressCallback &progress, const std::stop_token &stop)
{
    Exporter<Message, interfaces::MessageQuery, interfaces::MessageRepository> exporter(
        m_executor, query, [](interfaces::UnitOfWork &unit) -> interfaces::MessageRepository & { return unit.messages; });
    return exporter.write(target, messageHeader(), messageCells, progress, stop);
}

} // namespace core::services
