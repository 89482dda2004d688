// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/mailing.h"
#include "tests/support/errorline.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace core::domain;
using enum core::domain::MailingState;
using enum core::domain::MailingAction;

namespace tests {

namespace {

constexpr MailingState states[]{Draft, Scheduled, Running, Paused, Finished, Cancelled};
constexpr MailingAction actions[]{Schedule, Start, Pause, Resume, Cancel, Finish, Retry};

} // namespace

/** Every state with every action, and the words for them. */
class MailingStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionHasItsPlaces_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QStringList>("allowed"); // action=state
        const auto row = [](const char *name, MailingState state, const char *allowed) {
            QTest::newRow(name) << int(state) << QString::fromLatin1(allowed).split(u' ', Qt::SkipEmptyParts);
        };
        row("draft", Draft, "schedule=scheduled start=scheduled");
        row("scheduled", Scheduled, "start=running pause=paused cancel=cancelled finish=finished");
        row("running", Running, "pause=paused cancel=cancelled finish=finished retry=running");
        row("paused", Paused, "resume=scheduled cancel=cancelled finish=finished");
        row("finished", Finished, "retry=running");
        row("cancelled", Cancelled, "");
    }

    void everyActionHasItsPlaces()
    {
        QFETCH(int, state);
        QFETCH(QStringList, allowed);
        Mailing mailing;
        mailing.state = static_cast<MailingState>(state);
        mailing.pausedFrom = Scheduled;
        QStringList possible;
        for (const MailingAction action : actions) {
            const auto next = stateAfter(mailing, action);
            if (next) {
                possible.append(toText(action) + u'=' + toText(*next));
                continue;
            }
            QCOMPARE(errorLine(next.error()), u"Conflict mailing.state %1|%2"_qs.arg(toText(mailing.state), toText(action)));
        }
        QCOMPARE(possible, allowed);
    }

    void resumesWhereItWasPaused()
    {
        Mailing mailing;
        mailing.state = Paused;
        mailing.pausedFrom = Running;
        QCOMPARE(*stateAfter(mailing, Resume), Running);
    }

    void nothingHappensToADeletedMailing()
    {
        Mailing mailing;
        mailing.archivedAt = at("2024-03-01T08:00:00Z");
        for (const MailingState state : states) {
            mailing.state = state;
            for (const MailingAction action : actions)
                QCOMPARE(errorLine(stateAfter(mailing, action).error()), u"Conflict mailing.archived"_qs);
        }
    }

    void isActiveWhileItMaySend()
    {
        QStringList active;
        for (const MailingState state : states) {
            if (isActive(state))
                active.append(toText(state));
        }
        QCOMPARE(active, (QStringList{u"scheduled"_qs, u"running"_qs, u"paused"_qs}));
    }

    void awaitsItsStartUntilItHasRun()
    {
        QStringList waiting;
        for (const MailingState state : states) {
            for (const MailingState from : {Scheduled, Running}) {
                Mailing mailing;
                mailing.state = state;
                mailing.pausedFrom = from;
                if (awaitsStart(mailing))
                    waiting.append(toText(state) + u'/' + toText(from));
            }
        }
        QCOMPARE(waiting, (QStringList{u"scheduled/scheduled"_qs, u"scheduled/running"_qs, u"paused/scheduled"_qs}));
    }

    void wordsLeadBackToTheirValues()
    {
        for (const MailingState state : states)
            QCOMPARE(mailingStateFromText(toText(state)), std::optional(state));
        for (const AudienceMode mode : {AudienceMode::Frozen, AudienceMode::Live})
            QCOMPARE(audienceModeFromText(toText(mode)), std::optional(mode));
        for (const Priority priority : {Priority::Normal, Priority::High})
            QCOMPARE(priorityFromText(toText(priority)), std::optional(priority));
        for (const Repeat repeat : {Repeat::None, Repeat::Daily, Repeat::Weekly, Repeat::Monthly})
            QCOMPARE(repeatFromText(toText(repeat)), std::optional(repeat));
        QCOMPARE(toText(Repeat::Weekly), u"weekly"_qs);
        QCOMPARE(toText(AudienceMode::Live), u"live"_qs);
        QCOMPARE(toText(Priority::High), u"high"_qs);
    }

    void otherWordsLeadNowhere()
    {
        QVERIFY(!mailingStateFromText(u"Running"_qs));
        QVERIFY(!audienceModeFromText({}));
        QVERIFY(!priorityFromText(u"low"_qs));
        QVERIFY(!repeatFromText(u"yearly"_qs));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::MailingStateTest)
#include "mailingstatetest.moc"
