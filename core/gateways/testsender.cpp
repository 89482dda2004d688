// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateways/testsender.h"

#include <QPromise>
#include <unordered_map>

namespace core::gateways {

using Answer = Result<interfaces::GatewayAnswer>;

namespace {

/** A promise is kept even if nobody comes to it any more. */
class Trial
{
public:
    Trial() { m_promise.start(); }
    ~Trial() { tell(Failure(Error::make(ErrorKind::Cancelled, "gateway.test_cancelled"))); }
    Q_DISABLE_COPY_MOVE(Trial)

    void tell(const Answer &answer)
    {
        if (m_told)
            return;
        m_told = true;
        m_promise.addResult(answer);
        m_promise.finish();
    }
    [[nodiscard]] QFuture<Answer> future() const { return m_promise.future(); }

private:
    QPromise<Answer> m_promise;
    bool m_told = false;
};

} // namespace

/** The gateways that are being tried. */
class TestSender::Worker final : public QObject
{
public:
    explicit Worker(interfaces::GatewayFactory &factory) : m_factory(factory) {}

    void run(const std::shared_ptr<Trial> &trial, const domain::GatewayProfile &profile, const QByteArray &secret,
             const interfaces::OutgoingMessage &message)
    {
        auto made = m_factory.make(profile, secret);
        if (!made) {
            trial->tell(Failure(made.error()));
            return;
        }
        interfaces::Gateway *gateway = made->get();
        m_gateways.emplace(gateway, *std::move(made));
        gateway->send(message, profile.timeout, [this, gateway, trial](const interfaces::GatewayAnswer &answer) {
            trial->tell(answer);
            // Not here, inside its own call.
            QMetaObject::invokeMethod(
                this, [this, gateway] { m_gateways.erase(gateway); }, Qt::QueuedConnection);
        });
    }

private:
    interfaces::GatewayFactory &m_factory;
    std::unordered_map<interfaces::Gateway *, std::unique_ptr<interfaces::Gateway>> m_gateways;
};

TestSender::TestSender(interfaces::GatewayFactory &factory) : m_worker(new Worker(factory))
{
    m_thread.setObjectName(QStringLiteral("gateway test"));
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

TestSender::~TestSender()
{
    m_thread.quit();
    m_thread.wait();
}

QFuture<Answer> TestSender::send(const domain::GatewayProfile &profile, const QByteArray &secret,
                                 const interfaces::OutgoingMessage &message)
{
    const auto trial = std::make_shared<Trial>();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, trial, profile, secret, message] { worker->run(trial, profile, secret, message); },
        Qt::QueuedConnection);
    return trial->future();
}

} // namespace core::gateways
