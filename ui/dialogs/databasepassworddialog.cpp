// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/databasepassworddialog.h"

#include "ui/editors/field.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/permissions.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui::dialogs {

DatabasePasswordDialog::DatabasePasswordDialog(const QString &server, const QString &user, bool canKeep, QWidget *parent)
    : QDialog(parent), m_server(server), m_user(user), m_explanation(feedback::label("dim", this)),
      m_banner(new feedback::Banner(this)), m_password(new QLineEdit), m_field(new editors::Field(m_password, this)),
      m_keep(new QCheckBox(this)), m_cancel(new QPushButton(this)), m_connect(new QPushButton(this))
{
    setObjectName(QStringLiteral("databasePasswordDialog"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/heliograph.svg")));
    layOut();
    offer(m_keep, canKeep
                      ? core::Status()
                      : core::Status(tl::unexpect, core::Error::make(core::ErrorKind::Unavailable, "keyring.unavailable")));
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_connect, &QPushButton::clicked, this, &DatabasePasswordDialog::submit);
    retranslate();
}

void DatabasePasswordDialog::layOut()
{
    m_password->setObjectName(QStringLiteral("databasePasswordEdit"));
    m_keep->setObjectName(QStringLiteral("keepDatabasePasswordCheck"));
    m_cancel->setObjectName(QStringLiteral("cancelDatabasePasswordButton"));
    m_connect->setObjectName(QStringLiteral("connectDatabaseButton"));
    m_banner->setObjectName(QStringLiteral("databasePasswordBanner"));
    m_password->setEchoMode(QLineEdit::Password);
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    m_cancel->setAutoDefault(false);
    m_connect->setProperty("kind", QStringLiteral("primary"));
    m_connect->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, theme::cardPadding);
    column->setSpacing(3 * theme::space);
    for (QWidget *part : std::initializer_list<QWidget *>{m_explanation, m_banner, m_field, m_keep})
        column->addWidget(part);
    column->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_connect);
    column->addLayout(buttons);
    setMinimumWidth(440);
    m_password->setFocus();
}

void DatabasePasswordDialog::submit()
{
    if (m_isTrying || m_password->text().isEmpty())
        return;
    m_banner->clear();
    Q_EMIT given(m_password->text(), m_keep->isChecked() && m_keep->isEnabled());
}

void DatabasePasswordDialog::showTrying()
{
    setTrying(true);
}

void DatabasePasswordDialog::showError(const core::Error &error)
{
    setTrying(false);
    m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(error));
    m_password->setFocus();
    m_password->selectAll();
}

void DatabasePasswordDialog::setTrying(bool trying)
{
    m_isTrying = trying;
    m_password->setReadOnly(trying); // not disabled: the focus stays where it is
    m_connect->setEnabled(!trying);
    m_connect->setText(trying ? tr("Connecting…") : tr("Connect"));
}

void DatabasePasswordDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DatabasePasswordDialog::retranslate()
{
    setWindowTitle(tr("Heliograph: password of the database"));
    m_explanation->setText(m_user.isEmpty() ? tr("The workspace lies in %1.").arg(m_server)
                                            : tr("The workspace lies in %1, which you enter as %2.").arg(m_server, m_user));
    m_field->setLabel(tr("Password of the database"));
    m_keep->setText(tr("Keep in the keyring"));
    m_cancel->setText(tr("Cancel"));
    setTrying(m_isTrying);
}

} // namespace ui::dialogs
