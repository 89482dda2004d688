// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/gatewayform.h"

#include "core/services/gatewayservice.h"
#include "ui/async.h"
#include "ui/editors/field.h"
#include "ui/editors/retryedit.h"
#include "ui/feedback/errortext.h"
#include "ui/pages/gatewaytest.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
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

GatewayForm::GatewayForm(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_name(new QLineEdit), m_kind(new QComboBox), m_url(new QLineEdit),
      m_secret(new QLineEdit), m_sender(new QLineEdit), m_connections(spin(1, 512, "gatewayConnectionsSpin")),
      m_rate(new QDoubleSpinBox), m_rateUnit(new QComboBox), m_timeout(spin(1, 300, "gatewayTimeoutSpin")),
      m_retry(new editors::RetryEdit(this)), m_enabled(new QCheckBox(this)), m_default(new QCheckBox(this)),
      m_problem(feedback::label("problem", this)), m_save(new QPushButton(this)), m_cancel(new QPushButton(this)),
      m_remove(new QPushButton(this)), m_test(new GatewayTest(context, this))
{
    setObjectName(QStringLiteral("gatewayForm"));
    makeControls();
    layOut();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &GatewayForm::showKind);
    connect(m_save, &QPushButton::clicked, this, &GatewayForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &GatewayForm::cancelled);
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
    m_save->setObjectName(QStringLiteral("saveGatewayButton"));
    m_cancel->setObjectName(QStringLiteral("cancelGatewayButton"));
    m_remove->setObjectName(QStringLiteral("removeGatewayButton"));
    m_problem->setObjectName(QStringLiteral("gatewayProblemLabel"));
    m_save->setProperty("kind", QStringLiteral("primary"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_rate->setRange(0, 100'000);
    m_rate->setDecimals(1);
    m_problem->setWordWrap(true);
    m_problem->hide();
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
    m_connectionsField = field(m_connections);
    m_rateField = field(m_rate);
    m_rateUnitField = field(m_rateUnit);
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
    body()->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * theme::space);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    buttons->addWidget(m_remove);
    body()->addLayout(buttons);
    body()->addSpacing(2 * theme::space);
    body()->addWidget(m_test);
    body()->addStretch();
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
    m_rate->setValue(profile.rate.value_or(0));
    m_rateUnit->setCurrentIndex(m_rateUnit->findData(static_cast<int>(profile.rateUnit)));
    m_timeout->setValue(static_cast<int>(profile.timeout.count()));
    m_retry->setLimits(profile.retry);
    m_enabled->setChecked(profile.enabled);
    m_default->setChecked(profile.isDefault);
    m_default->setEnabled(!profile.isDefault); // the mark moves by giving it to another one
    m_remove->setVisible(!isNew);
    m_test->setVisible(!isNew);
    m_test->setGateway(profile.id);
    clearErrors();
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
    edit.rate = m_rate->value() > 0 ? std::optional<double>(m_rate->value()) : std::nullopt;
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
    clearErrors();
    m_save->setEnabled(false);
    const auto future = m_profile.id.isValid() ? m_context.gateways.edit(m_context.actor, m_profile.id, edit())
                                               : m_context.gateways.add(m_context.actor, edit());
    whenDone(future, this, [this](const core::Result<core::domain::GatewayWithState> &gateway) {
        m_save->setEnabled(true);
        m_secret->clear();
        if (gateway)
            Q_EMIT saved();
        else
            showErrors(gateway.error());
    });
}

void GatewayForm::remove()
{
    whenDone(m_context.gateways.remove(m_context.actor, m_profile.id), this, [this](const core::Status &status) {
        if (status)
            Q_EMIT removed();
        else
            showErrors(status.error());
    });
}

void GatewayForm::showErrors(const core::Error &error)
{
    const QHash<QString, Field *> places{{QStringLiteral("name"), m_nameField},
                                         {QStringLiteral("kind"), m_kindField},
                                         {QStringLiteral("url"), m_urlField},
                                         {QStringLiteral("secret"), m_secretField},
                                         {QStringLiteral("connections"), m_connectionsField},
                                         {QStringLiteral("rate"), m_rateField},
                                         {QStringLiteral("timeout"), m_timeoutField}};
    QStringList elsewhere;
    for (const core::FieldError &wrong : error.fields) {
        if (Field *place = places.value(wrong.field.section(u'.', 0, 0)))
            place->setError(feedback::fieldErrorText(wrong));
        else if (!m_retry->showError(wrong))
            elsewhere << feedback::fieldErrorText(wrong);
    }
    if (error.code == u"gateway.name_exists")
        m_nameField->setError(feedback::errorText(error));
    else if (error.fields.isEmpty())
        elsewhere << feedback::errorText(error);
    m_problem->setText(elsewhere.join(u'\n'));
    m_problem->setVisible(!elsewhere.isEmpty());
}

void GatewayForm::clearErrors()
{
    for (Field *field :
         {m_nameField, m_kindField, m_urlField, m_secretField, m_connectionsField, m_rateField, m_timeoutField})
        field->setError({});
    m_retry->clearErrors();
    m_problem->hide();
}

void GatewayForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        save();
    else
        Card::keyPressEvent(event);
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
    m_url->setPlaceholderText(QStringLiteral("https://sms.example.org/send"));
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
    m_save->setText(tr("Save"));
    m_cancel->setText(tr("Cancel"));
    m_remove->setText(tr("Remove"));
}

} // namespace ui::pages
