// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Where commands read and write: results on standard output, problems on standard error, for people or as JSON.
 */
#pragma once

#include "app/texttable.h"
#include "core/base/result.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonObject>

namespace app {

/** The three streams of a command. Not owned; tests give buffers. */
struct Streams
{
    QIODevice &in;
    QIODevice &out;
    QIODevice &err;
};

/** Thread: main. */
class Console
{
public:
    Console(const Streams &streams, bool json, bool verbose);

    [[nodiscard]] bool isJson() const { return m_json; }

    /** For people; nothing is written with --json. */
    void print(const QString &text);
    void print(const TextTable &table) { print(table.text()); }
    /** For machines: one line; nothing is written without --json. */
    void print(const QJsonObject &object);
    void print(const QJsonArray &array);
    /** One object of an array that is written bit by bit; endItems() closes it. Nothing is written without --json. */
    void printItem(const QJsonObject &object, bool isFirst);
    void endItems(bool isEmpty);
    /** In either case, for instance a help text or a key. */
    void printAlways(const QString &text);

    /** A sentence for people or a problem object, on standard error. */
    void report(const core::Error &error);
    /** A line for people on standard error, in either case. */
    void note(const QString &text);
    /** `text` and what follows it, unless `text` is what was said last: a pace that dwindles is no news of its own. */
    void noteChange(const QString &text, const QString &also);

    /**
     * The first line of standard input, without its end: secrets never stand in arguments. Input that ends before a line
     * begins is InvalidInput: a file that could not be read upstream must not look like a blank line.
     */
    [[nodiscard]] core::Result<QString> readLine();

    /** Why standard output did not take all that was written, for instance a full disk; blank: it did. */
    [[nodiscard]] const QString &outputFailure() const { return m_outputFailure; }

private:
    void write(QIODevice &device, const QString &text);

    Streams m_streams;
    bool m_json;
    bool m_verbose;
    QString m_lastChange;
    QString m_outputFailure;
};

} // namespace app
