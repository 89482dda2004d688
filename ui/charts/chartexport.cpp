// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chartexport.h"

#include "ui/async.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QtConcurrentRun>

namespace ui::charts {

namespace {

constexpr int margin = 16;
constexpr int smallestWidth = 480;
constexpr int scale = 2;

core::Status written(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return core::Failure(core::Error::make(core::ErrorKind::Unavailable, "file.unwritable", {path, file.errorString()}));
}

QByteArray pngBytes(const QImage &image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

ChartExport::ChartExport(QWidget *chart, Paint paint) : QObject(chart), m_chart(chart), m_paint(std::move(paint))
{
    chart->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(chart, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(m_chart);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(menu);
        menu->popup(m_chart->mapToGlobal(at));
    });
}

void ChartExport::fillMenu(QMenu *menu)
{
    QAction *copy = menu->addAction(tr("Copy as image"), this, [this] { QGuiApplication::clipboard()->setImage(image()); });
    copy->setObjectName(QStringLiteral("copyChartAction"));
    QAction *numbers = menu->addAction(tr("Copy numbers"), this, [this] { QGuiApplication::clipboard()->setText(words()); });
    numbers->setObjectName(QStringLiteral("copyNumbersAction"));
    menu->addSeparator();
    QAction *png = menu->addAction(tr("Save as PNG…"), this, [this] { chooseFile(QStringLiteral("png")); });
    png->setObjectName(QStringLiteral("saveChartAsPngAction"));
    QAction *svg = menu->addAction(tr("Save as SVG…"), this, [this] { chooseFile(QStringLiteral("svg")); });
    svg->setObjectName(QStringLiteral("saveChartAsSvgAction"));
}

QString ChartExport::words() const
{
    return m_chart->accessibleDescription();
}

QSize ChartExport::size() const
{
    const int width = std::max(smallestWidth, m_chart->width());
    const QRect room(0, 0, width, 10000);
    const int wordsHeight = QFontMetrics(theme::smallFont()).boundingRect(room, Qt::TextWordWrap, words()).height();
    const int headingHeight = QFontMetrics(theme::boldFont()).height();
    return {width + 2 * margin, m_chart->height() + wordsHeight + headingHeight + 4 * margin};
}

void ChartExport::paint(QPainter &painter) const
{
    const theme::Colours &table = theme::colours(m_chart->palette());
    const QSize whole = size();
    painter.fillRect(QRect(QPoint(), whole), table.panel);
    const QRect inner = QRect(QPoint(), whole).adjusted(margin, margin, -margin, -margin);
    painter.setFont(theme::boldFont());
    painter.setPen(table.text);
    painter.drawText(inner, Qt::AlignTop | Qt::AlignLeft, m_chart->accessibleName());
    const int top = inner.top() + QFontMetrics(theme::boldFont()).height() + margin;
    painter.save();
    m_paint(painter, QRectF(inner.left(), top, inner.width(), m_chart->height()));
    painter.restore();
    painter.setFont(theme::smallFont());
    painter.setPen(table.dim);
    const QRect below(inner.left(), top + m_chart->height() + margin, inner.width(), inner.height());
    painter.drawText(below, Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, words());
}

QImage ChartExport::image() const
{
    QImage image(size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    return image;
}

QByteArray ChartExport::svg() const
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size());
    generator.setViewBox(QRect(QPoint(), size()));
    generator.setTitle(m_chart->accessibleName());
    generator.setDescription(words());
    QPainter painter(&generator);
    paint(painter);
    painter.end();
    return buffer.data();
}

void ChartExport::save(const QString &path)
{
    const bool asSvg = path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
    const QByteArray drawn = asSvg ? svg() : QByteArray();
    const QImage picture = asSvg ? QImage() : image();
    const auto future =
        QtConcurrent::run([path, drawn, picture, asSvg] { return written(path, asSvg ? drawn : pngBytes(picture)); });
    whenDone(future, this, [this, path](const core::Status &status) {
        if (status)
            Q_EMIT saved(path);
        else
            Q_EMIT failed(status.error());
    });
}

void ChartExport::chooseFile(const QString &ending)
{
    auto *dialog = new QFileDialog(m_chart, tr("Save the chart"));
    dialog->setObjectName(QStringLiteral("saveChartDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setNameFilter(QStringLiteral("%1 (*.%2)").arg(ending.toUpper(), ending));
    connect(dialog, &QFileDialog::fileSelected, this, &ChartExport::save);
    dialog->open();
}

} // namespace ui::charts
