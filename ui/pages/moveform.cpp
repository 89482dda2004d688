// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/moveform.h"

#include "core/interfaces/workspacemove.h"
#include "ui/editors/field.h"
#include "ui/editors/formframe.h"
#include "ui/permissions.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>

namespace ui::pages {

using core::domain::ServerPlace;
using core::domain::ServerTrust;
using editors::Field;

namespace {

/** Where Debian and its children keep the authorities that the system trusts. */
constexpr char systemAuthorities[] = "/etc/ssl/certs/ca-certificates.crt";

} // namespace

// Controls without a parent get it in layOut(): tabs go through them in the order in which they came to the form.
MoveForm::MoveForm(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_host(new QLineEdit), m_port(new QSpinBox), m_database(new QLineEdit),
      m_user(new QLineEdit), m_password(new QLineEdit), m_keep(new QCheckBox), m_trust(new QComboBox),
      m_authority(new QLineEdit), m_hostField(new Field(m_host)), m_portField(new Field(m_port)),
      m_databaseField(new Field(m_database)), m_userField(new Field(m_user)), m_passwordField(new Field(m_password)),
      m_trustField(new Field(m_trust)), m_authorityField(new Field(m_authority)),
      m_frame(new editors::FormFrame({"checkServerButton", "cancelMoveButton", "moveProblemLabel"}, this))
{
    setObjectName(QStringLiteral("moveForm"));
    makeControls();
    layOut();
    connect(m_trust, &QComboBox::currentIndexChanged, this, &MoveForm::showTrust);
    connect(m_frame, &editors::FormFrame::submitted, this, &MoveForm::look);
    connect(m_frame, &editors::FormFrame::left, this, &MoveForm::close);
    retranslate();
}

void MoveForm::makeControls()
{
    m_host->setObjectName(QStringLiteral("serverHostEdit"));
    m_port->setObjectName(QStringLiteral("serverPortSpin"));
    m_database->setObjectName(QStringLiteral("serverDatabaseEdit"));
    m_user->setObjectName(QStringLiteral("serverUserEdit"));
    m_password->setObjectName(QStringLiteral("serverPasswordEdit"));
    m_keep->setObjectName(QStringLiteral("keepServerPasswordCheck"));
    m_trust->setObjectName(QStringLiteral("serverTrustCombo"));
    m_authority->setObjectName(QStringLiteral("serverAuthorityEdit"));
    m_port->setRange(1, 65'535);
    m_password->setEchoMode(QLineEdit::Password);
    for (const ServerTrust trust : {ServerTrust::Certificate, ServerTrust::Encryption, ServerTrust::None})
        m_trust->addItem(QString(), static_cast<int>(trust));
    editors::FormErrors &errors = m_frame->errors();
    errors.addPlace(QStringLiteral("host"), m_hostField);
    errors.addPlace(QStringLiteral("port"), m_portField);
    errors.addPlace(QStringLiteral("database"), m_databaseField);
    errors.addPlace(QStringLiteral("user"), m_userField);
    errors.addPlace(QStringLiteral("authority"), m_authorityField);
    errors.addPlaceOfCode(QStringLiteral("move.no_answer"), m_hostField);
    errors.addPlaceOfCode(QStringLiteral("database.unknown"), m_databaseField);
    errors.addPlaceOfCode(QStringLiteral("database.encoding"), m_databaseField);
    errors.addPlaceOfCode(QStringLiteral("copy.not_empty"), m_databaseField);
    errors.addPlaceOfCode(QStringLiteral("database.refused"), m_passwordField);
    errors.addPlaceOfCode(QStringLiteral("database.certificate"), m_trustField);
    errors.addPlaceOfCode(QStringLiteral("database.not_encrypted"), m_trustField);
}

void MoveForm::layOut()
{
    body()->setSpacing(3 * theme::space);
    auto *address = new QHBoxLayout;
    address->setSpacing(3 * theme::space);
    address->addWidget(m_hostField, 1, Qt::AlignTop);
    address->addWidget(m_portField, 0, Qt::AlignTop);
    body()->addLayout(address);
    for (QWidget *part : std::initializer_list<QWidget *>{m_databaseField, m_userField, m_passwordField, m_keep,
                                                          m_trustField, m_authorityField})
        body()->addWidget(part);
    m_frame->layOut(body());
    body()->addStretch();
}

void MoveForm::begin()
{
    m_frame->reset();
    m_port->setValue(ServerPlace().port);
    m_trust->setCurrentIndex(0);
    m_password->clear();
    m_keep->setChecked(false);
    if (m_authority->text().isEmpty() && QFileInfo::exists(QString::fromLatin1(systemAuthorities)))
        m_authority->setText(QString::fromLatin1(systemAuthorities));
    showTrust();
    m_host->setFocus();
}

void MoveForm::forget()
{
    m_frame->reset();
    m_password->clear();
}

void MoveForm::close()
{
    forget();
    Q_EMIT closed();
}

ServerTrust MoveForm::trust() const
{
    return static_cast<ServerTrust>(m_trust->currentData().toInt());
}

ServerPlace MoveForm::place() const
{
    ServerPlace place;
    place.host = m_host->text().trimmed();
    place.port = m_port->value();
    place.database = m_database->text().trimmed();
    place.user = m_user->text().trimmed();
    place.password = m_password->text();
    place.trust = trust();
    // The next start may have another working directory.
    const QString authority = m_authority->text().trimmed();
    place.authority = authority.isEmpty() ? authority : QFileInfo(authority).absoluteFilePath();
    place.keepPassword = m_keep->isChecked();
    return place;
}

void MoveForm::look()
{
    const ServerPlace to = place();
    m_frame->ask([&] { return m_context.move.check(to); }, [this, to] { askToMove(to); });
}

void MoveForm::askToMove(const ServerPlace &to)
{
    auto *question = new QMessageBox(this);
    question->setObjectName(QStringLiteral("confirmMoveDialog"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Move to a server"));
    question->setIcon(QMessageBox::Question);
    question->setTextFormat(Qt::PlainText);
    question->setText(tr("Move the workspace to %1 on %2?", "a database, its server").arg(to.database, to.host));
    question->setInformativeText(tr("The server answers and can take it. This window closes and nothing is sent "
                                    "until every row is copied and compared; then it opens again on the server, where "
                                    "everybody signs in. %1 stays as it is and can only be read afterwards.")
                                     .arg(m_context.move.place()));
    QPushButton *confirm = question->addButton(tr("Move"), QMessageBox::AcceptRole);
    confirm->setObjectName(QStringLiteral("confirmMoveButton"));
    QPushButton *keep = question->addButton(tr("Not now"), QMessageBox::RejectRole);
    keep->setObjectName(QStringLiteral("keepWorkspaceButton"));
    question->setDefaultButton(keep);
    connect(confirm, &QPushButton::clicked, this, [this, to] { m_context.move.begin(to); });
    question->open();
}

void MoveForm::showTrust()
{
    m_authorityField->setVisible(trust() == ServerTrust::Certificate);
}

void MoveForm::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MoveForm::retranslate()
{
    setHeading(tr("Move to a server"));
    m_hostField->setLabel(tr("Server"));
    m_hostField->setHint(tr("Name or address of a PostgreSQL server, or the folder of its socket on this computer."));
    m_portField->setLabel(tr("Port"));
    m_databaseField->setLabel(tr("Database"));
    m_databaseField->setHint(tr("An empty one, in UTF-8, in which this user may make tables."));
    m_userField->setLabel(tr("User of the database"));
    m_passwordField->setLabel(tr("Password of the database"));
    m_keep->setText(tr("Keep in the keyring"));
    offer(m_keep, m_context.move.canKeepPassword());
    m_trustField->setLabel(tr("Connection"));
    m_trust->setItemText(0, tr("Encrypted, and the server proves who it is"));
    m_trust->setItemText(1, tr("Encrypted"));
    m_trust->setItemText(2, tr("Encrypted only if the server wants it"));
    m_authorityField->setLabel(tr("Authorities that are trusted (PEM file)"));
    m_frame->submitButton()->setText(tr("Check and move…"));
    m_frame->leaveButton()->setText(tr("Cancel"));
}

} // namespace ui::pages
