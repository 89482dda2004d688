// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What goes wrong in a mailing, what will be tried again included, most frequent first; each is a link to the messages.
 */
#pragma once

#include "core/domain/statistics.h"

#include <QWidget>

class QGridLayout;

namespace ui::pages {

/** Thread: main. */
class ErrorLinks : public QWidget
{
    Q_OBJECT

public:
    explicit ErrorLinks(QWidget *parent = nullptr);

    void setErrors(const QList<core::domain::ErrorCount> &errors);

Q_SIGNALS:
    void chosen(const QString &label); ///< as in the statistics

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr int mostShown = 4;

    void rebuild();

    QList<core::domain::ErrorCount> m_errors;
    QGridLayout *m_grid;
};

} // namespace ui::pages
