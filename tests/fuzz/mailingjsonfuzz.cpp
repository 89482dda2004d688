// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The body of POST /api/v1/mailings: what is accepted keeps the rules, reads back as it was, and has a calendar that goes
// on.

#include "core/domain/messagetemplate.h"
#include "core/domain/textrules.h"
#include "core/json/mailingjson.h"
#include "tests/fuzz/jsoninput.h"
#include "tests/fuzz/promise.h"

using namespace core::domain;
using tests::fuzz::promise;
using tests::fuzz::promiseRefusal;

namespace {

constexpr core::Instant now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20}};

void promiseRules(const Mailing &mailing)
{
    promise(!mailing.name.isEmpty() && characterCount(mailing.name) <= maxMailingName, "a mailing has a name");
    promise(MessageTemplate::parse(mailing.text).has_value(), "a mailing's text can be rendered");
    promise(mailing.startAt < mailing.endAt && mailing.endAt > now, "a mailing's end lies ahead of its start and of now");
    promise(*normalised(mailing.filter) == mailing.filter, "a filter is in its stored form");
    promise(!isTwin(mailing, mailing) || !mailing.id.isValid(), "a mailing is not its own twin");
}

void promiseCalendar(const Mailing &mailing)
{
    const QTimeZone zone("America/New_York"); // with clocks that change
    if (mailing.window) {
        const auto opening = mailing.window->nextOpening(mailing.startAt, zone);
        promise(!opening || (*opening >= mailing.startAt && mailing.window->isOpen(*opening, zone)),
                "hours are open when they open, and never before they are asked for");
    }
    const auto next = followingOccurrence(mailing, {}, now, zone);
    promise(next.has_value() <= (mailing.repeat != Repeat::None), "what is not repeated has no next time");
    promise(!next || (next->startAt > mailing.startAt && next->endAt > next->startAt), "the next time comes later");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const auto object = tests::fuzz::objectFrom(data, size);
    if (!object)
        return 0;
    const auto request = core::json::mailingRequestFromJson(*object);
    if (!request) {
        promiseRefusal(request.error());
        return 0;
    }
    const auto mailing = edited(Mailing(), request->edit, now);
    if (!mailing) {
        promiseRefusal(mailing.error());
        return 0;
    }
    promiseRules(*mailing);
    promiseCalendar(*mailing);
    promise(edited(*mailing, {}, now) == *mailing, "an edit of nothing changes nothing");
    const QJsonObject shown = core::json::toJson(*mailing);
    tests::fuzz::promiseTexts(shown);
    const auto again = core::json::mailingChangeFromJson(tests::fuzz::sent(shown));
    promise(again.has_value(), "what is shown can be sent back");
    Mailing expected = *mailing;
    expected.allowMissingFields = false; // not told: who sends it back is asked again
    promise(edited(Mailing(), again->edit, now) == expected, "what is sent back is what was shown");
    return 0;
}
