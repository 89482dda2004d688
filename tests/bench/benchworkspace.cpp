// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/benchworkspace.h"

#include "core/interfaces/gatewayrepository.h"
#include "core/interfaces/mailingrepository.h"
#include "core/interfaces/messagerepository.h"

namespace tests::bench {

using namespace core;
using interfaces::UnitOfWork;

namespace {

constexpr int batch = 5000;
constexpr qint64 firstPhone = 79990000000;

} // namespace

BenchWorkspace::BenchWorkspace() = default;

Result<std::unique_ptr<BenchWorkspace>> BenchWorkspace::make(int clients)
{
    std::unique_ptr<BenchWorkspace> made(new BenchWorkspace);
    HELIOGRAPH_ASSIGN(made->m_workspace, storage::Workspace::open(
                                             storage::DatabaseUrl::sqliteFile(made->path(QStringLiteral("workspace.db")))));
    HELIOGRAPH_TRY(made->addClients(clients));
    return made;
}

Status BenchWorkspace::addClients(int number)
{
    for (int done = 0; done < number; done += batch) {
        interfaces::ImportBatch clients;
        clients.defaultTimezone = QStringLiteral("Europe/Moscow");
        clients.now = SystemClock().now();
        for (int i = done; i < std::min(done + batch, number); ++i) {
            domain::ImportRow row;
            row.phone = domain::PhoneNumber::fromNumber(firstPhone + i);
            row.attributes.insert(QStringLiteral("name"), QStringLiteral("Анна"));
            clients.rows.append(row);
        }
        HELIOGRAPH_TRY(write([&clients](UnitOfWork &unit) { return unit.clients.import(clients); }));
    }
    return {};
}

Result<GatewayId> BenchWorkspace::addGateway(const domain::GatewayProfile &profile)
{
    return write([&profile](UnitOfWork &unit) { return unit.gateways.insert(profile); });
}

Result<MailingId> BenchWorkspace::startMailing(const domain::Mailing &mailing)
{
    domain::Mailing running = mailing;
    running.state = domain::MailingState::Running;
    HELIOGRAPH_ASSIGN(running.id, write([&running](UnitOfWork &unit) { return unit.mailings.insert(running); }));
    interfaces::AudienceStep step;
    while (!step.complete) {
        HELIOGRAPH_ASSIGN(
            step, write([&](UnitOfWork &unit) -> Result<interfaces::AudienceStep> {
                HELIOGRAPH_ASSIGN(const auto chosen,
                                  unit.messages.chooseAudience(running, step.lastClient, batch, running.startAt));
                HELIOGRAPH_TRY(unit.mailings.saveAudienceProgress(running.id, {chosen.lastClient, chosen.complete}));
                return chosen;
            }));
    }
    return running.id;
}

Result<domain::StatusCounts> BenchWorkspace::counts(MailingId id)
{
    return read([id](UnitOfWork &unit) { return unit.mailings.counts(id); });
}

} // namespace tests::bench
