// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/page.h"

#include <QByteArray>

namespace core::domain {

namespace {

constexpr QByteArray::Base64Options urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
// Tells a cursor from any other text that happens to be Base64, and this layout from a later one.
constexpr QLatin1String prefix("k1:");

} // namespace

QString encodedCursor(const PageKey &key)
{
    const QString plain = prefix + QString::number(key.id) + u':' + key.sortValue;
    return QString::fromLatin1(plain.toUtf8().toBase64(urlSafe));
}

std::optional<PageKey> decodedCursor(const QString &cursor)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(cursor.toLatin1(), urlSafe | QByteArray::AbortOnBase64DecodingErrors);
    const QString plain = decoded ? QString::fromUtf8(*decoded) : QString();
    const qsizetype colon = plain.indexOf(u':', prefix.size());
    if (!plain.startsWith(prefix) || colon < 0)
        return std::nullopt;
    bool isNumber = false;
    const qint64 id = QStringView(plain).mid(prefix.size(), colon - prefix.size()).toLongLong(&isNumber);
    const PageKey key{plain.mid(colon + 1), id};
    // One row has one cursor: a number with a sign, or Base64 that ends otherwise, was never given.
    if (!isNumber || id <= 0 || encodedCursor(key) != cursor)
        return std::nullopt;
    return key;
}

} // namespace core::domain
