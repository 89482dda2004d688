// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demoworkspace.h"
#include "core/domain/timezonename.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using app::DemoWorkspace;
using core::domain::MailingState;
using core::domain::MessageStatus;

namespace tests {

namespace {

constexpr int patience = 20'000;
constexpr int clients = 20;

template <typename T>
core::Result<T> result(const QFuture<core::Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        return core::Failure(core::Error::make(core::ErrorKind::Timeout, "test.timeout"));
    return future.result();
}

} // namespace

class DemoWorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(home.isValid());
        qputenv("HELIOGRAPH_KEY_FILE", home.filePath(u"workspace.key"_qs).toLocal8Bit());
    }

    void isFilledAsANewcomerWouldFillIt()
    {
        const ManualClock clock("2026-11-20T09:00:00Z");
        const auto demo = *DemoWorkspace::create(clients, clock);
        QSignalSpy ready(demo.get(), &DemoWorkspace::ready);
        QSignalSpy failed(demo.get(), &DemoWorkspace::failed);

        demo->fill();

        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
        QCOMPARE(failed.count(), 0);
        app::Services &services = demo->backend().services();
        QCOMPARE(result(services.clients.count({})).value_or(-1), clients);
        const auto page = result(services.clients.page({}, {}));
        QVERIFY(page && !page->rows.isEmpty());
        for (const core::domain::Client &client : page->rows) {
            QVERIFY(client.attributes.contains(u"name"_qs) && client.attributes.contains(u"city"_qs));
            QVERIFY(!client.tags.isEmpty() && !client.timezone.isEmpty());
        }
        const auto gateways = result(services.gateways.list());
        QVERIFY(gateways && gateways->size() == 1);
        QCOMPARE(gateways->first().profile.kind, u"simulator"_qs);
        QVERIFY(gateways->first().profile.isDefault);
        const auto mailing = result(services.mailings.find(ready.first().first().value<core::MailingId>()));
        QVERIFY(mailing && mailing->text.contains(u"{name|"_qs));
    }

    void itsWindowLiesAroundNow_data()
    {
        QTest::addColumn<QByteArray>("now"); // Moscow is three hours ahead

        QTest::newRow("at noon") << QByteArray("2026-11-20T09:00:00Z");
        QTest::newRow("after midnight") << QByteArray("2026-11-20T21:01:00Z");
        QTest::newRow("before midnight") << QByteArray("2026-11-20T20:59:00Z");
        QTest::newRow("two hours before midnight") << QByteArray("2026-11-20T19:00:00Z");
        QTest::newRow("in the small hours") << QByteArray("2026-11-20T01:30:00Z");
    }

    void itsWindowLiesAroundNow()
    {
        QFETCH(QByteArray, now);
        const ManualClock clock(now.constData());
        const auto demo = *DemoWorkspace::create(1, clock);
        QSignalSpy ready(demo.get(), &DemoWorkspace::ready);

        demo->fill();

        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
        const auto mailing =
            result(demo->backend().services().mailings.find(ready.first().first().value<core::MailingId>()));
        QVERIFY(mailing && mailing->window);
        const QTimeZone moscow = core::domain::timeZone(u"Europe/Moscow"_qs);
        const QTimeZone vladivostok = core::domain::timeZone(u"Asia/Vladivostok"_qs);
        using namespace std::chrono_literals;
        QVERIFY(mailing->window->isOpen(clock.now() - 1h, moscow));
        QVERIFY(mailing->window->isOpen(clock.now() + 1h, moscow));
        QVERIFY2(!mailing->window->isOpen(clock.now(), vladivostok), "somebody has to wait, or the window shows nothing");
        QVERIFY2(mailing->endAt <= clock.now() + 60s, "a demo ends within a minute");
    }

    void theNumbersAddUp()
    {
        const core::SystemClock clock;
        const auto demo = *DemoWorkspace::create(clients, clock);
        QSignalSpy ready(demo.get(), &DemoWorkspace::ready);
        demo->backend().engine().start();
        demo->fill();
        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
        const auto id = ready.first().first().value<core::MailingId>();
        core::domain::MailingStatistics now;
        const auto isFinished = [&] {
            now = result(demo->backend().services().statistics.mailing(id)).value_or(now);
            return now.state == MailingState::Finished;
        };

        QTRY_VERIFY_WITH_TIMEOUT(isFinished(), 60'000);

        QCOMPARE(now.counts.total(), clients);
        QCOMPARE(now.counts.done(), clients);
        QVERIFY(now.counts[MessageStatus::Sent] > 0);
        QVERIFY2(now.counts[MessageStatus::Expired] >= 4, "Vladivostok and Novosibirsk are outside of their hours");
    }

    void itsFolderGoesWithIt()
    {
        const core::SystemClock clock;
        QString folder;
        {
            const auto demo = *DemoWorkspace::create(1, clock);
            folder = demo->folder();
            QVERIFY(QFileInfo::exists(folder));
        }
        QVERIFY(!QFileInfo::exists(folder));
    }

    void withoutRoomForItsFolderThereIsNoDemo()
    {
        const core::SystemClock clock;
        const QByteArray before = qgetenv("TMPDIR");
        qputenv("TMPDIR", "/proc"); // nobody can make a folder there
        const auto demo = DemoWorkspace::create(1, clock);
        before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);

        QVERIFY(!demo);
        QCOMPARE(demo.error().code, u"demo.folder"_qs);
    }

private:
    QTemporaryDir home;
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::DemoWorkspaceTest)
#include "demoworkspacetest.moc"
