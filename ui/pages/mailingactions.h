// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What a person does to a mailing from lists, the dashboard and the overview: the questions before, the undo after.
 */
#pragma once

#include "core/domain/mailing.h"
#include "ui/async.h"
#include "ui/context.h"
#include "ui/navigator.h"

#include <QObject>

class QWidget;

namespace ui::pages {

/** Which actions a mailing allows now. */
struct PossibleActions
{
    bool edit = false;
    bool startNow = false;
    bool pause = false;
    bool resume = false;
    bool cancel = false;
    bool retry = false;
};

[[nodiscard]] PossibleActions possibleActions(const core::domain::Mailing &mailing);

/** Refusals come as failed(), never as a dialog. Thread: main. Ownership: the page's. */
class MailingActions : public QObject
{
    Q_OBJECT

public:
    MailingActions(const Context &context, Navigator &navigator, QWidget *page);

    void pause(core::MailingId id);
    void resume(core::MailingId id);
    /** Of a draft or a scheduled one. */
    void startNow(const core::domain::Mailing &mailing);
    /** Asks: what is cancelled is not sent any more. */
    void cancel(const core::domain::Mailing &mailing);
    /** At once; can be taken back for 10 s. */
    void remove(const core::domain::Mailing &mailing);
    void duplicate(core::MailingId id);
    /** Asks which messages, and for a new end if that has passed. */
    void retry(const core::domain::Mailing &mailing);

Q_SIGNALS:
    void failed(const core::Error &error);
    void removed(core::MailingId id);
    void duplicated(core::MailingId copy);

private:
    void report(const QFuture<core::Result<core::domain::Mailing>> &future);

    const Context &m_context;
    Navigator &m_navigator;
    QWidget *m_page;
};

} // namespace ui::pages
