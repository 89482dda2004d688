// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The target of a request, `/path?query`: where it leads, and what is read from its parameters.

#include "core/domain/message.h"
#include "core/rest/queryreader.h"
#include "core/rest/router.h"
#include "tests/fuzz/promise.h"

#include <QUrl>
#include <algorithm>

using namespace core::rest;
using core::domain::MessageStatus;
using tests::fuzz::promise;
using tests::fuzz::promiseRefusal;

namespace {

const Router &router()
{
    static const Router router(Routes{
        {"GET", "/api/v1/clients"},
        {"POST", "/api/v1/clients"},
        {"GET", "/api/v1/clients/{id}"},
        {"DELETE", "/api/v1/clients/{id}"},
        {"PUT", "/api/v1/clients/{id}/opt-out"},
        {"GET", "/api/v1/users/{id}"},
        {"GET", "/api/v1/users/me"},
        {"POST", "/api/v1/mailings/{id}/start"},
        {"GET", "/docs/"},
        {"GET", "/docs/{file}"},
    });
    return router;
}

/** The pattern with its places taken by `args`. */
QStringList pathOf(const Route &route, QStringList args)
{
    QStringList path = QString::fromLatin1(route.pattern).mid(1).split(u'/');
    for (QString &segment : path) {
        if (segment.startsWith(u'{')) {
            promise(!args.isEmpty() && !args.first().isEmpty(), "every place of a pattern is taken");
            promise(segment != u"{id}" || args.first().toLongLong() > 0, "an id is a positive number");
            segment = args.takeFirst();
        }
    }
    promise(args.isEmpty(), "no argument is left over");
    return path;
}

void promisePath(const QByteArray &encoded)
{
    const auto segments = segmentsOf(encoded);
    if (!segments)
        return;
    QByteArray again;
    for (const QString &segment : *segments) {
        promise(!segment.contains(QChar::Null), "no segment holds a NUL");
        again += '/' + QUrl::toPercentEncoding(segment);
    }
    promise(segmentsOf(again) == segments, "a path that is written down is read again");
    for (const QByteArray method : {"GET", "HEAD", "POST", "PUT", "DELETE", "BREW"}) {
        const auto found = router().find(method, *segments);
        if (!found)
            continue;
        promise(!found->allowed.isEmpty(), "a known path allows something");
        promise((found->route != nullptr) == found->allowed.contains(method == "HEAD" ? QByteArray("GET") : method),
                "what is allowed has a route");
        promise(!found->route || pathOf(*found->route, found->args) == *segments, "a route leads to where it was asked for");
    }
}

/** What the lists of the interface ask for between them. */
struct Wanted
{
    std::optional<QString> search;
    QStringList tags;
    std::optional<qint64> mailing;
    std::optional<bool> archived;
    std::optional<core::Instant> since;
    QList<MessageStatus> statuses;
    QList<std::pair<QString, QString>> mapping;
    PageParameters page;
};

Wanted wantedFrom(QueryReader &query)
{
    return {query.text(u"q"_qs),
            query.texts(u"tag"_qs),
            query.integer(u"mailing_id"_qs, 1, std::numeric_limits<qint64>::max()),
            query.boolean(u"archived"_qs),
            query.time(u"since"_qs),
            query.choices(u"status"_qs, core::domain::messageStatusFromText),
            query.startingWith(u"map."_qs),
            query.page()};
}

/** The same wishes as somebody else would write them down. */
QUrlQuery written(const Wanted &wanted)
{
    QString text;
    const auto add = [&text](const QString &name, const QString &value) {
        text += QString::fromLatin1(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value)) + u'&';
    };
    if (wanted.search)
        add(u"q"_qs, *wanted.search);
    for (const QString &tag : wanted.tags)
        add(u"tag"_qs, tag);
    if (wanted.mailing)
        add(u"mailing_id"_qs, QString::number(*wanted.mailing));
    if (wanted.archived)
        add(u"archived"_qs, *wanted.archived ? u"true"_qs : u"false"_qs);
    if (wanted.since)
        add(u"since"_qs, core::toIso(*wanted.since));
    for (const MessageStatus status : wanted.statuses)
        add(u"status"_qs, core::domain::toText(status));
    for (const auto &[field, column] : wanted.mapping)
        add(u"map."_qs + field, column);
    add(u"limit"_qs, QString::number(wanted.page.request.limit));
    if (!wanted.page.request.after.isEmpty())
        add(u"cursor"_qs, wanted.page.request.after);
    add(u"count"_qs, wanted.page.withCount ? u"true"_qs : u"false"_qs);
    return QUrlQuery(text.chopped(1));
}

bool isSame(const Wanted &one, const Wanted &other)
{
    return one.search == other.search && one.tags == other.tags && one.mailing == other.mailing &&
           one.archived == other.archived && one.since == other.since && one.statuses == other.statuses &&
           one.mapping == other.mapping && one.page.request.limit == other.page.request.limit &&
           one.page.request.after == other.page.request.after && one.page.withCount == other.page.withCount;
}

bool isReadable(const QString &text)
{
    return !text.contains(QChar::Null) && !text.contains(QChar::ReplacementCharacter);
}

void promiseQuery(const QByteArray &encoded)
{
    QueryReader query(QUrlQuery(QString::fromLatin1(encoded)));
    const Wanted wanted = wantedFrom(query);
    promise(wanted.page.request.limit >= 1 && wanted.page.request.limit <= core::domain::maxPageSize, "a page has a size");
    if (const auto readable = query.check(); !readable) {
        promiseRefusal(readable.error());
        return;
    }
    promise(isReadable(wanted.search.value_or(QString())) && isReadable(wanted.tags.join(u',')), "what is read is a text");
    for (const auto &[field, column] : wanted.mapping)
        promise(isReadable(field) && isReadable(column), "names and columns are texts");
    QueryReader reader(written(wanted));
    promise(isSame(wantedFrom(reader), wanted) && reader.check(), "wishes that are written down are read again");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    // The framer lets nothing else through.
    QByteArray target;
    std::copy_if(data, data + size, std::back_inserter(target), [](quint8 c) { return c > 0x20 && c < 0x7f; });
    const qsizetype mark = target.indexOf('?');
    promisePath(mark < 0 ? target : target.left(mark));
    promiseQuery(mark < 0 ? QByteArray() : target.mid(mark + 1));
    return 0;
}
