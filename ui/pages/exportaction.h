// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Exports what a page shows: asks for a file, tells in the page's banner how far it is and how it ended.
 */
#pragma once

#include "core/interfaces/clientrepository.h"
#include "core/interfaces/messagerepository.h"
#include "ui/context.h"

#include <QObject>
#include <functional>
#include <stop_token>

namespace core::services {
struct ExportTarget;
}

namespace ui::feedback {
class Banner;
}

namespace ui::pages {

/** One export at a time; a second one stops the first. Thread: main. */
class ExportAction : public QObject
{
    Q_OBJECT

public:
    /** @param banner  of the page, outlives this */
    ExportAction(const Context &context, feedback::Banner &banner, QWidget *parent);
    ~ExportAction() override;

    void exportClients(const core::interfaces::ClientQuery &query);
    /** @param name  proposed for the file, for instance the mailing's name */
    void exportMessages(const core::interfaces::MessageQuery &query, const QString &name);

private:
    using Progress = std::function<void(qint64, qint64)>;
    using Run = std::function<QFuture<core::Result<qint64>>(const core::services::ExportTarget &, const Progress &,
                                                            const std::stop_token &)>;

    void askFile(const QString &name, Run run);
    void start(const QString &path, const Run &run);
    void showProgress(qint64 done, qint64 total);

    const Context &m_context;
    feedback::Banner &m_banner;
    QWidget *m_window;
    std::stop_source m_stop;
    quint64 m_run = 0;
};

} // namespace ui::pages
