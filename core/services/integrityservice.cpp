// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/integrityservice.h"

#include "core/interfaces/mailingrepository.h"
#include "core/interfaces/messagerepository.h"
#include "core/interfaces/retentionrepository.h"
#include "core/services/stepwise.h"

namespace core::services {

using domain::StatusCounts;
using interfaces::Lane;
using interfaces::UnitOfWork;

namespace {

/** Which mailings are still to be looked at, and what was found. */
struct Inspection
{
    bool repair = false;
    bool allListed = false;
    QString cursor;
    QList<MailingId> waiting;
    QList<MailingId> wrong; ///< to be repaired
    IntegrityReport report;
};

/** @param line  takes the mailing, the status and both numbers */
QStringList differences(MailingId id, const QString &line, const StatusCounts &stored, const StatusCounts &counted)
{
    QStringList problems;
    for (const domain::MessageStatus status : domain::allMessageStatuses) {
        if (stored[status] != counted[status])
            problems.append(line.arg(id.text(), domain::toText(status), QString::number(stored[status]),
                                     QString::number(counted[status])));
    }
    return problems;
}

Result<QStringList> compare(UnitOfWork &unit, MailingId id)
{
    HELIOGRAPH_ASSIGN(const StatusCounts stored, unit.mailings.counts(id));
    HELIOGRAPH_ASSIGN(const StatusCounts counted, unit.messages.recount(id));
    HELIOGRAPH_ASSIGN(const StatusCounts removed, unit.retention.removedCounts(id));
    HELIOGRAPH_ASSIGN(const StatusCounts totals, unit.retention.recountRemoved(id));
    return differences(id, QStringLiteral("mailing %1: %2 is %3, counted %4"), stored, counted) +
           differences(id, QStringLiteral("mailing %1: %2 removed is %3, totals add up to %4"), removed, totals);
}

Result<domain::Page<domain::MailingSummary>> listMore(UnitOfWork &unit, const QString &cursor)
{
    interfaces::MailingQuery query;
    query.withArchived = true;
    domain::PageRequest request;
    request.after = cursor;
    request.limit = domain::maxPageSize;
    return unit.mailings.page(query, request, Instant{}); // rates are not looked at
}

using Progress = Result<std::optional<IntegrityReport>>;

QFuture<Progress> listStep(interfaces::Executor &executor, const std::shared_ptr<Inspection> &inspection)
{
    return executor.read([inspection](UnitOfWork &unit) -> Progress {
        HELIOGRAPH_ASSIGN(const auto page, listMore(unit, inspection->cursor));
        for (const domain::MailingSummary &summary : page.rows)
            inspection->waiting.append(summary.mailing.id);
        inspection->cursor = page.next;
        inspection->allListed = page.next.isEmpty();
        return std::optional<IntegrityReport>();
    });
}

QFuture<Progress> compareStep(interfaces::Executor &executor, const std::shared_ptr<Inspection> &inspection)
{
    return executor.read([inspection, id = inspection->waiting.takeFirst()](UnitOfWork &unit) -> Progress {
        HELIOGRAPH_ASSIGN(const QStringList problems, compare(unit, id));
        if (inspection->repair && !problems.isEmpty())
            inspection->wrong.append(id);
        else
            inspection->report.problems += problems;
        return std::optional<IntegrityReport>();
    });
}

/** What is sent meanwhile waits, and what was sent since it was compared is counted. */
QFuture<Progress> repairStep(interfaces::Executor &executor, const std::shared_ptr<Inspection> &inspection)
{
    return executor.write(Lane::Bulk, [inspection, id = inspection->wrong.takeFirst()](UnitOfWork &unit) -> Progress {
        HELIOGRAPH_TRY(unit.messages.holdCounters(id));
        HELIOGRAPH_ASSIGN(const QStringList problems, compare(unit, id));
        if (problems.isEmpty())
            return std::optional<IntegrityReport>();
        HELIOGRAPH_TRY(unit.messages.repairCounters(id));
        inspection->report.problems += problems;
        ++inspection->report.repaired;
        return std::optional<IntegrityReport>();
    });
}

} // namespace

IntegrityService::IntegrityService(interfaces::Executor &executor) : m_executor(executor) {}

QFuture<Result<IntegrityReport>> IntegrityService::check(bool repairCounters)
{
    auto inspection = std::make_shared<Inspection>();
    inspection->repair = repairCounters;
    const auto step = [&executor = m_executor, inspection]() -> QFuture<Progress> {
        if (!inspection->wrong.isEmpty())
            return repairStep(executor, inspection);
        if (!inspection->waiting.isEmpty())
            return compareStep(executor, inspection);
        if (!inspection->allListed)
            return listStep(executor, inspection);
        return QtFuture::makeReadyFuture(Progress(std::optional(inspection->report)));
    };
    return stepByStep<IntegrityReport>(step);
}

} // namespace core::services
