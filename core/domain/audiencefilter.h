// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Which clients a mailing is for. The same rule exists as SQL in core/storage; the contract suite compares the two.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/client.h"

#include <QStringList>

namespace core::domain {

struct AudienceFilter
{
    enum class TagsMode { Any, All };

    QStringList operatorCodes; ///< none: any code
    QStringList tags;          ///< none: any tags
    QStringList excludedTags;
    TagsMode tagsMode = TagsMode::Any;

    [[nodiscard]] bool isEverybody() const { return operatorCodes.isEmpty() && tags.isEmpty() && excludedTags.isEmpty(); }
    [[nodiscard]] bool matches(const Client &client) const;
    /** Equal as sets, whatever order and case; what twins are told by. */
    [[nodiscard]] bool isSameAs(const AudienceFilter &other) const;
    /** One text for equal filters; stored to find twins. */
    [[nodiscard]] QString canonicalText() const;

    bool operator==(const AudienceFilter &) const = default;
};

/** Trimmed, without doubles. Errors: InvalidInput on filter.operator_codes, filter.tags, filter.excluded_tags. */
[[nodiscard]] Result<AudienceFilter> normalised(const AudienceFilter &filter);

} // namespace core::domain
