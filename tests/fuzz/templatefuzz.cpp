// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The text of a mailing, NUL, and what the client's attributes are filled with, one after the other, NUL between them.
// A template that parses renders as its fields say, and the parts of what comes out count as another way of counting does.

#include "core/domain/messagetemplate.h"
#include "core/domain/smslength.h"
#include "tests/fuzz/promise.h"

#include <algorithm>

using namespace core::domain;
using tests::fuzz::promise;
using tests::fuzz::promiseRefusal;

namespace {

constexpr qsizetype longestText = 3000; ///< the recount tries every cut

const PhoneNumber phone = PhoneNumber::fromNumber(79990000001);
const QString operatorCode = u"999"_qs;

QString withoutDoubles(QString literal)
{
    return literal.replace(u"{{"_qs, u"{"_qs).replace(u"}}"_qs, u"}"_qs);
}

/** What a field becomes, read from its own text. */
QString filled(const QString &written, const MessageTemplate::Field &field, const Attributes &attributes)
{
    if (field.key == u"phone")
        return phone.text();
    if (field.key == u"operator_code")
        return operatorCode;
    const QString value = attributes.value(field.key);
    if (!value.trimmed().isEmpty())
        return value;
    return field.hasFallback ? written.mid(written.indexOf(u'|') + 1).chopped(1) : QString();
}

/** The text with every field replaced where it stands. */
QString expected(const QString &text, const MessageTemplate &parsed, const Attributes &attributes)
{
    QString rendered;
    qsizetype from = 0;
    for (const MessageTemplate::Field &field : parsed.fields()) {
        const QString written = text.mid(field.position, field.length);
        promise(field.position >= from && written.startsWith(u'{') && written.endsWith(u'}') &&
                    written.size() == field.length,
                "a field stands where it says");
        rendered += withoutDoubles(text.mid(from, field.position - from)) + filled(written, field, attributes);
        from = field.position + field.length;
    }
    return rendered + withoutDoubles(text.mid(from));
}

/** Units of every character, which no part may split. */
QList<int> unitsOf(const QString &text, bool gsm)
{
    static const QString extension = u"\f^{}\\[~]|€"_qs;
    QList<int> units;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        units << (gsm ? extension.contains(text[i]) + 1 : pair + 1);
        i += pair;
    }
    return units;
}

/** The fewest parts, found backwards: for each character, the best of all parts that could begin with it. */
int fewestParts(const QList<int> &units, int perPart)
{
    QList<int> best(units.size() + 1, 0);
    for (qsizetype from = units.size() - 1; from >= 0; --from) {
        best[from] = static_cast<int>(units.size());
        int used = 0;
        for (qsizetype to = from; to < units.size() && used + units[to] <= perPart; ++to) {
            used += units[to];
            best[from] = std::min(best[from], 1 + best[to + 1]);
        }
    }
    return best[0];
}

void promiseLength(const QString &text)
{
    const SmsLength length = smsLength(text);
    const bool gsm = length.encoding == SmsLength::Encoding::Gsm7;
    promise(gsm == std::all_of(text.begin(), text.end(), isGsmCharacter), "one foreign character makes it UCS-2");
    promise(gsm == length.foreignCharacters.isEmpty(), "and is named");
    promise(length.characters == text.toUcs4().size(), "characters are code points");
    const QList<int> units = unitsOf(text, gsm);
    const int total = std::accumulate(units.begin(), units.end(), 0);
    promise(length.units == total, "units add up");
    const bool single = total <= (gsm ? 160 : 70);
    const int perPart = single ? (gsm ? 160 : 70) : (gsm ? 153 : 67);
    promise(length.unitsPerPart == perPart && length.parts == fewestParts(units, perPart),
            "parts are packed as tight as can be");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    QStringList pieces =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)).split(QChar::Null);
    const QString text = pieces.takeFirst();
    const auto parsed = MessageTemplate::parse(text);
    if (!parsed) {
        promiseRefusal(parsed.error());
        const qsizetype position = parsed.error().fields[0].args.last().toLongLong();
        promise(position >= 1 && position <= text.size() && QStringView(u"{}").contains(text[position - 1]),
                "an error points at a brace");
        return 0;
    }
    promise(parsed->isStatic() == parsed->fields().empty(), "without fields it is the same for everybody");
    const QStringList keys = parsed->requiredKeys();
    Attributes attributes;
    for (const MessageTemplate::Field &field : parsed->fields()) {
        if (!pieces.isEmpty() && !attributes.contains(field.key))
            attributes.insert(field.key, pieces.takeFirst());
    }
    const auto lacks = [&attributes](const QString &key) { return attributes.value(key).trimmed().isEmpty(); };
    const auto missing = std::find_if(keys.begin(), keys.end(), lacks);
    promise(parsed->missingKey(attributes) == (missing == keys.end() ? QString() : *missing), "what is missing is told");

    const QString rendered = parsed->render(attributes, phone, operatorCode);
    promise(rendered == expected(text, *parsed, attributes), "what is rendered is what stands there");
    if (rendered.size() <= longestText)
        promiseLength(rendered);
    return 0;
}
