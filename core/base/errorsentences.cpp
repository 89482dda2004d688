// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/errorsentences.h"

#include <QHash>
#include <QtGlobal>

namespace core {

namespace {

struct Sentence
{
    const char *code;
    const char *text;
};

// One line a code, sorted. A sentence says what, to what, and what next.
// clang-format off
constexpr Sentence sentences[] = {
    {"access.admin", QT_TRANSLATE_NOOP("Error", "Only an administrator may do this.")},
    {"access.role", QT_TRANSLATE_NOOP("Error", "Your role does not allow this (%1). Ask an administrator.")},
    {"attribute", QT_TRANSLATE_NOOP("Error", "The attribute “%1” cannot be used: a name is a letter followed by at most 31 letters, digits or _, a value has at most 255 characters, and a client has at most 32 attributes.")},
    {"cancelled", QT_TRANSLATE_NOOP("Error", "It was stopped before it was done. Nothing else has to be done.")},
    {"client.phone_exists", QT_TRANSLATE_NOOP("Error", "There is a client with the phone number %1 already. Edit that one, or give another number.")},
    {"client.unknown", QT_TRANSLATE_NOOP("Error", "There is no client %1; perhaps it was deleted meanwhile.")},
    {"client.unknown_phone", QT_TRANSLATE_NOOP("Error", "There is no client with the phone number %1.")},
    {"csv.binary", QT_TRANSLATE_NOOP("Error", "The file %1 is not a text file, so no clients can be read from it. Save the table as CSV and import that; nothing was changed.")},
    {"csv.cell_too_long", QT_TRANSLATE_NOOP("Error", "The cell that begins on line %1, column %2, is longer than 64 KiB; the %3 rows before it are read. Perhaps a quote is missing there; mend the file and import it again.")},
    {"csv.empty", QT_TRANSLATE_NOOP("Error", "There are no rows in the file %1. Check that it is the right one.")},
    {"csv.encoding", QT_TRANSLATE_NOOP("Error", "The encoding “%1” is not known. Choose another one, for instance UTF-8 or windows-1251.")},
    {"csv.spreadsheet", QT_TRANSLATE_NOOP("Error", "The file %1 is a workbook (%2), not CSV. Open it in the spreadsheet, save the sheet as CSV and import that; nothing was changed.")},
    {"csv.unclosed_quote", QT_TRANSLATE_NOOP("Error", "The quote opened on line %1, column %2, is never closed; the %3 rows before it are read. Close the quote and import the file again.")},
    {"csv.unreadable", QT_TRANSLATE_NOOP("Error", "The file %1 cannot be read: %2")},
    {"database.catalog", QT_TRANSLATE_NOOP("Error", "A statement of the program is broken (%1). Please report it.")},
    {"database.changed_migration", QT_TRANSLATE_NOOP("Error", "The step %1 of the database's history is not the one that this program knows. Restore the database from a copy, or use the program that made it.")},
    {"database.closing", QT_TRANSLATE_NOOP("Error", "The program is ending, so this was not done.")},
    {"database.constraint", QT_TRANSLATE_NOOP("Error", "The change contradicts what is stored. Read the data again and repeat it.")},
    {"database.corrupt", QT_TRANSLATE_NOOP("Error", "The database is damaged. Restore it from a copy; 'heliograph check' says what is wrong.")},
    {"database.file_gone", QT_TRANSLATE_NOOP("Error", "The file of the database was moved or deleted while it was open. Put it back and start again.")},
    {"database.folder", QT_TRANSLATE_NOOP("Error", "The folder %1 cannot be made. Check its rights, or choose another place for the database.")},
    {"database.foreign", QT_TRANSLATE_NOOP("Error", "The database %1 belongs to another program. Choose another file.")},
    {"database.full", QT_TRANSLATE_NOOP("Error", "The disk is full; nothing was stored. Free some space and repeat it.")},
    {"database.io", QT_TRANSLATE_NOOP("Error", "The disk does not read or write the database. Check the disk and its connection.")},
    {"database.is_folder", QT_TRANSLATE_NOOP("Error", "%1 is a folder. Name the file of the database.")},
    {"database.locked", QT_TRANSLATE_NOOP("Error", "Another program holds the database for too long. Try again, or find out what keeps it.")},
    {"database.moved", QT_TRANSLATE_NOOP("Error", "This workspace was moved to %1. Open it there.")},
    {"database.newer", QT_TRANSLATE_NOOP("Error", "The database was made by a newer program (schema %1, this program knows %2). Update the program.")},
    {"database.no_driver", QT_TRANSLATE_NOOP("Error", "The driver %1 for the database is not installed.")},
    {"database.no_folder", QT_TRANSLATE_NOOP("Error", "There is no folder %1. Make it, or choose another place for the database.")},
    {"database.no_postgresql", QT_TRANSLATE_NOOP("Error", "This version works with SQLite only. Give a database as sqlite:PATH.")},
    {"database.no_workspace", QT_TRANSLATE_NOOP("Error", "The database holds no workspace. Restore it from a copy.")},
    {"database.not_a_database", QT_TRANSLATE_NOOP("Error", "The file is not a database. Choose another file, or restore it from a copy.")},
    {"database.overloaded", QT_TRANSLATE_NOOP("Error", "Too much work waits for the database. Try again in a moment.")},
    {"database.path_not_a_database", QT_TRANSLATE_NOOP("Error", "The file %1 is not a database. Choose another file, or restore it from a copy.")},
    {"database.path_read_only", QT_TRANSLATE_NOOP("Error", "The database %1 cannot be written: its file or folder is read-only. Check the rights.")},
    {"database.path_unreadable", QT_TRANSLATE_NOOP("Error", "The database %1 cannot be opened. Check that the path is right and that you may read and write there.")},
    {"database.read_only", QT_TRANSLATE_NOOP("Error", "The database cannot be written: its file or folder is read-only. Check the rights.")},
    {"database.statement", QT_TRANSLATE_NOOP("Error", "The database refused a statement of the program (%1). Please report it with the log file.")},
    {"database.unique", QT_TRANSLATE_NOOP("Error", "There is such a thing already. Choose another name or number.")},
    {"database.unreadable", QT_TRANSLATE_NOOP("Error", "The database cannot be opened. Check that the path is right and that you may read and write there.")},
    {"database.url", QT_TRANSLATE_NOOP("Error", "“%1” is not a database. Write sqlite:PATH or postgresql://user@host:port/name.")},
    {"database.url_no_path", QT_TRANSLATE_NOOP("Error", "“%1” names no file. Write sqlite:PATH.")},
    {"database.url_password", QT_TRANSLATE_NOOP("Error", "A password does not belong in the address of the database. Put it in HELIOGRAPH_DATABASE_PASSWORD, a pgpass file or the keyring.")},
    {"demo.folder", QT_TRANSLATE_NOOP("Error", "The folder of the demo cannot be used: %1. Free some space in the temporary folder and try again.")},
    {"demo.interrupted", QT_TRANSLATE_NOOP("Error", "The demo was interrupted.")},
    {"dispatch.lock_file", QT_TRANSLATE_NOOP("Error", "The lock file %1 cannot be used. Check the rights of its folder.")},
    {"display.none", QT_TRANSLATE_NOOP("Error", "There is no display to open a window on. Send without one by 'heliograph serve'; 'heliograph help' lists all commands.")},
    {"email:empty", QT_TRANSLATE_NOOP("Error", "Enter an e-mail address.")},
    {"email:shape", QT_TRANSLATE_NOOP("Error", "“%1” is not an e-mail address. Write for instance anna@example.org.")},
    {"email:too_long", QT_TRANSLATE_NOOP("Error", "The e-mail address is too long: at most %1 characters.")},
    {"end_at:before_start", QT_TRANSLATE_NOOP("Error", "The end must lie after the start.")},
    {"end_at:past", QT_TRANSLATE_NOOP("Error", "The end must lie in the future.")},
    {"export.cancelled", QT_TRANSLATE_NOOP("Error", "The export was stopped. No file was written.")},
    {"export:mailing", QT_TRANSLATE_NOOP("Error", "Only messages can be chosen by mailing; clients are exported all together.")},
    {"export:suffix", QT_TRANSLATE_NOOP("Error", "“%1” is neither a .csv nor an .xlsx file. Give the file one of these endings.")},
    {"file.unreadable", QT_TRANSLATE_NOOP("Error", "The file %1 cannot be read: %2.")},
    {"file.unwritable", QT_TRANSLATE_NOOP("Error", "The file %1 cannot be written: %2. Check the folder, its rights and the space on the disk.")},
    {"gateway.in_use", QT_TRANSLATE_NOOP("Error", "%1 messages wait for this gateway and %2 mailings are to be sent through it. Wait for them, move the mailings to another gateway, or cancel them first.")},
    {"gateway.kind", QT_TRANSLATE_NOOP("Error", "There is no kind of gateway called “%1”.")},
    {"gateway.name_exists", QT_TRANSLATE_NOOP("Error", "There is a gateway named “%1” already. Choose another name.")},
    {"gateway.none", QT_TRANSLATE_NOOP("Error", "There is no gateway to send through. Add one first.")},
    {"gateway.test_cancelled", QT_TRANSLATE_NOOP("Error", "The test of the gateway was ended before it answered.")},
    {"gateway.unknown", QT_TRANSLATE_NOOP("Error", "There is no gateway %1; perhaps it was removed meanwhile.")},
    {"gateway.unknown_name", QT_TRANSLATE_NOOP("Error", "There is no gateway named “%1”.")},
    {"gateway:ca_file", QT_TRANSLATE_NOOP("Error", "The file “%1” holds no certificate in PEM form, or cannot be read.")},
    {"gateway:kind", QT_TRANSLATE_NOOP("Error", "“%1” is not a kind of gateway. Choose one of: %2.")},
    {"gateway:latency", QT_TRANSLATE_NOOP("Error", "“%1” is not a latency. Write milliseconds, for instance 50 or 20..80.")},
    {"gateway:option", QT_TRANSLATE_NOOP("Error", "This kind of gateway has no option “%1”. Its options are: %2.")},
    {"gateway:percent", QT_TRANSLATE_NOOP("Error", "“%1” is not a whole percentage, or all of them together are more than 100.")},
    {"gateway:seed", QT_TRANSLATE_NOOP("Error", "“%1” is not a whole number from 0 on.")},
    {"gateway:unknown", QT_TRANSLATE_NOOP("Error", "There is no gateway %1.")},
    {"gateway:url", QT_TRANSLATE_NOOP("Error", "“%1” is not an address of a gateway: it begins with http:// or https:// and names a host.")},
    {"gateway:url_query", QT_TRANSLATE_NOOP("Error", "An address of a gateway ends with its path, to which the number of the message is added: take out what begins with ? or #.")},
    {"gateway:url_secret", QT_TRANSLATE_NOOP("Error", "A password does not belong in the address of a gateway. Store it as the secret.")},
    {"import.busy", QT_TRANSLATE_NOOP("Error", "Too many imports run already. Try again when one has ended.")},
    {"import.edited", QT_TRANSLATE_NOOP("Error", "The import cannot be taken back: %1 of its clients were edited since. Edit or delete the others by hand.")},
    {"import.nothing", QT_TRANSLATE_NOOP("Error", "There is nothing to take back: nothing was written, or it was taken back already.")},
    {"import.over", QT_TRANSLATE_NOOP("Error", "The import has ended already.")},
    {"import.pipe", QT_TRANSLATE_NOOP("Error", "“%1” cannot be read from a pipe. Save it as a file first.")},
    {"import.running", QT_TRANSLATE_NOOP("Error", "The import still runs. Wait for its end, or cancel it.")},
    {"import.skip_only", QT_TRANSLATE_NOOP("Error", "You may change only clients that you added yourself. Choose to skip clients that exist already.")},
    {"import.unknown", QT_TRANSLATE_NOOP("Error", "There is no import %1, or it ended too long ago.")},
    {"input.invalid", QT_TRANSLATE_NOOP("Error", "Some of the values cannot be used as they are.")},
    {"input.nothing", QT_TRANSLATE_NOOP("Error", "Nothing came on standard input. Pipe the value in, or type it and press Enter.")},
    {"internal", QT_TRANSLATE_NOOP("Error", "Something went wrong inside the program. Please report it with the log file.")},
    {"json:choice", QT_TRANSLATE_NOOP("Error", "“%1” is not possible here.")},
    {"json:missing", QT_TRANSLATE_NOOP("Error", "This field is needed.")},
    {"json:type", QT_TRANSLATE_NOOP("Error", "This must be %1.")},
    {"json:unknown", QT_TRANSLATE_NOOP("Error", "There is no such field.")},
    {"key.damaged", QT_TRANSLATE_NOOP("Error", "The key in %1 is damaged. Restore it from a copy, or bring it again with 'heliograph key set'.")},
    {"key.in_keyring", QT_TRANSLATE_NOOP("Error", "The key of this workspace is in the desktop's keyring, which does not answer here. Run the command within the desktop session, or bring the key into a file: 'heliograph key show' there, 'heliograph key set --stdin' here.")},
    {"key.missing", QT_TRANSLATE_NOOP("Error", "This machine does not have the key of the workspace, so its secrets cannot be read. Bring it from the machine that has it: 'heliograph key show' there, 'heliograph key set --stdin' here.")},
    {"key.permissions", QT_TRANSLATE_NOOP("Error", "The key file %1 can be read by other users. Make it yours alone (chmod 600), or replace the key if somebody may have seen it.")},
    {"key.unreadable", QT_TRANSLATE_NOOP("Error", "The key file %1 cannot be read. Check whose file it is and whether its disk is there.")},
    {"key.unwritable", QT_TRANSLATE_NOOP("Error", "The key cannot be stored as %1. Check the rights of the folder and the space on the disk.")},
    {"key:character", QT_TRANSLATE_NOOP("Error", "Character %1 of the key (%2) cannot be part of a key. A key consists of letters A–Z and a–z, digits, - and _.")},
    {"key:checksum", QT_TRANSLATE_NOOP("Error", "The key has a typing mistake in it. Copy it again from 'heliograph key show'.")},
    {"key:empty", QT_TRANSLATE_NOOP("Error", "There is no key. Give the text that 'heliograph key show' prints.")},
    {"key:length", QT_TRANSLATE_NOOP("Error", "The key has %1 characters instead of %2. Copy it again, the whole line.")},
    {"keyring.unavailable", QT_TRANSLATE_NOOP("Error", "The desktop's keyring does not answer. Unlock it, or use a key file (HELIOGRAPH_KEY_FILE).")},
    {"log.unwritable", QT_TRANSLATE_NOOP("Error", "The log file %1 cannot be written: %2. Free the path or set HELIOGRAPH_LOG_DIR.")},
    {"mailing.archived", QT_TRANSLATE_NOOP("Error", "This mailing was deleted. Undo the deletion first.")},
    {"mailing.occurrence_exists", QT_TRANSLATE_NOOP("Error", "The series has an occurrence that begins at %1 already.")},
    {"mailing.state", QT_TRANSLATE_NOOP("Error", "A mailing that is %1 does not allow this: %2.")},
    {"mailing.twin", QT_TRANSLATE_NOOP("Error", "The mailing “%1” (number %2) has the same text and the same audience at the same time. Allow the duplicate if it is meant.")},
    {"mailing.unknown", QT_TRANSLATE_NOOP("Error", "There is no mailing %1.")},
    {"mailing.wait_timeout", QT_TRANSLATE_NOOP("Error", "The mailing %1 was not finished in time. It goes on; wait again or look at 'heliograph mailing show %1'.")},
    {"map:column", QT_TRANSLATE_NOOP("Error", "The file has no column “%1”. Give a header of the file or a number from 1.")},
    {"map:field", QT_TRANSLATE_NOOP("Error", "“%1” is neither a field (phone, operator_code, tags, timezone, opted_out, consent, ignore) nor a name for an attribute.")},
    {"map:form", QT_TRANSLATE_NOOP("Error", "“%1” does not say which column is meant. Write FIELD=COLUMN, for instance phone=Телефон or phone=2.")},
    {"map:phone", QT_TRANSLATE_NOOP("Error", "No column holds the phone numbers. Say which one does.")},
    {"message.unknown", QT_TRANSLATE_NOOP("Error", "There is no message %1.")},
    {"name:characters", QT_TRANSLATE_NOOP("Error", "A name consists of letters, blanks, - and '.")},
    {"name:empty", QT_TRANSLATE_NOOP("Error", "Enter a name.")},
    {"name:too_long", QT_TRANSLATE_NOOP("Error", "The name is too long: at most %1 characters.")},
    {"number:range", QT_TRANSLATE_NOOP("Error", "Enter a number from %1 to %2.")},
    {"operator_code", QT_TRANSLATE_NOOP("Error", "“%1” is not an operator code: it has exactly three digits.")},
    {"opted_out", QT_TRANSLATE_NOOP("Error", "“%1” does not say whether this client has opted out: write 1, yes, no or the date.")},
    {"output.failed", QT_TRANSLATE_NOOP("Error", "The output could not be written: %1")},
    {"page:cursor", QT_TRANSLATE_NOOP("Error", "The cursor is not one that this list has given. Begin with the first page.")},
    {"page:sort", QT_TRANSLATE_NOOP("Error", "The list cannot be sorted by “%1”.")},
    {"password.memory", QT_TRANSLATE_NOOP("Error", "There is not enough memory to check a password. Try again in a moment.")},
    {"password:too_long", QT_TRANSLATE_NOOP("Error", "The password is too long: at most %1 characters.")},
    {"password:too_short", QT_TRANSLATE_NOOP("Error", "The password is too short: at least %1 characters.")},
    {"phone:characters", QT_TRANSLATE_NOOP("Error", "The phone number holds characters that do not belong into one. Enter 11 digits, for instance 79990000001.")},
    {"phone:country", QT_TRANSLATE_NOOP("Error", "Only numbers that begin with 7 or 8, or ten digits beginning with 9, can be reached.")},
    {"phone:empty", QT_TRANSLATE_NOOP("Error", "Enter a phone number.")},
    {"phone:lost_digits", QT_TRANSLATE_NOOP("Error", "A spreadsheet has cut the last digits of this phone number off. Format the column as text and enter the number again.")},
    {"phone:too_long", QT_TRANSLATE_NOOP("Error", "The phone number has too many digits: 11 are needed, for instance 79990000001.")},
    {"phone:too_short", QT_TRANSLATE_NOOP("Error", "The phone number has too few digits: 11 are needed, for instance 79990000001.")},
    {"query:repeated", QT_TRANSLATE_NOOP("Error", "This parameter may stand there once only.")},
    {"query:unknown", QT_TRANSLATE_NOOP("Error", "There is no such parameter.")},
    {"rate:range", QT_TRANSLATE_NOOP("Error", "The rate must be a number of messages per second above zero.")},
    {"rejects:same_file", QT_TRANSLATE_NOOP("Error", "The rejected rows cannot be written into the imported file %1 itself. Name another file.")},
    {"repeat:too_short", QT_TRANSLATE_NOOP("Error", "One run would last longer than the time until the next one. Choose an earlier end or a longer interval.")},
    {"repeat_until:before_start", QT_TRANSLATE_NOOP("Error", "The last day of the repetition must lie after the start.")},
    {"request.busy", QT_TRANSLATE_NOOP("Error", "Too many requests at once. Try again in a moment.")},
    {"request.head_too_large", QT_TRANSLATE_NOOP("Error", "The head of the request is too large.")},
    {"request.json", QT_TRANSLATE_NOOP("Error", "The body cannot be read as JSON: %2 at byte %1.")},
    {"request.malformed", QT_TRANSLATE_NOOP("Error", "The request is not HTTP/1.1 as RFC 9112 describes it: %1 cannot be read.")},
    {"request.media_type", QT_TRANSLATE_NOOP("Error", "The body must be of the type %1.")},
    {"request.method", QT_TRANSLATE_NOOP("Error", "This path does not know the method. Those that it knows are in the header “Allow”.")},
    {"request.not_object", QT_TRANSLATE_NOOP("Error", "The body must be a JSON object.")},
    {"request.parameter", QT_TRANSLATE_NOOP("Error", "Parameters of the address cannot be read.")},
    {"request.path", QT_TRANSLATE_NOOP("Error", "There is nothing at this path.")},
    {"request.too_large", QT_TRANSLATE_NOOP("Error", "The body is too large.")},
    {"request.too_slow", QT_TRANSLATE_NOOP("Error", "The request did not come in time.")},
    {"request.transfer_encoding", QT_TRANSLATE_NOOP("Error", "Transfer-Encoding may only be “chunked”.")},
    {"request.unwritable", QT_TRANSLATE_NOOP("Error", "The file cannot be kept while it comes in. Is the disk full?")},
    {"request.version", QT_TRANSLATE_NOOP("Error", "Only HTTP/1.1 is spoken here.")},
    {"rest.certificate", QT_TRANSLATE_NOOP("Error", "The file “%1” holds no certificate or key in PEM form that can be read.")},
    {"rest.listen", QT_TRANSLATE_NOOP("Error", "The REST interface cannot listen on %1: %2.")},
    {"rest:address", QT_TRANSLATE_NOOP("Error", "“%1” is no address with a port, such as 127.0.0.1:8080.")},
    {"rest:needs_tls", QT_TRANSLATE_NOOP("Error", "%1 can be reached from other machines: give a certificate and a key, or say that plain HTTP is wanted.")},
    {"retry:end_passed", QT_TRANSLATE_NOOP("Error", "The end of the mailing has passed. Give a new one.")},
    {"retry:status", QT_TRANSLATE_NOOP("Error", "Messages that are %1 cannot be tried again.")},
    {"retry:statuses", QT_TRANSLATE_NOOP("Error", "Say which messages are tried again, for instance the failed ones.")},
    {"secret.unreadable", QT_TRANSLATE_NOOP("Error", "A stored secret cannot be read with the key of this machine: another key sealed it, or it is damaged. Bring the right key with 'heliograph key set', or enter the secret again.")},
    {"secret.version", QT_TRANSLATE_NOOP("Error", "A stored secret was sealed by a newer version of the program. Update Heliograph on this machine.")},
    {"setting.unknown", QT_TRANSLATE_NOOP("Error", "There is no setting “%1”.")},
    {"setting:address", QT_TRANSLATE_NOOP("Error", "“%1” is not an e-mail address. Separate several with commas.")},
    {"setting:choice", QT_TRANSLATE_NOOP("Error", "“%1” is not possible here. Choose one of: %2.")},
    {"setting:gateway", QT_TRANSLATE_NOOP("Error", "There is no gateway named “%1”. Choose one of: %2.")},
    {"setting:url", QT_TRANSLATE_NOOP("Error", "“%1” is not a web address: it begins with http:// or https:// and names a host.")},
    {"settings.damaged", QT_TRANSLATE_NOOP("Error", "The settings file %1 is damaged. Mend it or remove it; without it every setting has its default.")},
    {"settings.unreadable", QT_TRANSLATE_NOOP("Error", "The settings file %1 cannot be read. Check its rights, or name another one with --config.")},
    {"settings.unwritable", QT_TRANSLATE_NOOP("Error", "The setting could not be stored in %1. Check the rights of the file and the space on the disk.")},
    {"simulator.listen", QT_TRANSLATE_NOOP("Error", "The simulator cannot listen on port %1. Choose another port, or end the program that uses it.")},
    {"simulator:duration", QT_TRANSLATE_NOOP("Error", "“%1” is not a duration. Write for instance 50ms, 2s, 1m or 50ms..200ms.")},
    {"simulator:flag", QT_TRANSLATE_NOOP("Error", "“%1” is neither true nor false.")},
    {"simulator:number", QT_TRANSLATE_NOOP("Error", "“%1” is not a whole number from %2 to %3.")},
    {"simulator:object", QT_TRANSLATE_NOOP("Error", "The option “%1” takes no object. Only status does: {\"500\": 0.1}.")},
    {"simulator:option", QT_TRANSLATE_NOOP("Error", "The simulator has no option “%1”.")},
    {"simulator:share", QT_TRANSLATE_NOOP("Error", "“%1” does not say how often. Write for instance 10% or phone:79990000001, several with commas between.")},
    {"simulator:status", QT_TRANSLATE_NOOP("Error", "“%1” is not an HTTP status from 300 to 599 with a share. Write for instance 500=10%.")},
    {"simulator:sum", QT_TRANSLATE_NOOP("Error", "The shares of all faults together are more than 100%.")},
    {"simulator:value", QT_TRANSLATE_NOOP("Error", "The option “%1” needs a value.")},
    {"tag:length", QT_TRANSLATE_NOOP("Error", "A tag has %1–%2 characters.")},
    {"tags", QT_TRANSLATE_NOOP("Error", "The tags of this row cannot be used: at most 32 are possible, each with at most 64 characters.")},
    {"tags:too_long", QT_TRANSLATE_NOOP("Error", "The tag “%1” is too long: at most %2 characters.")},
    {"tags:too_many", QT_TRANSLATE_NOOP("Error", "There are %1 tags; at most %2 are possible.")},
    {"template:key", QT_TRANSLATE_NOOP("Error", "“%1” at position %2 cannot be a field: a name is a letter followed by at most 31 letters, digits or _.")},
    {"template:lone_brace", QT_TRANSLATE_NOOP("Error", "The brace at position %1 stands alone. Write {{ or }} for a brace, {name} for a field.")},
    {"template:missing", QT_TRANSLATE_NOOP("Error", "%2 clients of the audience have no “%1”. Give it a fallback, for instance {%1|…}, or allow missing fields.")},
    {"template:unclosed", QT_TRANSLATE_NOOP("Error", "The brace at position %1 is never closed. Write {{ for a brace, {name} for a field.")},
    {"text:empty", QT_TRANSLATE_NOOP("Error", "Enter the text of the mailing.")},
    {"text:too_long", QT_TRANSLATE_NOOP("Error", "The text is too long: at most %1 characters.")},
    {"text:unreadable", QT_TRANSLATE_NOOP("Error", "This text holds characters that cannot be kept.")},
    {"time:day", QT_TRANSLATE_NOOP("Error", "“%1” is neither a day nor a time. Write for instance 2026-12-24 or 2026-12-24T18:00.")},
    {"time:format", QT_TRANSLATE_NOOP("Error", "“%1” is not a time. Write for instance 2026-11-20T09:00:00Z.")},
    {"time:gap", QT_TRANSLATE_NOOP("Error", "“%1” does not exist: the clocks are put forward then.")},
    {"time:missing", QT_TRANSLATE_NOOP("Error", "Enter date and time.")},
    {"time:offset", QT_TRANSLATE_NOOP("Error", "“%1” lacks its offset. Write for instance 2026-11-20T09:00:00Z or 2026-11-20T12:00:00+03:00.")},
    {"timezone", QT_TRANSLATE_NOOP("Error", "“%1” is not a time zone of the tz database, such as Europe/Moscow.")},
    {"token.unknown", QT_TRANSLATE_NOOP("Error", "There is no token %1; perhaps it was revoked meanwhile.")},
    {"usage.extra_argument", QT_TRANSLATE_NOOP("Error", "“%1” is one word too many. Quote texts with blanks.")},
    {"usage.incomplete_command", QT_TRANSLATE_NOOP("Error", "“%1” needs another word.")},
    {"usage.missing_argument", QT_TRANSLATE_NOOP("Error", "%1 is missing.")},
    {"usage.options", QT_TRANSLATE_NOOP("Error", "The options were not understood: %1")},
    {"usage.repeated", QT_TRANSLATE_NOOP("Error", "--%1 can be given only once.")},
    {"usage.unknown_command", QT_TRANSLATE_NOOP("Error", "There is no command “%1”.")},
    {"usage.unknown_option", QT_TRANSLATE_NOOP("Error", "There is no option “%1” here.")},
    {"usage:blank", QT_TRANSLATE_NOOP("Error", "A value is missing. Leave the option out if nothing is meant.")},
    {"usage:choice", QT_TRANSLATE_NOOP("Error", "“%1” is not possible here. Choose one of: %2.")},
    {"usage:id", QT_TRANSLATE_NOOP("Error", "“%1” is not a number of a mailing. The list shows the numbers.")},
    {"usage:not_with", QT_TRANSLATE_NOOP("Error", "This contradicts %1. Give one of the two.")},
    {"usage:number", QT_TRANSLATE_NOOP("Error", "“%1” is not a number.")},
    {"usage:only_with", QT_TRANSLATE_NOOP("Error", "This means something only together with %1. Give that as well.")},
    {"usage:pair", QT_TRANSLATE_NOOP("Error", "“%1” is not of the form KEY=VALUE.")},
    {"usage:weekdays", QT_TRANSLATE_NOOP("Error", "“%1” are not weekdays. Write for instance 1-5 or 6,7; 1 is Monday.")},
    {"usage:window", QT_TRANSLATE_NOOP("Error", "“%1” is not a window. Write for instance 09:00-18:00.")},
    {"user.email_exists", QT_TRANSLATE_NOOP("Error", "There is a user with the e-mail address %1 already.")},
    {"user.unknown", QT_TRANSLATE_NOOP("Error", "There is no user %1.")},
    {"window:empty", QT_TRANSLATE_NOOP("Error", "The window is empty: it ends when it begins. Leave both times out for whole days.")},
    {"window:half", QT_TRANSLATE_NOOP("Error", "A window needs both its beginning and its end, or neither.")},
    {"window:nothing", QT_TRANSLATE_NOOP("Error", "The window says nothing: give hours, weekdays or both.")},
    {"window:range", QT_TRANSLATE_NOOP("Error", "The times of a window lie between 00:00 and 24:00.")},
    {"window:time", QT_TRANSLATE_NOOP("Error", "“%1” is not a time of day such as 09:00.")},
    {"window:weekdays", QT_TRANSLATE_NOOP("Error", "Weekdays are numbers from 1 (Monday) to 7 (Sunday).")},
};
// clang-format on

} // namespace

const char *errorSentence(const QString &code)
{
    static const QHash<QString, const char *> byCode = [] {
        QHash<QString, const char *> map;
        for (const Sentence &sentence : sentences)
            map.insert(QString::fromLatin1(sentence.code), sentence.text);
        return map;
    }();
    return byCode.value(code, nullptr);
}

QString filledSentence(const QString &sentence, const QStringList &args)
{
    QString filled;
    filled.reserve(sentence.size());
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const bool placeholder = sentence[i] == u'%' && i + 1 < sentence.size() && sentence[i + 1].isDigit();
        if (!placeholder) {
            filled += sentence[i];
            continue;
        }
        const int number = sentence[++i].digitValue();
        filled += number >= 1 && number <= args.size() ? args[number - 1] : QString();
    }
    return filled;
}

} // namespace core
