// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Storage of clients: the directory, its tags, and the audiences chosen from it.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/audiencefilter.h"
#include "core/domain/client.h"
#include "core/domain/importrow.h"
#include "core/domain/page.h"

#include <optional>

namespace core::interfaces {

/** Which clients a list shows; all conditions hold together. */
struct ClientQuery
{
    QString search;            ///< prefixes of words in phone, tags or attributes; a phone in any notation
    QStringList operatorCodes; ///< any of them
    QStringList tags;          ///< any of them
    QString timezone;
    std::optional<bool> optedOut;
    std::optional<domain::PhoneNumber> phone; ///< exactly this one

    [[nodiscard]] bool isEverybody() const
    {
        return search.trimmed().isEmpty() && operatorCodes.isEmpty() && tags.isEmpty() && timezone.isEmpty() && !optedOut &&
               !phone;
    }
    bool operator==(const ClientQuery &) const = default;
};

struct LabelCount
{
    QString label;
    qint64 count = 0;

    bool operator==(const LabelCount &) const = default;
};

/** What a filter would reach, without creating anything. */
struct AudienceSummary
{
    qint64 count = 0;                 ///< clients that would get a message
    qint64 optedOut = 0;              ///< match, but are never sent anything
    QList<LabelCount> byTimezone;     ///< most first
    QList<LabelCount> byOperatorCode; ///< most first
};

/** How an import treats clients that exist. */
enum class ImportMode : quint8 { Update, Skip, Replace };

using domain::ImportRow;

struct ImportBatch
{
    ImportId import; ///< invalid: not journalled (cannot be undone)
    ImportMode mode = ImportMode::Update;
    QString defaultTimezone;
    QStringList extraTags; ///< given to every client besides its own tags (not to those that Skip leaves alone)
    UserId owner;
    Instant now{};
    QList<ImportRow> rows; ///< no phone twice within one import
};

struct ImportBatchResult
{
    qint64 added = 0;
    qint64 changed = 0;
    qint64 unchanged = 0;
};

/** Callers bring checked values (core::domain::edited); the repository keeps them unique and indexed. */
class ClientRepository
{
public:
    virtual ~ClientRepository() = default;

    /** Errors: Conflict client.phone_exists (phone). */
    virtual Result<ClientId> insert(const domain::Client &client) = 0;
    /**
     * In another zone its messages that wait for an opening are due now (MessageRepository::wakePostponed).
     * Errors: NotFound client.unknown, Conflict client.phone_exists.
     */
    virtual Status update(const domain::Client &client) = 0;
    /** Its messages keep the phone and lose the client; call MessageRepository::cancelPendingOfClient first. */
    virtual Status remove(ClientId id) = 0;
    /** Errors: NotFound client.unknown. */
    virtual Result<domain::Client> find(ClientId id) = 0;
    virtual Result<std::optional<domain::Client>> findByPhone(domain::PhoneNumber phone) = 0;

    /** sortBy: "" (id), "phone", "operator_code", "timezone", "updated_at". */
    virtual Result<domain::Page<domain::Client>> page(const ClientQuery &query, const domain::PageRequest &request) = 0;
    virtual Result<qint64> count(const ClientQuery &query) = 0;

    virtual Result<QList<LabelCount>> tags() = 0;          ///< with their number of clients, most first
    virtual Result<QList<LabelCount>> operatorCodes() = 0; ///< most first
    virtual Result<QStringList> attributeKeys() = 0;       ///< keys that any client has, sorted
    virtual Result<QStringList> timezones() = 0;           ///< in which any client is, sorted

    virtual Result<AudienceSummary> audience(const domain::AudienceFilter &filter) = 0;
    /** How many of the audience (not opted out) have no or a blank attribute `key`. */
    virtual Result<qint64> countLacking(const domain::AudienceFilter &filter, const QString &key) = 0;
    /** Clients of the audience with an id above `after`, by id; for previews. */
    virtual Result<QList<domain::Client>> audienceSample(const domain::AudienceFilter &filter, ClientId after,
                                                         int limit) = 0;

    /** One batch of an import: inserts and updates, tags and journal included. */
    virtual Result<ImportBatchResult> import(const ImportBatch &batch) = 0;
    /** The same numbers without writing anything. */
    virtual Result<ImportBatchResult> dryRun(const ImportBatch &batch) = 0;
};

/** Imports, so that one can be taken back. */
struct ImportRecord
{
    ImportId id;
    QString fileName;
    Instant startedAt{};
    UserId owner;
};

class ImportRepository
{
public:
    virtual ~ImportRepository() = default;

    virtual Result<ImportId> begin(const ImportRecord &record) = 0;
    /** Errors: NotFound import.unknown. */
    virtual Result<ImportRecord> find(ImportId id) = 0;
    /** How many clients of the import were edited since; an import can be undone while this is 0. */
    virtual Result<qint64> countEditedSince(ImportId id) = 0;
    /**
     * Restores up to `limit` clients to what they were before; returns how many were left to do before this call. They count
     * as changed `now`: what was claimed before holds what the import had made of them, and must not go out. Whoever was
     * edited since stays as he is.
     */
    virtual Result<qint64> undoSome(ImportId id, int limit, Instant now) = 0;
};

} // namespace core::interfaces
