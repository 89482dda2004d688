// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Storage of the history.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/event.h"
#include "core/domain/page.h"

namespace core::interfaces {

struct EventQuery
{
    MailingId mailing;
    ClientId client;
    MessageId message;
    QString actionPrefix; ///< for instance "gateway."
};

class EventLog
{
public:
    virtual ~EventLog() = default;

    virtual Status append(const domain::Event &event) = 0;
    /** Newest first. */
    virtual Result<domain::Page<domain::Event>> page(const EventQuery &query, const domain::PageRequest &request) = 0;
};

} // namespace core::interfaces
