// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/openinghours.h"

#include "core/dispatch/messagepreparer.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using namespace std::chrono_literals;
using core::Instant;
using core::dispatch::MailingFlow;
using core::dispatch::OpeningHours;
using core::dispatch::Postponed;
using core::dispatch::PreparedMessage;
using core::domain::SendWindow;

namespace tests {

/** OpeningHours, and what the preparer makes of a claimed message with them. */
class OpeningHoursTest : public QObject
{
    Q_OBJECT

    const Instant m_now = at("2024-03-01T08:00:00Z");
    const QString m_moscow = QStringLiteral("Europe/Moscow");
    const QString m_vladivostok = QStringLiteral("Asia/Vladivostok");

    static SendWindow nineToSix() { return *SendWindow::create(9 * 60, 18 * 60, {}); }

    static MailingFlow flowWith(const char *text, std::optional<SendWindow> window = {})
    {
        MailingFlow flow;
        flow.plan.text = *core::domain::MessageTemplate::parse(QString::fromUtf8(text));
        flow.hours = OpeningHours(window);
        return flow;
    }
    core::interfaces::ClaimedMessage claimed() const
    {
        return {.id = {5}, .phone = core::domain::PhoneNumber::fromNumber(79990000001), .timezone = m_moscow};
    }

private Q_SLOTS:
    void agreesWithTheWindowAtEveryHourOfTwoDays()
    {
        OpeningHours hours(nineToSix());
        const QTimeZone zone(m_vladivostok.toLatin1());
        for (Instant now = m_now; now < m_now + 48h; now += 17min) {
            const auto closed = hours.closedUntil(m_vladivostok, now);
            QCOMPARE(!closed, nineToSix().isOpen(now, zone));
            if (closed)
                QCOMPARE(closed, nineToSix().nextOpening(now, zone));
        }
    }

    void keepsZonesApart()
    {
        OpeningHours hours(nineToSix());
        QVERIFY(!hours.closedUntil(m_moscow, m_now));
        QCOMPARE(hours.closedUntil(m_vladivostok, m_now), std::optional(at("2024-03-01T23:00:00Z")));
    }

    void aClockThatJumpsBackIsLookedUpAnew()
    {
        OpeningHours hours(nineToSix());
        QVERIFY(!hours.closedUntil(m_moscow, m_now));
        QVERIFY(hours.closedUntil(m_moscow, m_now - 6h));
    }

    void aZoneThatIsNotKnownHereIsShutAndLookedAtAgain()
    {
        OpeningHours hours(*SendWindow::create(0, 24 * 60, {}));
        const QString unknown = QStringLiteral("Europe/Atlantis");
        QVERIFY(!hours.closedUntil(m_moscow, m_now));
        QCOMPARE(hours.closedUntil(unknown, m_now), std::optional(m_now + OpeningHours::unknownZonePause));
        const Instant again = m_now + OpeningHours::unknownZonePause;
        QCOMPARE(hours.closedUntil(unknown, again), std::optional(again + OpeningHours::unknownZonePause));
    }

    void isAlwaysOpenWithoutAWindow() { QVERIFY(!OpeningHours().closedUntil(m_moscow, m_now)); }

    void thePreparerPutsOffWhoseWindowIsShut()
    {
        MailingFlow flow = flowWith("Hi", nineToSix());
        auto message = claimed();
        message.timezone = m_vladivostok;
        const auto preparation = prepare(message, flow, m_now + 60s, m_now);
        QCOMPARE(std::get<Postponed>(preparation).until, at("2024-03-01T23:00:00Z"));
    }

    void thePreparerRendersAndCountsParts()
    {
        MailingFlow flow = flowWith("Привет, {name|друг}! {phone}");
        const auto preparation = prepare(claimed(), flow, m_now + 60s, m_now);
        const auto &prepared = std::get<PreparedMessage>(preparation);
        QCOMPARE(prepared.text, QStringLiteral("Привет, друг! 79990000001"));
        QCOMPARE(prepared.segments, 1);
        QCOMPARE(prepared.leaseUntil, m_now + 60s);
    }

    void aRepeatAfterADoubtfulRequestKeepsItsText()
    {
        MailingFlow flow = flowWith("a new text");
        auto message = claimed();
        message.firm = true;
        message.firmText = QStringLiteral("the old text");
        const auto preparation = prepare(message, flow, m_now + 60s, m_now);
        QCOMPARE(std::get<PreparedMessage>(preparation).text, QStringLiteral("the old text"));
    }

    void aMissingFieldFailsTheMessageAndNamesTheField()
    {
        MailingFlow flow = flowWith("Hi {name}");
        const auto preparation = prepare(claimed(), flow, m_now + 60s, m_now);
        const auto &outcome = std::get<core::interfaces::MessageOutcome>(preparation);
        QCOMPARE(outcome.status, core::domain::MessageStatus::Failed);
        QCOMPARE(outcome.error->kind, core::domain::AnswerKind::Template);
        QCOMPARE(outcome.error->answer, QStringLiteral("name"));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::OpeningHoursTest)
#include "openinghourstest.moc"
