// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/pastephonesdialog.h"

#include "core/domain/tags.h"
#include "core/services/importservice.h"
#include "ui/async.h"
#include "ui/editors/field.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/texts/importtext.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtConcurrent>

namespace ui::dialogs {

using core::Result;
using core::csv::ImportReport;
using core::services::ImportRequest;

namespace {

constexpr qsizetype mostReasons = 5;

/** The phones as a file with one column, which ends with the folder. */
core::Status writeColumn(const QStringList &phones, const QString &path)
{
    QFile file(path);
    QByteArray column("phone\n");
    for (QString phone : phones)
        column += '"' + phone.replace(u'"', QStringLiteral("\"\"")).toUtf8() + "\"\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(column) != column.size() || !file.flush())
        return core::Failure(core::Error::make(core::ErrorKind::Unavailable, "file.unwritable", {path, file.errorString()}));
    return {};
}

/** Works in the calling thread, from the file to its removal. */
Result<ImportReport> importPhones(const Context &context, const QStringList &phones, const QString &tag,
                                  const core::services::ImportProgressCallback &progress, const std::stop_token &stop)
{
    const QTemporaryDir folder; // of this person only, like what lies in it
    ImportRequest request;
    request.path = folder.filePath(QStringLiteral("phones.csv"));
    HELIOGRAPH_TRY(writeColumn(phones, request.path));
    request.format = {.encoding = QStringLiteral("UTF-8"), .delimiter = ',', .headerLine = 1};
    request.mapping = core::csv::ColumnMapping({{.field = core::csv::ImportField::Phone, .attribute = {}}});
    request.extraTags = {tag};
    return context.imports.runNow(context.actor, request, progress, stop);
}

} // namespace

QStringList pastedPhones(const QString &text)
{
    // The comma of 7,91E+10 ends nothing: a spreadsheet has spoilt that phone, which is what shall be said of it.
    static const QRegularExpression ends(QStringLiteral("[\\r\\n;\\t]|,(?!\\d+E\\+\\d)"));
    QStringList phones;
    for (const QString &part : text.split(ends, Qt::SkipEmptyParts)) {
        if (const QString phone = part.trimmed(); !phone.isEmpty())
            phones << phone;
    }
    return phones;
}

PastePhonesDialog::PastePhonesDialog(const Context &context, const QString &tag, QWidget *parent)
    : QDialog(parent), m_context(context), m_explanation(feedback::label("dim", this)), m_text(new QPlainTextEdit(this)),
      m_tag(new QLineEdit(tag, this)), m_textField(new editors::Field(m_text, this)),
      m_tagField(new editors::Field(m_tag, this)), m_banner(new feedback::Banner(this)),
      m_number(feedback::label("dim", this)), m_close(new QPushButton(this)), m_add(new QPushButton(this))
{
    setObjectName(QStringLiteral("pastePhonesDialog"));
    layOut();
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &PastePhonesDialog::submit);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PastePhonesDialog::showNumber);
    connect(m_tag, &QLineEdit::textChanged, this, [this] {
        m_tagField->setError({});
        showNumber();
    });
    retranslate();
    m_text->setFocus();
}

PastePhonesDialog::~PastePhonesDialog()
{
    m_stop.request_stop();
}

void PastePhonesDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, theme::cardPadding);
    column->setSpacing(3 * theme::space);
    m_explanation->setWordWrap(true);
    column->addWidget(m_explanation);
    column->addWidget(m_banner);
    column->addWidget(m_textField, 1);
    column->addWidget(m_tagField);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_number, 1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_add);
    column->addLayout(buttons);
    m_text->setObjectName(QStringLiteral("pastedPhonesEdit"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(96);
    m_tag->setObjectName(QStringLiteral("pastedTagEdit"));
    m_tag->setMaxLength(core::domain::maxTagLength);
    m_number->setObjectName(QStringLiteral("pastedNumberLabel"));
    m_close->setObjectName(QStringLiteral("closePasteButton"));
    m_close->setAutoDefault(false);
    m_add->setObjectName(QStringLiteral("addPhonesButton"));
    m_add->setProperty("kind", QStringLiteral("primary"));
    m_add->setDefault(true);
    setMinimumSize(480, 480); // room for what may be told above
}

void PastePhonesDialog::submit()
{
    m_phones = pastedPhones(m_text->toPlainText());
    m_running = true;
    m_banner->clear();
    showNumber();
    const auto progress =
        posted<const core::services::ImportProgress &>(this, [this](const core::services::ImportProgress &told) {
            if (m_running)
                m_number->setText(
                    tr("%1 of %2").arg(texts::numberText(told.counts.rows()), texts::numberText(m_phones.size())));
        });
    // A copy of the context: the run may outlive the window that has it; the services outlive both.
    const auto work = [context = m_context, phones = m_phones, tag = m_tag->text().trimmed(), progress,
                       stop = m_stop.get_token()] { return importPhones(context, phones, tag, progress, stop); };
    whenDone(QtConcurrent::run(work), this, [this](const Result<ImportReport> &report) { finish(report); });
}

void PastePhonesDialog::finish(const Result<ImportReport> &report)
{
    m_running = false;
    showNumber();
    if (report) {
        showReport(*report);
    } else if (report.error().fields.isEmpty()) {
        m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(report.error()));
    } else {
        m_tagField->setError(feedback::errorText(report.error()));
        m_tag->setFocus();
    }
}

void PastePhonesDialog::showReport(const ImportReport &report)
{
    const core::csv::ImportCounts &counts = report.counts;
    const qint64 read = counts.added + counts.changed + counts.unchanged;
    const QString meaning = refusals(report);
    const QString happened = tr("%Ln phone(s) read", nullptr, static_cast<int>(read)) + QStringLiteral(", ") +
                             tr("%Ln refused.", nullptr, static_cast<int>(counts.totalRejected()));
    if (report.stoppedBy)
        m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(*report.stoppedBy), happened);
    else
        m_banner->tell(meaning.isEmpty() ? feedback::Banner::Kind::Info : feedback::Banner::Kind::Warning, happened,
                       meaning);
    if (read > 0)
        Q_EMIT pasted(m_tag->text().trimmed());
    if (!report.stoppedBy && meaning.isEmpty())
        m_text->clear();
    m_text->setFocus();
}

QString PastePhonesDialog::refusals(const ImportReport &report) const
{
    QStringList reasons;
    for (const core::csv::RejectedRow &row : report.rejected.mid(0, mostReasons)) {
        const QString phone = m_phones.value(row.line - 2); // the header is line 1
        reasons << tr("“%1”: %2").arg(phone.left(24), texts::rejectText(row.reason, phone));
    }
    const qsizetype more = report.rejected.size() - reasons.size();
    if (more > 0)
        reasons << tr("and %Ln more", nullptr, static_cast<int>(more));
    return reasons.join(QStringLiteral("; "));
}

void PastePhonesDialog::showNumber()
{
    const qsizetype number = pastedPhones(m_text->toPlainText()).size();
    m_number->setText(number > 0 ? tr("%Ln phone(s)", nullptr, static_cast<int>(number)) : QString());
    m_add->setEnabled(!m_running && number > 0 && !m_tag->text().trimmed().isEmpty());
}

void PastePhonesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PastePhonesDialog::retranslate()
{
    setWindowTitle(tr("Paste phones"));
    m_explanation->setText(tr("Every phone becomes a client with the tag below; clients that are there already get the tag. "
                              "The mailing goes to this tag."));
    m_textField->setLabel(tr("Phones"));
    m_textField->setHint(tr("One a line, or separated by commas, semicolons or tabs."));
    m_tagField->setLabel(tr("Tag"));
    m_close->setText(tr("Close"));
    m_add->setText(tr("Add phones"));
    showNumber();
}

} // namespace ui::dialogs
