// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sendingswitch.h"

#include "app/backend.h"
#include "core/settings/desktopsettings.h"

#include <QTemporaryDir>
#include <QtTest>

using app::Backend;
using app::SendingSwitch;
using core::storage::DispatchLock;
using Phase = core::interfaces::SendingPhase;

namespace tests {

/** The engine of the window over a real backend: it sends unless the settings say that it does not. */
class SendingSwitchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder.emplace();
        qputenv("HELIOGRAPH_KEY_FILE", folder->filePath(u"workspace.key"_qs).toLocal8Bit());
        settings.emplace(folder->filePath(u"heliograph.ini"_qs));
        auto opened = Backend::open(url(), clock);
        QVERIFY(opened);
        backend = std::move(*opened);
        sending.emplace(backend->engine(), *settings);
    }

    void cleanup()
    {
        QSignalSpy stopped(&*sending, &SendingSwitch::stopped);
        sending->stop();
        QTRY_COMPARE(stopped.count(), 1); // from whatever state the test has left it in
        sending.reset();
        backend.reset();
        settings.reset();
        folder.reset();
    }

    void sendsUnlessToldNotTo()
    {
        sending->apply();
        QCOMPARE(sending->phase(), Phase::Here);
        QVERIFY2(!rightIsFree(), "whoever sends has the right to");
    }

    void doesNotEvenBeginWhereItIsToldNotTo()
    {
        QVERIFY(settings->setDoesNotSend(true));
        sending->apply();
        QCOMPARE(sending->phase(), Phase::Off);
        QVERIFY2(rightIsFree(), "another program may");
    }

    void switchedOffItFinishesAndGivesTheRightAway()
    {
        sending->apply();
        QVERIFY(settings->setDoesNotSend(true));
        sending->apply();
        QCOMPARE(sending->phase(), Phase::Stopping);
        QTRY_COMPARE(sending->phase(), Phase::Off);
        QVERIFY(rightIsFree());
    }

    void switchedOnAgainItSendsAgain()
    {
        sending->apply();
        QVERIFY(settings->setDoesNotSend(true));
        sending->apply();
        QTRY_COMPARE(sending->phase(), Phase::Off);
        QVERIFY(settings->setDoesNotSend(false));
        sending->apply();
        QCOMPARE(sending->phase(), Phase::Here);
    }

    void whoChangesHisMindWhileItStopsGetsWhatWasLastWanted()
    {
        sending->apply();
        QVERIFY(settings->setDoesNotSend(true));
        sending->apply();
        QVERIFY(settings->setDoesNotSend(false));
        sending->apply();
        QCOMPARE(sending->phase(), Phase::Stopping);
        QTRY_COMPARE(sending->phase(), Phase::Here);
    }

    void waitsWhileAnotherProcessHasTheRight()
    {
        auto other = *DispatchLock::tryTake(url());
        QVERIFY(other);
        sending->apply();
        QCOMPARE(sending->phase(), Phase::Elsewhere);
        other.reset();
        QTRY_COMPARE(sending->phase(), Phase::Here);
    }

private:
    [[nodiscard]] core::storage::DatabaseUrl url() const
    {
        return core::storage::DatabaseUrl::sqliteFile(folder->filePath(u"workspace.db"_qs));
    }
    [[nodiscard]] bool rightIsFree() const
    {
        const auto taken = DispatchLock::tryTake(url()); // and given back
        return taken && *taken;
    }

    core::SystemClock clock;
    std::optional<QTemporaryDir> folder;
    std::optional<core::settings::DesktopSettings> settings;
    std::unique_ptr<Backend> backend;
    std::optional<SendingSwitch> sending;
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::SendingSwitchTest)
#include "sendingswitchtest.moc"
