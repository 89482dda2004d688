// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/previewcard.h"

#include "core/domain/messagetemplate.h"
#include "core/domain/smslength.h"
#include "core/domain/timezonename.h"
#include "ui/async.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::editors {

using core::domain::Client;

PreviewCard::PreviewCard(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_previous(new QPushButton(this)), m_next(new QPushButton(this)),
      m_who(feedback::label("dim", this)), m_bubble(feedback::label("bubble", this)), m_facts(feedback::label("small", this))
{
    m_previous->setObjectName(QStringLiteral("previousClientButton"));
    m_next->setObjectName(QStringLiteral("nextClientButton"));
    m_who->setObjectName(QStringLiteral("previewClientLabel"));
    m_bubble->setObjectName(QStringLiteral("previewTextLabel"));
    m_facts->setObjectName(QStringLiteral("previewFactsLabel"));
    layOut();
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    retranslate();
}

void PreviewCard::layOut()
{
    for (QPushButton *button : {m_previous, m_next})
        button->setProperty("kind", QStringLiteral("flat"));
    m_previous->setText(QStringLiteral("‹"));
    m_next->setText(QStringLiteral("›"));
    headingRow()->addWidget(m_previous);
    headingRow()->addWidget(m_who);
    headingRow()->addWidget(m_next);
    m_bubble->setWordWrap(true);
    m_bubble->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_bubble->setMinimumHeight(60);
    m_bubble->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    body()->addWidget(m_bubble);
    body()->addWidget(m_facts);
}

std::optional<Client> PreviewCard::client() const
{
    return m_index < m_clients.size() ? std::optional(m_clients[m_index]) : std::nullopt;
}

void PreviewCard::setText(const QString &text)
{
    m_text = text;
    render();
}

void PreviewCard::setFilter(const core::domain::AudienceFilter &filter)
{
    m_filter = filter;
    ++m_token;
    m_clients.clear();
    m_index = 0;
    readMore({});
}

void PreviewCard::readMore(core::ClientId after)
{
    whenDone(m_context.audiences.sample(m_filter, after, sampleSize), this,
             [this, token = m_token](const core::Result<QList<Client>> &clients) {
                 if (token != m_token)
                     return;
                 m_hasMore = clients && clients->size() == sampleSize;
                 if (clients)
                     m_clients += *clients;
                 render();
             });
}

void PreviewCard::step(int by)
{
    m_index = std::clamp<qsizetype>(m_index + by, 0, std::max<qsizetype>(0, m_clients.size() - 1));
    if (m_hasMore && m_index + 2 >= m_clients.size()) {
        m_hasMore = false; // until the answer is here
        readMore(m_clients.last().id);
    }
    render();
}

void PreviewCard::render()
{
    const std::optional<Client> shown = client();
    const auto parsed = core::domain::MessageTemplate::parse(m_text);
    if (!parsed)
        m_rendered = m_text;
    else if (shown)
        m_rendered = parsed->render(shown->attributes, shown->phone, shown->operatorCode);
    else
        m_rendered = parsed->render({}, {}, {});
    m_previous->setEnabled(m_index > 0);
    m_next->setEnabled(m_index + 1 < m_clients.size());
    const QString name = shown ? shown->attributes.value(QStringLiteral("name")) : QString();
    if (!shown)
        m_who->setText(tr("no client yet"));
    else
        m_who->setText(name.isEmpty() ? shown->phone.formatted()
                                      : QStringLiteral("%1, %2").arg(name, shown->phone.formatted()));
    m_bubble->setText(m_rendered.isEmpty() ? tr("What you write appears here as the client will read it.") : m_rendered);
    QStringList facts{tr("%Ln part(s)", nullptr, core::domain::smsParts(m_rendered))};
    if (shown) {
        const QString place = shown->timezone.section(u'/', -1).replace(u'_', u' ');
        if (const QTimeZone *zone = core::domain::findTimeZone(shown->timezone))
            facts << tr("%1 in %2", "time, city").arg(texts::timeText(m_context.clock.now(), *zone), place);
        if (const QString missing = parsed ? parsed->missingKey(shown->attributes) : QString(); !missing.isEmpty())
            facts << tr("this client has no {%1}").arg(missing);
    }
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    Q_EMIT this->shown();
}

void PreviewCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PreviewCard::retranslate()
{
    setHeading(tr("Preview"));
    m_previous->setAccessibleName(tr("Previous client"));
    m_previous->setToolTip(tr("Previous client"));
    m_next->setAccessibleName(tr("Next client"));
    m_next->setToolTip(tr("Next client"));
    render();
}

} // namespace ui::editors
