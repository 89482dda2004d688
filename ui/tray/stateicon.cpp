// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tray/stateicon.h"

#include "ui/theme/statuscolours.h"

#include <QGuiApplication>
#include <QPainter>

namespace ui::tray {

using core::domain::BreakerState;

QIcon stateIcon(TrayState state)
{
    const QIcon plain(QStringLiteral(":/icons/heliograph.svg"));
    if (state == TrayState::Idle)
        return plain;
    const BreakerState meaning = state == TrayState::Attention ? BreakerState::Attention : BreakerState::Closed;
    const QColor colour = theme::breakerColour(meaning, QGuiApplication::palette());
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64}) {
        QPixmap picture(size, size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        plain.paint(&painter, picture.rect());
        const double dot = size * 0.5;
        painter.setPen(QPen(Qt::white, std::max(1.0, size / 16.0)));
        painter.setBrush(colour);
        painter.drawEllipse(QRectF(size - dot - 0.5, size - dot - 0.5, dot, dot));
        painter.end();
        icon.addPixmap(picture);
    }
    return icon;
}

} // namespace ui::tray
