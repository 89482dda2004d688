// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The body of POST /api/v1/clients: what is accepted keeps the rules, and reads back as it was.

#include "core/domain/tags.h"
#include "core/domain/textrules.h"
#include "core/domain/timezonename.h"
#include "core/json/clientjson.h"
#include "tests/fuzz/jsoninput.h"
#include "tests/fuzz/promise.h"

using namespace core::domain;
using tests::fuzz::promise;
using tests::fuzz::promiseRefusal;

namespace {

const QString zone = u"Europe/Moscow"_qs;

void promiseRules(const Client &client)
{
    promise(client.phone.isValid(), "a client has a phone");
    promise(isOperatorCode(client.operatorCode), "a client has a code of three digits");
    promise(isTimeZoneName(client.timezone), "a client lives in a zone that exists");
    promise(client.tags.size() <= maxTags && *normalisedTags(client.tags) == client.tags, "tags are in their stored form");
    promise(client.attributes.size() <= maxAttributes, "attributes are not too many");
    for (auto attribute = client.attributes.begin(); attribute != client.attributes.end(); ++attribute) {
        promise(isAttributeKey(attribute.key()), "an attribute's key can stand in a template");
        promise(!attribute->isEmpty() && attribute->trimmed() == *attribute, "attributes are trimmed, and none is blank");
        promise(characterCount(*attribute) <= maxAttributeLength, "attributes have a length");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const auto object = tests::fuzz::objectFrom(data, size);
    if (!object)
        return 0;
    const auto edit = core::json::clientEditFromJson(*object);
    if (!edit) {
        promiseRefusal(edit.error());
        return 0;
    }
    const auto client = edited(Client(), *edit, zone);
    if (!client) {
        promiseRefusal(client.error());
        return 0;
    }
    promiseRules(*client);
    promise(edited(*client, {}, zone) == *client, "an edit of nothing changes nothing");
    const QJsonObject shown = core::json::toJson(*client);
    tests::fuzz::promiseTexts(shown);
    const auto again = core::json::clientEditFromJson(tests::fuzz::sent(shown));
    promise(again.has_value(), "what is shown can be sent back");
    promise(edited(Client(), *again, zone) == *client, "what is sent back is what was shown");
    return 0;
}
