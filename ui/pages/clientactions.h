// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What is done to one or many chosen clients, with its undo.
 */
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "ui/context.h"
#include "ui/navigator.h"

#include <QList>
#include <QObject>

namespace ui::pages {

/** Thread: main. */
class ClientActions : public QObject
{
    Q_OBJECT

public:
    ClientActions(const Context &context, Navigator &navigator, QObject *parent);

    void remove(const QList<core::ClientId> &ids);
    void setOptedOut(const QList<core::ClientId> &ids, bool out);
    void addTag(const QList<core::ClientId> &ids, const QString &label);
    void removeTag(const QList<core::ClientId> &ids, const QString &label);

Q_SIGNALS:
    void done(); ///< the directory is different now
    void failed(const core::Error &error);

private:
    template <typename Future>
    void run(const Future &future); ///< and tells how it ended

    const Context &m_context;
    Navigator &m_navigator;
};

} // namespace ui::pages
