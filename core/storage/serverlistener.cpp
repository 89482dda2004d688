// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/serverlistener.h"

#include "core/base/logging.h"
#include "core/storage/announcement.h"
#include "core/storage/connection.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QTimer>
#include <QVariant>

namespace core::storage {

namespace {

using namespace std::chrono_literals;

constexpr QLatin1String channel("heliograph_changes");
/** The connection is asked so often whether it lives, or made anew. */
constexpr std::chrono::milliseconds interval = 1s;

/** Lives on the listener's thread. */
class Ear final : public QObject
{
public:
    Ear(DatabaseUrl url, ServerListener::Noticed noticed)
        : m_url(std::move(url)), m_noticed(std::move(noticed)), m_timer(this)
    {
        connect(&m_timer, &QTimer::timeout, this, &Ear::keepListening);
    }

    void begin()
    {
        m_timer.start(interval);
        keepListening();
    }

private:
    void keepListening()
    {
        if (m_connection && m_connection->run("connection_alive"))
            return;
        const bool again = m_listenedOnce;
        m_connection.reset();
        if (const Status listening = listen(); !listening) {
            m_connection.reset();
            qCDebug(logStorage, "event=listener_waits detail=%s ", qUtf8Printable(logValue(listening.error().detail)));
        } else if (again) {
            m_noticed(interfaces::everythingChanged);
        }
    }

    Status listen()
    {
        HELIOGRAPH_ASSIGN(m_connection, Connection::open(m_url, Connection::Access::ReadOnly));
        QSqlDriver *driver = m_connection->driver();
        connect(
            driver, &QSqlDriver::notification, this,
            [this](const QString &, QSqlDriver::NotificationSource, const QVariant &payload) { hear(payload.toString()); });
        if (!driver->subscribeToNotification(channel))
            return Failure(m_connection->classified(driver->lastError(), QStringLiteral("listen")));
        m_listenedOnce = true;
        return {};
    }

    void hear(const QString &text) const
    {
        const auto announcement = Announcement::parse(text);
        if (!announcement || announcement->process != Announcement::ownProcess())
            m_noticed(announcement ? announcement->changes : interfaces::everythingChanged);
    }

    DatabaseUrl m_url;
    ServerListener::Noticed m_noticed;
    std::unique_ptr<Connection> m_connection;
    bool m_listenedOnce = false;
    QTimer m_timer;
};

} // namespace

ServerListener::ServerListener(const DatabaseUrl &url, Noticed noticed)
{
    m_thread.setObjectName(QStringLiteral("storage listener"));
    auto *ear = new Ear(url, std::move(noticed));
    ear->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::started, ear, &Ear::begin);
    QObject::connect(&m_thread, &QThread::finished, ear, &QObject::deleteLater);
    m_thread.start();
}

ServerListener::~ServerListener()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace core::storage
