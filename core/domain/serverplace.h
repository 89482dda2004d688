// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Where on a database server a workspace is to lie, as a person enters it in a form.
 *
 * Only its rules; what is at that place is storage's business.
 */
#pragma once

#include "core/base/result.h"

#include <QString>

namespace core::domain {

/** What has to hold before anything is sent to the server. */
enum class ServerTrust : quint8 {
    Certificate, ///< encrypted, and the server proves with a certificate of a known authority that it is this host
    Encryption,  ///< encrypted, whoever answers
    None,        ///< as the server likes: on this computer, or in a network that is trusted
};

/** A value, checked only when it is asked to be. */
struct ServerPlace
{
    QString host; ///< a name, an address, or the folder of a socket on this computer: an absolute path
    int port = 5432;
    QString database;
    QString user;
    QString password = {};                        ///< blank: none is needed, or a pgpass file has it
    ServerTrust trust = ServerTrust::Certificate; ///< means nothing for a socket
    QString authority = {};                       ///< path of a file in PEM, of those that are trusted; of Certificate
    bool keepPassword = false;                    ///< in the desktop's keyring

    /**
     * Everything that is wrong. Errors: InvalidInput, on the fields host, port, database, user, authority: host:empty,
     * host:shape (the text), port:range (the number), database:empty, database:shape (the text), user:empty,
     * authority:empty, authority:shape.
     */
    [[nodiscard]] Status check() const;
    /** Of a place that is in order: postgresql://user@host:port/database?…, without the password. */
    [[nodiscard]] QString url() const;

    [[nodiscard]] bool isSocket() const { return host.startsWith(u'/'); }
};

} // namespace core::domain
