// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/gatewayform.h"

#include "core/services/gatewayservice.h"
#include "ui/editors/field.h"
#include "ui/editors/formframe.h"
#include "ui/editors/ratespin.h"
#include "ui/editors/retryedit.h"
#include "ui/pages/gatewaytest.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace ui::pages {

using core::domain::GatewayProfile;
using editors::Field;

namespace {

QSpinBox *spin(int from, int to, const char *objectName)
{
    auto *made = new QSpinBox;
    made->setRange(from, to);
    made->setObjectName(QString::fromLatin1(objectName));
    return made;
}

} // namespace

// Controls without a parent get it in layOut(): tabs go through them in the order in which they came to the form.
GatewayForm::GatewayForm(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_name(new QLineEdit), m_kind(new QComboBox), m_url(new QLineEdit),
      m_secret(new QLineEdit), m_sender(new QLineEdit), m_connections(spin(1, 512, "gatewayConnectionsSpin")),
      m_rate(new editors::RateSpin), m_rateUnit(new QComboBox), m_timeout(spin(1, 300, "gatewayTimeoutSpin")),
      m_retry(new editors::RetryEdit), m_enabled(new QCheckBox), m_default(new QCheckBox),
      m_frame(new editors::FormFrame({"saveGatewayButton", "cancelGatewayButton", "gatewayProblemLabel"}, this)),
      m_remove(new QPushButton), m_test(new GatewayTest(context))
{
    setObjectName(QStringLiteral("gatewayForm"));
    makeControls();
    layOut();
    placeErrors();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &GatewayForm::showKind);
    connect(m_frame, &editors::FormFrame::submitted, this, &GatewayForm::save);
    connect(m_frame, &editors::FormFrame::left, this, &GatewayForm::cancelled);
    connect(m_frame, &editors::FormFrame::busyChanged, m_remove, &QWidget::setDisabled);
    connect(m_remove, &QPushButton::clicked, this, &GatewayForm::remove);
    retranslate();
}

void GatewayForm::makeControls()
{
    m_name->setObjectName(QStringLiteral("gatewayNameEdit"));
    m_kind->setObjectName(QStringLiteral("gatewayKindCombo"));
    m_url->setObjectName(QStringLiteral("gatewayUrlEdit"));
    m_secret->setObjectName(QStringLiteral("gatewaySecretEdit"));
    m_sender->setObjectName(QStringLiteral("gatewaySenderEdit"));
    m_rate->setObjectName(QStringLiteral("gatewayRateSpin"));
    m_rateUnit->setObjectName(QStringLiteral("gatewayRateUnitCombo"));
    m_enabled->setObjectName(QStringLiteral("gatewayEnabledCheckBox"));
    m_default->setObjectName(QStringLiteral("gatewayDefaultCheckBox"));
    m_remove->setObjectName(QStringLiteral("removeGatewayButton"));
    m_secret->setEchoMode(QLineEdit::Password);
    for (QComboBox *combo : {m_kind, m_rateUnit}) { // else the longest choice would make the form wider than its place
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(8);
    }
    m_kind->addItem(QString(), QStringLiteral("http-json"));
    m_kind->addItem(QString(), QStringLiteral("simulator"));
    m_rateUnit->addItem(QString(), static_cast<int>(core::domain::RateUnit::Messages));
    m_rateUnit->addItem(QString(), static_cast<int>(core::domain::RateUnit::Parts));
}

void GatewayForm::layOut()
{
    const auto field = [this](QWidget *control) { return new Field(control, this); };
    m_nameField = field(m_name);
    m_kindField = field(m_kind);
    m_urlField = field(m_url);
    m_secretField = field(m_secret);
    m_senderField = field(m_sender);
    m_rateField = field(m_rate);
    m_rateUnitField = field(m_rateUnit);
    m_connectionsField = field(m_connections);
    m_timeoutField = field(m_timeout);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(3 * theme::space);
    grid->setVerticalSpacing(2 * theme::space);
    const auto pair = [&](Field *left, Field *right) {
        const int row = grid->rowCount();
        grid->addWidget(left, row, 0, Qt::AlignTop);
        grid->addWidget(right, row, 1, Qt::AlignTop);
    };
    pair(m_nameField, m_kindField);
    grid->addWidget(m_urlField, grid->rowCount(), 0, 1, 2);
    pair(m_secretField, m_senderField);
    pair(m_rateField, m_rateUnitField);
    pair(m_connectionsField, m_timeoutField);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    body()->addLayout(grid);
    body()->addWidget(m_retry);
    body()->addWidget(m_enabled);
    body()->addWidget(m_default);
    m_frame->buttonRow()->addWidget(m_remove);
    m_frame->layOut(body());
    body()->addSpacing(2 * theme::space);
    body()->addWidget(m_test);
    body()->addStretch();
}

void GatewayForm::placeErrors()
{
    editors::FormErrors &errors = m_frame->errors();
    errors.addPlace(QStringLiteral("name"), m_nameField);
    errors.addPlace(QStringLiteral("kind"), m_kindField);
    errors.addPlace(QStringLiteral("url"), m_urlField);
    errors.addPlace(QStringLiteral("secret"), m_secretField);
    errors.addPlace(QStringLiteral("connections"), m_connectionsField);
    errors.addPlace(QStringLiteral("rate"), m_rateField);
    errors.addPlace(QStringLiteral("timeout"), m_timeoutField);
    errors.addPlaceOfCode(QStringLiteral("gateway.name_exists"), m_nameField);
    m_retry->addPlaces(errors);
}

void GatewayForm::begin(const GatewayProfile &profile)
{
    m_profile = profile;
    const bool isNew = !profile.id.isValid();
    m_name->setText(profile.name);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(profile.kind)));
    m_url->setText(profile.url);
    m_secret->clear();
    m_sender->setText(profile.sender);
    m_connections->setValue(profile.connections);
    m_rate->setRate(profile.rate);
    m_rateUnit->setCurrentIndex(m_rateUnit->findData(static_cast<int>(profile.rateUnit)));
    m_timeout->setValue(static_cast<int>(profile.timeout.count()));
    m_retry->setLimits(profile.retry);
    m_enabled->setChecked(profile.enabled);
    m_default->setChecked(profile.isDefault);
    m_default->setEnabled(!profile.isDefault); // the mark moves by giving it to another one
    m_remove->setVisible(!isNew);
    m_test->setVisible(!isNew);
    m_test->setGateway(profile.id);
    m_frame->reset();
    showKind();
    retranslate();
    m_name->setFocus();
}

void GatewayForm::showKind()
{
    const bool real = m_kind->currentData().toString() != u"simulator";
    m_urlField->setVisible(real);
    m_secretField->setVisible(real);
    m_senderField->setVisible(real);
}

core::domain::GatewayEdit GatewayForm::edit() const
{
    core::domain::GatewayEdit edit;
    edit.name = m_name->text();
    edit.kind = m_kind->currentData().toString();
    edit.url = m_url->text().trimmed();
    if (!m_secret->text().isEmpty())
        edit.secret = m_secret->text();
    edit.sender = m_sender->text().trimmed();
    edit.connections = m_connections->value();
    edit.rate = m_rate->rate();
    edit.rateUnit = static_cast<core::domain::RateUnit>(m_rateUnit->currentData().toInt());
    edit.timeout = std::chrono::seconds{m_timeout->value()};
    edit.retry = m_retry->limits();
    edit.enabled = m_enabled->isChecked();
    if (m_default->isChecked() && !m_profile.isDefault)
        edit.isDefault = true;
    return edit;
}

void GatewayForm::save()
{
    const auto stored = [this] {
        return m_profile.id.isValid() ? m_context.gateways.edit(m_context.actor, m_profile.id, edit())
                                      : m_context.gateways.add(m_context.actor, edit());
    };
    m_frame->ask(stored, [this](const core::domain::GatewayWithState &) {
        m_secret->clear(); // not before: what is mended elsewhere is saved with it
        Q_EMIT saved();
    });
}

void GatewayForm::remove()
{
    m_frame->ask([this] { return m_context.gateways.remove(m_context.actor, m_profile.id); }, [this] { Q_EMIT removed(); });
}

void GatewayForm::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GatewayForm::retranslate()
{
    setHeading(m_profile.id.isValid() ? tr("Gateway “%1”").arg(m_profile.name) : tr("New gateway"));
    m_nameField->setLabel(tr("Name"));
    m_kindField->setLabel(tr("Kind"));
    m_kind->setItemText(0, tr("HTTP with JSON"));
    m_kind->setItemText(1, tr("Simulator (sends nothing)"));
    m_urlField->setLabel(tr("Address"));
    m_url->setPlaceholderText(QStringLiteral("https://sms.example.org/send/"));
    m_secretField->setLabel(tr("Token"));
    m_secret->setPlaceholderText(m_profile.sealedSecret.isEmpty() ? tr("none") : tr("unchanged"));
    m_senderField->setLabel(tr("Sender"));
    m_sender->setPlaceholderText(tr("the gateway's"));
    m_rateField->setLabel(tr("At most, a second"));
    m_rate->setSpecialValueText(tr("no limit"));
    m_rateUnitField->setLabel(tr("Counted in"));
    m_rateUnit->setItemText(0, tr("messages"));
    m_rateUnit->setItemText(1, tr("SMS parts"));
    m_connectionsField->setLabel(tr("Connections at once"));
    m_timeoutField->setLabel(tr("Answer within"));
    m_timeout->setSuffix(tr(" s", "seconds"));
    m_enabled->setText(tr("In use"));
    m_default->setText(tr("Default for mailings that name no gateway"));
    m_frame->submitButton()->setText(tr("Save"));
    m_frame->leaveButton()->setText(tr("Cancel"));
    m_remove->setText(tr("Remove"));
}

} // namespace ui::pages
