// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"

#include "core/rest/problem.h"
#include "ui/feedback/errortext.h"

#include <QFileDevice>
#include <QJsonDocument>

namespace app {

namespace {

QString compact(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact)) + u'\n';
}

/** Each field on a line of its own, where it is known which one is meant. */
QString sentences(const core::Error &error)
{
    if (error.fields.isEmpty())
        return ui::feedback::errorText(error) + u'\n';
    QString text;
    for (const core::FieldError &field : error.fields)
        text += (field.field.isEmpty() ? QString() : field.field + QLatin1String(": ")) +
                ui::feedback::fieldErrorText(field) + u'\n';
    return text;
}

} // namespace

Console::Console(const Streams &streams, bool json, bool verbose) : m_streams(streams), m_json(json), m_verbose(verbose) {}

void Console::print(const QString &text)
{
    if (!m_json)
        write(m_streams.out, text.endsWith(u'\n') ? text : text + u'\n');
}

void Console::print(const QJsonObject &object)
{
    if (m_json)
        write(m_streams.out, compact(QJsonDocument(object)));
}

void Console::print(const QJsonArray &array)
{
    if (m_json)
        write(m_streams.out, compact(QJsonDocument(array)));
}

void Console::printItem(const QJsonObject &object, bool isFirst)
{
    if (!m_json)
        return;
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    write(m_streams.out, (isFirst ? QLatin1String("[") : QLatin1String(",\n")) + QString::fromUtf8(text));
}

void Console::endItems(bool isEmpty)
{
    if (m_json)
        write(m_streams.out, isEmpty ? u"[]\n"_qs : u"]\n"_qs);
}

void Console::printAlways(const QString &text)
{
    write(m_streams.out, text.endsWith(u'\n') ? text : text + u'\n');
}

void Console::report(const core::Error &error)
{
    if (m_json) {
        write(m_streams.err, compact(QJsonDocument(core::rest::problem(error))));
        return;
    }
    write(m_streams.err, sentences(error));
    if (m_verbose && !error.detail.isEmpty())
        write(m_streams.err, QStringLiteral("(%1: %2)\n").arg(error.code, error.detail));
}

void Console::note(const QString &text)
{
    write(m_streams.err, text + u'\n');
}

void Console::noteChange(const QString &text, const QString &also)
{
    if (text != m_lastChange)
        note(text + also);
    m_lastChange = text;
}

core::Result<QString> Console::readLine()
{
    QByteArray line = m_streams.in.readLine();
    if (line.isEmpty())
        return core::Failure(core::Error::make(core::ErrorKind::InvalidInput, "input.nothing"));
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

void Console::write(QIODevice &device, const QString &text)
{
    bool written = device.write(text.toUtf8()) >= 0;
    // A reader in a pipe sees each line when it is written, and streams keep their order.
    if (auto *file = qobject_cast<QFileDevice *>(&device))
        written = file->flush() && written;
    if (!written && &device == &m_streams.out && m_outputFailure.isEmpty())
        m_outputFailure = device.errorString();
}

} // namespace app
