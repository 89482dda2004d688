// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The application object that a command needs: with windows, or without a display.
 */
#pragma once

#include "app/commandline.h"

#include <QCoreApplication>
#include <memory>

namespace app {

/** True where the environment names a display (X11, Wayland). */
[[nodiscard]] bool hasDisplay();

/** The arguments as Qt would tell them, without the program's name; needs no application object. */
[[nodiscard]] QStringList wordsOf(int argc, char **argv);

/** A QApplication for a command that opens a window here, else a QCoreApplication. Thread: main. */
[[nodiscard]] std::unique_ptr<QCoreApplication> applicationFor(const CommandLine &commandLine, int &argc, char **argv);

} // namespace app
