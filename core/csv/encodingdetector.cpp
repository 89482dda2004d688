// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/encodingdetector.h"

#include <QStringDecoder>
#include <algorithm>
#include <memory>
#include <uchardet/uchardet.h>

namespace core::csv {

namespace {

constexpr qint64 sampleSize = 256 * 1024;
constexpr int maxSamples = 256;

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/** Forgives a character that the end of the sample cuts, and one that its beginning does. */
bool isUtf8(QByteArray bytes)
{
    while (!bytes.isEmpty() && (static_cast<unsigned char>(bytes.front()) & 0xC0) == 0x80)
        bytes.remove(0, 1);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError() && !text.isEmpty();
}

/** UTF-16 without a mark: every ASCII character (digits, delimiters, line breaks) brings a zero byte, all on one side. */
QString utf16Guess(QByteArrayView bytes)
{
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < bytes.size(); ++i)
        zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
    const qsizetype enough = bytes.size() / 8;
    if (zeros[1] > enough && zeros[0] == 0)
        return QStringLiteral("UTF-16LE");
    if (zeros[0] > enough && zeros[1] == 0)
        return QStringLiteral("UTF-16BE");
    return {};
}

QString byStatistics(QByteArrayView bytes)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    uchardet_handle_data(detector.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
    uchardet_data_end(detector.get());
    const QString guess = QString::fromLatin1(uchardet_get_charset(detector.get()));
    for (const QString &offered : offeredEncodings()) {
        if (offered.compare(guess, Qt::CaseInsensitive) == 0)
            return offered;
    }
    // On short samples the guess may be anything; what Russian spreadsheets write is by far the likeliest.
    return QStringLiteral("windows-1251");
}

QString byMark(const QByteArray &bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return QStringLiteral("UTF-8");
    if (bytes.startsWith("\xFF\xFE"))
        return QStringLiteral("UTF-16LE");
    if (bytes.startsWith("\xFE\xFF"))
        return QStringLiteral("UTF-16BE");
    return {};
}

} // namespace

QString detectedEncoding(QIODevice &device)
{
    device.seek(0);
    QByteArray sample = device.read(sampleSize);
    QString encoding = byMark(sample);
    if (encoding.isEmpty())
        encoding = utf16Guess(sample);
    for (int i = 1; encoding.isEmpty() && isAscii(sample) && i < maxSamples && !device.atEnd(); ++i)
        sample = device.read(sampleSize);
    if (encoding.isEmpty())
        encoding = isAscii(sample) || isUtf8(sample) ? QStringLiteral("UTF-8") : byStatistics(sample);
    device.seek(0);
    return encoding;
}

const QStringList &offeredEncodings()
{
    static const QStringList names{QStringLiteral("UTF-8"),     QStringLiteral("windows-1251"), QStringLiteral("UTF-16LE"),
                                   QStringLiteral("UTF-16BE"),  QStringLiteral("KOI8-R"),       QStringLiteral("IBM866"),
                                   QStringLiteral("ISO-8859-5")};
    return names;
}

} // namespace core::csv
