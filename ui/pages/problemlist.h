// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Banners for what keeps messages from going out, each with the one action that mends it.
 */
#pragma once

#include "core/domain/gatewayprofile.h"
#include "core/interfaces/enginemonitor.h"
#include "ui/context.h"
#include "ui/navigator.h"
#include "ui/sendingwatch.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace ui::feedback {
class Banner;
}

namespace ui::pages {

/**
 * A problem is shown until it is over; one that somebody hid stays hidden until then.
 *
 * Thread: main.
 */
class ProblemList : public QWidget
{
    Q_OBJECT

public:
    ProblemList(const Context &context, Navigator &navigator, QWidget *parent = nullptr);

    /** @param waiting  messages that have not been sent yet, of all mailings */
    void setState(const QList<core::domain::GatewayWithState> &gateways, const core::interfaces::EngineSnapshot &snapshot,
                  const Sending &sending, qint64 waiting);

Q_SIGNALS:
    void failed(const core::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Problem
    {
        QString key; ///< the same problem has the same key
        bool isError = false;
        QString happened;
        QString meaning;
        QString action;
        std::function<void()> mend;
    };

    [[nodiscard]] QList<Problem> problems();
    [[nodiscard]] std::optional<Problem> gatewayProblem(const core::domain::GatewayWithState &gateway);
    void showProblems();

    const Context &m_context;
    Navigator &m_navigator;
    QVBoxLayout *m_column;
    QHash<QString, feedback::Banner *> m_banners;
    QList<core::domain::GatewayWithState> m_gateways;
    core::interfaces::EngineSnapshot m_snapshot;
    Sending m_sending;
    qint64 m_waiting = 0;
};

} // namespace ui::pages
