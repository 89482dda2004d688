// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Makes clients of a column of pasted phones and gives them a tag, so that a mailing can be sent to just them.
 *
 * How phones are read and written is the import's business (core/services/importservice); opened by the mailing editor.
 */
#pragma once

#include "core/base/result.h"
#include "core/services/importrequest.h"
#include "ui/context.h"

#include <QDialog>
#include <stop_token>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ui::editors {
class Field;
}
namespace ui::feedback {
class Banner;
}

namespace ui::dialogs {

/** What was pasted, phone by phone: split at line ends, commas, semicolons and tabs; blanks are dropped. */
[[nodiscard]] QStringList pastedPhones(const QString &text);

/**
 * Opened with open(); stays open to say what was refused, and for more. Clients that are there already keep everything and
 * get the tag. Closing it while it works stops it; what is in stays in. Thread: main.
 */
class PastePhonesDialog : public QDialog
{
    Q_OBJECT

public:
    /** @param tag  what the clients are to get; can be changed */
    PastePhonesDialog(const Context &context, const QString &tag, QWidget *parent);
    ~PastePhonesDialog() override;

Q_SIGNALS:
    void pasted(const QString &tag); ///< at least one client has it now

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void submit();
    void finish(const core::Result<core::csv::ImportReport> &report);
    void showReport(const core::csv::ImportReport &report);
    [[nodiscard]] QString refusals(const core::csv::ImportReport &report) const;
    void showNumber();
    void retranslate();

    const Context &m_context;
    std::stop_source m_stop;
    QStringList m_phones; ///< as handed to the import, for its lines
    bool m_running = false;
    QLabel *m_explanation;
    QPlainTextEdit *m_text;
    QLineEdit *m_tag;
    editors::Field *m_textField;
    editors::Field *m_tagField;
    feedback::Banner *m_banner;
    QLabel *m_number;
    QPushButton *m_close;
    QPushButton *m_add;
};

} // namespace ui::dialogs
