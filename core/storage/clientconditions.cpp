// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/clientconditions.h"

#include "core/domain/searchwords.h"
#include "core/domain/tags.h"
#include "core/storage/jsontext.h"

namespace core::storage {

namespace {

constexpr int phoneDigits = 11;
/** What two digits leave open: every mobile phone begins with the same two. */
constexpr qint64 wideRange = 999'999'999;

/** Sorts behind every word that begins with `prefix`. */
QString beyond(const QString &prefix)
{
    return prefix + QString::fromUcs4(U"\U0010ffff");
}

QString foldedTags(const QStringList &tags)
{
    QStringList folded;
    for (const QString &tag : tags)
        folded << domain::foldedTag(tag);
    folded.removeDuplicates();
    return jsonTexts(folded);
}

qsizetype distinctTags(const QStringList &tags)
{
    QSet<QString> folded;
    for (const QString &tag : tags)
        folded.insert(domain::foldedTag(tag));
    return folded.size();
}

/** Numbers whose eleven digits begin with `digits` (which begin with 7). */
PhoneRange rangeOf(const QString &digits)
{
    PhoneRange range{digits.toLongLong(), digits.toLongLong()};
    for (qsizetype i = digits.size(); i < phoneDigits; ++i) {
        range.from *= 10;
        range.to = range.to * 10 + 9;
    }
    return range;
}

void requirePhone(Conditions &conditions, const QList<PhoneRange> &ranges, const QString &word)
{
    const bool isWide = ranges.first().to - ranges.first().from >= wideRange;
    QList<const char *> fragments{isWide ? "client_has_phone_widely_between" : "client_has_phone_between"};
    Conditions::Values values{{"from", ranges.first().from}, {"to", ranges.first().to}};
    if (ranges.size() > 1) {
        fragments << "client_has_phone_between_too";
        values << std::pair<const char *, QVariant>{"from2", ranges[1].from}
               << std::pair<const char *, QVariant>{"to2", ranges[1].to};
    }
    if (!word.isEmpty()) {
        fragments << "client_has_word_too";
        values << std::pair<const char *, QVariant>{"word", word}
               << std::pair<const char *, QVariant>{"beyond", beyond(word)};
    }
    conditions.requireAny(fragments, values);
}

void requireSearch(Conditions &conditions, const QString &search)
{
    // A phone with blanks in it is one thing to look for, not several.
    const QList<PhoneRange> whole = phoneRanges(search);
    const QStringList words = domain::wordsOf(search);
    if (!whole.isEmpty() && words.size() > 1) {
        requirePhone(conditions, whole, {});
        return;
    }
    for (const QString &word : words) {
        const QList<PhoneRange> ranges = words.size() == 1 && !whole.isEmpty() ? whole : phoneRanges(word);
        if (ranges.isEmpty())
            conditions.require("client_has_word", {{"word", word}, {"beyond", beyond(word)}});
        else
            requirePhone(conditions, ranges, word);
    }
}

} // namespace

QList<PhoneRange> phoneRanges(const QString &text)
{
    QString digits;
    for (const QChar character : text) {
        if (character.isDigit())
            digits += QChar(u'0' + character.digitValue());
        else if (!character.isSpace() && !QStringLiteral("+-()").contains(character))
            return {};
    }
    if (digits.isEmpty())
        return {};

    QList<PhoneRange> ranges;
    const bool withCountry = digits.startsWith(u'7') || digits.startsWith(u'8');
    if (withCountry && digits.size() <= phoneDigits)
        ranges << rangeOf(u'7' + digits.mid(1));
    if (digits.size() < phoneDigits && !text.trimmed().startsWith(u'+'))
        ranges << rangeOf(u'7' + digits);
    return ranges;
}

Conditions clientConditions(const Connection &connection, const interfaces::ClientQuery &query)
{
    Conditions conditions(connection);
    requireSearch(conditions, query.search);
    if (query.phone)
        conditions.require("client_has_phone", {{"phone", query.phone->number()}});
    if (!query.operatorCodes.isEmpty())
        conditions.require("client_has_operator_code", {{"codes", jsonTexts(query.operatorCodes)}});
    if (!query.tags.isEmpty())
        conditions.require("client_is_among_tagged", {{"tags", foldedTags(query.tags)}});
    if (!query.timezone.isEmpty())
        conditions.require("client_has_timezone", {{"timezone", query.timezone}});
    if (query.optedOut)
        conditions.require(*query.optedOut ? "client_is_opted_out" : "client_is_not_opted_out");
    return conditions;
}

Conditions audienceConditions(const Connection &connection, const domain::AudienceFilter &filter)
{
    Conditions conditions(connection);
    if (!filter.operatorCodes.isEmpty())
        conditions.require("client_has_operator_code", {{"codes", jsonTexts(filter.operatorCodes)}});
    if (!filter.tags.isEmpty() && filter.tagsMode == domain::AudienceFilter::TagsMode::Any)
        conditions.require("client_has_any_tag", {{"tags", foldedTags(filter.tags)}});
    if (!filter.tags.isEmpty() && filter.tagsMode == domain::AudienceFilter::TagsMode::All)
        conditions.require("client_has_all_tags",
                           {{"tags", foldedTags(filter.tags)}, {"number", distinctTags(filter.tags)}});
    if (!filter.excludedTags.isEmpty())
        conditions.require("client_has_no_tag", {{"tags", foldedTags(filter.excludedTags)}});
    return conditions;
}

} // namespace core::storage
