// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What stands where a list would be: why there is nothing, and what to do about it.
 */
#pragma once

#include <QWidget>
#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ui::feedback {

/** Thread: main. */
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setText(const QString &heading, const QString &advice);
    /** A further offer; the first one is the filled button. The caller translates it through the returned button. */
    QPushButton *addOffer(const QString &objectName, std::function<void()> action);

private:
    QLabel *m_heading;
    QLabel *m_advice;
    QHBoxLayout *m_offers;
};

} // namespace ui::feedback
