// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The ways from one page to another, and what pages ask of the window around them.
 *
 * Implemented by Workbench; handed to every page beside the Context.
 */
#pragma once

#include "core/base/ids.h"
#include "core/domain/message.h"

#include <QList>
#include <QString>
#include <functional>

namespace ui {

/** In the order of the side bar. */
enum class PageId { Overview, Mailings, Clients, Messages, History, Settings };

/** Thread: main. */
class Navigator
{
public:
    virtual ~Navigator() = default;

    virtual void showPage(PageId page) = 0;
    virtual void showMailing(core::MailingId id) = 0; ///< its dashboard
    virtual void newMailing() = 0;
    /** All messages that are in one of these statuses now; none: every message. */
    virtual void showMessages(const QList<core::domain::MessageStatus> &statuses) = 0;
    virtual void showClient(core::ClientId id) = 0;
    virtual void showMailingHistory(core::MailingId id, const QString &name) = 0; ///< what was done to it
    /** @param phone  as people read it; blank: the client is gone */
    virtual void showClientHistory(core::ClientId id, const QString &phone) = 0;
    virtual void showGateway(core::GatewayId id) = 0;    ///< its form in the settings; invalid: a new one
    virtual void importClients(const QString &path) = 0; ///< blank: the dialog asks for a file
    /** Offers to take back what has just been done, for 10 s. The offer before is dropped. */
    virtual void offerUndo(const QString &what, std::function<void()> undo) = 0;
};

} // namespace ui
