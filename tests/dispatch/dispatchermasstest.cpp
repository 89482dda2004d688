// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/dispatch/runningengine.h"

using namespace std::chrono_literals;

namespace tests {

/** Through a gateway that takes thousands a second, messages are claimed and committed as sending in one step. */
class DispatcherMassTest : public QObject
{
    Q_OBJECT

    static constexpr int clients = 6000;

    /** Running so fast that the next claim will be of this kind; thousands still wait. */
    static std::unique_ptr<Engine> fastEngine(MailingId &id, const MailingBuilder &mailing = aMailing())
    {
        auto engine = std::make_unique<Engine>(clients);
        engine->setGateway([](core::domain::GatewayProfile &profile) { profile.connections = 400; });
        id = engine->add(mailing);
        engine->start();
        for (int i = 0; i < 1000 && engine->workspace.data.begunAtClaim == 0; ++i)
            engine->settle(1);
        return engine;
    }

    static int repeated(Engine &engine)
    {
        QSet<qint64> ids;
        for (const ScriptedRequest &request : engine.script().requests())
            ids.insert(request.requestId);
        return int(engine.script().requests().size() - ids.size());
    }

private Q_SLOTS:
    void sendsEveryMessageOnce()
    {
        MailingId id;
        const auto engine = fastEngine(id);
        QVERIFY(engine->workspace.data.begunAtClaim > 0);
        engine->pass(3s);
        QCOMPARE(engine->counts(id)[MessageStatus::Sent], clients);
        QCOMPARE(engine->script().requests().size(), clients);
        QCOMPARE(repeated(*engine), 0);
        QCOMPARE(engine->state(id), MailingState::Finished);
    }

    void severalBatchesAreAskedForAtOnceAndNoneIsLarger()
    {
        MailingId id;
        const auto engine = fastEngine(id);
        engine->workspace.executor.hold();
        engine->settle(3);
        const int before = engine->workspace.data.begunAtClaim;
        engine->workspace.executor.resume();
        const int atOnce = engine->workspace.data.begunAtClaim - before;
        QVERIFY2(atOnce > 500, qPrintable(QString::number(atOnce)));
        engine->pass(3s);
        QCOMPARE(engine->counts(id)[MessageStatus::Sent], clients);
        QCOMPARE(engine->workspace.data.mostBegunAtClaim, 500);
    }

    void aGatewayThatRecognisesNoRepeatsGetsNoneAhead()
    {
        Engine engine(clients);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.connections = 400; });
        engine.script().setRecognisesRepeats(false);
        const MailingId id = engine.add();
        engine.start();
        engine.pass(5s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], clients);
        QCOMPARE(engine.workspace.data.begunAtClaim, 0);
    }

    void aServerWhoseCommitsMayBeInDoubtGetsNoneAhead()
    {
        Engine engine(clients);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.connections = 400; });
        engine.workspace.executor.setTellsOfEveryCommit(false);
        const MailingId id = engine.add();
        engine.start();
        engine.pass(5s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], clients);
        QCOMPARE(engine.workspace.data.begunAtClaim, 0);
    }

    void manyMailingsTogetherGetNoMoreAheadThanBeginsSoon()
    {
        Engine engine(100);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.connections = 10; });
        engine.script().always(GatewayStep::accept().after(100ms));
        QList<MailingId> ids;
        for (int i = 0; i < 25; ++i)
            ids << engine.add(aMailing().name(QString::number(i)));
        engine.start();
        qint64 most = 0;
        for (int i = 0; i < 150; ++i) {
            engine.pass(100ms);
            qint64 sending = 0;
            for (const MailingId id : std::as_const(ids))
                sending += engine.counts(id)[MessageStatus::Sending];
            most = std::max(most, sending);
        }
        // A hundred a second: fifty in half a second, ten open, and what was marked before.
        QVERIFY2(most <= 130, qPrintable(QString::number(most)));
    }

    void aLimitedRateGetsNoneAhead()
    {
        Engine engine(clients);
        engine.setGateway([](core::domain::GatewayProfile &profile) {
            profile.connections = 400;
            profile.rate = 5000;
        });
        const MailingId id = engine.add();
        engine.start();
        engine.pass(5s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], clients);
        QCOMPARE(engine.workspace.data.begunAtClaim, 0);
    }

    void aPauseWhileTheyAreCommittedBringsThemBack()
    {
        MailingId id;
        const auto engine = fastEngine(id);
        engine->script().always(GatewayStep::accept().after(10s));
        engine->workspace.executor.hold();
        engine->settle(2);
        engine->set(id, [](core::domain::Mailing &mailing) { mailing.state = MailingState::Paused; });
        engine->workspace.executor.resume();
        engine->settle();
        const auto begun = engine->script().requests().size();
        QVERIFY(begun < clients);
        engine->pass(20s, 500ms);
        QCOMPARE(engine->script().requests().size(), begun);
        QCOMPARE(engine->counts(id)[MessageStatus::Sending], 0);
        QCOMPARE(engine->counts(id)[MessageStatus::Sent], begun);
        QCOMPARE(engine->counts(id)[MessageStatus::Pending], clients - begun);

        engine->script().always(GatewayStep::accept());
        engine->set(id, [](core::domain::Mailing &mailing) { mailing.state = MailingState::Running; });
        engine->pass(5s);
        QCOMPARE(engine->counts(id)[MessageStatus::Sent], clients);
        QCOMPARE(repeated(*engine), 0);
    }

    void whatIsEditedWhileTheyAreCommittedGoesOutAsEdited()
    {
        MailingId id;
        const auto engine = fastEngine(id, aMailing().text(QStringLiteral("old")));
        engine->script().always(GatewayStep::accept().after(1s));
        engine->workspace.executor.hold();
        engine->settle(1);
        engine->set(id, [](core::domain::Mailing &mailing) { mailing.text = QStringLiteral("new"); });
        engine->workspace.executor.resume();
        engine->settle();
        const auto begun = engine->script().requests().size();
        QVERIFY(begun < clients);
        engine->script().always(GatewayStep::accept());
        engine->pass(5s);
        QCOMPARE(engine->counts(id)[MessageStatus::Sent], clients);
        QCOMPARE(repeated(*engine), 0);
        for (qsizetype i = begun; i < clients; ++i)
            QCOMPARE(engine->script().requests()[i].text, QStringLiteral("new"));
    }

    void whoMayNotBeWrittenToOrCannotIsLeftOut()
    {
        auto engine = std::make_unique<Engine>(0);
        for (int i = 1; i <= clients; ++i) {
            ClientBuilder client = aClient().phone(i).timezone(i % 10 == 0 ? QStringLiteral("Asia/Vladivostok")
                                                                           : QStringLiteral("Europe/Moscow"));
            if (i % 10 != 5)
                client = client.attribute(QStringLiteral("name"), QString::number(i));
            (void)*engine->workspace.clients.insert(client);
        }
        engine->setGateway([](core::domain::GatewayProfile &profile) { profile.connections = 400; });
        const auto window = core::domain::SendWindow::create(9 * 60, 18 * 60, {});
        const auto start = engine->clock.now();
        const MailingId id =
            engine->add(aMailing().text(QStringLiteral("Hi {name}")).times(start, start + 24h).window(*window));
        engine->start();
        engine->pass(5s);
        QVERIFY(engine->workspace.data.begunAtClaim > 0);
        QCOMPARE(engine->counts(id)[MessageStatus::Sent], 4800);
        QCOMPARE(engine->counts(id)[MessageStatus::Failed], 600);
        QCOMPARE(engine->counts(id)[MessageStatus::Pending], 600);
        QCOMPARE(engine->script().requests().size(), 4800);
    }

    void stopGivesBackWhatDidNotBegin()
    {
        MailingId id;
        const auto engine = fastEngine(id);
        engine->workspace.executor.hold();
        engine->settle(1);
        engine->dispatcher.stop();
        engine->workspace.executor.resume();
        engine->pass(2s);
        QCOMPARE(engine->counts(id)[MessageStatus::Sending], 0);
        QCOMPARE(engine->counts(id)[MessageStatus::Sent], engine->script().requests().size());
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::DispatcherMassTest)
#include "dispatchermasstest.moc"
