<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>The counters of %n mailing(s) were written anew.</source>
        <translation>
            <numerusform>The counters of %n mailing were written anew.</numerusform>
            <numerusform>The counters of %n mailings were written anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were written to %1.</source>
        <translation>
            <numerusform>%n row was written to %1.</numerusform>
            <numerusform>%n rows were written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) to send again</source>
        <translation>
            <numerusform>%n message to send again</numerusform>
            <numerusform>%n messages to send again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mailing(s) are paused. Resume only what is not sent elsewhere.</source>
        <translation>
            <numerusform>%n mailing is paused. Resume it only if it is not sent elsewhere.</numerusform>
            <numerusform>%n mailings are paused. Resume only what is not sent elsewhere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message numerus="yes">
        <source>Sending from %n program(s)</source>
        <translation>
            <numerusform>Sending from %n program</numerusform>
            <numerusform>Sending from %n programs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other program(s) send(s).</source>
        <translation>
            <numerusform>%n other program sends.</numerusform>
            <numerusform>%n other programs send.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::dialogs::CheckSheetDialog</name>
    <message numerus="yes">
        <source>%Ln client(s): %1</source>
        <translation>
            <numerusform>%Ln client: %1</numerusform>
            <numerusform>%Ln clients: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln opted out</source>
        <translation>
            <numerusform>%Ln opted out</numerusform>
            <numerusform>%Ln opted out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s): the end comes first</source>
        <translation>
            <numerusform>%Ln message: the end comes first</numerusform>
            <numerusform>%Ln messages: the end comes first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) have none</source>
        <translation>
            <numerusform>%Ln client has none</numerusform>
            <numerusform>%Ln clients have none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) would wait and expire: this computer does not know the time there</source>
        <translation>
            <numerusform>%Ln message would wait and expire: this computer does not know the time there</numerusform>
            <numerusform>%Ln messages would wait and expire: this computer does not know the time there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ImportColumnsStep</name>
    <message numerus="yes">
        <source>The first %n row(s) can be read without a problem.</source>
        <translation>
            <numerusform>The %n row can be read without a problem.</numerusform>
            <numerusform>The first %n rows can be read without a problem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the first %n row(s) have a problem.</source>
        <translation>
            <numerusform>%1 of %n row has a problem.</numerusform>
            <numerusform>%1 of the first %n rows have a problem.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ImportDialog</name>
    <message numerus="yes">
        <source>Import %Ln client(s)</source>
        <translation>
            <numerusform>Import %Ln client</numerusform>
            <numerusform>Import %Ln clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ImportRunStep</name>
    <message numerus="yes">
        <source>%Ln client(s) are in.</source>
        <translation>
            <numerusform>%Ln client is in.</numerusform>
            <numerusform>%Ln clients are in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) are as they were before.</source>
        <translation>
            <numerusform>%Ln client is as it was before.</numerusform>
            <numerusform>%Ln clients are as they were before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::dialogs::PastePhonesDialog</name>
    <message numerus="yes">
        <source>%Ln phone(s) read</source>
        <translation>
            <numerusform>%Ln phone read</numerusform>
            <numerusform>%Ln phones read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused.</source>
        <translation>
            <numerusform>%Ln refused.</numerusform>
            <numerusform>%Ln refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln phone(s)</source>
        <translation>
            <numerusform>%Ln phone</numerusform>
            <numerusform>%Ln phones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::dialogs::RetryDialog</name>
    <message numerus="yes">
        <source>Try %Ln message(s) again</source>
        <translation>
            <numerusform>Try %Ln message again</numerusform>
            <numerusform>Try %Ln messages again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::editors::AudienceCard</name>
    <message numerus="yes">
        <source>client(s)</source>
        <translation>
            <numerusform>client</numerusform>
            <numerusform>clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everybody: all %Ln client(s) get this mailing.</source>
        <translation>
            <numerusform>Everybody: the %Ln client gets this mailing.</numerusform>
            <numerusform>Everybody: all %Ln clients get this mailing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not counted: %Ln opted out.</source>
        <translation>
            <numerusform>Not counted: %Ln opted out.</numerusform>
            <numerusform>Not counted: %Ln opted out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::editors::ChipEdit</name>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::editors::OutlookCard</name>
    <message numerus="yes">
        <source>%Ln message(s) go out</source>
        <translation>
            <numerusform>%Ln message goes out</numerusform>
            <numerusform>%Ln messages go out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln would expire: the end, %1, comes first.</source>
        <translation>
            <numerusform>%Ln would expire: the end, %1, comes first.</numerusform>
            <numerusform>%Ln would expire: the end, %1, comes first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) have no {%1} and there is no fallback.</source>
        <translation>
            <numerusform>%Ln client has no {%1} and there is no fallback.</numerusform>
            <numerusform>%Ln clients have no {%1} and there is no fallback.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) are in a time zone that this computer does not know: their messages would wait and expire.</source>
        <translation>
            <numerusform>%Ln client is in a time zone that this computer does not know: the message would wait and expire.</numerusform>
            <numerusform>%Ln clients are in a time zone that this computer does not know: their messages would wait and expire.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::editors::PreviewCard</name>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln part</numerusform>
            <numerusform>%Ln parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::editors::TextCard</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln part</numerusform>
            <numerusform>%Ln parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::ClientActions</name>
    <message numerus="yes">
        <source>%Ln client(s) deleted.</source>
        <translation>
            <numerusform>%Ln client deleted.</numerusform>
            <numerusform>%Ln clients deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) opted out.</source>
        <translation>
            <numerusform>%Ln client opted out.</numerusform>
            <numerusform>%Ln clients opted out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) opted in again.</source>
        <translation>
            <numerusform>%Ln client opted in again.</numerusform>
            <numerusform>%Ln clients opted in again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::ClientsPage</name>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::ErrorLinks</name>
    <message numerus="yes">
        <source>%Ln of them will be tried again</source>
        <translation>
            <numerusform>%Ln of them will be tried again</numerusform>
            <numerusform>%Ln of them will be tried again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::ExportAction</name>
    <message numerus="yes">
        <source>%Ln row(s) exported.</source>
        <translation>
            <numerusform>%Ln row exported.</numerusform>
            <numerusform>%Ln rows exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::HistoryPage</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::MailingDashboard</name>
    <message numerus="yes">
        <source>%Ln will expire</source>
        <translation>
            <numerusform>%Ln will expire</numerusform>
            <numerusform>%Ln will expire</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::MailingList</name>
    <message numerus="yes">
        <source>%Ln running</source>
        <comment>mailings</comment>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mailing(s)</source>
        <translation>
            <numerusform>%Ln mailing</numerusform>
            <numerusform>%Ln mailings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::MessagesPage</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::OverviewPage</name>
    <message numerus="yes">
        <source>in %Ln running mailing(s)</source>
        <translation>
            <numerusform>in %Ln running mailing</numerusform>
            <numerusform>in %Ln running mailings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::ProblemList</name>
    <message numerus="yes">
        <source>%Ln message(s) wait for one.</source>
        <translation>
            <numerusform>%Ln message waits for one.</numerusform>
            <numerusform>%Ln messages wait for one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer does not know %Ln time zone(s): %1.</source>
        <translation>
            <numerusform>This computer does not know %Ln time zone: %1.</numerusform>
            <numerusform>This computer does not know %Ln time zones: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::RunningList</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>mailings</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln will expire</source>
        <translation>
            <numerusform>%Ln will expire</numerusform>
            <numerusform>%Ln will expire</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::SelectionBar</name>
    <message numerus="yes">
        <source>%Ln client(s) chosen</source>
        <translation>
            <numerusform>%Ln client chosen</numerusform>
            <numerusform>%Ln clients chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::shell::EngineStatus</name>
    <message numerus="yes">
        <source>%1 of %n gateway(s) ready</source>
        <translation>
            <numerusform>%1 of %n gateway ready</numerusform>
            <numerusform>%1 of %n gateways ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::tray::TrayIcon</name>
    <message numerus="yes">
        <source>%Ln mailing(s) are running.</source>
        <translation>
            <numerusform>%Ln mailing is running.</numerusform>
            <numerusform>%Ln mailings are running.</numerusform>
        </translation>
    </message>
</context>
</TS>
