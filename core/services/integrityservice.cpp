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
    IntegrityReport report;
};

struct Finding
{
    QStringList problems;
    bool repaired = false;
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

Result<Finding> inspect(UnitOfWork &unit, MailingId id, bool repair)
{
    HELIOGRAPH_ASSIGN(QStringList problems, compare(unit, id));
    if (!repair || problems.isEmpty())
        return Finding{problems};
    // On a server others send meanwhile: from here on they wait, and what they changed while it was counted is no
    // difference.
    HELIOGRAPH_TRY(unit.messages.holdCounters(id));
    HELIOGRAPH_ASSIGN(problems, compare(unit, id));
    if (problems.isEmpty())
        return Finding{};
    HELIOGRAPH_TRY(unit.messages.repairCounters(id));
    return Finding{problems, true};
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

QFuture<Progress> inspectStep(interfaces::Executor &executor, const std::shared_ptr<Inspection> &inspection)
{
    const MailingId id = inspection->waiting.takeFirst();
    const auto work = [inspection, id](UnitOfWork &unit) -> Progress {
        HELIOGRAPH_ASSIGN(const Finding finding, inspect(unit, id, inspection->repair));
        inspection->report.problems += finding.problems;
        inspection->report.repaired += finding.repaired ? 1 : 0;
        return std::optional<IntegrityReport>();
    };
    return inspection->repair ? executor.write(Lane::Bulk, work) : executor.read(work);
}

} // namespace

IntegrityService::IntegrityService(interfaces::Executor &executor) : m_executor(executor) {}

QFuture<Result<IntegrityReport>> IntegrityService::check(bool repairCounters)
{
    auto inspection = std::make_shared<Inspection>();
    inspection->repair = repairCounters;
    const auto step = [&executor = m_executor, inspection]() -> QFuture<Progress> {
        if (!inspection->waiting.isEmpty())
            return inspectStep(executor, inspection);
        if (!inspection->allListed)
            return listStep(executor, inspection);
        return QtFuture::makeReadyFuture(Progress(std::optional(inspection->report)));
    };
    return stepByStep<IntegrityReport>(step);
}

} // namespace core::services
