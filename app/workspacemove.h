// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Moves the workspace of the window onto a server: asked for while the window is open, done once it is closed.
 *
 * The copy may not share the workspace with anybody who sends or writes, so app/desktop lets go of everything in between.
 * What is copied, and the promises, are core/storage/databasecopy's.
 */
#pragma once

#include "core/interfaces/workspacemove.h"
#include "core/secrets/keyring.h"
#include "core/settings/desktopsettings.h"
#include "core/storage/databaseurl.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <memory>
#include <optional>

namespace ui::dialogs {
class MoveDialog;
}

namespace app {

/**
 * One per opening of a workspace. Destroying it waits for a batch of the copy, for a server that is being looked at (10 s at
 * most for each of its addresses), and for a keyring as long as that is patient. Thread: main.
 */
class WorkspaceMove final : public QObject, public core::interfaces::WorkspaceMove
{
    Q_OBJECT

public:
    /** Who says where the workspace lies: only the settings can be changed by the move. */
    enum class NamedBy {
        Settings,
        Person, ///< with an option or a variable
        Nobody, ///< it is the demo's, and gone when that ends
    };

    /** What is given outlives it. @param from  the workspace; @param keyring  nullptr: none is used */
    WorkspaceMove(core::storage::DatabaseUrl from, NamedBy namedBy, core::settings::DesktopSettings &settings,
                  core::secrets::Keyring *keyring);
    ~WorkspaceMove() override;

    [[nodiscard]] QString place() const override;
    [[nodiscard]] core::Status possible() const override;
    QFuture<core::Status> check(const core::domain::ServerPlace &to) override;
    void begin(const core::domain::ServerPlace &to) override;

    [[nodiscard]] core::Status canKeepPassword() const override;

    [[nodiscard]] bool isBegun() const { return m_dialog != nullptr; }
    /** Its dialog, once it is begun. */
    void bringToFront();
    /** The program is to end instead: nothing begins any more. */
    void forget();
    /**
     * After begin(), once the workspace is closed: copies, until that is done or given up and the person knows, with an
     * event loop of its own. @return where the workspace is then; nothing: the program is to end
     */
    std::optional<core::storage::DatabaseUrl> run();

Q_SIGNALS:
    void begun(); ///< close the workspace
    void ended();

private:
    enum class Why { Wished, ProgramEnds };

    void copy();
    void conclude(const core::Status &copied);
    void stop(Why why);
    void remember();
    [[nodiscard]] core::Status copyTo(const core::storage::DatabaseUrl &to);

    const core::storage::DatabaseUrl m_from;
    const NamedBy m_namedBy;
    core::settings::DesktopSettings &m_settings;
    core::secrets::Keyring *m_keyring;
    core::domain::ServerPlace m_place;
    std::unique_ptr<ui::dialogs::MoveDialog> m_dialog;
    std::optional<core::storage::DatabaseUrl> m_next;
    bool m_isForgotten = false;
    bool m_isCopying = false;
    std::atomic<bool> m_isStopped = false; ///< read by the copy
    QThreadPool m_pool;                    ///< the last member: it works with the others
};

} // namespace app
