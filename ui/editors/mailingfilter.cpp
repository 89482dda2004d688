// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/mailingfilter.h"

#include "core/services/mailingservice.h"
#include "ui/async.h"
#include "ui/feedback/errortext.h"
#include "ui/texts/numbertext.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QIcon>
#include <QKeyEvent>
#include <QStandardItemModel>

#include <algorithm>

namespace ui::editors {

namespace {

constexpr int offered = 50;    ///< who does not find it among so many types another letter
constexpr int listMargin = 32; ///< frame and scroll bar
constexpr int widestList = 480;
constexpr int idRole = Qt::UserRole;
constexpr int nameRole = Qt::UserRole + 1;

} // namespace

MailingFilter::MailingFilter(core::services::MailingService &mailings, const core::Clock &clock, QWidget *parent)
    : QLineEdit(parent), m_mailings(mailings), m_clock(clock), m_offers(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_offers, this)),
      m_open(addAction(QIcon(QStringLiteral(":/icons/open-list.svg")), TrailingPosition))
{
    setObjectName(QStringLiteral("mailingFilterEdit"));
    setClearButtonEnabled(true);
    setMinimumWidth(120);
    // Not setCompleter(): that would open the list of the letter before while the answer to this one is on its way.
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setCompletionRole(nameRole);
    m_completer->setMaxVisibleItems(12);
    m_completer->popup()->setObjectName(QStringLiteral("mailingFilterList"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds{200});
    connect(&m_pause, &QTimer::timeout, this, &MailingFilter::search);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &MailingFilter::pick);
    connect(this, &QLineEdit::returnPressed, this, &MailingFilter::take);
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_takeFirst = false;
        m_waiting = false; // for the answer to what was typed before
        if (!text.trimmed().isEmpty())
            m_pause.start();
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.trimmed().isEmpty())
            choose({}, {});
    });
    connect(m_open, &QAction::triggered, this, &MailingFilter::openList);
    retranslate();
}

void MailingFilter::choose(core::MailingId id, const QString &name)
{
    m_pause.stop();
    m_waiting = false;
    m_completer->popup()->hide();
    const bool other = id != m_mailing;
    m_mailing = id;
    m_name = name;
    if (text() != name) {
        setText(name);
        setCursorPosition(0); // a long name shows how it begins
    }
    if (other)
        Q_EMIT mailingChanged();
}

QSize MailingFilter::sizeHint() const
{
    return {200, QLineEdit::sizeHint().height()};
}

void MailingFilter::search()
{
    m_pause.stop();
    m_asked = {.state = {}, .search = text() == m_name ? QString() : text().trimmed(), .withArchived = true};
    m_waiting = true;
    whenDone(m_mailings.page(m_asked, {.after = {}, .limit = offered, .sortBy = {}, .descending = true}), this,
             [this, asked = m_asked](const core::Result<core::domain::Page<core::domain::MailingSummary>> &found) {
                 if (!m_waiting || !(asked == m_asked))
                     return; // typed on, picked or left meanwhile
                 m_waiting = false;
                 if (found)
                     offer(*found);
                 else
                     say(feedback::errorText(found.error()));
             });
}

void MailingFilter::offer(const core::domain::Page<core::domain::MailingSummary> &found)
{
    m_offers->clear();
    QList<core::domain::Mailing> mailings;
    for (const core::domain::MailingSummary &summary : found.rows)
        mailings << summary.mailing;
    // The search finds words of the texts, too; who types a name means the name.
    std::stable_partition(mailings.begin(), mailings.end(), [this](const core::domain::Mailing &mailing) {
        return mailing.name.contains(m_asked.search, Qt::CaseInsensitive);
    });
    for (const core::domain::Mailing &mailing : mailings) {
        // Occurrences of a series have the same name.
        auto *item = new QStandardItem(QStringLiteral("%1 · %2").arg(
            mailing.name, texts::dateTimeText(mailing.startAt, m_clock.now(), QTimeZone::systemTimeZone())));
        item->setData(mailing.id.value, idRole);
        item->setData(mailing.name, nameRole);
        m_offers->appendRow(item);
    }
    if (mailings.isEmpty())
        say(tr("No mailing has this in its name"));
    else if (m_takeFirst)
        pick(m_offers->index(0, 0));
    else
        showOffers();
}

void MailingFilter::say(const QString &text)
{
    m_takeFirst = false;
    m_offers->clear();
    auto *item = new QStandardItem(text);
    item->setFlags(Qt::NoItemFlags);
    m_offers->appendRow(item);
    showOffers();
}

void MailingFilter::showOffers()
{
    if (!hasFocus())
        return;
    // Names and times are longer than the field.
    const int wanted = m_completer->popup()->sizeHintForColumn(0) + listMargin;
    m_completer->complete(QRect(0, 0, std::max(width(), std::min(wanted, widestList)), height()));
}

void MailingFilter::openList()
{
    setFocus(Qt::OtherFocusReason);
    m_takeFirst = false;
    search();
}

void MailingFilter::take()
{
    const QAbstractItemView *list = m_completer->popup();
    if (list->isVisible() && list->currentIndex().isValid()) {
        pick(list->currentIndex());
    } else if (text() == m_name) {
        return;
    } else if (m_pause.isActive() || m_waiting) {
        if (!m_waiting)
            search();
        m_takeFirst = true;
    } else {
        pick(m_offers->index(0, 0));
    }
}

void MailingFilter::pick(const QModelIndex &index)
{
    m_takeFirst = false;
    // Both models, the completion's and the one behind it, carry the roles.
    if (const QVariant id = index.data(idRole); id.isValid())
        choose(core::MailingId{id.toLongLong()}, index.data(nameRole).toString());
}

void MailingFilter::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && !m_completer->popup()->isVisible())
        openList();
    else if (event->key() == Qt::Key_Escape && text() != m_name)
        choose(m_mailing, m_name);
    else
        QLineEdit::keyPressEvent(event);
}

void MailingFilter::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        choose(m_mailing, m_name);
}

void MailingFilter::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MailingFilter::retranslate()
{
    setPlaceholderText(tr("All mailings"));
    setAccessibleName(tr("Filter by mailing"));
    setToolTip(tr("Type part of a mailing's name and choose it; blank stands for all of them"));
    m_open->setText(tr("Show mailings"));
    m_completer->popup()->setAccessibleName(tr("Mailings"));
}

} // namespace ui::editors
