// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Writing and changing a mailing: text, audience, times, and at the side what a client will read and what will happen.
 */
#pragma once

#include "core/domain/mailing.h"
#include "ui/pages/page.h"

#include <QTimer>

class QLabel;
class QPushButton;

namespace ui::feedback {
class Banner;
}

namespace ui::editors {

class AudienceCard;
class OutlookCard;
class PreviewCard;
class ScheduleCard;
class TextCard;

/**
 * A draft is stored by itself while it is written; a mailing that is scheduled or running only on "Save changes", since
 * that takes effect at once. Errors stand beside their fields.
 *
 * Thread: main.
 */
class MailingEditor : public pages::Page
{
    Q_OBJECT

public:
    MailingEditor(const Context &context, Navigator &navigator, QWidget *parent = nullptr);

    void begin(); ///< a new mailing
    void open(core::MailingId id);
    void leave(); ///< another page is shown now: what can be stored of a draft is

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString parentTitle() const override;
    [[nodiscard]] QString badge() const override;
    [[nodiscard]] QWidget *titleActions() override { return m_actions; }
    void activated() override;

Q_SIGNALS:
    void finished(core::MailingId id); ///< started, scheduled or saved
    void closed();                     ///< there is nothing to edit

protected:
    void retranslate() override;

private:
    enum class Errors { Show, Hide };

    void makeActions();
    void layOut();
    void watch();
    void load(const core::domain::Mailing &mailing);
    void readSurroundings();
    [[nodiscard]] core::Result<core::domain::MailingEdit> collect() const;
    void contentChanged();
    void audienceChanged();
    void countAudience();
    void check();
    /** The server answers again: what could not be counted, checked or stored meanwhile is. */
    void catchUp();
    void save(Errors errors, std::function<void()> then = {});
    void saved(const core::domain::Mailing &mailing);
    void showError(const core::Error &error);
    void showSavedState();
    [[nodiscard]] core::Status mayStore() const;
    void checkAndStart();
    void saveChanges(bool allowDuplicate);
    void sendTest();
    void pastePhones();
    [[nodiscard]] bool isDraft() const { return m_mailing.state == core::domain::MailingState::Draft; }

    core::domain::Mailing m_mailing;                      ///< as stored; without an id: never stored
    std::optional<core::domain::SendWindow> m_quietHours; ///< the workspace's, offered for every new mailing
    bool m_loading = false;                               ///< the form is being filled: nothing of it counts as a change
    bool m_dirty = false;                                 ///< something has not been stored yet
    bool m_touched = false;                               ///< somebody has changed something since the form was filled
    bool m_saving = false;
    std::function<void()> m_saveNext; ///< what was to be stored while something was being stored
    quint64 m_token = 0;              ///< names what is edited; answers about an earlier mailing are dropped
    quint64 m_countToken = 0;
    quint64 m_checkToken = 0;
    qint64 m_parts = -1;
    QTimer m_savePause;
    QTimer m_countPause;
    QTimer m_checkPause;
    QWidget *m_actions;
    QLabel *m_savedLabel;
    QPushButton *m_test;
    QPushButton *m_save;
    QPushButton *m_start;
    feedback::Banner *m_banner;
    TextCard *m_text;
    AudienceCard *m_audience;
    ScheduleCard *m_schedule;
    PreviewCard *m_preview;
    OutlookCard *m_outlook;
};

} // namespace ui::editors
