// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What is logged while a test looks on. For tests only.
 */
#pragma once

#include <QLoggingCategory>
#include <QMutex>
#include <QStringList>

namespace tests {

/** Takes what the program's categories say, from `info` on; all else goes the usual way. One at a time. Thread: any. */
class LogCapture
{
public:
    LogCapture()
    {
        s_present = this;
        m_previous = qInstallMessageHandler(handle);
        QLoggingCategory::setFilterRules(QStringLiteral("heliograph.*.info=true"));
    }
    ~LogCapture()
    {
        QLoggingCategory::setFilterRules({});
        qInstallMessageHandler(m_previous);
        s_present = nullptr;
    }
    Q_DISABLE_COPY_MOVE(LogCapture)

    [[nodiscard]] QStringList lines() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_lines;
    }

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
    {
        if (!QByteArray(context.category).startsWith("heliograph.")) {
            s_present->m_previous(type, context, text);
            return;
        }
        const QMutexLocker lock(&s_present->m_mutex);
        s_present->m_lines.append(text);
    }

    static inline LogCapture *s_present = nullptr;
    QtMessageHandler m_previous = nullptr;
    mutable QMutex m_mutex;
    QStringList m_lines;
};

} // namespace tests
