// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The bar at the left: the program's name, the pages with their counters, and at the foot who is signed in and the engine's
 * state.
 */
#pragma once

#include "ui/navigator.h"

#include <QAbstractButton>
#include <QFrame>
#include <QMap>

class QButtonGroup;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui::shell {

class EngineStatus;

/** A page's entry: its name, and a counter at the right. */
class SideBarButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SideBarButton(QWidget *parent = nullptr);

    void setCounter(const QString &counter);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_counter;
};

/** Thread: main. */
class SideBar : public QFrame
{
    Q_OBJECT

public:
    static constexpr int barWidth = 196;

    explicit SideBar(QWidget *parent = nullptr);

    /** In the order of adding; Ctrl+1 is the first. */
    void addPage(PageId page, const QString &objectName);
    void setPage(PageId page, const QString &title, const QString &counter);
    void setCurrent(PageId page);
    /** Who is signed in; blank: nobody has to, and there is no way out. */
    void setUser(const QString &email);
    [[nodiscard]] EngineStatus *engine() const { return m_engine; }

Q_SIGNALS:
    void pageChosen(ui::PageId page);
    void signOutRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOutAccount();
    void retranslate();

    QVBoxLayout *m_pages;
    QButtonGroup *m_group;
    QMap<PageId, SideBarButton *> m_buttons;
    QWidget *m_account;
    QLabel *m_user;
    QPushButton *m_signOut;
    EngineStatus *m_engine;
};

} // namespace ui::shell
