// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Messages as a table: of one mailing, or of all.
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/message.h"
#include "core/interfaces/messagerepository.h"
#include "ui/models/pagedrows.h"

namespace core::services {
class MessageService;
}

namespace ui::models {

/** Newest first: by id, or by the ending where the query has a time. Thread: main. */
class MessageTableModel : public PagedRows<core::domain::Message>
{
    Q_OBJECT

public:
    enum Column { Phone, ClientName, Mailing, Status, Attempts, Time, LastAnswer, Parts, ColumnCount };
    /** Of one mailing: which one is not told at first. */
    enum class Scope { OneMailing, All };

    MessageTableModel(Scope scope, core::services::MessageService &service, const core::Clock &clock,
                      QObject *parent = nullptr);

    [[nodiscard]] const core::interfaces::MessageQuery &query() const { return m_query; }
    /** Reloads, unless nothing differs. */
    void setQuery(const core::interfaces::MessageQuery &query);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] std::span<const ColumnDoc> columnDocs() const override;
    [[nodiscard]] QFuture<core::Result<core::domain::Page<core::domain::Message>>> load(
        const core::domain::PageRequest &request) override;
    [[nodiscard]] QFuture<core::Result<qint64>> loadCount() override;
    [[nodiscard]] qint64 idOf(const core::domain::Message &message) const override { return message.id.value; }

private:
    [[nodiscard]] QString text(const core::domain::Message &message, int column) const;

    const Scope m_scope;
    core::services::MessageService &m_service;
    const core::Clock &m_clock;
    core::interfaces::MessageQuery m_query;
};

/** When something last happened to the message, or will: "15:21", "again 15:24". */
[[nodiscard]] QString messageTimeText(const core::domain::Message &message, core::Instant now);
/** What the gateway said last, for instance "HTTP 400: number is blocked"; blank when all went well. */
[[nodiscard]] QString lastAnswerText(const core::domain::Message &message);

} // namespace ui::models
