// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/surface.h"

#include <QApplication>

namespace app {

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

QStringList wordsOf(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    return words;
}

std::unique_ptr<QCoreApplication> applicationFor(const CommandLine &commandLine, int &argc, char **argv)
{
    QCoreApplication::setApplicationName(u"heliograph"_qs);
    QCoreApplication::setApplicationVersion(QStringLiteral(HELIOGRAPH_VERSION));
    const Surface surface = commandLine.command ? commandLine.command->surface : Surface::Terminal;
    // A platform without a screen shows a window to nobody: it serves only who asks for the window and nothing else.
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    const bool screenless = platform.startsWith("offscreen") || platform.startsWith("minimal");
    const bool window = surface == Surface::Window ? hasDisplay() || screenless : hasDisplay() && !screenless;
    if (surface != Surface::Terminal && window)
        return std::make_unique<QApplication>(argc, argv);
    return std::make_unique<QCoreApplication>(argc, argv);
}

} // namespace app
