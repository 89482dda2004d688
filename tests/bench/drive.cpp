// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/drive.h"

#include "app/logfile.h"
#include "core/dispatch/dispatcher.h"
#include "tests/support/builders.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QThread>
#include <ctime>

namespace tests::bench {

using namespace std::chrono_literals;
using namespace core;
using domain::MessageStatus;

namespace {

class NoSecrets final : public interfaces::SecretStore
{
public:
    Result<QByteArray> seal(const QByteArray &plain) override { return plain; }
    Result<QByteArray> open(const QByteArray &sealed) override { return sealed; }
    Result<QString> exportKey() override { return QString(); }
    Status importKey(const QString &) override { return {}; }
};

/** A dispatcher on a thread of its own; stopped and gone when this goes. */
class DispatchThread
{
public:
    DispatchThread(BenchWorkspace &workspace, interfaces::GatewayFactory &gateways, const Clock &clock)
        : m_dispatcher(new dispatch::Dispatcher(
              {workspace.workspace().executor(), workspace.workspace().changes(), gateways, m_secrets, clock}))
    {
        m_dispatcher->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_dispatcher, &QObject::deleteLater);
        m_thread.start();
        QMetaObject::invokeMethod(m_dispatcher, &dispatch::Dispatcher::start);
    }
    ~DispatchThread()
    {
        QEventLoop untilStopped;
        QObject::connect(m_dispatcher, &dispatch::Dispatcher::stopped, &untilStopped, &QEventLoop::quit);
        QMetaObject::invokeMethod(m_dispatcher, &dispatch::Dispatcher::stop);
        untilStopped.exec();
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(DispatchThread)

private:
    NoSecrets m_secrets;
    QThread m_thread;
    dispatch::Dispatcher *m_dispatcher;
};

} // namespace

double processSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

domain::Mailing benchMailing()
{
    const Instant now = SystemClock().now();
    return aMailing().text(QStringLiteral("Добрый день, {name}! Ваш заказ готов.")).times(now, now + 12h);
}

Result<Drive> driveMailing(BenchWorkspace &workspace, interfaces::GatewayFactory &gateways, const domain::Mailing &mailing)
{
    HELIOGRAPH_ASSIGN(const MailingId id, workspace.startMailing(mailing));
    HELIOGRAPH_ASSIGN(const domain::StatusCounts before, workspace.counts(id));

    const SystemClock clock;
    app::LogFile log(workspace.path(QStringLiteral("log")), {}, clock);
    HELIOGRAPH_TRY(log.open());
    const app::LogRedirection redirection(log, false);

    Drive drive;
    drive.messages = before[MessageStatus::Pending];
    const double usedBefore = processSeconds();
    QElapsedTimer timer;
    timer.start();
    const DispatchThread running(workspace, gateways, clock);
    QEventLoop untilSent;
    Result<domain::StatusCounts> counts;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &untilSent, [&] {
        counts = workspace.counts(id);
        if (!counts || (*counts)[MessageStatus::Pending] + (*counts)[MessageStatus::Sending] == 0)
            untilSent.quit();
    });
    look.start(20ms);
    untilSent.exec();
    drive.seconds = double(timer.nsecsElapsed()) / 1e9;
    drive.processSeconds = processSeconds() - usedBefore;
    if (!counts)
        return Failure(std::move(counts.error()));
    if ((*counts)[MessageStatus::Sent] != drive.messages)
        return Failure(
            Error::make(ErrorKind::Internal, "bench.not_sent", {}, QString::number((*counts)[MessageStatus::Sent])));
    return drive;
}

} // namespace tests::bench
