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
    return named && filtered && (!kind || step.kind == *kind);
}

namespace {

constexpr const char *sqlite = "sqlite";
constexpr const char *postgresql = "postgresql";

const QList<PlanException> &allExceptions()
{
    using enum CostlyStep::Kind;
    static const QList<PlanException> exceptions{
        // Clients
        {"client_page_*",
         {"client_has_phone", "client_has_phone_between", "client_has_phone_between_too", "client_has_word",
          "client_has_word_too", "client_is_among_tagged", "client_has_operator_code", "client_has_timezone",
          "client_is_opted_out"},
         Sort,
         "what the filter finds, as keys: ids and what they are sorted by. By id none needs more than 100 ms; a third of "
         "all clients in another order takes 240 ms"},
        {"client_page_*",
         {"client_has_phone_widely_between", "client_is_opted_out", "client_is_not_opted_out", "client_has_operator_code"},
         Scan,
         "in the order of the list until the page is full; only where nobody fits it reads everybody, 200 ms, and with "
         "PostgreSQL, for a rare code by phone, 1 200"},
        {"client_count",
         {},
         Scan,
         "a count looks at everybody whom no index tells apart; asked once, after the page: 20 to 200 ms"},
        {"audience_by_*", {}, Scan, "an audience is counted whole, for the check sheet, beside what people do"},
        {"audience_by_*", {}, Sort, "groups are zones and codes, at most a thousand; see above"},
        {"audience_sample", {"client_has_operator_code"}, Sort, "ids only, from the index; the first 200 are kept", sqlite},
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
        {"message_count_by_*", {}, {}, "all messages of one mailing, asked every few seconds at most (StatisticsService)"},
        {"message_total_add", {}, Sort, "the messages of one batch that is removed, 500", sqlite},
        {"mailing_removal_add", {}, Sort, "the same", sqlite},
        {"mailing_error_recount", {}, Sort, "a repair reads the messages of one mailing", postgresql},
        {"message_recount", {}, Sort, "one row: how many are sending", postgresql},
        {"activity_since", {}, {}, "ten groups; a day is 40 000 slots at most, 5 ms"},
        // PostgreSQL, which weighs a walk in the order of the list against a sort of what the filter finds
        {"client_page_*",
         {"client_has_phone_between", "client_has_word", "client_has_word_too", "client_has_timezone",
          "client_is_opted_out"},
         {},
         "by the values at hand: 30 ms by id, 220 by something else, 400 for two frequent words",
         postgresql},
        {"event_page_*",
         {"event_has_action", "event_by_actor"},
         {},
         "walks where an action or somebody is frequent, else goes by the index; 80 ms for an action that never happened",
         postgresql},
        {"message_page_*",
         {"message_has_final_status", "message_has_error_of", "message_has_digits"},
         {},
         "walks where the status is frequent, else goes by its index; errors and digits are looked for within what that "
         "leaves",
         postgresql},
        {"message_count",
         {"message_has_error_of"},
         {},
         "errors over all mailings: the statuses with errors, or the index of what waits after one",
         postgresql},
        {"audience_insert", {"client_has_operator_code"}, Sort, "the 5 000 clients of a step at most", postgresql},
        {"message_list_out_of_step", {}, Sort, "the clients of a step, at most 5 000", postgresql, true},
        {"tag_counts",
         {},
         Sort,
         "by tag to count them, where it does not hash them: 420 ms; and the tags themselves",
         postgresql},
        {"import_count_*", {}, Scan, "an import as a whole, before it is taken back: 400 ms", postgresql},
    };
    return exceptions;
}

} // namespace

QList<const PlanException *> planExceptions(const QString &database)
{
    QList<const PlanException *> exceptions;
    for (const PlanException &exception : allExceptions()) {
        if (!exception.database || database == QLatin1String(exception.database))
            exceptions << &exception;
    }
    return exceptions;
}

} // namespace tests
