// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Looking at messages: lists, one with its attempts and its exact text.
 */
#pragma once

#include "core/interfaces/executor.h"
#include "core/interfaces/messagerepository.h"

namespace core::services {

struct MessageDetails
{
    domain::Message message;
    QList<domain::Attempt> attempts;
    std::optional<QString> text; ///< nothing: not sent yet, or no longer kept
};

/** Thread: any. Holds nothing but a reference. */
class MessageService
{
public:
    explicit MessageService(interfaces::Executor &executor);

    QFuture<Result<domain::Page<domain::Message>>> page(const interfaces::MessageQuery &query,
                                                        const domain::PageRequest &request);
    QFuture<Result<qint64>> count(const interfaces::MessageQuery &query);
    QFuture<Result<MessageDetails>> details(MessageId id);

private:
    interfaces::Executor &m_executor;
};

} // namespace core::services
