// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/planexceptions.h"

#include <algorithm>

namespace tests {

bool PlanException::covers(const ComposedStatement &composed, const CostlyStep &step) const
{
    const QLatin1String pattern(statement);
    const bool named = pattern.endsWith(u'*') ? composed.name.startsWith(pattern.chopped(1)) : composed.name == pattern;
    const bool filtered = fragments.isEmpty() || std::any_of(fragments.begin(), fragments.end(), [&](const char *fragment) {
                              return composed.fragments.contains(QLatin1String(fragment));
                          });
    return named && filtered && step.kind == kind;
}

const QList<PlanException> &planExceptions()
{
    using enum CostlyStep::Kind;
    static const QList<PlanException> exceptions{
        // Clients
        {"client_page_*",
         {"client_has_phone", "client_has_phone_between", "client_has_phone_between_too", "client_has_word",
          "client_is_among_tagged", "client_has_operator_code", "client_has_timezone"},
         Sort,
         "what the filter finds, as keys: ids and what they are sorted by. By id none needs more than 100 ms; a third of "
         "all clients in another order takes 240 ms"},
        {"client_page_*",
         {"client_has_phone_widely_between", "client_is_opted_out", "client_is_not_opted_out", "client_has_operator_code"},
         Scan,
         "in the order of the list until the page is full; only where nobody fits it reads everybody, 200 ms"},
        {"client_count",
         {},
         Scan,
         "a count looks at everybody whom no index tells apart; asked once, after the page: 20 to 200 ms"},
        {"audience_by_*", {}, Scan, "an audience is counted whole, for the check sheet, beside what people do"},
        {"audience_by_*", {}, Sort, "groups are zones and codes, at most a thousand; see above"},
        {"audience_sample", {"client_has_operator_code"}, Sort, "ids only, from the index; the first 200 are kept"},
        {"operator_code_counts", {}, Scan, "the whole index of codes, for completion: 100 ms, asked once"},
        {"operator_code_counts", {}, Sort, "as many as there are codes"},
        {"tag_counts", {}, Scan, "the whole index of tags, for completion: 200 ms, asked once"},
        // History
        {"event_page_*",
         {"event_of_mailing", "event_of_client", "event_of_message"},
         Sort,
         "of one mailing, client or message there are few events"},
        {"event_page_*",
         {"event_has_action"},
         Scan,
         "actions are few, and each is frequent; one that never happened reads half a million events in 130 ms"},
        {"event_find_deleted_client", {}, Scan, "the index of deletions only, the newest first"},
        {"event_count", {}, Scan, "a count reads an index; 20 ms for half a million, 80 by action"},
        // Messages
        {"message_page_*",
         {"message_of_client", "message_has_phone"},
         Sort,
         "a client has a message a mailing, some hundred"},
        {"message_page_*",
         {"message_has_digits"},
         Scan,
         "digits anywhere in a phone have no index; the page looks for them within a mailing, a whole phone goes by its "
         "index"},
        {"message_count", {"message_has_digits"}, Scan, "the same"},
        {"message_page_*",
         {"message_waits_again"},
         Sort,
         "the same with statistics: all that waits after an error, some thousand"},
        {"message_count", {"message_waits_again"}, Scan, "the index of what waits after an error in full: some thousand"},
        {"message_count_by_*", {}, Sort, "all messages of one mailing, asked every few seconds at most (StatisticsService)"},
        {"mailing_error_recount", {}, Sort, "a repair reads the messages of one mailing"},
        {"activity_since", {}, Sort, "ten groups; a day is 40 000 slots at most, 5 ms"},
    };
    return exceptions;
}

} // namespace tests
