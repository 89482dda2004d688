// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/postgresrefusal.h"

#include <QRegularExpression>

namespace core::storage {

namespace {

bool has(const QString &words, std::initializer_list<const char *> phrases)
{
    return std::any_of(phrases.begin(), phrases.end(), [&words](const char *phrase) {
        return words.contains(QString::fromUtf8(phrase), Qt::CaseInsensitive);
    });
}

} // namespace

PostgresRefusal postgresRefusal(const QString &words)
{
    // libpq says this one itself, in one language, so that programs can tell (PQconnectionNeedsPassword).
    if (words.contains(QLatin1String("fe_sendauth: no password supplied")))
        return PostgresRefusal::NoEntry;
    // What a server has said follows its severity and two blanks, in whatever language.
    static const QRegularExpression saidByServer(QStringLiteral(R"((?:^|\s)\S+:  \S)"));
    if (!saidByServer.match(words).hasMatch()) {
        if (has(words, {"does not support SSL", "не поддерживает SSL"}))
            return PostgresRefusal::NotEncrypted;
        return has(words, {"certificate", "сертификат"}) ? PostgresRefusal::NotTrusted : PostgresRefusal::NoAnswer;
    }
    if (has(words, {"starting up", "shutting down", "recovery", "not accepting connections", "запускается",
                    "останавливается", "восстановлени", "не принимает подключения"}))
        return PostgresRefusal::NotNow;
    if (has(words, {"too many clients", "too many connections", "connection slots", "слишком много", "слоты подключений"}))
        return PostgresRefusal::NoRoom;
    static const QRegularExpression noDatabase(
        QStringLiteral(R"(database ".*" does not exist|база данных ".*" не существует)"));
    return noDatabase.match(words).hasMatch() ? PostgresRefusal::NoDatabase : PostgresRefusal::NoEntry;
}

} // namespace core::storage
