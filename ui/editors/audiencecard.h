// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The part of the editor that says who gets the mailing, with the number of clients while it is being said.
 */
#pragma once

#include "core/domain/audiencefilter.h"
#include "core/interfaces/clientrepository.h"
#include "core/services/clientservice.h"
#include "ui/feedback/card.h"

class QComboBox;
class QPushButton;

namespace ui::charts {
class BarList;
}

namespace ui::editors {

class ChipEdit;
class Field;

/** Thread: main. */
class AudienceCard : public feedback::Card
{
    Q_OBJECT

public:
    explicit AudienceCard(QWidget *parent = nullptr);

    [[nodiscard]] core::domain::AudienceFilter filter() const;
    void setFilter(const core::domain::AudienceFilter &filter);
    void addTag(const QString &label);
    void setVocabulary(const core::services::ClientVocabulary &vocabulary);
    /** Nothing: it is being counted. */
    void setSummary(const std::optional<core::interfaces::AudienceSummary> &summary);
    void showErrors(const QList<core::FieldError> &errors); ///< those on filter.…
    /** Pasted phones become clients. */
    void setPasteAllowed(const core::Status &allowed);

Q_SIGNALS:
    void changed();
    void pasteWanted(); ///< phones are to be pasted

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void showSummary();
    void retranslate();

    ChipEdit *m_tags;
    QComboBox *m_tagsMode;
    QPushButton *m_paste;
    ChipEdit *m_codes;
    ChipEdit *m_excluded;
    Field *m_tagsField;
    Field *m_codesField;
    Field *m_excludedField;
    QLabel *m_count;
    QLabel *m_unit;
    charts::BarList *m_zones;
    QLabel *m_note;
    std::optional<core::interfaces::AudienceSummary> m_summary;
};

} // namespace ui::editors
