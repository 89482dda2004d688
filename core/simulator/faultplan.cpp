// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulator/faultplan.h"

#include <QJsonArray>
#include <QJsonValue>
#include <algorithm>
#include <limits>

namespace core::simulator {

namespace {

/** Independent draws for one request. */
enum class Draw : quint64 { Fault = 1, Latency = 2, Acceptance = 3 };

/** splitmix64: every bit of the argument moves every bit of the answer. */
quint64 mixed(quint64 value)
{
    value += 0x9e3779b97f4a7c15ULL;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

/** In [0, 1). */
double draw(quint64 seed, qint64 id, int attempt, Draw purpose)
{
    const quint64 bits = mixed(mixed(mixed(seed) + quint64(id)) + quint64(attempt) * 8 + quint64(purpose));
    return double(bits >> 11) / double(1ULL << 53);
}

struct NamedFault
{
    QLatin1String name;
    Fault fault;
};

constexpr NamedFault faultsByTarget[] = {
    {QLatin1String("status"), Fault::Status},   {QLatin1String("hang"), Fault::Hang},
    {QLatin1String("garbage"), Fault::Garbage}, {QLatin1String("empty"), Fault::Empty},
    {QLatin1String("code1"), Fault::Code1},     {QLatin1String("reset"), Fault::Reset},
};

Failure invalid(const QString &option, const QString &code, const QString &value = {})
{
    return Failure(Error::invalid({{option, code, {value.isNull() ? option : value}}}));
}

bool isFault(const QString &option)
{
    return std::any_of(std::begin(faultsByTarget), std::end(faultsByTarget),
                       [&option](const NamedFault &named) { return named.name == option; });
}

/** A number is a share of one (0.1 is 10%) where the option holds a share, else itself. */
QString wordOf(const QString &option, const QJsonValue &value)
{
    if (value.isDouble() && isFault(option))
        return QString::number(value.toDouble() * 100, 'g', 12) + u'%';
    return value.toVariant().toString();
}

Result<QStringList> valuesOf(const QString &option, const QJsonValue &value)
{
    QStringList values;
    switch (value.type()) {
    case QJsonValue::Null:
        return values;
    case QJsonValue::Bool:
    case QJsonValue::Double:
    case QJsonValue::String:
        return QStringList(wordOf(option, value));
    case QJsonValue::Array:
        for (const QJsonValue &element : value.toArray())
            values += wordOf(option, element);
        return values;
    case QJsonValue::Object: { // {"500": 0.1} is "500=10%"
        if (option != QLatin1String("status"))
            return invalid(option, QStringLiteral("simulator:object"));
        const QJsonObject shares = value.toObject();
        for (auto it = shares.begin(); it != shares.end(); ++it)
            values += it.key() + u'=' + wordOf(option, it.value());
        return values;
    }
    default:
        return invalid(option, QStringLiteral("simulator:option"));
    }
}

bool mayAcceptAndLie(Fault fault)
{
    return fault == Fault::Hang || fault == Fault::Garbage || fault == Fault::Empty || fault == Fault::Reset;
}

} // namespace

QStringList FaultPlan::optionNames()
{
    QStringList names{QStringLiteral("latency")};
    for (const NamedFault &named : faultsByTarget)
        names += named.name;
    return names + QStringList{QStringLiteral("unauthorized"), QStringLiteral("down"), QStringLiteral("retry-after"),
                               QStringLiteral("seed")};
}

Result<FaultPlan> FaultPlan::fromArguments(const QStringList &arguments)
{
    QMap<QString, QStringList> values;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (!argument.startsWith(QLatin1String("--")))
            return invalid(argument, QStringLiteral("simulator:option"));
        const qsizetype equals = argument.indexOf(u'=');
        const QString option = argument.mid(2, equals < 0 ? -1 : equals - 2);
        QStringList &held = values[option];
        if (equals >= 0)
            held += argument.mid(equals + 1);
        else if (i + 1 < arguments.size() && !arguments[i + 1].startsWith(QLatin1String("--")))
            held += arguments[++i];
    }

    FaultPlan plan;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (it->isEmpty() && it.key() != QLatin1String("unauthorized"))
            return invalid(it.key(), QStringLiteral("simulator:value"));
        HELIOGRAPH_TRY(plan.set(it.key(), *it));
    }
    return plan;
}

Status FaultPlan::set(const QString &option, const QStringList &values)
{
    const auto fault = std::find_if(std::begin(faultsByTarget), std::end(faultsByTarget),
                                    [&](const NamedFault &named) { return named.name == option; });
    if (fault != std::end(faultsByTarget))
        return setFault(fault->fault, option, values);

    const QString value = values.isEmpty() ? QString() : values.last();
    if (option == QLatin1String("latency")) {
        HELIOGRAPH_ASSIGN(m_latency, values.isEmpty() ? DurationRange() : parseDurations(option, value));
    } else if (option == QLatin1String("down")) {
        HELIOGRAPH_ASSIGN(DurationRange range, parseDurations(option, values.isEmpty() ? QStringLiteral("0s") : value));
        if (range.from == range.to)
            range.from = {}; // so long, from now on
        m_down = range.from < range.to ? std::optional(range) : std::nullopt;
    } else if (option == QLatin1String("unauthorized")) {
        if (!values.isEmpty() && value != QLatin1String("true") && value != QLatin1String("false"))
            return invalid(option, QStringLiteral("simulator:flag"), value);
        m_unauthorized = value != QLatin1String("false");
    } else if (option == QLatin1String("retry-after")) {
        m_retryAfter.reset();
        if (!values.isEmpty()) {
            HELIOGRAPH_ASSIGN(m_retryAfter, parseNumber(option, value, 0, 24 * 60 * 60));
        }
    } else if (option == QLatin1String("seed")) {
        HELIOGRAPH_ASSIGN(m_seed, parseNumber(option, values.isEmpty() ? QStringLiteral("0") : value, 0,
                                              std::numeric_limits<qint64>::max()));
    } else {
        return invalid(option, QStringLiteral("simulator:option"));
    }
    return {};
}

Status FaultPlan::setFault(Fault fault, const QString &option, const QStringList &values)
{
    QList<Rule> rules;
    for (const QString &value : values) {
        Rule rule{fault, 200, {}};
        qsizetype targetBegins = 0;
        if (fault == Fault::Status) {
            bool number = false;
            const qsizetype equals = value.indexOf(u'=');
            rule.status = equals < 0 ? 0 : QStringView(value).first(equals).toInt(&number);
            if (!number || rule.status < 300 || rule.status > 599)
                return invalid(option, QStringLiteral("simulator:status"), value);
            targetBegins = equals + 1;
        }
        HELIOGRAPH_ASSIGN(rule.target, parseTarget(option, value.mid(targetBegins)));
        rules += rule;
    }
    return replaceRules(fault, rules, option);
}

Status FaultPlan::replaceRules(Fault fault, const QList<Rule> &rules, const QString &option)
{
    QList<Rule> all = m_rules;
    all.removeIf([fault](const Rule &rule) { return rule.fault == fault; });
    all += rules;
    std::stable_sort(all.begin(), all.end(), [](const Rule &a, const Rule &b) {
        return std::pair(a.fault, a.status) < std::pair(b.fault, b.status);
    });

    double sum = 0;
    for (const Rule &rule : all)
        sum += rule.target.share;
    if (sum > 1 + 1e-9)
        return invalid(option, QStringLiteral("simulator:sum"));
    m_rules = all;
    return {};
}

Result<FaultPlan> FaultPlan::changed(const QJsonObject &changes) const
{
    FaultPlan plan = *this;
    // What is replaced makes room first, in whatever order it is named.
    plan.m_rules.removeIf([&changes](const Rule &rule) {
        return std::any_of(std::begin(faultsByTarget), std::end(faultsByTarget), [&](const NamedFault &named) {
            return named.fault == rule.fault && changes.contains(named.name);
        });
    });
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        HELIOGRAPH_ASSIGN(QStringList values, valuesOf(it.key(), it.value()));
        if (it.value().isNull() && it.key() == QLatin1String("unauthorized"))
            values = QStringList(QStringLiteral("false"));
        HELIOGRAPH_TRY(plan.set(it.key(), values));
    }
    return plan;
}

const FaultPlan::Rule *FaultPlan::ruleFor(qint64 phone, double draw) const
{
    for (const Rule &rule : m_rules) {
        if (rule.target.phones.contains(phone))
            return &rule;
    }
    double upTo = 0;
    for (const Rule &rule : m_rules) {
        upTo += rule.target.share;
        if (draw < upTo)
            return &rule;
    }
    return nullptr;
}

FaultChoice FaultPlan::choose(qint64 id, qint64 phone, int attempt) const
{
    FaultChoice choice;
    const qint64 spread = (m_latency.to - m_latency.from).count();
    choice.latency = m_latency.from;
    if (spread > 0)
        choice.latency += Milliseconds{qint64(draw(m_seed, id, attempt, Draw::Latency) * double(spread + 1))};

    if (m_unauthorized) {
        choice.fault = Fault::Unauthorized;
        choice.status = 401;
        choice.accepts = false;
    } else if (const Rule *rule = ruleFor(phone, draw(m_seed, id, attempt, Draw::Fault))) {
        choice.fault = rule->fault;
        choice.status = rule->status;
        choice.accepts = mayAcceptAndLie(rule->fault) && draw(m_seed, id, attempt, Draw::Acceptance) < 0.5;
    }
    return choice;
}

} // namespace core::simulator
