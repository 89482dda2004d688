// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The body of PATCH /api/v1/settings: a value that is accepted is in its stored form, and reads back as it was.

#include "core/json/settingsjson.h"
#include "tests/fuzz/jsoninput.h"
#include "tests/fuzz/promise.h"

using core::domain::WorkspaceSettings;
using tests::fuzz::promise;
using tests::fuzz::promiseRefusal;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const auto object = tests::fuzz::objectFrom(data, size);
    if (!object)
        return 0;
    const auto values = core::json::settingsFromJson(*object);
    if (!values) {
        promiseRefusal(values.error());
        return 0;
    }
    QMap<QString, QString> stored;
    for (auto value = values->begin(); value != values->end(); ++value) {
        const auto checked = WorkspaceSettings::checked(value.key(), *value);
        if (!checked) {
            promiseRefusal(checked.error());
            continue;
        }
        promise(WorkspaceSettings::checked(value.key(), *checked) == *checked, "what is stored can be stored again");
        stored.insert(value.key(), *checked);
    }
    const QJsonObject shown = core::json::toJson(WorkspaceSettings(stored));
    tests::fuzz::promiseTexts(shown);
    const auto again = core::json::settingsFromJson(tests::fuzz::sent(shown));
    promise(again.has_value(), "what is shown can be sent back");
    for (auto value = stored.begin(); value != stored.end(); ++value)
        promise(WorkspaceSettings::checked(value.key(), again->value(value.key())) == *value,
                "what is sent back is what was shown");
    return 0;
}
