// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/audiencefilter.h"

#include "core/domain/tags.h"
#include "core/domain/textrules.h"

#include <QSet>
#include <algorithm>

namespace core::domain {

namespace {

QSet<QString> folded(const QStringList &labels)
{
    QSet<QString> set;
    for (const QString &label : labels)
        set.insert(foldedTag(label));
    return set;
}

/** Sorted, joined by commas; a comma within a label is escaped. */
QString canonicalList(const QSet<QString> &set)
{
    QStringList sorted(set.begin(), set.end());
    sorted.sort();
    for (QString &label : sorted)
        label.replace(u'\\', QLatin1String("\\\\")).replace(u',', QLatin1String("\\,")).replace(u';', QLatin1String("\\;"));
    return sorted.join(u',');
}

Result<QStringList> normalisedCodes(const QStringList &codes)
{
    QStringList kept;
    for (const QString &code : codes) {
        const QString trimmed = code.trimmed();
        if (trimmed.isEmpty())
            continue;
        if (!isOperatorCode(trimmed))
            return Failure(Error::invalidField("filter.operator_codes", "operator_code", {trimmed}));
        if (!kept.contains(trimmed))
            kept.append(trimmed);
    }
    return kept;
}

} // namespace

bool AudienceFilter::matches(const Client &client) const
{
    if (!operatorCodes.isEmpty() && !operatorCodes.contains(client.operatorCode))
        return false;
    const QSet<QString> has = folded(client.tags);
    const auto hasTag = [&has](const QString &label) { return has.contains(foldedTag(label)); };
    if (std::any_of(excludedTags.begin(), excludedTags.end(), hasTag))
        return false;
    if (tags.isEmpty())
        return true;
    return tagsMode == TagsMode::All ? std::all_of(tags.begin(), tags.end(), hasTag)
                                     : std::any_of(tags.begin(), tags.end(), hasTag);
}

bool AudienceFilter::isSameAs(const AudienceFilter &other) const
{
    return canonicalText() == other.canonicalText();
}

QString AudienceFilter::canonicalText() const
{
    const QSet<QString> wanted = folded(tags);
    // Any and all of a single tag are the same audience.
    const bool all = tagsMode == TagsMode::All && wanted.size() > 1;
    QStringList parts;
    if (!operatorCodes.isEmpty())
        parts.append(QLatin1String("codes=") + canonicalList({operatorCodes.begin(), operatorCodes.end()}));
    if (!wanted.isEmpty())
        parts.append((all ? QLatin1String("all=") : QLatin1String("any=")) + canonicalList(wanted));
    if (!excludedTags.isEmpty())
        parts.append(QLatin1String("none=") + canonicalList(folded(excludedTags)));
    return parts.join(u';');
}

Result<AudienceFilter> normalised(const AudienceFilter &filter)
{
    AudienceFilter result;
    result.tagsMode = filter.tagsMode;
    QList<FieldError> errors;
    const auto take = [&errors](Result<QStringList> list, QStringList &target) {
        if (list)
            target = *std::move(list);
        else
            errors += list.error().fields;
    };
    take(normalisedCodes(filter.operatorCodes), result.operatorCodes);
    take(normalisedTags(filter.tags, "filter.tags"), result.tags);
    take(normalisedTags(filter.excludedTags, "filter.excluded_tags"), result.excludedTags);
    if (!errors.isEmpty())
        return Failure(Error::invalid(std::move(errors)));
    return result;
}

} // namespace core::domain
