// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/dispatch/runningengine.h"

using namespace std::chrono_literals;
using core::domain::AudienceFilter;
using core::domain::Client;
using core::domain::Mailing;

namespace tests {

/** What people change while a mailing runs, and what that means for messages that have not been sent. */
class DispatcherEditsTest : public QObject
{
    Q_OBJECT

    static AudienceFilter tagged(const QString &tag)
    {
        AudienceFilter filter;
        filter.tags = {tag};
        return filter;
    }
    static void slowDown(Engine &engine, double rate)
    {
        engine.setGateway([rate](core::domain::GatewayProfile &profile) { profile.rate = rate; });
    }
    static qsizetype withText(Engine &engine, const QString &text)
    {
        const auto &requests = engine.script().requests();
        return std::count_if(requests.begin(), requests.end(), [&](const auto &request) { return request.text == text; });
    }
    static void editClient(Engine &engine, int number, const std::function<void(Client &)> &change)
    {
        engine.workspace.executor.write(core::interfaces::Lane::Interactive,
                                        [&](core::interfaces::UnitOfWork &unit) -> core::Status {
                                            Client client = **unit.clients.findByPhone(phoneNumber(number));
                                            change(client);
                                            client.updatedAt = engine.clock.now();
                                            return unit.clients.update(client);
                                        });
        engine.settle();
    }
    static void verifyNobodyGotItTwice(Engine &engine)
    {
        for (int number = 1; number <= 200; ++number)
            QVERIFY(engine.script().acceptedForPhone(phoneNumber(number)) <= 1);
    }

private Q_SLOTS:
    void aTextAppliesToWhatHasNotBeenSent()
    {
        Engine engine(40);
        slowDown(engine, 10);
        const MailingId id = engine.add(aMailing().text(QStringLiteral("old")));
        engine.start();
        engine.pass(1s);
        const auto before = engine.script().requests().size();
        QCOMPARE(withText(engine, QStringLiteral("old")), before);
        engine.set(id, [](Mailing &m) { m.text = QStringLiteral("new {phone}"); });
        engine.pass(6s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 40);
        QCOMPARE(withText(engine, QStringLiteral("old")), before);
        verifyNobodyGotItTwice(engine);
    }

    void aTextThatIsEditedWhileMessagesAreMarkedOrClaimedAppliesToThem_data()
    {
        QTest::addColumn<int>("jobs");
        for (int jobs = 0; jobs < 8; ++jobs)
            QTest::addRow("after %d jobs", jobs) << jobs;
    }
    void aTextThatIsEditedWhileMessagesAreMarkedOrClaimedAppliesToThem()
    {
        QFETCH(int, jobs);
        Engine engine(0);
        for (int i = 1; i <= 6; ++i)
            (void)*engine.workspace.clients.insert(
                aClient().phone(i).attribute(QStringLiteral("name"), QStringLiteral("friend")));
        const MailingId id = engine.add(aMailing().text(QStringLiteral("old")));
        engine.start();
        // Stops in the middle of the work, wherever that is.
        for (int i = 0; i < jobs; ++i)
            QCoreApplication::sendPostedEvents();
        const auto before = engine.script().requests().size();
        engine.workspace.executor.hold();
        QCoreApplication::sendPostedEvents();
        engine.workspace.executor.resume();
        engine.workspace.executor.write(core::interfaces::Lane::Interactive, [id](core::interfaces::UnitOfWork &unit) {
            Mailing mailing = *unit.mailings.find(id);
            mailing.text = QStringLiteral("new {name}");
            return unit.mailings.update(mailing);
        });
        engine.pass(3s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 6);
        QVERIFY(withText(engine, QStringLiteral("old")) <= before + 4); // what was on its way at most
        QCOMPARE(withText(engine, QStringLiteral("old")) + withText(engine, QStringLiteral("new friend")), 6);
    }

    void anEditedFilterAddsWhoMatchesAndSparesWhoDoesNot_data()
    {
        QTest::addColumn<bool>("back");
        QTest::newRow("edited once") << false;
        QTest::newRow("and edited back") << true;
    }
    void anEditedFilterAddsWhoMatchesAndSparesWhoDoesNot()
    {
        QFETCH(bool, back);
        Engine engine(0);
        for (int i = 1; i <= 40; ++i)
            (void)*engine.workspace.clients.insert(
                aClient().phone(i).tags({i <= 20 ? QStringLiteral("a") : QStringLiteral("b")}));
        slowDown(engine, 5);
        const MailingId id = engine.add(aMailing().filter(tagged(QStringLiteral("a"))));
        engine.start();
        engine.pass(1s);
        const auto setFilter = [&engine, id](const QString &tag) {
            engine.workspace.executor.write(core::interfaces::Lane::Interactive,
                                            [&](core::interfaces::UnitOfWork &unit) -> core::Status {
                                                Mailing mailing = *unit.mailings.find(id);
                                                mailing.filter = tagged(tag);
                                                HELIOGRAPH_TRY(unit.mailings.update(mailing));
                                                return unit.mailings.saveAudienceProgress(id, {});
                                            });
            engine.settle();
        };
        setFilter(QStringLiteral("b"));
        engine.pass(1s); // what was marked before the edit may have gone out
        const auto edited = engine.script().requests().size();
        engine.pass(1s);
        if (back) {
            setFilter(QStringLiteral("a"));
            engine.pass(1s);
        }
        const auto editedBack = engine.script().requests().size();
        engine.pass(12s);
        const auto &requests = engine.script().requests();
        for (qsizetype i = edited; i < requests.size(); ++i) {
            const bool toB = requests[i].phone > phoneNumber(20);
            if (!back || i >= editedBack)
                QCOMPARE(toB, !back);
        }
        QCOMPARE(engine.counts(id)[MessageStatus::Pending], 0);
        verifyNobodyGotItTwice(engine);
    }

    void aShorterEndAppliesAtOnce()
    {
        Engine engine(100);
        slowDown(engine, 10);
        const auto start = engine.clock.now();
        const MailingId id = engine.add();
        engine.start();
        engine.pass(1s);
        engine.set(id, [start](Mailing &m) { m.endAt = start + 2s; });
        engine.pass(3s);
        QCOMPARE(engine.state(id), MailingState::Finished);
        for (const ScriptedRequest &request : engine.script().requests())
            QVERIFY(request.at < start + 2s);
    }

    void aLongerEndAppliesToWhatWaitsForARetry()
    {
        Engine engine(1);
        const auto start = engine.clock.now();
        engine.script().next(GatewayStep::fail(AnswerKind::Transient, 500));
        const MailingId id = engine.add(aMailing().times(start, start + 1500ms)); // the retry would come later
        engine.start();
        engine.pass(500ms);
        QCOMPARE(engine.counts(id)[MessageStatus::Pending], 1);
        engine.set(id, [start](Mailing &m) { m.endAt = start + 1h; });
        engine.pass(5s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 1);
    }

    void aWindowAppliesAtOnce()
    {
        Engine engine(100);
        slowDown(engine, 10);
        const MailingId id = engine.add();
        engine.start();
        engine.pass(1s);
        engine.set(id, [](Mailing &m) { m.window = *core::domain::SendWindow::create(20 * 60, 21 * 60, {}); });
        const auto begun = engine.script().requests().size();
        engine.pass(3s);
        QCOMPARE(engine.script().requests().size(), begun);
        QCOMPARE(engine.counts(id)[MessageStatus::Pending], 100 - begun);
    }

    void anotherGatewayTakesOverWhatHasNotBegun()
    {
        Engine engine(60);
        const auto other = *engine.workspace.gateways.insert(aGateway().name(QStringLiteral("other")));
        engine.script().always(GatewayStep::accept().after(500ms));
        const MailingId id = engine.add();
        engine.start();
        engine.pass(700ms);
        const auto begun = engine.script().requests().size();
        engine.set(id, [other](Mailing &m) { m.gateway = other; });
        engine.pass(5s);
        QCOMPARE(engine.script().requests().size(), begun);
        QCOMPARE(engine.factory.script(QStringLiteral("other")).requests().size(), 60 - begun);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 60);
    }

    void whatChangesTheWayToAGatewayAppliesToTheNextRequest_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("newLink");
        QTest::newRow("options of the kind") << QStringLiteral("options") << true;
        QTest::newRow("address") << QStringLiteral("url") << true;
        QTest::newRow("secret") << QStringLiteral("secret") << true;
        QTest::newRow("connections") << QStringLiteral("connections") << true;
        QTest::newRow("rate") << QStringLiteral("rate") << false;
        QTest::newRow("retries") << QStringLiteral("retry") << false;
    }
    void whatChangesTheWayToAGatewayAppliesToTheNextRequest()
    {
        QFETCH(QString, what);
        QFETCH(bool, newLink);
        Engine engine(40);
        engine.script().always(GatewayStep::accept().after(300ms));
        const MailingId id = engine.add();
        engine.start();
        engine.pass(500ms);
        const auto links = engine.factory.secrets().size();
        engine.setGateway([&what](core::domain::GatewayProfile &profile) {
            if (what == u"options")
                profile.options.insert(QStringLiteral("latency"), QStringLiteral("5"));
            else if (what == u"url")
                profile.url += QStringLiteral("v2/");
            else if (what == u"secret")
                profile.sealedSecret = "other";
            else if (what == u"connections")
                profile.connections = 3;
            else if (what == u"rate")
                profile.rate = 50;
            else
                profile.retry.maxAttempts = 2;
        });
        engine.pass(100ms);
        QCOMPARE(engine.factory.secrets().size() - links, newLink ? 1 : 0);
        engine.pass(5s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 40);
        QCOMPARE(engine.script().requests().size(), 40); // what was open by the old link was answered by it
    }

    void whatStillConnectsIsTakenBack_data()
    {
        QTest::addColumn<QString>("edit");
        QTest::newRow("pause") << QStringLiteral("pause");
        QTest::newRow("cancel") << QStringLiteral("cancel");
        QTest::newRow("delete") << QStringLiteral("delete");
        QTest::newRow("another text") << QStringLiteral("text");
    }
    void whatStillConnectsIsTakenBack()
    {
        QFETCH(QString, edit);
        Engine engine(6);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.connections = 6; });
        engine.script().next(GatewayStep::connecting(), 4);
        engine.script().always(GatewayStep::hang());
        const MailingId id = engine.add(aMailing().text(QStringLiteral("old")));
        engine.start();
        engine.pass(500ms);
        QCOMPARE(engine.script().openRequests(), 6);
        engine.set(id, [&](Mailing &m) {
            if (edit == u"pause")
                m.state = MailingState::Paused;
            else if (edit == u"cancel")
                m.state = MailingState::Cancelled;
            else if (edit == u"delete")
                m.archivedAt = engine.clock.now();
            else
                m.text = QStringLiteral("new");
        });
        engine.pass(500ms);
        if (edit == u"text") {
            engine.pass(1s);
            QCOMPARE(withText(engine, QStringLiteral("new")), 4);
            return;
        }
        const StatusCounts counts = engine.counts(id);
        QCOMPARE(engine.script().openRequests(), 2); // what has left is awaited
        QCOMPARE(counts[MessageStatus::Sending], 2);
        QCOMPARE(counts[edit == u"pause" ? MessageStatus::Pending : MessageStatus::Cancelled], 4);
        for (const FakeMessage &entry : std::as_const(engine.workspace.data.messages)) {
            if (entry.message.status != MessageStatus::Sending)
                QCOMPARE(entry.message.attempts, 0);
        }
    }

    void whatConnectsOfOtherMailingsGoesOn()
    {
        Engine engine(2);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.connections = 4; });
        engine.script().always(GatewayStep::connecting());
        const MailingId paused = engine.add();
        const MailingId other = engine.add(aMailing().text(QStringLiteral("another")));
        engine.start();
        engine.pass(500ms);
        QCOMPARE(engine.script().openRequests(), 4);
        engine.set(paused, [](Mailing &m) { m.state = MailingState::Paused; });
        QCOMPARE(engine.script().openRequests(), 2);
        QCOMPARE(engine.counts(paused)[MessageStatus::Pending], 2);
        QCOMPARE(engine.counts(other)[MessageStatus::Sending], 2);
    }

    void aProbeThatIsTakenBackIsFollowedByAnother()
    {
        Engine engine(10);
        engine.script().always(GatewayStep::fail(AnswerKind::Transient));
        const MailingId id = engine.add();
        engine.start();
        engine.pass(2s);
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Open);
        engine.script().always(GatewayStep::connecting());
        engine.pass(5s);
        QCOMPARE(engine.script().openRequests(), 1);
        engine.set(id, [](Mailing &m) { m.state = MailingState::Paused; });
        QCOMPARE(engine.script().openRequests(), 0);
        engine.script().always(GatewayStep::accept());
        engine.set(id, [](Mailing &m) { m.state = MailingState::Running; });
        engine.pass(90s, 1s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 10);
    }

    void anEditedFilterSparesWhoComesBackUnsent()
    {
        Engine engine(4);
        engine.script().always(GatewayStep::refuse().after(400ms)); // a readable no: it is tried again
        const MailingId id = engine.add();
        engine.start();
        engine.pass(200ms);
        QCOMPARE(engine.counts(id)[MessageStatus::Sending], 4);
        engine.workspace.executor.write(core::interfaces::Lane::Interactive,
                                        [id](core::interfaces::UnitOfWork &unit) -> core::Status {
                                            Mailing mailing = *unit.mailings.find(id);
                                            mailing.filter = tagged(QStringLiteral("nobody"));
                                            HELIOGRAPH_TRY(unit.mailings.update(mailing));
                                            return unit.mailings.saveAudienceProgress(id, {});
                                        });
        engine.pass(10s);
        QCOMPARE(engine.script().requests().size(), 4);
        QCOMPARE(engine.counts(id)[MessageStatus::Cancelled], 4);
    }

    void aDoubtfulRequestIsRepeatedAsItWasWhateverWasEdited()
    {
        Engine engine(1);
        const auto other = *engine.workspace.gateways.insert(aGateway().name(QStringLiteral("other")));
        engine.script().next(GatewayStep::lie());
        const MailingId id = engine.add(aMailing().text(QStringLiteral("old")));
        engine.start();
        engine.pass(300ms);
        engine.set(id, [other](Mailing &m) {
            m.text = QStringLiteral("new");
            m.gateway = other;
        });
        editClient(engine, 1, [](Client &client) { client.phone = phoneNumber(77); });
        engine.pass(5s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 1);
        QCOMPARE(engine.factory.script(QStringLiteral("other")).requests().size(), 0);
        QCOMPARE(engine.script().requests().size(), 2);
        QCOMPARE(engine.script().requests().last().text, QStringLiteral("old"));
        QCOMPARE(engine.script().requests().last().phone, phoneNumber(1));
        QCOMPARE(engine.script().accepted().size(), 1);
    }

    void aDoubtfulRequestWhoseGatewayIsGoneBecomesUnknown()
    {
        Engine engine(1);
        const auto other = *engine.workspace.gateways.insert(aGateway().name(QStringLiteral("other")));
        engine.script().next(GatewayStep::lie());
        const MailingId id = engine.add();
        engine.start();
        engine.pass(300ms);
        engine.set(id, [other](Mailing &m) { m.gateway = other; });
        QVERIFY(engine.workspace.gateways.remove(engine.gateway));
        engine.pass(5s);
        QCOMPARE(engine.counts(id)[MessageStatus::Unknown], 1);
        QCOMPARE(engine.factory.script(QStringLiteral("other")).requests().size(), 0);
    }

    void aClientWhoOptsOutGetsNothingMore_data()
    {
        QTest::addColumn<double>("rate");
        QTest::newRow("fast") << 50.0;
        QTest::newRow("slow: long between claim and request") << 2.0;
    }
    void aClientWhoOptsOutGetsNothingMore()
    {
        QFETCH(double, rate);
        Engine engine(60);
        slowDown(engine, rate);
        const MailingId id = engine.add();
        engine.start();
        engine.pass(500ms);
        for (int number = 1; number <= 60; ++number)
            editClient(engine, number, [&](Client &client) { client.optedOutAt = engine.clock.now(); });
        engine.pass(1100ms); // what was marked within the last second may have gone out
        const auto begun = engine.script().requests().size();
        engine.pass(5s);
        QCOMPARE(engine.script().requests().size(), begun);
        QCOMPARE(engine.counts(id)[MessageStatus::OptedOut], 60 - begun);
    }

    void whatWaitsLongForAConnectionIsLookedAtAgainBeforeItGoesOut()
    {
        Engine engine(12);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.timeout = std::chrono::seconds{60}; });
        engine.script().next(GatewayStep::accept(), 4);
        engine.script().always(GatewayStep::hang());
        const MailingId id = engine.add();
        engine.start();
        engine.pass(2s); // four are sent, four hang, some are marked behind them
        for (int number = 1; number <= 12; ++number)
            editClient(engine, number, [&](Client &client) { client.optedOutAt = engine.clock.now(); });
        QCOMPARE(engine.script().requests().size(), 8);
        engine.script().always(GatewayStep::accept());
        engine.script().answerHanging(GatewayStep::accept());
        engine.pass(3s);
        QCOMPARE(engine.script().requests().size(), 8);
        QCOMPARE(engine.counts(id)[MessageStatus::OptedOut], 4);
    }

    void aClientsNewPhoneIsTaken()
    {
        Engine engine(20);
        slowDown(engine, 5);
        const MailingId id = engine.add();
        engine.start();
        engine.pass(500ms);
        editClient(engine, 20, [](Client &client) { client.phone = phoneNumber(99); });
        engine.pass(6s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 20);
        QCOMPARE(engine.script().acceptedForPhone(phoneNumber(99)), 1);
        QCOMPARE(engine.script().acceptedForPhone(phoneNumber(20)), 0);
    }

    void aRetryOfChosenStatusesSendsThoseAndNoOthers()
    {
        Engine engine(3);
        engine.script().forPhone(phoneNumber(1), GatewayStep::fail(AnswerKind::Rejected, 400));
        engine.script().setRecognisesRepeats(false);
        engine.script().forPhone(phoneNumber(2), GatewayStep::cut());
        const MailingId id = engine.add();
        engine.start();
        engine.pass(2s);
        QCOMPARE(engine.counts(id)[MessageStatus::Failed], 1);
        QCOMPARE(engine.counts(id)[MessageStatus::Unknown], 1);
        engine.script().forPhone(phoneNumber(1), GatewayStep::accept());
        engine.workspace.executor.write(
            core::interfaces::Lane::Interactive, [&](core::interfaces::UnitOfWork &unit) -> core::Status {
                HELIOGRAPH_TRY(unit.messages.retry(id, {MessageStatus::Failed}, {}, 100, engine.clock.now()));
                Mailing mailing = *unit.mailings.find(id);
                mailing.state = MailingState::Running;
                return unit.mailings.update(mailing);
            });
        engine.pass(2s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 2);
        QCOMPARE(engine.counts(id)[MessageStatus::Unknown], 1);
        QCOMPARE(engine.script().requests().size(), 4);
        QCOMPARE(engine.script().requests().last().phone, phoneNumber(1));
        const auto rows = engine.workspace.messages.page({.mailing = id}, {.limit = 10})->rows;
        for (const auto &message : rows)
            QCOMPARE(message.attempts, 1); // the retry began again at the first attempt
    }

    void aRetryBeginsAgainAtTheFirstAttempt()
    {
        Engine engine(1);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.retry.maxAttempts = 2; });
        engine.script().always(GatewayStep::refuse());
        const MailingId id = engine.add();
        engine.start();
        engine.pass(6s);
        QCOMPARE(engine.counts(id)[MessageStatus::Failed], 1);
        QCOMPARE(engine.script().requests().size(), 2);
        engine.workspace.executor.write(
            core::interfaces::Lane::Interactive, [&](core::interfaces::UnitOfWork &unit) -> core::Status {
                HELIOGRAPH_TRY(unit.messages.retry(id, {MessageStatus::Failed}, {}, 100, engine.clock.now()));
                Mailing mailing = *unit.mailings.find(id);
                mailing.state = MailingState::Running;
                return unit.mailings.update(mailing);
            });
        engine.pass(6s);
        QCOMPARE(engine.script().requests().size(), 4);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::DispatcherEditsTest)
#include "dispatchereditstest.moc"
