// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/textcard.h"

#include "core/domain/messagetemplate.h"
#include "core/domain/smslength.h"
#include "ui/editors/field.h"
#include "ui/editors/templateedit.h"
#include "ui/feedback/errortext.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace ui::editors {

using core::domain::SmsLength;

namespace {

/** A text in another script is not dear because of a slip: only few strangers in a plain text are worth marking. */
bool isSlip(const QString &text, const QString &foreign)
{
    const auto strangers = std::count_if(text.cbegin(), text.cend(), [&](QChar c) { return foreign.contains(c); });
    return !foreign.isEmpty() && strangers * 5 < text.size();
}

bool isCyrillic(const QString &characters)
{
    return std::any_of(characters.cbegin(), characters.cend(), [](QChar c) { return c.script() == QChar::Script_Cyrillic; });
}

} // namespace

TextCard::TextCard(QWidget *parent)
    : Card(parent), m_name(new QLineEdit(this)), m_text(new TemplateEdit(this)), m_field(new Field(m_text, this)),
      m_insert(new QPushButton(this)), m_menu(new QMenu(m_insert)), m_counter(new QLabel(this)),
      m_foreign(feedback::label("small", this))
{
    m_name->setObjectName(QStringLiteral("mailingNameEdit"));
    m_name->setMaxLength(core::domain::maxMailingName);
    m_name->setFixedWidth(300);
    m_text->setObjectName(QStringLiteral("mailingTextEdit"));
    m_text->setFixedHeight(96);
    m_insert->setObjectName(QStringLiteral("insertFieldButton"));
    m_insert->setProperty("kind", QStringLiteral("link"));
    m_insert->setMenu(m_menu);
    m_insert->setProperty("hasMenu", true);
    m_counter->setObjectName(QStringLiteral("counterLabel"));
    m_counter->setTextFormat(Qt::RichText);
    m_foreign->setObjectName(QStringLiteral("foreignCharactersLabel"));
    m_foreign->setWordWrap(true);
    headingRow()->addWidget(m_name);
    body()->addWidget(m_field);
    auto *row = new QHBoxLayout;
    row->addWidget(m_insert);
    row->addStretch();
    row->addWidget(m_counter);
    body()->addLayout(row);
    body()->addWidget(m_foreign);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        checkSyntax();
        Q_EMIT changed();
    });
    connect(m_name, &QLineEdit::textEdited, this, &TextCard::changed);
    setFieldKeys({});
    retranslate();
}

QString TextCard::name() const
{
    return m_name->text();
}

QString TextCard::text() const
{
    return m_text->toPlainText();
}

void TextCard::setContent(const QString &name, const QString &text)
{
    m_name->setText(name);
    m_text->setPlainText(text);
    m_field->setError({});
}

void TextCard::setFieldKeys(const QStringList &keys)
{
    m_keys = keys;
    m_menu->clear();
    for (const QString &key : m_keys + QStringList{QStringLiteral("phone"), QStringLiteral("operator_code")}) {
        QAction *action =
            m_menu->addAction(QStringLiteral("{%1}").arg(key), this, [this, key] { m_text->insertField(key); });
        action->setObjectName(QStringLiteral("insertField-") + key);
    }
}

void TextCard::checkSyntax()
{
    m_field->setError({});
    const auto parsed = core::domain::MessageTemplate::parse(text());
    if (parsed) {
        m_text->markError(-1);
        return;
    }
    showErrors(parsed.error().fields);
}

void TextCard::showErrors(const QList<core::FieldError> &errors)
{
    QStringList sentences;
    for (const core::FieldError &error : errors) {
        if (error.field != u"text" && error.field != u"name")
            continue;
        sentences << feedback::fieldErrorText(error);
        // Where a template error stands is its last argument, counted from 1.
        if (error.code.startsWith(u"template:") && error.code != u"template:missing" && !error.args.isEmpty())
            m_text->markError(error.args.last().toInt() - 1);
    }
    m_field->setError(sentences.join(u'\n'));
}

void TextCard::focusText()
{
    m_text->setFocus();
}

void TextCard::setRendered(const QString &rendered, qint64 partsInAll)
{
    m_rendered = rendered;
    m_partsInAll = partsInAll;
    showCounter();
}

void TextCard::showCounter()
{
    const SmsLength length = core::domain::smsLength(m_rendered);
    QStringList parts{tr("%Ln character(s)", nullptr, length.characters)};
    QString partText = QStringLiteral("<b>%1</b>").arg(tr("%Ln part(s)", nullptr, length.parts));
    if (length.encoding == SmsLength::Encoding::Ucs2) {
        partText += u' ' + (isCyrillic(length.foreignCharacters) ? tr("(Cyrillic: %1 each)") : tr("(Unicode: %1 each)"))
                               .arg(length.unitsPerPart);
    } else if (length.parts > 0) {
        partText += u' ' + tr("(%1 each)").arg(length.unitsPerPart);
    }
    parts << partText;
    if (m_partsInAll >= 0)
        parts << tr("%1 parts in all").arg(texts::numberText(m_partsInAll));
    m_counter->setText(parts.join(QStringLiteral(" · ")));
    m_counter->setAccessibleName(m_counter->text().remove(QStringLiteral("<b>")).remove(QStringLiteral("</b>")));
    const bool slip = isSlip(m_rendered, length.foreignCharacters);
    m_text->markCharacters(slip ? length.foreignCharacters : QString());
    QStringList named;
    for (const QChar c : length.foreignCharacters)
        named << QStringLiteral("“%1”").arg(c);
    m_foreign->setText(tr("Without %1 a part would hold 160 characters instead of 70.").arg(named.join(u' ')));
    m_foreign->setVisible(slip);
}

void TextCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TextCard::retranslate()
{
    setHeading(tr("Text"));
    m_name->setPlaceholderText(tr("Name: the first words of the text"));
    m_name->setAccessibleName(tr("Name of the mailing"));
    m_text->setPlaceholderText(tr("Hello {name|friend}! …"));
    m_text->setAccessibleName(tr("Text of the mailing"));
    m_insert->setText(tr("Insert field"));
    checkSyntax();
    showCounter();
}

} // namespace ui::editors
