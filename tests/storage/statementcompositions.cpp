// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/statementcompositions.h"

namespace tests {

namespace {

/** Every filter of `left` with every filter of `right`. */
QList<Filter> both(const QList<Filter> &left, const QList<Filter> &right)
{
    QList<Filter> filters;
    for (const Filter &one : left) {
        for (const Filter &other : right)
            filters << one + other;
    }
    return filters;
}

QList<Filter> clientFilters()
{
    const Names phone{"client_has_phone_between"};
    const Names phones{"client_has_phone_between", "client_has_phone_between_too"};
    const Names phoneOrWord{"client_has_phone_between", "client_has_word_too"};
    const Names phonesOrWord{"client_has_phone_between", "client_has_phone_between_too", "client_has_word_too"};
    const Names widely{"client_has_phone_widely_between", "client_has_phone_between_too", "client_has_word_too"};
    const Names word{"client_has_word"};
    const Names tagged{"client_is_among_tagged"};
    const Names reachable{"client_is_not_opted_out"};
    return {{},
            {{"client_has_phone"}},
            {phone},
            {phones},
            {phoneOrWord},
            {phonesOrWord},
            {widely},
            {word},
            {word, word},
            {{"client_has_operator_code"}},
            {tagged},
            {tagged, reachable},
            {{"client_has_operator_code"}, tagged},
            {{"client_has_timezone"}},
            {{"client_is_opted_out"}},
            {reachable}};
}

QList<Filter> audienceFilters()
{
    const Names code{"client_has_operator_code"};
    const Names any{"client_has_any_tag"};
    const Names none{"client_has_no_tag"};
    return {{}, {code}, {any}, {{"client_has_all_tags"}}, {none}, {code, any, none}};
}

QList<Filter> eventFilters()
{
    const Names few{"event_by_actor_among_few"};
    return {{},
            {{"event_has_action"}},
            {{"event_of_mailing"}},
            {{"event_of_mailing"}, few},
            {{"event_of_client"}},
            {{"event_of_client"}, few},
            {{"event_of_message"}},
            {{"event_by_actor"}}};
}

/** As core/storage/messagereading composes them: by status wherever an index begins with it. */
QList<Filter> messageFilters()
{
    const Names mailing{"message_of_mailing"};
    const Names status{"message_has_status"};
    const Names sending{"message_is_sending"};
    const Names anywhere{"message_has_final_status"};
    const Names client{"message_of_client"};
    const Names phone{"message_has_phone"};
    const Names digits{"message_has_digits"};
    const Names error{"message_has_error_of"};
    const Names waits{"message_waits_again"};
    return {{anywhere},
            {client},
            {client, {"message_has_status_of"}},
            {phone},
            {digits},
            {anywhere, digits},
            {mailing, status},
            {mailing, sending},
            {digits, status, mailing},
            {mailing, client, status},
            {mailing, phone, status},
            {mailing, digits, status},
            {mailing, error, status},
            {mailing, error, waits},
            {error, anywhere},
            {error, waits}};
}

QList<Filter> timedMessageFilters()
{
    const Names since{"message_ended_since"};
    const Names until{"message_ended_until"};
    const Names anywhere{"message_has_final_status"};
    const QList<Filter> ofWhom{{anywhere},
                               {{"message_of_mailing"}, {"message_has_status"}},
                               {{"message_of_mailing"}, {"message_has_error_of"}, {"message_has_status"}},
                               {{"message_of_client"}, anywhere},
                               {{"message_has_phone"}, anywhere},
                               {{"message_has_digits"}, anywhere}};
    return both(ofWhom, {{since}, {until}, {since, until}});
}

} // namespace

QList<Composition> statementCompositions()
{
    const QList<Filter> reached = both(audienceFilters(), {{{"client_is_not_opted_out"}}});
    const QList<Filter> times{{{"event_since"}}, {{"event_until"}}, {{"event_since"}, {"event_until"}}};
    const QList<Filter> mailings{{}, {{"mailing_is_not_archived"}}, {{"mailing_has_state"}}, {{"mailing_contains"}}};
    const Names afterClient{"client_page_after_descending", "client_page_after_ascending"};
    const Names afterEvent{"event_page_after_descending", "event_page_after_ascending"};
    const Names events{"event_page_descending", "event_page_ascending"};
    return {
        {{"client_page_descending", "client_page_ascending"},
         clientFilters(),
         {"client_sort_id", "client_sort_phone", "client_sort_operator_code", "client_sort_updated_at"},
         afterClient},
        {{"client_page_by_timezone_descending", "client_page_by_timezone_ascending"},
         clientFilters(),
         {"client_sort_timezone"},
         afterClient},
        {{"client_count"}, clientFilters()},
        {{"client_count"}, both(audienceFilters(), {{{"client_is_opted_out"}}})},
        {{"client_count"}, both(reached, {{{"client_lacks_attribute"}}})},
        {{"audience_by_timezone", "audience_by_operator_code", "audience_insert"}, reached},
        {{"audience_sample"}, both(reached, {{{"client_is_after"}}})},
        {{"message_list_out_of_step"}, audienceFilters()},
        {events, eventFilters(), {"event_sort_id"}, afterEvent},
        {events, both(eventFilters(), times), {"event_sort_time"}, afterEvent},
        {{"event_count"}, eventFilters() + both(eventFilters(), times)},
        {{"mailing_page_descending", "mailing_page_ascending"},
         mailings,
         {"mailing_sort_id", "mailing_sort_start_at", "mailing_sort_name"},
         {"mailing_page_after_descending", "mailing_page_after_ascending"}},
        {{"mailing_count"}, mailings},
        {{"message_page_descending", "message_page_ascending"},
         messageFilters() + QList<Filter>{{}},
         {},
         {"message_is_before", "message_is_after"}},
        {{"message_page_by_end_descending", "message_page_by_end_ascending"},
         timedMessageFilters(),
         {},
         {"message_ended_before_row", "message_ended_after_row"}},
        {{"message_count"}, messageFilters() + timedMessageFilters()},
        {{"user_page_descending", "user_page_ascending"},
         {{}},
         {"user_sort_id", "user_sort_email"},
         {"user_page_after_descending", "user_page_after_ascending"}},
        {{"token_page_descending", "token_page_ascending"},
         {{{"token_of_user"}}},
         {"token_sort_id"},
         {"token_page_after_descending", "token_page_after_ascending"}},
    };
}

} // namespace tests
