// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One client at the side of the table: facts, history, and the form to edit them.
 */
#pragma once

#include "core/domain/client.h"
#include "core/domain/workspacesettings.h"
#include "ui/context.h"

#include <QFrame>
#include <QTimer>

class QFormLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace core::services {
struct ClientVocabulary;
}

namespace ui::pages {

class ClientForm;
class ClientHistory;

/** Hidden while it shows nobody. An unsaved form is not taken away by choosing another row. Thread: main. */
class ClientPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ClientPanel(const Context &context, QWidget *parent = nullptr);

    /** An invalid id hides the panel. */
    void showClient(core::ClientId id);
    void newClient();
    void editClient();
    void refresh(); ///< reads the shown client again
    void setVocabulary(const core::services::ClientVocabulary &vocabulary);
    /** By which the person may edit the shown client, or not. */
    void setSettings(const core::domain::WorkspaceSettings &settings);
    [[nodiscard]] bool isEditing() const;

Q_SIGNALS:
    void saved(core::ClientId id);
    void closed();
    void deleteRequested(core::ClientId id);
    void optOutRequested(core::ClientId id, bool out);
    void eventsRequested(core::ClientId id, const QString &phone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    QWidget *makeFacts();
    void fill();
    void addFact(const QString &name, const QString &value, const QString &note = {});
    void close();
    void offerActions();
    void retranslate();

    const Context &m_context;
    core::ClientId m_id;
    core::domain::Client m_client;
    core::domain::WorkspaceSettings m_settings;
    QLabel *m_heading;
    QPushButton *m_close;
    QStackedWidget *m_stack;
    QFormLayout *m_facts;
    QPushButton *m_edit;
    QPushButton *m_optOut;
    QPushButton *m_delete;
    QPushButton *m_events;
    ClientHistory *m_history;
    ClientForm *m_form;
    QTimer m_minute; ///< keeps "now 14:30 there" true
};

} // namespace ui::pages
