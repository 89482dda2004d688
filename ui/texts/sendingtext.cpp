// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/texts/sendingtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui::texts {

using Phase = core::interfaces::SendingPhase;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Sending)
};

} // namespace

QString sendingText(const Sending &sending)
{
    switch (sending.phase) {
    case Phase::Starting:
        return Texts::tr("Getting ready");
    case Phase::Here:
        return sending.others.isEmpty() ? Texts::tr("Sending from here")
                                        : Texts::tr("Sending from %n program(s)", nullptr, int(sending.others.size()) + 1);
    case Phase::Elsewhere:
        return Texts::tr("Another program sends");
    case Phase::Stopping:
        return Texts::tr("Stopping, as soon as what is open has its answer…");
    case Phase::Off:
        return sending.isNobody() ? Texts::tr("Nobody sends") : Texts::tr("Nothing is sent from here");
    }
    return {};
}

QString notHereMeaning(const Sending &sending)
{
    if (sending.phase == Phase::Elsewhere)
        return Texts::tr("This window shows what it does and can do everything else.");
    if (sending.phase != Phase::Off)
        return {};
    if (!sending.isShared)
        return Texts::tr("Its messages wait, unless another program on this workspace sends them.");
    if (sending.isNobody())
        return Texts::tr("Nobody else sends either: its messages wait.");
    return Texts::tr("%n other program(s) send(s).", nullptr, int(sending.others.size()));
}

QString othersText(const Sending &sending)
{
    if (sending.others.isEmpty())
        return {};
    const QString list = QLocale().createSeparatedList(sending.others);
    return sending.phase == Phase::Here ? Texts::tr("Also from: %1").arg(list) : Texts::tr("Sent from: %1").arg(list);
}

} // namespace ui::texts
