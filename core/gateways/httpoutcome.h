// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What came of one HTTP request: values between the transport, the classifier and the gateways.
 */
#pragma once

#include <QByteArray>
#include <QList>
#include <QNetworkReply>
#include <QString>
#include <QUrl>
#include <utility>

namespace core::gateways {

struct HttpRequest
{
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body; ///< of the POST
};

struct HttpOutcome
{
    int status = 0;        ///< 0: no answer
    QByteArray retryAfter; ///< the header as it came
    QByteArray body;       ///< at most HttpTransport::maxAnswer bytes
    bool tooLong = false;  ///< cut after HttpTransport::maxAnswer bytes
    bool written = false;  ///< the request may have reached the gateway, whole or in part
    /** As Qt has it: every status from 400 on is an error too; OperationCanceledError: deadline, or cut by hand. */
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString errorText; ///< what the network said, or why it was cut
};

} // namespace core::gateways
