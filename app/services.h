// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * All services over one executor: what the window, the server and every command work with.
 */
#pragma once

#include "core/services/accountservice.h"
#include "core/services/audienceservice.h"
#include "core/services/backupservice.h"
#include "core/services/clientservice.h"
#include "core/services/exportservice.h"
#include "core/services/gatewayservice.h"
#include "core/services/historyservice.h"
#include "core/services/importservice.h"
#include "core/services/instanceservice.h"
#include "core/services/integrityservice.h"
#include "core/services/mailingservice.h"
#include "core/services/messageservice.h"
#include "core/services/settingsservice.h"
#include "core/services/statisticsservice.h"

namespace app {

/** Holds nothing but references to what it is given; that outlives it. */
struct Services
{
    /** @param copying  on which backups take their time; nullptr: in the calling thread */
    Services(core::interfaces::Executor &executor, const core::Clock &clock, core::interfaces::SecretStore &secrets,
             const core::interfaces::GatewayFactory &kinds, core::interfaces::TestSender &tester,
             const core::services::AccountParts &accountParts, core::interfaces::WorkspaceCopier &copier,
             QThreadPool *copying = nullptr)
        : clients(executor, clock), mailings(executor, clock), messages(executor), audiences(executor),
          statistics(executor, clock), gateways(executor, clock, secrets, kinds, tester), settings(executor, clock),
          imports(executor, clock), exports(executor), history(executor), integrity(executor), instances(executor),
          accounts(executor, clock, accountParts), backups(copier, clock, copying)
    {}

    core::services::ClientService clients;
    core::services::MailingService mailings;
    core::services::MessageService messages;
    core::services::AudienceService audiences;
    core::services::StatisticsService statistics;
    core::services::GatewayService gateways;
    core::services::SettingsService settings;
    core::services::ImportService imports;
    core::services::ExportService exports;
    core::services::HistoryService history;
    core::services::IntegrityService integrity;
    core::services::InstanceService instances;
    core::services::AccountService accounts;
    core::services::BackupService backups;
};

} // namespace app
