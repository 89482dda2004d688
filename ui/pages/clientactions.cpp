// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/clientactions.h"

#include "core/services/clientservice.h"
#include "ui/async.h"

namespace ui::pages {

using Ids = QList<core::ClientId>;

ClientActions::ClientActions(const Context &context, Navigator &navigator, QObject *parent)
    : QObject(parent), m_context(context), m_navigator(navigator)
{}

template <typename Future>
void ClientActions::run(const Future &future)
{
    whenDone(future, this, [this](const auto &result) {
        if (result)
            Q_EMIT done();
        else
            Q_EMIT failed(result.error());
    });
}

void ClientActions::remove(const Ids &ids)
{
    whenDone(m_context.clients.remove(m_context.actor, ids), this,
             [this](const core::Result<QList<core::domain::Client>> &removed) {
                 if (!removed) {
                     Q_EMIT failed(removed.error());
                     return;
                 }
                 const int count = static_cast<int>(removed->size());
                 m_navigator.offerUndo(tr("%Ln client(s) deleted.", nullptr, count), [this, clients = *removed] {
                     run(m_context.clients.restore(m_context.actor, clients));
                 });
                 Q_EMIT done();
             });
}

void ClientActions::setOptedOut(const Ids &ids, bool out)
{
    const auto future = out ? m_context.clients.optOut(m_context.actor, ids) : m_context.clients.optIn(m_context.actor, ids);
    whenDone(future, this, [this, out](const core::Result<Ids> &changed) {
        if (!changed) {
            Q_EMIT failed(changed.error());
            return;
        }
        const int count = static_cast<int>(changed->size());
        const QString said =
            out ? tr("%Ln client(s) opted out.", nullptr, count) : tr("%Ln client(s) opted in again.", nullptr, count);
        // Whoever was so before stays so.
        if (!changed->isEmpty())
            m_navigator.offerUndo(said, [this, ids = *changed, out] {
                run(out ? m_context.clients.optIn(m_context.actor, ids) : m_context.clients.optOut(m_context.actor, ids));
            });
        Q_EMIT done();
    });
}

void ClientActions::addTag(const Ids &ids, const QString &label)
{
    // No undo: some of them may have had the tag before, and would lose it.
    run(m_context.clients.addTag(m_context.actor, ids, label));
}

void ClientActions::removeTag(const Ids &ids, const QString &label)
{
    run(m_context.clients.removeTag(m_context.actor, ids, label));
}

} // namespace ui::pages
