// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/errorlinks.h"

#include "ui/feedback/card.h"
#include "ui/texts/mailingtext.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace ui::pages {

ErrorLinks::ErrorLinks(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(theme::space);
    m_grid->setColumnStretch(0, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    rebuild();
}

void ErrorLinks::setErrors(const QList<core::domain::ErrorCount> &errors)
{
    if (errors == m_errors)
        return;
    m_errors = errors;
    rebuild();
}

void ErrorLinks::rebuild()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its own click may be what asked for it
        delete item;
    }
    if (m_errors.isEmpty()) {
        QLabel *none = feedback::label("dim", this);
        none->setText(tr("None so far."));
        m_grid->addWidget(none, 0, 0);
        return;
    }
    for (int i = 0; i < m_errors.size() && i < mostShown; ++i) {
        const core::domain::ErrorCount &error = m_errors[i];
        auto *link = new QPushButton(texts::errorLabelText(error.label), this);
        link->setProperty("kind", QStringLiteral("link"));
        link->setObjectName(QStringLiteral("errorLinkButton%1").arg(i));
        link->setAccessibleName(tr("%1: %2, show these messages").arg(link->text(), texts::numberText(error.total())));
        connect(link, &QPushButton::clicked, this, [this, label = error.label] { Q_EMIT chosen(label); });
        auto *number = new QLabel(texts::numberText(error.total()), this);
        number->setObjectName(QStringLiteral("errorNumberLabel%1").arg(i));
        m_grid->addWidget(link, i, 0, Qt::AlignLeft);
        m_grid->addWidget(number, i, 1, Qt::AlignRight);
        if (error.waiting > 0) {
            const QString again = tr("%Ln of them will be tried again", nullptr, static_cast<int>(error.waiting));
            link->setToolTip(again);
            number->setToolTip(again);
        }
    }
    qint64 waiting = 0;
    for (const core::domain::ErrorCount &error : std::as_const(m_errors))
        waiting += error.waiting;
    if (waiting == 0)
        return;
    QLabel *again = feedback::label("small", this);
    again->setObjectName(QStringLiteral("errorsWaitingLabel"));
    again->setText(tr("%Ln of them will be tried again", nullptr, static_cast<int>(waiting)));
    again->setWordWrap(true);
    m_grid->addWidget(again, mostShown, 0, 1, 2);
}

void ErrorLinks::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

} // namespace ui::pages
