// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/importcolumnsstep.h"

#include "core/services/clientservice.h"
#include "core/services/importservice.h"
#include "core/services/settingsservice.h"
#include "ui/async.h"
#include "ui/delegates/celldelegate.h"
#include "ui/editors/chipedit.h"
#include "ui/editors/field.h"
#include "ui/editors/zonecombo.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/models/importpreviewmodel.h"
#include "ui/tables/mappingheader.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>
#include <numeric>

namespace ui::dialogs {

using core::interfaces::ImportMode;
using core::services::ImportPreview;
using editors::Field;

namespace {

constexpr int lineColumn = 64;
constexpr int problemColumn = 200;
constexpr int widestColumn = 220;
constexpr int narrowestColumn = 112;

} // namespace

ImportColumnsStep::ImportColumnsStep(const Context &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_banner(new feedback::Banner(this)),
      m_model(new models::ImportPreviewModel(this)), m_table(new QTableView(this)),
      m_mapping(new tables::MappingHeader(m_table)), m_mode(new QComboBox), m_tags(new editors::ChipEdit),
      m_zone(new editors::ZoneCombo)
{
    layOut();
    connectControls();
    retranslate();
    whenDone(context.workspaceSettings.settings(), this,
             [this](const core::Result<core::domain::WorkspaceSettings> &settings) {
                 if (settings && m_zone->zone().isEmpty())
                     m_zone->setZone(settings->zone());
             });
    whenDone(context.clients.vocabulary(), this, [this](const core::Result<core::services::ClientVocabulary> &vocabulary) {
        if (!vocabulary)
            return; // nothing to complete then
        m_tags->setOffers(vocabulary->tags);
        m_keys = vocabulary->attributeKeys;
        if (m_model->columnCount() > 0)
            m_mapping->setMapping(m_model->preview(), m_keys);
    });
}

void ImportColumnsStep::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3 * theme::space);
    column->addWidget(makeFormatRow());
    column->addWidget(m_banner);
    m_table->setObjectName(QStringLiteral("importPreviewTable"));
    m_table->setProperty("kind", QStringLiteral("card"));
    m_table->setItemDelegate(new delegates::CellDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalHeader(m_mapping);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme::rowHeight);
    m_mapping->setStretchLastSection(true);
    m_table->setModel(m_model);
    column->addWidget(m_table, 1);
    column->addWidget(makeOptions());
}

QWidget *ImportColumnsStep::makeFormatRow()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * theme::space);
    m_fileLabel = feedback::label("dim", line);
    m_file = feedback::label("section", line);
    m_encodingLabel = feedback::label("dim", line);
    m_encoding = new QComboBox(line);
    m_delimiterLabel = feedback::label("dim", line);
    m_delimiter = new QComboBox(line);
    m_header = new QCheckBox(line);
    m_encoding->setObjectName(QStringLiteral("encodingCombo"));
    m_delimiter->setObjectName(QStringLiteral("delimiterCombo"));
    m_header->setObjectName(QStringLiteral("headerCheckBox"));
    m_encodingLabel->setBuddy(m_encoding);
    m_delimiterLabel->setBuddy(m_delimiter);
    for (const QString &name : {QStringLiteral("UTF-8"), QStringLiteral("windows-1251"), QStringLiteral("UTF-16LE"),
                                QStringLiteral("UTF-16BE"), QStringLiteral("KOI8-R"), QStringLiteral("IBM866")})
        m_encoding->addItem(name, name);
    for (const char delimiter : {';', ',', '\t'})
        m_delimiter->addItem(delimiter == '\t' ? QString() : QString(QLatin1Char(delimiter)), QChar::fromLatin1(delimiter));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_fileLabel, m_file, m_encodingLabel, m_encoding,
                                                            m_delimiterLabel, m_delimiter, m_header})
        row->addWidget(widget);
    row->addStretch();
    return line;
}

QWidget *ImportColumnsStep::makeOptions()
{
    auto *options = new QWidget(this);
    auto *row = new QHBoxLayout(options);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4 * theme::space);
    m_modeField = new Field(m_mode, options);
    m_tagsField = new Field(m_tags, options, m_tags->edit());
    m_zoneField = new Field(m_zone, options);
    m_mode->setObjectName(QStringLiteral("importModeCombo"));
    m_tags->edit()->setObjectName(QStringLiteral("importTagsEdit"));
    m_zone->setObjectName(QStringLiteral("importZoneCombo"));
    for (const ImportMode mode : {ImportMode::Update, ImportMode::Skip, ImportMode::Replace})
        m_mode->addItem(QString(), static_cast<int>(mode));
    for (Field *field : {m_modeField, m_tagsField, m_zoneField})
        row->addWidget(field, 1, Qt::AlignTop);
    return options;
}

void ImportColumnsStep::connectControls()
{
    connect(m_encoding, &QComboBox::activated, this, [this] {
        m_request.format.encoding = m_encoding->currentData().toString();
        m_request.mapping.reset(); // other letters, other headers
        readPreview();
    });
    connect(m_delimiter, &QComboBox::activated, this, [this] {
        m_request.format.delimiter = m_delimiter->currentData().toChar().toLatin1();
        m_request.mapping.reset();
        readPreview();
    });
    connect(m_header, &QCheckBox::clicked, this, [this](bool has) {
        // Where detection saw no header, the first line is meant.
        m_request.format.headerLine = has ? std::max<qint64>(1, m_model->preview().format.headerLine) : 0;
        m_request.mapping.reset();
        readPreview();
    });
    connect(m_mapping, &tables::MappingHeader::mappingChanged, this, [this](const core::csv::ColumnMapping &mapping) {
        m_request.mapping = mapping;
        readPreview();
    });
}

void ImportColumnsStep::setFile(const QString &path)
{
    m_request = {};
    m_request.path = path;
    m_file->setText(m_file->fontMetrics().elidedText(QFileInfo(path).fileName(), Qt::ElideMiddle, 240));
    m_file->setToolTip(path);
    readPreview();
}

void ImportColumnsStep::readPreview()
{
    const auto question = ++m_question;
    whenDone(m_context.imports.preview(m_request), this, [this, question](const core::Result<ImportPreview> &preview) {
        if (question != m_question)
            return;
        if (preview)
            showPreview(*preview);
        else
            showError(preview.error());
        Q_EMIT readyChanged();
    });
}

void ImportColumnsStep::showPreview(const ImportPreview &preview)
{
    const bool otherColumns = preview.header != m_model->preview().header;
    m_model->setPreview(preview);
    m_request.mapping = preview.mapping;
    m_mapping->setMapping(preview, m_keys);
    if (m_encoding->findData(preview.format.encoding) < 0)
        m_encoding->addItem(preview.format.encoding, preview.format.encoding);
    m_encoding->setCurrentIndex(m_encoding->findData(preview.format.encoding));
    m_delimiter->setCurrentIndex(m_delimiter->findData(QChar::fromLatin1(preview.format.delimiter)));
    m_header->setChecked(preview.format.headerLine > 0);
    if (otherColumns)
        fitColumns();
    m_ready = preview.mapping.checked().has_value();
    if (!m_ready)
        m_banner->tell(feedback::Banner::Kind::Warning, tr("No column is read as the phone."),
                       tr("Choose “Phone” above the column that holds the numbers."));
    else if (preview.stoppedBy)
        m_banner->tell(feedback::Banner::Kind::Warning, feedback::errorText(*preview.stoppedBy));
    else
        m_banner->clear();
}

void ImportColumnsStep::showError(const core::Error &error)
{
    m_ready = false;
    m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(error));
}

void ImportColumnsStep::fitColumns()
{
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(0, lineColumn);
    QList<int> content;
    for (int column = 1; column <= m_model->fileColumns(); ++column)
        content << m_table->columnWidth(column);
    // What is wrong should be seen without scrolling, as long as the columns stay readable.
    const int room = m_table->viewport()->width() - lineColumn - problemColumn;
    int widest = widestColumn;
    const auto width = [&](int wanted) { return std::clamp(wanted, narrowestColumn, widest); };
    const auto total = [&] {
        return std::accumulate(content.cbegin(), content.cend(), 0,
                               [&](int sum, int wanted) { return sum + width(wanted); });
    };
    while (widest > narrowestColumn && total() > room)
        widest -= theme::space;
    for (int column = 1; column <= m_model->fileColumns(); ++column)
        m_table->setColumnWidth(column, width(content[column - 1]));
}

core::services::ImportRequest ImportColumnsStep::request() const
{
    core::services::ImportRequest request = m_request;
    request.mode = static_cast<ImportMode>(m_mode->currentData().toInt());
    request.extraTags = m_tags->labels();
    request.defaultTimezone = m_zone->zone();
    return request;
}

QString ImportColumnsStep::summary() const
{
    if (!m_ready)
        return {};
    const int rows = m_model->rowCount();
    const int problems = m_model->problems();
    if (problems == 0)
        return tr("The first %n row(s) can be read without a problem.", nullptr, rows);
    return tr("%1 of the first %n row(s) have a problem.", nullptr, rows).arg(problems);
}

void ImportColumnsStep::retranslate()
{
    m_fileLabel->setText(tr("File"));
    m_encodingLabel->setText(tr("Encoding"));
    m_encoding->setAccessibleName(tr("Encoding"));
    m_delimiterLabel->setText(tr("Delimiter"));
    m_delimiter->setAccessibleName(tr("Delimiter"));
    m_delimiter->setItemText(2, tr("tab"));
    m_header->setText(tr("there is a header line"));
    m_table->setAccessibleName(tr("The first rows of the file"));
    m_modeField->setLabel(tr("Clients that exist already"));
    m_mode->setItemText(0, tr("update; blank keeps what is there"));
    m_mode->setItemText(1, tr("leave as they are"));
    m_mode->setItemText(2, tr("replace; blank removes"));
    m_tagsField->setLabel(tr("Also give everyone the tag"));
    m_tags->setPlaceholder(tr("none"));
    m_zoneField->setLabel(tr("Time zone where none is given"));
    m_mapping->retranslate();
}

} // namespace ui::dialogs
