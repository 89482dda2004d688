// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/restthread.h"

#include "core/base/logging.h"

namespace app {

RestThread::RestThread(Backend &backend, const core::Clock &clock)
    : m_parts{.clients = backend.services().clients,
              .mailings = backend.services().mailings,
              .messages = backend.services().messages,
              .audiences = backend.services().audiences,
              .statistics = backend.services().statistics,
              .gateways = backend.services().gateways,
              .settings = backend.services().settings,
              .imports = backend.services().imports,
              .accounts = backend.services().accounts,
              .history = backend.services().history,
              .changes = backend.changes(),
              .monitor = backend.engine().monitor(),
              .clock = clock,
              .version = QStringLiteral(HELIOGRAPH_VERSION),
              .instances = [this] { return m_instances.load(); }},
      m_there(new QObject)
{
    m_thread.setObjectName(QStringLiteral("rest"));
    m_there->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_there, &QObject::deleteLater);
    // Whoever has the right: somebody dispatches.
    m_instances = backend.engine().isRightDecided() ? 1 : 0;
    connect(&backend.engine(), &Engine::rightDecided, this, [this] { m_instances = 1; });
    connect(&backend.engine(), &Engine::stopped, this, [this] { m_instances = 0; });
}

RestThread::~RestThread()
{
    m_thread.quit();
    m_thread.wait();
}

void RestThread::start(const core::rest::ListenOptions &options)
{
    m_thread.start();
    QMetaObject::invokeMethod(m_there, [this, options] { listen(options); });
}

void RestThread::listen(const core::rest::ListenOptions &options)
{
    m_interface = new core::rest::Interface(m_parts, m_there);
    // Its imports end with it: whoever hears of the end waits for nothing more.
    connect(m_interface, &core::rest::Interface::finished, m_interface, &QObject::deleteLater);
    connect(m_interface, &QObject::destroyed, this, &RestThread::stopped);
    const auto address = m_interface->listen(options);
    if (!address) {
        Q_EMIT failed(address.error());
        return;
    }
    const bool isV6 = address->host.protocol() == QAbstractSocket::IPv6Protocol;
    const QString url =
        QStringLiteral("%1://%2:%3")
            .arg(options.certificateFile.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"),
                 isV6 ? u'[' + address->host.toString() + u']' : address->host.toString(), QString::number(address->port));
    qCInfo(core::logRest).noquote().nospace() << "rest listening=" << url << ' ';
    Q_EMIT listening(url);
}

void RestThread::stop()
{
    if (!m_thread.isRunning()) {
        QMetaObject::invokeMethod(this, &RestThread::stopped, Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(m_there, [this] {
        if (m_interface)
            m_interface->stop();
    });
}

} // namespace app
