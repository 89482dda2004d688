// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Fills a throw-away workspace as a newcomer would: a client list from a CSV file, the simulated gateway, one mailing.
 *
 * Goes through the same services as everything else; nothing in it is pretended but the gateway.
 */
#pragma once

#include "app/backend.h"

#include <QObject>
#include <QTemporaryDir>

namespace app {

/** Thread: main. */
class DemoWorkspace : public QObject
{
    Q_OBJECT

public:
    static constexpr int defaultClients = 400;
    static constexpr int mostClients = 100'000;

    /** Creates the directory and the database. Errors: Unavailable demo.folder; those of Backend::open. */
    static core::Result<std::unique_ptr<DemoWorkspace>> create(int clients, const core::Clock &clock);
    ~DemoWorkspace() override;

    [[nodiscard]] Backend &backend() { return *m_backend; }
    [[nodiscard]] const core::storage::DatabaseUrl &url() const { return m_url; }
    [[nodiscard]] QString folder() const { return m_directory.path(); } ///< goes with the object
    /** Imports, connects, and starts the mailing; then ready() or failed(). */
    void fill();

Q_SIGNALS:
    void ready(core::MailingId mailing);
    void failed(const core::Error &error);

private:
    DemoWorkspace(int clients, const core::Clock &clock);

    [[nodiscard]] QByteArray clientList() const;
    void importClients();
    void addGateway();
    void startMailing();
    [[nodiscard]] core::domain::MailingEdit mailing() const;

    const int m_clients;
    const core::Clock &m_clock;
    QTemporaryDir m_directory;
    core::storage::DatabaseUrl m_url;
    core::domain::Actor m_actor;
    std::unique_ptr<Backend> m_backend;
};

} // namespace app
