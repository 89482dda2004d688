// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/mailing.h"
#include "tests/support/errorline.h"
#include "tests/support/manualclock.h"

#include <QTest>
#include <functional>
#include <limits>

using namespace core::domain;
using namespace std::chrono_literals;

namespace tests {

namespace {

const core::Instant now = at("2024-03-01T08:00:00Z");

Mailing draft()
{
    Mailing mailing;
    mailing.name = u"Spring"_qs;
    mailing.text = u"Hello {name|friend}"_qs;
    mailing.startAt = now + 1h;
    mailing.endAt = now + 3h;
    return mailing;
}

Mailing stored(qint64 id, MailingState state)
{
    Mailing mailing = draft();
    mailing.id = {id};
    mailing.state = state;
    return mailing;
}

QString errorsOf(const Mailing &base, const MailingEdit &edit)
{
    const auto result = edited(base, edit, now);
    return result ? QString() : errorLine(result.error());
}

} // namespace

/** The rules of a mailing's fields, and what makes two mailings twins. */
class MailingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appliesWhatIsNamed()
    {
        QCOMPARE(*edited(draft(), {}, now), draft());

        MailingEdit edit;
        edit.text = u"Another {{text}}"_qs;
        edit.filter = AudienceFilter{{u" 926 "_qs}, {u"vip"_qs, u"VIP"_qs}, {}, AudienceFilter::TagsMode::Any};
        edit.audienceMode = AudienceMode::Live;
        edit.window = SendWindow::create(540, 1080, {}).value();
        edit.repeat = Repeat::Weekly;
        edit.repeatUntil = now + 1000h;
        edit.gateway = core::GatewayId{3};
        edit.rateLimit = 2.5;
        edit.priority = Priority::High;
        edit.allowMissingFields = true;
        const auto mailing = edited(draft(), edit, now);
        QVERIFY(mailing);
        QCOMPARE(mailing->name, u"Spring"_qs);
        QCOMPARE(mailing->text, u"Another {{text}}"_qs);
        QCOMPARE(mailing->filter.operatorCodes, QStringList{u"926"_qs});
        QCOMPARE(mailing->filter.tags, QStringList{u"vip"_qs});
        QCOMPARE(mailing->audienceMode, AudienceMode::Live);
        QCOMPARE(mailing->window->from(), 540);
        QCOMPARE(mailing->repeat, Repeat::Weekly);
        QCOMPARE(mailing->repeatUntil, std::optional(now + 1000h));
        QCOMPARE(mailing->gateway, core::GatewayId{3});
        QCOMPARE(mailing->rateLimit, std::optional(2.5));
        QCOMPARE(mailing->priority, Priority::High);
        QVERIFY(mailing->allowMissingFields);

        MailingEdit clearing;
        clearing.window = std::optional<SendWindow>();
        clearing.rateLimit = std::optional<double>();
        clearing.repeat = Repeat::None;
        const auto cleared = edited(*mailing, clearing, now);
        QVERIFY(!cleared->window && !cleared->rateLimit && !cleared->repeatUntil);
    }

    void refusesAFieldAndSaysWhy_data()
    {
        QTest::addColumn<MailingEdit>("edit");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *expected, const std::function<void(MailingEdit &)> &change) {
            MailingEdit edit;
            change(edit);
            QTest::newRow(name) << edit << QString::fromLatin1(expected);
        };
        row("blank text", "text text:empty", [](MailingEdit &e) { e.text = u" \n"_qs; });
        row("2000 characters", "", [](MailingEdit &e) { e.text = QString(2000, u'я'); });
        row("2001 characters", "text text:too_long 2000", [](MailingEdit &e) { e.text = QString(2001, u'я'); });
        row("2000 emoji", "", [](MailingEdit &e) { e.text = u"😀"_qs.repeated(2000); });
        row("lone brace", "text template:lone_brace 3", [](MailingEdit &e) { e.text = u"a } b"_qs; });
        row("120 characters", "", [](MailingEdit &e) { e.name = QString(120, u'я'); });
        row("121 characters", "name name:too_long 120", [](MailingEdit &e) { e.name = QString(121, u'я'); });
        row("code", "filter.operator_codes operator_code 12", [](MailingEdit &e) {
            e.filter = AudienceFilter{{u"12"_qs}, {}, {}, {}};
        });
        row("no start", "start_at time:missing", [](MailingEdit &e) { e.startAt = core::Instant{}; });
        row("no end", "end_at time:missing", [](MailingEdit &e) { e.endAt = core::Instant{}; });
        row("end = start", "end_at end_at:before_start", [](MailingEdit &e) { e.endAt = e.startAt = now + 1h; });
        row("end before start", "end_at end_at:before_start", [](MailingEdit &e) { e.startAt = now + 4h; });
        row("end now", "end_at end_at:past", [](MailingEdit &e) {
            e.startAt = now - 1h;
            e.endAt = now;
        });
        row("started in the past", "", [](MailingEdit &e) { e.startAt = now - 1h; });
        row("as long as a day", "", [](MailingEdit &e) {
            e.repeat = Repeat::Daily;
            e.endAt = now + 25h;
        });
        row("longer than a day", "repeat repeat:too_short", [](MailingEdit &e) {
            e.repeat = Repeat::Daily;
            e.endAt = now + 25h + 1s;
        });
        row("series ends before it starts", "repeat_until repeat_until:before_start", [](MailingEdit &e) {
            e.repeat = Repeat::Daily;
            e.repeatUntil = now + 1h;
        });
        row("rate of nothing", "rate_limit rate:range", [](MailingEdit &e) { e.rateLimit = 0.0; });
        row("negative rate", "rate_limit rate:range", [](MailingEdit &e) { e.rateLimit = -1.0; });
        row("no number", "rate_limit rate:range",
            [](MailingEdit &e) { e.rateLimit = std::numeric_limits<double>::quiet_NaN(); });
        row("all at once",
            "name name:too_long 120; text text:empty; filter.operator_codes operator_code x; end_at end_at:before_start; "
            "rate_limit rate:range",
            [](MailingEdit &e) {
                e.name = QString(121, u'n');
                e.text = QString();
                e.filter = AudienceFilter{{u"x"_qs}, {}, {}, {}};
                e.endAt = now;
                e.rateLimit = 0.0;
            });
    }

    void refusesAFieldAndSaysWhy()
    {
        QFETCH(MailingEdit, edit);
        QFETCH(QString, expected);
        QCOMPARE(errorsOf(draft(), edit), expected);
    }

    void theNameOfAMailingThatIsOverMayBeMended()
    {
        Mailing finished = stored(1, MailingState::Finished);
        finished.startAt = now - 2h;
        finished.endAt = now - 1h;
        MailingEdit rename;
        rename.name = u"Better"_qs;
        QCOMPARE(errorsOf(finished, rename), QString());
        MailingEdit later;
        later.endAt = now - 30min;
        QCOMPARE(errorsOf(finished, later), u"end_at end_at:past"_qs);
        finished.state = MailingState::Paused;
        QCOMPARE(errorsOf(finished, rename), u"end_at end_at:past"_qs);
    }

    void namesItselfAfterTheText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("short") << u"Hello there"_qs << u"Hello there"_qs;
        QTest::newRow("line breaks") << u" Hello\n\n there "_qs << u"Hello there"_qs;
        QTest::newRow("40 characters") << QString(40, u'x') << QString(40, u'x');
        QTest::newRow("40 characters in words")
            << QString(30, u'x') + u" yyyyyyyyy"_qs << QString(30, u'x') + u" yyyyyyyyy"_qs;
        QTest::newRow("ends at a word") << u"The quick brown fox jumps over the lazy dog"_qs
                                        << u"The quick brown fox jumps over the lazy"_qs;
        QTest::newRow("word ends at 40") << QString(40, u'x') + u" y"_qs << QString(40, u'x');
        QTest::newRow("one long word") << QString(50, u'x') << QString(40, u'x');
        QTest::newRow("never half a pair") << QString(39, u'x') + u"😀😀"_qs << QString(39, u'x');
    }

    void namesItselfAfterTheText()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        QCOMPARE(nameFromText(text), name);
        MailingEdit edit;
        edit.name = u"  "_qs;
        edit.text = text;
        QCOMPARE(edited(draft(), edit, now)->name, name);
    }

    void recognisesTwins_data()
    {
        QTest::addColumn<Mailing>("other");
        QTest::addColumn<bool>("twin");
        const auto row = [](const char *name, bool twin, const std::function<void(Mailing &)> &change) {
            Mailing other = stored(2, MailingState::Running);
            change(other);
            QTest::newRow(name) << other << twin;
        };
        row("same", true, [](Mailing &) {});
        row("other name", true, [](Mailing &m) { m.name = u"x"_qs; });
        row("scheduled", true, [](Mailing &m) { m.state = MailingState::Scheduled; });
        row("paused", true, [](Mailing &m) { m.state = MailingState::Paused; });
        row("finished", true, [](Mailing &m) { m.state = MailingState::Finished; });
        row("draft", false, [](Mailing &m) { m.state = MailingState::Draft; });
        row("cancelled", false, [](Mailing &m) { m.state = MailingState::Cancelled; });
        row("itself", false, [](Mailing &m) { m.id = {1}; });
        row("other text", false, [](Mailing &m) { m.text += u'!'; });
        row("other filter", false, [](Mailing &m) { m.filter.tags = {u"vip"_qs}; });
        row("touches the end", false, [](Mailing &m) {
            m.startAt = now + 3h;
            m.endAt = now + 4h;
        });
        row("touches the start", false, [](Mailing &m) {
            m.startAt = now;
            m.endAt = now + 1h;
        });
        row("overlaps a little", true, [](Mailing &m) { m.endAt = now + 1h + 1ms; });
        row("child of its series", false, [](Mailing &m) { m.seriesId = {1}; });
        row("child of another series", true, [](Mailing &m) { m.seriesId = {9}; });
    }

    void recognisesTwins()
    {
        QFETCH(Mailing, other);
        QFETCH(bool, twin);
        QCOMPARE(isTwin(stored(1, MailingState::Scheduled), other), twin);
    }

    void newMailingsHaveTwinsToo()
    {
        QVERIFY(isTwin(draft(), stored(2, MailingState::Running)));
        QVERIFY(isTwin(draft(), stored(0, MailingState::Running))); // neither has a number or a series yet
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::MailingTest)
#include "mailingtest.moc"
