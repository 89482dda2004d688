// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/audiencecard.h"

#include "ui/charts/barlist.h"
#include "ui/editors/chipedit.h"
#include "ui/editors/field.h"
#include "ui/feedback/errortext.h"
#include "ui/permissions.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace ui::editors {

using core::domain::AudienceFilter;

AudienceCard::AudienceCard(QWidget *parent)
    : Card(parent), m_tags(new ChipEdit(this)), m_tagsMode(new QComboBox(this)), m_paste(new QPushButton(this)),
      m_codes(new ChipEdit(this)), m_excluded(new ChipEdit(this)), m_tagsField(new Field(m_tags, this, m_tags->edit())),
      m_codesField(new Field(m_codes, this, m_codes->edit())),
      m_excludedField(new Field(m_excluded, this, m_excluded->edit())), m_count(feedback::label("title", this)),
      m_unit(feedback::label("", this)), m_zones(new charts::BarList(this)), m_note(feedback::label("dim", this))
{
    m_tags->edit()->setObjectName(QStringLiteral("audienceTagsEdit"));
    m_codes->edit()->setObjectName(QStringLiteral("audienceCodesEdit"));
    m_excluded->edit()->setObjectName(QStringLiteral("audienceExcludedEdit"));
    m_tagsMode->setObjectName(QStringLiteral("tagsModeCombo"));
    m_tagsMode->addItem(QString(), static_cast<int>(AudienceFilter::TagsMode::Any));
    m_tagsMode->addItem(QString(), static_cast<int>(AudienceFilter::TagsMode::All));
    m_count->setObjectName(QStringLiteral("audienceCountLabel"));
    m_note->setObjectName(QStringLiteral("audienceNoteLabel"));
    m_zones->setObjectName(QStringLiteral("audienceZonesChart"));
    m_paste->setObjectName(QStringLiteral("pastePhonesButton"));
    m_paste->setProperty("kind", QStringLiteral("link"));
    layOut();
    for (ChipEdit *edit : {m_tags, m_codes, m_excluded})
        connect(edit, &ChipEdit::labelsChanged, this, &AudienceCard::changed);
    // With one tag, any and all are the same.
    m_tagsMode->hide();
    connect(m_tags, &ChipEdit::labelsChanged, this, [this] { m_tagsMode->setVisible(m_tags->labels().size() > 1); });
    connect(m_tagsMode, &QComboBox::currentIndexChanged, this, &AudienceCard::changed);
    connect(m_paste, &QPushButton::clicked, this, &AudienceCard::pasteWanted);
    retranslate();
}

void AudienceCard::layOut()
{
    headingRow()->addWidget(m_count);
    headingRow()->addWidget(m_unit, 0, Qt::AlignBottom);
    headingRow()->insertWidget(1, m_paste); // beside the heading
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(4 * theme::space);
    grid->setVerticalSpacing(2 * theme::space);
    grid->addWidget(m_tagsField, 0, 0);
    grid->addWidget(m_tagsMode, 1, 0, Qt::AlignLeft);
    grid->addWidget(m_codesField, 2, 0);
    grid->addWidget(m_excludedField, 3, 0);
    grid->addWidget(m_zones, 0, 1, 4, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    body()->addLayout(grid);
    m_note->setWordWrap(true);
    body()->addWidget(m_note);
}

AudienceFilter AudienceCard::filter() const
{
    return {.operatorCodes = m_codes->labels(),
            .tags = m_tags->labels(),
            .excludedTags = m_excluded->labels(),
            .tagsMode = static_cast<AudienceFilter::TagsMode>(m_tagsMode->currentData().toInt())};
}

void AudienceCard::setFilter(const AudienceFilter &filter)
{
    m_tags->setLabels(filter.tags);
    m_codes->setLabels(filter.operatorCodes);
    m_excluded->setLabels(filter.excludedTags);
    m_tagsMode->setCurrentIndex(m_tagsMode->findData(static_cast<int>(filter.tagsMode)));
    showErrors({});
}

void AudienceCard::addTag(const QString &label)
{
    if (!m_tags->labels().contains(label, Qt::CaseInsensitive))
        m_tags->setLabels(m_tags->labels() + QStringList{label});
}

void AudienceCard::setVocabulary(const core::services::ClientVocabulary &vocabulary)
{
    m_tags->setOffers(vocabulary.tags);
    m_excluded->setOffers(vocabulary.tags);
    m_codes->setOffers(vocabulary.operatorCodes);
}

void AudienceCard::setSummary(const std::optional<core::interfaces::AudienceSummary> &summary)
{
    m_summary = summary;
    showSummary();
}

void AudienceCard::showErrors(const QList<core::FieldError> &errors)
{
    const std::pair<QLatin1String, Field *> fields[] = {{QLatin1String("filter.tags"), m_tagsField},
                                                        {QLatin1String("filter.operator_codes"), m_codesField},
                                                        {QLatin1String("filter.excluded_tags"), m_excludedField}};
    for (const auto &[name, field] : fields) {
        QStringList sentences;
        for (const core::FieldError &error : errors) {
            if (error.field == name)
                sentences << feedback::fieldErrorText(error);
        }
        field->setError(sentences.join(u'\n'));
    }
}

void AudienceCard::setPasteAllowed(const core::Status &allowed)
{
    offer(m_paste, allowed);
}

void AudienceCard::showSummary()
{
    if (!m_summary) {
        m_count->setText(QStringLiteral("…"));
        m_unit->setText(tr("counting"));
        return;
    }
    const int count = static_cast<int>(m_summary->count);
    m_count->setText(texts::numberText(m_summary->count));
    m_unit->setText(tr("client(s)", nullptr, count));
    m_zones->setCounts(m_summary->byTimezone);
    QStringList notes;
    if (filter().isEverybody())
        notes << tr("Everybody: all %Ln client(s) get this mailing.", nullptr, count);
    if (m_summary->optedOut > 0)
        notes << tr("Not counted: %Ln opted out.", nullptr, static_cast<int>(m_summary->optedOut));
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty());
    m_count->setAccessibleName(QStringLiteral("%1 %2").arg(m_count->text(), m_unit->text()));
}

void AudienceCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AudienceCard::retranslate()
{
    setHeading(tr("Audience"));
    m_tagsField->setLabel(tr("Tags"));
    m_tags->setPlaceholder(tr("all", "tags"));
    m_paste->setText(tr("Paste phones…"));
    m_tagsMode->setItemText(0, tr("any of them"));
    m_tagsMode->setItemText(1, tr("all of them"));
    m_tagsMode->setAccessibleName(tr("How many of the tags a client needs"));
    m_codesField->setLabel(tr("Operator codes"));
    m_codes->setPlaceholder(tr("all", "operator codes"));
    m_excludedField->setLabel(tr("Not with tags"));
    m_excluded->setPlaceholder(tr("none", "tags"));
    m_zones->setAccessibleName(tr("Clients by time zone"));
    m_zones->setEmptyText(tr("No client fits."));
    showSummary();
}

} // namespace ui::editors
