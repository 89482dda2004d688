// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The body of POST /api/v1/gateways: what is accepted reads back as it was, but for the secret, which never comes out.

#include "core/json/gatewayjson.h"
#include "tests/fuzz/jsoninput.h"
#include "tests/fuzz/promise.h"

using namespace core::domain;
using tests::fuzz::promise;
using tests::fuzz::promiseRefusal;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const auto object = tests::fuzz::objectFrom(data, size);
    if (!object)
        return 0;
    const auto edit = core::json::gatewayEditFromJson(*object);
    if (!edit) {
        promiseRefusal(edit.error());
        return 0;
    }
    const auto profile = edited(GatewayProfile(), *edit);
    if (!profile) {
        promiseRefusal(profile.error());
        return 0;
    }
    promise(edited(*profile, {}) == *profile, "an edit of nothing changes nothing");
    const QJsonObject shown = core::json::toJson(GatewayWithState{*profile, {}});
    promise(!shown.contains(u"secret"_qs), "a secret never comes out");
    tests::fuzz::promiseTexts(shown);
    const auto again = core::json::gatewayEditFromJson(tests::fuzz::sent(shown));
    promise(again.has_value(), "what is shown can be sent back");
    promise(edited(GatewayProfile(), *again) == *profile, "what is sent back is what was shown");
    return 0;
}
