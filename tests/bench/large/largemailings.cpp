// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/large/largemailings.h"

#include <algorithm>

namespace tests::bench {

using namespace std::chrono_literals;
using namespace core;
using domain::MailingState;

namespace {

constexpr Milliseconds finishedSpan = 6h;
constexpr Milliseconds runningSince = 2h;
constexpr qint64 openAtOnce = 500;

/** The last two run, the four before them have not begun, the two before these pause; every 20th was cancelled. */
MailingState stateOf(int number, int mailings)
{
    if (number >= mailings - 2)
        return MailingState::Running;
    if (number >= mailings - 6)
        return number % 2 == 0 ? MailingState::Draft : MailingState::Scheduled;
    if (number >= mailings - 8)
        return MailingState::Paused;
    return number % 20 == 3 ? MailingState::Cancelled : MailingState::Finished;
}

bool hasBegun(MailingState state)
{
    return state != MailingState::Draft && state != MailingState::Scheduled;
}

/** Its share of the messages, against those of the others. */
qint64 weightOf(int number, int mailings)
{
    const MailingState state = stateOf(number, mailings);
    if (!hasBegun(state))
        return 0;
    // Others have 1 … 9, five on the average: a running one has about a tenth of all.
    return state == MailingState::Running ? qint64{mailings} * 9 / 16 : 1 + number * 7919 % 9;
}

domain::Mailing described(int number, MailingState state, const LargeShape &shape)
{
    domain::Mailing mailing;
    mailing.name = QStringLiteral("Mailing %1").arg(number + 1);
    mailing.text = number % 4 == 0 ? QStringLiteral("Добрый день, {name}! Заказ {contract} готов.")
                                   : QStringLiteral("Добрый день! Новости недели %1 на нашей странице.").arg(number);
    mailing.state = state;
    if (number % 3 == 0)
        mailing.filter.tags = {QStringLiteral("Tag%1").arg(1 + number % 200)};
    mailing.startAt = shape.now - largeYear + largeYear * number / (shape.mailings + 2);
    if (state == MailingState::Running)
        mailing.startAt = shape.now - runningSince;
    else if (!hasBegun(state))
        mailing.startAt = shape.now + 24h;
    mailing.endAt = mailing.startAt + 24h;
    mailing.createdAt = mailing.startAt - (hasBegun(state) ? 1h : 25h);
    mailing.updatedAt = mailing.createdAt;
    if (state == MailingState::Finished && number % 11 == 0)
        mailing.archivedAt = mailing.endAt;
    return mailing;
}

/** How far it came. */
void setProgress(LargeMailing &large)
{
    const MailingState state = large.mailing.state;
    large.span = finishedSpan;
    large.handled = large.size;
    if (state == MailingState::Running) {
        large.handled = large.size * 6 / 10;
        large.open = std::min(openAtOnce, large.size / 100);
        // What was handled ends now.
        large.span = runningSince * large.size / std::max<qint64>(large.handled, 1);
    } else if (state == MailingState::Paused || state == MailingState::Cancelled) {
        large.handled = large.size / 2;
    }
    if (state == MailingState::Cancelled)
        large.rest = domain::MessageStatus::Cancelled;
}

} // namespace

QList<LargeMailing> largeMailings(const LargeShape &shape)
{
    qint64 all = 0;
    for (int number = 0; number < shape.mailings; ++number)
        all += weightOf(number, shape.mailings);

    QList<LargeMailing> mailings;
    qint64 weight = 0;
    qint64 given = 0;
    for (int number = 0; number < shape.mailings; ++number) {
        LargeMailing large;
        large.number = number;
        large.mailing = described(number, stateOf(number, shape.mailings), shape);
        large.hasFields = number % 4 == 0;
        weight += weightOf(number, shape.mailings);
        const qint64 due = shape.messages * weight / all - given;
        given += due;
        large.size = std::min(due, shape.clients);
        large.firstClient = 1 + number * qint64{104'729} % (shape.clients - large.size + 1);
        setProgress(large);
        mailings << large;
    }
    return mailings;
}

} // namespace tests::bench
