// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/retryedit.h"

#include "ui/editors/field.h"
#include "ui/editors/formerrors.h"
#include "ui/feedback/card.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>
#include <cmath>

namespace ui::editors {

using core::Milliseconds;
using core::domain::RetryLimits;

namespace {

constexpr int pausesTold = 4;
constexpr double longestDelay = 24 * 60 * 60; // seconds

template <typename Spin>
Spin *spin(double from, double to, const char *objectName)
{
    auto *made = new Spin;
    made->setRange(from, to);
    made->setObjectName(QString::fromLatin1(objectName));
    return made;
}

double inSeconds(Milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

/** What the control shows of `stored`, unless the person entered something else. */
template <typename Spin, typename T, typename FromShown>
void take(const Spin &control, double shown, T &stored, FromShown fromShown)
{
    const double half = std::pow(10.0, -control.decimals()) / 2;
    if (std::abs(control.value() - shown) > half)
        stored = fromShown(control.value());
}

QString secondsText(double seconds)
{
    return seconds < 10 ? RetryEdit::tr("%1 s", "seconds").arg(QLocale().toString(seconds, 'g', 2))
                        : texts::durationText(std::chrono::seconds{std::llround(seconds)});
}

} // namespace

RetryEdit::RetryEdit(QWidget *parent)
    : QWidget(parent), m_attempts(spin<QSpinBox>(1, 100, "retryAttemptsSpin")),
      m_firstDelay(spin<QDoubleSpinBox>(0.1, longestDelay, "retryFirstDelaySpin")),
      m_factor(spin<QDoubleSpinBox>(1, 10, "retryFactorSpin")),
      m_maxDelay(spin<QDoubleSpinBox>(0.1, longestDelay, "retryMaxDelaySpin")),
      m_jitter(spin<QSpinBox>(0, 90, "retryJitterSpin")), m_attemptsField(new Field(m_attempts, this)),
      m_firstDelayField(new Field(m_firstDelay, this)), m_factorField(new Field(m_factor, this)),
      m_maxDelayField(new Field(m_maxDelay, this)), m_jitterField(new Field(m_jitter, this)),
      m_pauses(feedback::label("small", this))
{
    m_pauses->setObjectName(QStringLiteral("retryPausesLabel"));
    m_pauses->setWordWrap(true);
    for (QDoubleSpinBox *one : {m_firstDelay, m_factor, m_maxDelay})
        one->setDecimals(1);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(3 * theme::space);
    grid->setVerticalSpacing(2 * theme::space);
    grid->addWidget(m_attemptsField, 0, 0, Qt::AlignTop);
    grid->addWidget(m_firstDelayField, 0, 1, Qt::AlignTop);
    grid->addWidget(m_factorField, 1, 0, Qt::AlignTop);
    grid->addWidget(m_maxDelayField, 1, 1, Qt::AlignTop);
    grid->addWidget(m_jitterField, 2, 0, Qt::AlignTop);
    grid->addWidget(m_pauses, 2, 1, Qt::AlignBottom);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    connect(m_attempts, &QSpinBox::valueChanged, this, &RetryEdit::tellPauses);
    for (QDoubleSpinBox *one : {m_firstDelay, m_factor, m_maxDelay})
        connect(one, &QDoubleSpinBox::valueChanged, this, &RetryEdit::tellPauses);
    retranslate();
}

void RetryEdit::setLimits(const RetryLimits &limits)
{
    m_limits = limits;
    m_attempts->setValue(limits.maxAttempts);
    m_firstDelay->setValue(inSeconds(limits.firstDelay));
    m_factor->setValue(limits.factor);
    m_maxDelay->setValue(inSeconds(limits.maxDelay));
    m_jitter->setValue(static_cast<int>(std::lround(limits.jitter * 100)));
    tellPauses();
}

RetryLimits RetryEdit::limits() const
{
    const auto milliseconds = [](double seconds) { return Milliseconds{std::llround(seconds * 1000)}; };
    RetryLimits limits = m_limits;
    limits.maxAttempts = m_attempts->value();
    take(*m_firstDelay, inSeconds(m_limits.firstDelay), limits.firstDelay, milliseconds);
    take(*m_factor, m_limits.factor, limits.factor, [](double factor) { return factor; });
    take(*m_maxDelay, inSeconds(m_limits.maxDelay), limits.maxDelay, milliseconds);
    if (m_jitter->value() != std::lround(m_limits.jitter * 100))
        limits.jitter = m_jitter->value() / 100.0;
    return limits;
}

void RetryEdit::addPlaces(FormErrors &errors) const
{
    errors.addPlace(QStringLiteral("retry.max_attempts"), m_attemptsField);
    errors.addPlace(QStringLiteral("retry.first_delay"), m_firstDelayField);
    errors.addPlace(QStringLiteral("retry.factor"), m_factorField);
    errors.addPlace(QStringLiteral("retry.max_delay"), m_maxDelayField);
    errors.addPlace(QStringLiteral("retry.jitter"), m_jitterField);
}

void RetryEdit::tellPauses()
{
    QStringList told;
    double pause = m_firstDelay->value();
    double all = 0;
    for (int attempt = 1; attempt < m_attempts->value(); ++attempt) {
        const double bounded = std::min(pause, m_maxDelay->value());
        if (attempt <= pausesTold)
            told << secondsText(bounded);
        all += bounded;
        pause = std::min(pause * m_factor->value(), m_maxDelay->value());
    }
    if (m_attempts->value() > pausesTold + 1)
        told << QStringLiteral("…");
    m_pauses->setText(told.isEmpty()
                          ? tr("Nothing is tried again.")
                          : tr("%1 – the last try after about %2").arg(told.join(QStringLiteral(", ")), secondsText(all)));
}

void RetryEdit::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RetryEdit::retranslate()
{
    m_attemptsField->setLabel(tr("Attempts"));
    m_firstDelayField->setLabel(tr("First pause"));
    m_factorField->setLabel(tr("Each further pause"));
    m_maxDelayField->setLabel(tr("Longest pause"));
    m_jitterField->setLabel(tr("Pauses vary by"));
    m_firstDelay->setSuffix(tr(" s", "seconds"));
    m_maxDelay->setSuffix(tr(" s", "seconds"));
    m_factor->setPrefix(tr("× ", "times"));
    m_jitter->setPrefix(QStringLiteral("± "));
    m_jitter->setSuffix(QStringLiteral(" %"));
    tellPauses();
}

} // namespace ui::editors
