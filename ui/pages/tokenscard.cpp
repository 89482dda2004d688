// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/tokenscard.h"

#include "core/services/accessrules.h"
#include "core/services/accountservice.h"
#include "ui/async.h"
#include "ui/feedback/errortext.h"
#include "ui/serverwatch.h"
#include "ui/texts/usertext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui::pages {

using core::domain::OwnedToken;
using core::domain::PageRequest;

namespace {

constexpr int pageSize = 50;

PageRequest newestFirst(qsizetype limit, const QString &after = {})
{
    return {.after = after, .limit = static_cast<int>(std::min<qsizetype>(limit, core::domain::maxPageSize)), .sortBy = {}};
}

bool areEqual(const QList<OwnedToken> &some, const QList<OwnedToken> &others)
{
    return std::equal(some.cbegin(), some.cend(), others.cbegin(), others.cend(),
                      [](const OwnedToken &a, const OwnedToken &b) { return a.token == b.token && a.user == b.user; });
}

} // namespace

TokensCard::TokensCard(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_add(new QPushButton(this)), m_problem(feedback::label("problem", this)),
      m_list(new feedback::EntryList(this))
{
    setObjectName(QStringLiteral("tokensCard"));
    m_add->setObjectName(QStringLiteral("addTokenButton"));
    m_add->setProperty("kind", QStringLiteral("link"));
    m_problem->setObjectName(QStringLiteral("tokensProblemLabel"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    headingRow()->addWidget(m_add);
    body()->addWidget(m_problem);
    body()->addWidget(m_list);
    connect(m_add, &QPushButton::clicked, this, &TokensCard::addRequested);
    connect(m_list, &feedback::EntryList::moreRequested, this, [this] { read(newestFirst(pageSize, m_next)); });
    retranslate();
}

void TokensCard::refresh()
{
    read(newestFirst(std::max<qsizetype>(pageSize, m_tokens.size())));
}

void TokensCard::read(const PageRequest &request)
{
    const core::Status mayAll = core::services::mayDo(m_context.actor, core::services::Permission::ManageUsers);
    const core::UserId whose = mayAll ? core::UserId() : m_context.actor.user;
    whenDone(m_context.accounts.tokens(m_context.actor, whose, request), this,
             [this, after = request.after](const core::Result<core::domain::Page<OwnedToken>> &page) {
                 if (!page && m_context.server.tells(page.error()))
                     return;
                 m_problem->setText(page ? QString() : feedback::errorText(page.error()));
                 m_problem->setVisible(!page);
                 if (!page || (!after.isEmpty() && after != m_next)) // asked for twice
                     return;
                 const QList<OwnedToken> tokens = after.isEmpty() ? page->rows : m_tokens + page->rows;
                 m_next = page->next;
                 if (areEqual(tokens, m_tokens))
                     return;
                 m_tokens = tokens;
                 fill();
             });
}

void TokensCard::revoke(core::TokenId id)
{
    if (m_revoked.contains(id)) // its row is there until the list is read again
        return;
    m_revoked << id;
    whenDone(m_context.accounts.revokeToken(m_context.actor, id), this, [this, id](const core::Result<OwnedToken> &revoked) {
        if (revoked) {
            refresh();
            return;
        }
        m_revoked.removeOne(id);
        m_problem->setText(feedback::errorText(revoked.error()));
        m_problem->show();
    });
}

feedback::Entry TokensCard::entryOf(const OwnedToken &token)
{
    const core::TokenId id = token.token.id;
    const QString kind = texts::tokenKindText(token.token.kind);
    const bool isNamed = !token.token.name.isEmpty();
    QStringList facts;
    if (token.user.id != m_context.actor.user)
        facts << token.user.email;
    facts << texts::tokenTimesText(token.token, m_context.clock.now());
    feedback::Entry entry{isNamed ? token.token.name : tr("without a name"), {kind}, facts.join(QStringLiteral(" · "))};
    if (token.token.kind == core::domain::TokenKind::Session)
        entry.title = token.user.name;
    if (id == m_context.actor.token)
        entry.badges << tr("this window");
    entry.actions << feedback::EntryAction{QStringLiteral("revokeTokenButton_") + id.text(), tr("Revoke"),
                                           [this, id] { revoke(id); }};
    return entry;
}

void TokensCard::fill()
{
    QList<feedback::Entry> entries;
    for (const OwnedToken &token : std::as_const(m_tokens))
        entries << entryOf(token);
    m_list->setEntries(entries, !m_next.isEmpty());
}

void TokensCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TokensCard::retranslate()
{
    setHeading(tr("Tokens"));
    m_add->setText(tr("New token"));
    m_list->setEmptyText(tr("None yet. With a token a script comes in without a password, and may do what you may."));
    fill();
}

} // namespace ui::pages
