// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Phones as people write them: whatever is taken for one is one, however it is shown, and no digit of it is made up.

#include "core/domain/phonenumber.h"
#include "core/domain/textrules.h"
#include "tests/fuzz/promise.h"

#include <algorithm>

using namespace core::domain;
using tests::fuzz::promise;
using tests::fuzz::promiseRefusal;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto phone = PhoneNumber::parse(text);
    if (!phone) {
        promiseRefusal(phone.error());
        promise(phone.error().fields.size() == 1 && phone.error().fields[0].field == u"phone", "one reason, on the phone");
        return 0;
    }
    promise(phone->number() >= 70'000'000'000 && phone->number() <= 79'999'999'999, "a phone has eleven digits after a 7");
    promise(isOperatorCode(phone->operatorCode()), "an operator code has three digits");
    promise(*PhoneNumber::parse(phone->text()) == *phone, "what is shown to scripts is read again");
    promise(*PhoneNumber::parse(phone->formatted()) == *phone, "what is shown to people is read again");
    promise(*PhoneNumber::parse(u" "_qs + text + u'\u00a0') == *phone, "blanks around it change nothing");
    promise(!phone->redacted().contains(phone->text().mid(4, 3)) || phone->redacted().size() == 11, "logs hide the middle");

    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c >= u'0' && c <= u'9'; });
    promise(digits.contains(phone->text().mid(1)), "no digit is made up");
    return 0;
}
