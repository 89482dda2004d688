// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What starts next: scheduled mailings in the order of their start, then drafts.
 */
#pragma once

#include "core/domain/mailing.h"

#include <QWidget>

class QVBoxLayout;

namespace ui::pages {

/** Thread: main. */
class UpcomingList : public QWidget
{
    Q_OBJECT

public:
    explicit UpcomingList(QWidget *parent = nullptr);

    /** @param mailings  in any state; what is neither scheduled nor a draft is left out */
    void setMailings(const QList<core::domain::Mailing> &mailings, core::Instant now);

Q_SIGNALS:
    void opened(core::MailingId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr int mostShown = 5;

    void rebuild();
    [[nodiscard]] QString whenOf(const core::domain::Mailing &mailing) const;

    QVBoxLayout *m_column;
    QList<core::domain::Mailing> m_mailings;
    core::Instant m_now{};
};

} // namespace ui::pages
