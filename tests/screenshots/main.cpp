// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Takes pictures of every page and dialog, in both languages and both looks, to be looked at by a person.
 *
 * `screenshots FOLDER [NAME]`; NAME takes only pictures whose names contain it.
 */
#include "tests/screenshots/exampleworkspace.h"
#include "tests/screenshots/shots.h"

#include <QApplication>
#include <QDir>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("heliograph"));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        qWarning("usage: screenshots FOLDER [NAME]");
        return 2;
    }
    QDir().mkpath(arguments[1]);
    tests::Shots shots(arguments[1], arguments.value(2));
    shots.takeEmpty();
    shots.takeBusy();
    return 0;
}
