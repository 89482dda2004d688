// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Everything that pages and dialogs may use, handed down from app/desktop.
 *
 * References only: the application owns the services and outlives the window.
 */
#pragma once

#include "core/domain/user.h"

#include <QString>

namespace core {
class Clock;
namespace interfaces {
class ChangeFeed;
class EngineMonitor;
class RestSwitch;
class WorkspaceMove;
} // namespace interfaces
namespace services {
class AccountService;
class AudienceService;
class BackupService;
class ClientService;
class ExportService;
class GatewayService;
class HistoryService;
class ImportService;
class MailingService;
class MessageService;
class SettingsService;
class StatisticsService;
} // namespace services
namespace settings {
class DesktopSettings;
}
} // namespace core

namespace ui {

class SendingWatch;
class ServerWatch;
class Session;

/** Thread: main. */
struct Context
{
    core::services::ClientService &clients;
    core::services::MailingService &mailings;
    core::services::MessageService &messages;
    core::services::AudienceService &audiences;
    core::services::StatisticsService &statistics;
    core::services::GatewayService &gateways;
    core::services::SettingsService &workspaceSettings;
    core::services::ImportService &imports;
    core::services::ExportService &exports;
    core::services::HistoryService &history;
    core::services::AccountService &accounts;
    core::services::BackupService &backups;
    core::interfaces::ChangeFeed &changes;
    core::interfaces::EngineMonitor &engine;
    core::interfaces::RestSwitch &rest;
    core::interfaces::WorkspaceMove &move;
    core::settings::DesktopSettings &settings;
    const core::Clock &clock;
    Session &session;
    SendingWatch &sending;
    ServerWatch &server;
    core::domain::Actor actor; ///< who works with a page or dialog as long as it lives; filled in by MainWindow
    QString workspaceName;     ///< "Local workspace" as the source has it (context Desktop), or the server's name
};

} // namespace ui
