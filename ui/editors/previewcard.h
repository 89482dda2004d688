// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What a real client would read, one client after another.
 */
#pragma once

#include "core/domain/audiencefilter.h"
#include "core/services/audienceservice.h"
#include "ui/context.h"
#include "ui/feedback/card.h"

class QPushButton;

namespace ui::editors {

/** Reads clients of the audience some at a time. Thread: main. */
class PreviewCard : public feedback::Card
{
    Q_OBJECT

public:
    PreviewCard(const Context &context, QWidget *parent = nullptr);

    void setText(const QString &text);
    /** Begins with the first client of that audience. */
    void setFilter(const core::domain::AudienceFilter &filter);
    [[nodiscard]] QString rendered() const { return m_rendered; } ///< for the shown client, else for nobody
    [[nodiscard]] std::optional<core::domain::Client> client() const;

Q_SIGNALS:
    void shown(); ///< another text, or another client

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr int sampleSize = 20;

    void layOut();
    void readMore(core::ClientId after);
    void step(int by);
    void render();
    void retranslate();

    const Context &m_context;
    QPushButton *m_previous;
    QPushButton *m_next;
    QLabel *m_who;
    QLabel *m_bubble;
    QLabel *m_facts;
    core::domain::AudienceFilter m_filter;
    QString m_text;
    QString m_rendered;
    QList<core::domain::Client> m_clients;
    qsizetype m_index = 0;
    bool m_hasMore = false;
    quint64 m_token = 0; ///< names the audience asked for; answers about earlier ones are dropped
};

} // namespace ui::editors
