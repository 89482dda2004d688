// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The body of POST /api/v1/users: what is accepted reads back as it was, but for the password, which never comes out.

#include "core/domain/textrules.h"
#include "core/json/userjson.h"
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
    const auto edit = core::json::userEditFromJson(*object);
    if (!edit) {
        promiseRefusal(edit.error());
        return 0;
    }
    const auto user = edited(User(), *edit);
    if (!user) {
        promiseRefusal(user.error());
        return 0;
    }
    promise(isMailAddress(user->email) && comparableEmail(user->email) == user->email, "an address is in its stored form");
    promise(user->name.normalized(QString::NormalizationForm_C) == user->name, "a letter of a name is one character");
    promise(edited(*user, {}) == *user, "an edit of nothing changes nothing");
    const QJsonObject shown = core::json::toJson(*user);
    promise(!shown.contains(u"password"_qs), "a password never comes out");
    tests::fuzz::promiseTexts(shown);
    const auto again = core::json::userEditFromJson(tests::fuzz::sent(shown));
    promise(again.has_value(), "what is shown can be sent back");
    promise(edited(User(), *again) == *user, "what is sent back is what was shown");
    return 0;
}
