// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Everything that routes work with, by reference.
 */
#pragma once

#include "core/base/clock.h"

#include <QString>
#include <functional>

namespace core::interfaces {
class ChangeFeed;
class EngineMonitor;
class Executor;
} // namespace core::interfaces

namespace core::services {
class AccountService;
class AudienceService;
class ClientService;
class GatewayService;
class HistoryService;
class ImportService;
class MailingService;
class MessageService;
class SettingsService;
class StatisticsService;
} // namespace core::services

namespace core::rest {

/** Everything outlives the interface. */
struct RestParts
{
    services::ClientService &clients;
    services::MailingService &mailings;
    services::MessageService &messages;
    services::AudienceService &audiences;
    services::StatisticsService &statistics;
    services::GatewayService &gateways;
    services::SettingsService &settings;
    services::ImportService &imports;
    services::AccountService &accounts;
    services::HistoryService &history;
    interfaces::ChangeFeed &changes;
    interfaces::EngineMonitor &monitor;
    const Clock &clock;
    QString version;
    std::function<int()> instances; ///< that dispatch a workspace in a file; called on the thread of the interface
};

} // namespace core::rest
