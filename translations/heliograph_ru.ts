<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>[options]</source>
        <translation>[параметры]</translation>
    </message>
    <message>
        <source> (may be repeated)</source>
        <translation> (можно повторять)</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Параметры любой команды:</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Использование:</translation>
    </message>
    <message>
        <source>See &apos;%1 --help&apos;.</source>
        <translation>Подробнее: &apos;%1 --help&apos;.</translation>
    </message>
    <message>
        <source>settings of this desktop (also HELIOGRAPH_CONFIG)</source>
        <translation>настройки этого рабочего стола (или HELIOGRAPH_CONFIG)</translation>
    </message>
    <message>
        <source>language of sentences for people</source>
        <translation>язык сообщений для людей</translation>
    </message>
    <message>
        <source>also say what libraries said</source>
        <translation>показывать и сообщения библиотек</translation>
    </message>
    <message>
        <source>results and problems as JSON</source>
        <translation>результаты и ошибки в виде JSON</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>показать версию</translation>
    </message>
    <message>
        <source>print this help</source>
        <translation>показать эту справку</translation>
    </message>
    <message>
        <source>No problems were found.</source>
        <translation>Ошибок не найдено.</translation>
    </message>
    <message numerus="yes">
        <source>The counters of %n mailing(s) were written anew.</source>
        <translation>
            <numerusform>Пересчитаны счётчики %n рассылки.</numerusform>
            <numerusform>Пересчитаны счётчики %n рассылок.</numerusform>
            <numerusform>Пересчитаны счётчики %n рассылок.</numerusform>
        </translation>
    </message>
    <message>
        <source>write counters anew that do not equal a recount</source>
        <translation>исправить счётчики, которые не сходятся с пересчётом</translation>
    </message>
    <message>
        <source>Checks the database, and the counters against a recount.</source>
        <translation>Проверяет базу данных и сверяет счётчики с пересчётом.</translation>
    </message>
    <message>
        <source>Shows a client.</source>
        <translation>Показывает клиента.</translation>
    </message>
    <message>
        <source>Deletes a client and cancels its unsent messages.</source>
        <translation>Удаляет клиента и отменяет его неотправленные сообщения.</translation>
    </message>
    <message>
        <source>Never sends this client anything again.</source>
        <translation>Отписывает клиента: больше ему ничего не отправляется.</translation>
    </message>
    <message>
        <source>Takes an opting out back.</source>
        <translation>Снова подписывает отписанного клиента.</translation>
    </message>
    <message>
        <source>Adds a client and prints its number.</source>
        <translation>Добавляет клиента и выводит его номер.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>client</comment>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Отписан</translation>
    </message>
    <message>
        <source>only clients with any of these tags</source>
        <translation>только клиенты с любой из этих меток</translation>
    </message>
    <message>
        <source>only clients with this operator code</source>
        <translation>только клиенты с этим кодом оператора</translation>
    </message>
    <message>
        <source>Lists the clients, newest first.</source>
        <translation>Выводит список клиентов, новые сверху.</translation>
    </message>
    <message>
        <source>operator code; default: digits 2 to 4 of the phone</source>
        <translation>код оператора; по умолчанию цифры 2–4 телефона</translation>
    </message>
    <message>
        <source>adds a tag</source>
        <translation>добавляет метку</translation>
    </message>
    <message>
        <source>for instance Asia/Omsk; default: the workspace&apos;s</source>
        <translation>например, Asia/Omsk; по умолчанию пояс рабочего пространства</translation>
    </message>
    <message>
        <source>a merge field such as name=Anna; without value: removes it</source>
        <translation>поле для текста, например, name=Анна; без значения удаляет поле</translation>
    </message>
    <message>
        <source>source and date of the client&apos;s consent</source>
        <translation>источник и дата согласия клиента</translation>
    </message>
    <message>
        <source>number</source>
        <translation>номер</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>телефон</translation>
    </message>
    <message>
        <source>operator code</source>
        <translation>код оператора</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>часовой пояс</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>метки</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>отписан</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>согласие</translation>
    </message>
    <message>
        <source>removes a tag</source>
        <translation>убирает метку</translation>
    </message>
    <message>
        <source>Changes a client.</source>
        <translation>Изменяет клиента.</translation>
    </message>
    <message>
        <source>A throw-away workspace with sample clients and a simulated gateway.</source>
        <translation>Временное рабочее пространство с примерами клиентов и имитацией шлюза.</translation>
    </message>
    <message>
        <source>The expired ones live where it is outside of the mailing&apos;s hours now.</source>
        <translation>Просрочены сообщения тем, у кого сейчас не часы отправки.</translation>
    </message>
    <message>
        <source>number of sample clients (400)</source>
        <translation>число клиентов для примера (400)</translation>
    </message>
    <message>
        <source>Shows a mailing being sent in a throw-away workspace; ends within a minute.</source>
        <translation>Показывает рассылку во временном рабочем пространстве; занимает меньше минуты.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were written to %1.</source>
        <translation>
            <numerusform>%n строка записана в %1.</numerusform>
            <numerusform>%n строки записаны в %1.</numerusform>
            <numerusform>%n строк записаны в %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>only messages of this mailing</source>
        <translation>только сообщения этой рассылки</translation>
    </message>
    <message>
        <source>Writes clients or messages as .csv or .xlsx, by the file&apos;s name.</source>
        <translation>Записывает клиентов или сообщения в .csv или .xlsx, смотря по имени файла.</translation>
    </message>
    <message>
        <source>Puts a gateway that stopped back to work at once.</source>
        <translation>Сразу возвращает остановленный шлюз в работу.</translation>
    </message>
    <message>
        <source>Removes a gateway that no message waits for.</source>
        <translation>Удаляет шлюз, которого не ждёт ни одно сообщение.</translation>
    </message>
    <message>
        <source>Adds a gateway; the first one is the default.</source>
        <translation>Добавляет шлюз; первый становится основным.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Основной</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>Lists the gateways and whether they work.</source>
        <translation>Выводит список шлюзов и их состояние.</translation>
    </message>
    <message>
        <source>http-json or simulator</source>
        <translation>http-json или simulator</translation>
    </message>
    <message>
        <source>address, to which the number of the message is added</source>
        <translation>адрес, к которому добавляется номер сообщения</translation>
    </message>
    <message>
        <source>read the secret from standard input; a blank line removes it</source>
        <translation>прочитать секрет со стандартного ввода; пустая строка удаляет его</translation>
    </message>
    <message>
        <source>whom the messages come from</source>
        <translation>от чьего имени приходят сообщения</translation>
    </message>
    <message>
        <source>at most N requests at once (1 to 512)</source>
        <translation>не больше N запросов одновременно (от 1 до 512)</translation>
    </message>
    <message>
        <source>how long one request may take (1 to 300)</source>
        <translation>сколько может длиться один запрос (от 1 до 300)</translation>
    </message>
    <message>
        <source>an option of the kind; without value: removes it</source>
        <translation>параметр этого вида шлюза; без значения удаляет его</translation>
    </message>
    <message>
        <source>mailings that name no gateway use this one</source>
        <translation>через него идут рассылки, в которых шлюз не указан</translation>
    </message>
    <message>
        <source>send nothing through it for now</source>
        <translation>пока ничего через него не отправлять</translation>
    </message>
    <message>
        <source>send through it again</source>
        <translation>снова отправлять через него</translation>
    </message>
    <message>
        <source>a new name</source>
        <translation>новое название</translation>
    </message>
    <message>
        <source>Changes a gateway; a new secret or address puts it back to work.</source>
        <translation>Изменяет шлюз; новый секрет или адрес возвращает его в работу.</translation>
    </message>
    <message>
        <source>what is sent; default: Test</source>
        <translation>что отправить; по умолчанию Test</translation>
    </message>
    <message>
        <source>Sends one message outside of any mailing and prints the answer.</source>
        <translation>Отправляет одно сообщение вне рассылок и выводит ответ.</translation>
    </message>
    <message>
        <source>Explains every key of the settings file of this desktop.</source>
        <translation>Объясняет каждый ключ файла настроек этого рабочего стола.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>новые</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменённые</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>без изменений</translation>
    </message>
    <message>
        <source>double</source>
        <translation>повторы</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>отклонённые</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>строка %1: %2</translation>
    </message>
    <message>
        <source>only count, write nothing</source>
        <translation>только посчитать, ничего не записывать</translation>
    </message>
    <message>
        <source>for clients that are there: update (default), skip or replace</source>
        <translation>для известных клиентов: update (по умолчанию), skip или replace</translation>
    </message>
    <message>
        <source>which column holds a field, for instance phone=Телефон or phone=2</source>
        <translation>в каком столбце поле, например, phone=Телефон или phone=2</translation>
    </message>
    <message>
        <source>adds this tag to every client of the file</source>
        <translation>добавляет эту метку каждому клиенту из файла</translation>
    </message>
    <message>
        <source>where refused rows are written, ready to mend and import</source>
        <translation>куда записать отклонённые строки, чтобы исправить и импортировать</translation>
    </message>
    <message>
        <source>Imports clients from a CSV file.</source>
        <translation>Импортирует клиентов из файла CSV.</translation>
    </message>
    <message>
        <source>The key is stored on this machine.</source>
        <translation>Ключ сохранён на этом компьютере.</translation>
    </message>
    <message>
        <source>Prints the key of the workspace. Whoever has it can read its secrets.</source>
        <translation>Выводит ключ рабочего пространства. У кого ключ, тот прочтёт его секреты.</translation>
    </message>
    <message>
        <source>read the key from standard input; there is no other way</source>
        <translation>прочитать ключ со стандартного ввода; другого способа нет</translation>
    </message>
    <message>
        <source>Stores the key of the workspace on this machine.</source>
        <translation>Сохраняет ключ рабочего пространства на этом компьютере.</translation>
    </message>
    <message>
        <source>default: now, or the start it has if that lies ahead</source>
        <translation>по умолчанию сейчас или заданное начало, если оно ещё впереди</translation>
    </message>
    <message>
        <source>although the same is sent to the same clients already</source>
        <translation>даже если то же самое уже идёт тем же клиентам</translation>
    </message>
    <message>
        <source>Schedules a draft.</source>
        <translation>Планирует черновик.</translation>
    </message>
    <message>
        <source>Stops sending within a second; resume goes on.</source>
        <translation>Останавливает отправку за секунду; продолжить — resume.</translation>
    </message>
    <message>
        <source>Goes on with a paused mailing.</source>
        <translation>Продолжает приостановленную рассылку.</translation>
    </message>
    <message>
        <source>also every further repetition</source>
        <translation>и все следующие повторы</translation>
    </message>
    <message>
        <source>Ends a mailing: what is not sent yet never is.</source>
        <translation>Отменяет рассылку: неотправленное уже не уйдёт.</translation>
    </message>
    <message>
        <source>Cancels a mailing and takes it out of lists and totals.</source>
        <translation>Отменяет рассылку и убирает её из списков и итогов.</translation>
    </message>
    <message>
        <source>do not schedule it yet</source>
        <translation>пока не планировать</translation>
    </message>
    <message>
        <source>Creates a mailing and prints its number.</source>
        <translation>Создаёт рассылку и выводит её номер.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>only mailings in this state</source>
        <translation>только рассылки в этом состоянии</translation>
    </message>
    <message>
        <source>Lists the mailings, newest first.</source>
        <translation>Выводит список рассылок, новые сверху.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>Sent at</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>only messages with this status</source>
        <translation>только сообщения с этим статусом</translation>
    </message>
    <message>
        <source>Lists the messages of a mailing.</source>
        <translation>Выводит сообщения рассылки.</translation>
    </message>
    <message>
        <source>what is sent; {name} is a field of the client, {name|friend} has a fallback</source>
        <translation>что отправить; {name} — поле клиента, {name|друг} — с запасным значением</translation>
    </message>
    <message>
        <source>default: first words of the text</source>
        <translation>по умолчанию первые слова текста</translation>
    </message>
    <message>
        <source>no clients with this tag</source>
        <translation>кроме клиентов с этой меткой</translation>
    </message>
    <message>
        <source>clients need all of the tags</source>
        <translation>у клиента должны быть все метки</translation>
    </message>
    <message>
        <source>2026-11-20T09:00, in the workspace&apos;s zone unless it has an offset; default: now</source>
        <translation>2026-11-20T09:00, по времени рабочего пространства, если нет смещения; по умолчанию сейчас</translation>
    </message>
    <message>
        <source>nothing is sent after it; default: a day after the start</source>
        <translation>после этого ничего не отправляется; по умолчанию через сутки после начала</translation>
    </message>
    <message>
        <source>hours in the client&apos;s local time, for instance 09:00-18:00, or none</source>
        <translation>часы по времени клиента, например, 09:00-18:00, или none</translation>
    </message>
    <message>
        <source>none, daily, weekly or monthly</source>
        <translation>none, daily, weekly или monthly</translation>
    </message>
    <message>
        <source>at most N messages a second, or none</source>
        <translation>не больше N сообщений в секунду или none</translation>
    </message>
    <message>
        <source>normal or high</source>
        <translation>normal или high</translation>
    </message>
    <message>
        <source>default: the workspace&apos;s default gateway</source>
        <translation>по умолчанию основной шлюз рабочего пространства</translation>
    </message>
    <message>
        <source>clients that come to match while it runs are sent to as well</source>
        <translation>отправлять и тем, кто подойдёт под условия по ходу рассылки</translation>
    </message>
    <message>
        <source>although some clients lack a field of the text</source>
        <translation>даже если у части клиентов нет поля из текста</translation>
    </message>
    <message>
        <source>messages with this status; default: failed and expired</source>
        <translation>сообщения с этим статусом; по умолчанию failed и expired</translation>
    </message>
    <message>
        <source>a new end; needed once the end has passed</source>
        <translation>новый конец; нужен, если прежний уже прошёл</translation>
    </message>
    <message>
        <source>Sends again what did not arrive.</source>
        <translation>Повторяет отправку того, что не дошло.</translation>
    </message>
    <message>
        <source>Changes a mailing, also while it runs.</source>
        <translation>Изменяет рассылку, в том числе идущую.</translation>
    </message>
    <message>
        <source>any hour</source>
        <translation>круглосуточно</translation>
    </message>
    <message>
        <source>name</source>
        <translation>название</translation>
    </message>
    <message>
        <source>state</source>
        <translation>состояние</translation>
    </message>
    <message>
        <source>start</source>
        <translation>начало</translation>
    </message>
    <message>
        <source>end</source>
        <translation>конец</translation>
    </message>
    <message>
        <source>window</source>
        <translation>часы отправки</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>повтор</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>Shows a mailing and its statistics.</source>
        <translation>Показывает рассылку и её статистику.</translation>
    </message>
    <message>
        <source>fail if it takes longer</source>
        <translation>считать ошибкой, если ждать дольше</translation>
    </message>
    <message>
        <source>Waits until a mailing is finished and prints its statistics.</source>
        <translation>Ждёт завершения рассылки и выводит её статистику.</translation>
    </message>
    <message>
        <source>Sending. Stop with Ctrl+C or SIGTERM.</source>
        <translation>Отправка идёт. Остановить: Ctrl+C или SIGTERM.</translation>
    </message>
    <message>
        <source>Not sending: another process sends for this workspace. This one takes over when that one ends.</source>
        <translation>Отправка не идёт: этим рабочим пространством занят другой процесс. Когда он завершится, отправит этот.</translation>
    </message>
    <message>
        <source>Sends without a display until SIGTERM or SIGINT, then finishes what is in flight.</source>
        <translation>Отправляет без экрана до SIGTERM или SIGINT, затем завершает начатое.</translation>
    </message>
    <message>
        <source>Lists the settings of the workspace.</source>
        <translation>Выводит настройки рабочего пространства.</translation>
    </message>
    <message>
        <source>Prints a setting of the workspace.</source>
        <translation>Выводит одну настройку рабочего пространства.</translation>
    </message>
    <message>
        <source>Changes a setting of the workspace.</source>
        <translation>Изменяет настройку рабочего пространства.</translation>
    </message>
    <message>
        <source>The simulator answers at %1 until it is stopped (Ctrl+C).</source>
        <translation>Имитатор отвечает по адресу %1, пока его не остановят (Ctrl+C).</translation>
    </message>
    <message>
        <source>default: 8099; 0: any that is free</source>
        <translation>по умолчанию 8099; 0 — любой свободный</translation>
    </message>
    <message>
        <source>before each answer: 50ms or 20ms..80ms</source>
        <translation>перед каждым ответом: 50ms или 20ms..80ms</translation>
    </message>
    <message>
        <source>an HTTP status, for instance 500=10%</source>
        <translation>код HTTP, например, 500=10%</translation>
    </message>
    <message>
        <source>no answer; SHARE: 10% or phone:79990000001</source>
        <translation>без ответа; SHARE: 10% или phone:79990000001</translation>
    </message>
    <message>
        <source>an answer that nobody can read</source>
        <translation>ответ, который нельзя разобрать</translation>
    </message>
    <message>
        <source>an empty answer</source>
        <translation>пустой ответ</translation>
    </message>
    <message>
        <source>a readable no</source>
        <translation>понятный отказ</translation>
    </message>
    <message>
        <source>the connection is cut</source>
        <translation>соединение обрывается</translation>
    </message>
    <message>
        <source>always 401</source>
        <translation>всегда 401</translation>
    </message>
    <message>
        <source>nobody listens between 30s..60s after the start</source>
        <translation>нет связи, например, 30s..60s после запуска</translation>
    </message>
    <message>
        <source>with every 429 and 503</source>
        <translation>с каждым ответом 429 и 503</translation>
    </message>
    <message>
        <source>other draws</source>
        <translation>другая случайная последовательность</translation>
    </message>
    <message>
        <source>A gateway on this machine for tests and trials, as faulty as wanted.</source>
        <translation>Шлюз на этом компьютере для проб и испытаний, с любыми неполадками.</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>В секунду</translation>
    </message>
    <message>
        <source>Numbers of all mailings and messages.</source>
        <translation>Числа по всем рассылкам и сообщениям.</translation>
    </message>
    <message>
        <source>total</source>
        <translation>всего</translation>
    </message>
    <message>
        <source>Opens the window; a second start raises the first.</source>
        <translation>Открывает окно; повторный запуск поднимает уже открытое.</translation>
    </message>
    <message>
        <source>1 (Monday) to 7, for instance 1-5 or 6,7; none: every day</source>
        <translation>от 1 (понедельник) до 7, например 1-5 или 6,7; none — любой день</translation>
    </message>
    <message>
        <source>forget the codes and tags it has; others may be given</source>
        <translation>забыть её коды и метки; можно задать другие</translation>
    </message>
    <message>
        <source>The columns are read as in the last import of such a file; --map reads them otherwise.</source>
        <translation>Столбцы прочитаны как при прошлом импорте такого файла; --map читает их иначе.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) to send again</source>
        <translation>
            <numerusform>%n сообщение будет отправлено снова</numerusform>
            <numerusform>%n сообщения будут отправлены снова</numerusform>
            <numerusform>%n сообщений будет отправлено снова</numerusform>
        </translation>
    </message>
    <message>
        <source>also deleted mailings</source>
        <translation>также удалённые рассылки</translation>
    </message>
    <message>
        <source>the last day of the repetition such as 2026-12-24, a time, or none</source>
        <translation>последний день повторения, например 2026-12-24, время или none</translation>
    </message>
    <message>
        <source>%1, deleted</source>
        <comment>state of a mailing</comment>
        <translation>%1, удалена</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 до %2</translation>
    </message>
    <message>
        <source>Warning: no client has the tag “%1”.</source>
        <translation>Внимание: метки «%1» нет ни у одного клиента.</translation>
    </message>
    <message>
        <source>Warning: no client has the operator code “%1”.</source>
        <translation>Внимание: кода оператора «%1» нет ни у одного клиента.</translation>
    </message>
    <message>
        <source>Sending goes on.</source>
        <translation>Отправка идёт дальше.</translation>
    </message>
    <message>
        <source>Nothing is sent: %1</source>
        <translation>Ничего не отправляется: %1</translation>
    </message>
    <message>
        <source>Prints this list, or explains a command.</source>
        <translation>Печатает этот список или объясняет команду.</translation>
    </message>
    <message>
        <source>%1 of %2 done   %3 sent   %4 waiting</source>
        <translation>готово %1 из %2   отправлено %3   ждут %4</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>messages a second</comment>
        <translation>%1/с</translation>
    </message>
    <message>
        <source>operator code %1</source>
        <translation>код оператора %1</translation>
    </message>
    <message>
        <source>all of the tags %1</source>
        <translation>все метки %1</translation>
    </message>
    <message>
        <source>any of the tags %1</source>
        <translation>любая из меток %1</translation>
    </message>
    <message>
        <source>without the tags %1</source>
        <translation>без меток %1</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>все</translation>
    </message>
    <message>
        <source>audience</source>
        <translation>получатели</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>шлюз</translation>
    </message>
    <message>
        <source>at most N messages or parts a second; 0: no limit</source>
        <translation>не больше N сообщений или частей в секунду; 0: без ограничения</translation>
    </message>
    <message>
        <source>what the rate counts: messages or parts</source>
        <translation>что считает ограничение: messages (сообщения) или parts (части)</translation>
    </message>
    <message>
        <source>at most N attempts, the first one counts (1 to 100)</source>
        <translation>не больше N попыток, считая первую (от 1 до 100)</translation>
    </message>
    <message>
        <source>pause before the second attempt</source>
        <translation>пауза перед второй попыткой</translation>
    </message>
    <message>
        <source>each further pause is N times as long (1 to 10)</source>
        <translation>каждая следующая пауза в N раз длиннее (от 1 до 10)</translation>
    </message>
    <message>
        <source>and never longer than this</source>
        <translation>но не длиннее этого</translation>
    </message>
    <message>
        <source>pauses are shorter or longer by up to this share (0 to 0.9)</source>
        <translation>паузы короче или длиннее не более чем на эту долю (от 0 до 0.9)</translation>
    </message>
    <message>
        <source>REST at %1; its description: %1/docs/</source>
        <translation>REST по адресу %1; описание: %1/docs/</translation>
    </message>
    <message>
        <source>answer REST there, for instance 127.0.0.1:8080</source>
        <translation>отвечать там на запросы REST, например 127.0.0.1:8080</translation>
    </message>
    <message>
        <source>certificate chain (PEM) for an address beyond this machine</source>
        <translation>цепочка сертификатов (PEM) для адреса, доступного с других компьютеров</translation>
    </message>
    <message>
        <source>its private key (PEM)</source>
        <translation>закрытый ключ к ней (PEM)</translation>
    </message>
    <message>
        <source>plain HTTP also beyond this machine</source>
        <translation>HTTP без шифрования и для других компьютеров</translation>
    </message>
    <message>
        <source>session</source>
        <translation>сеанс</translation>
    </message>
    <message>
        <source>script</source>
        <translation>скрипт</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>token</comment>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создан</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Истекает</translation>
    </message>
    <message>
        <source>Last use</source>
        <translation>Последнее использование</translation>
    </message>
    <message>
        <source>The token %1 of %2 is revoked.</source>
        <translation>Токен %1 пользователя %2 отозван.</translation>
    </message>
    <message>
        <source>on whose behalf the script acts</source>
        <translation>от чьего имени действует скрипт</translation>
    </message>
    <message>
        <source>what it is for, to tell it from others</source>
        <translation>для чего он, чтобы отличать от других</translation>
    </message>
    <message>
        <source>it expires after so many days; default: never</source>
        <translation>истекает через столько дней; по умолчанию никогда</translation>
    </message>
    <message>
        <source>Makes a token for a script and prints it, this one time.</source>
        <translation>Создаёт токен для скрипта и выводит его один-единственный раз.</translation>
    </message>
    <message>
        <source>Lists sessions and tokens of scripts, newest first.</source>
        <translation>Выводит сеансы и токены скриптов, сначала новые.</translation>
    </message>
    <message>
        <source>Makes a token worthless at once.</source>
        <translation>Сразу лишает токен силы.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>user</comment>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>The password of %1 is stored; its sessions have ended.</source>
        <translation>Пароль пользователя %1 сохранён; его сеансы завершены.</translation>
    </message>
    <message>
        <source>read the password from standard input (10 to 128 characters); there is no other way</source>
        <translation>прочитать пароль из стандартного ввода (от 10 до 128 знаков); другого способа нет</translation>
    </message>
    <message>
        <source>what the person is called</source>
        <translation>как зовут человека</translation>
    </message>
    <message>
        <source>admin, operator or viewer</source>
        <translation>admin, operator или viewer</translation>
    </message>
    <message>
        <source>Adds a user and prints its number.</source>
        <translation>Добавляет пользователя и выводит его номер.</translation>
    </message>
    <message>
        <source>Lists the users, newest first.</source>
        <translation>Выводит пользователей, сначала новых.</translation>
    </message>
    <message>
        <source>Gives a user a new password, read from standard input.</source>
        <translation>Даёт пользователю новый пароль из стандартного ввода.</translation>
    </message>
    <message>
        <source>The workspace was backed up to %1 (%2).</source>
        <translation>Копия рабочего пространства сохранена в %1 (%2).</translation>
    </message>
    <message>
        <source>Copies the workspace into a file, also while it sends.</source>
        <translation>Копирует рабочее пространство в файл, в том числе во время отправки.</translation>
    </message>
    <message>
        <source>Messages of this mailing were removed on %1; the totals stay.</source>
        <translation>Сообщения этой рассылки удалены %1; итоги сохранены.</translation>
    </message>
    <message>
        <source>The workspace %1 was restored from %2.</source>
        <translation>Рабочее пространство %1 восстановлено из %2.</translation>
    </message>
    <message>
        <source>The former one is kept as %1.</source>
        <translation>Прежнее сохранено как %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n mailing(s) are paused. Resume only what is not sent elsewhere.</source>
        <translation>
            <numerusform>%n рассылка приостановлена. Возобновляйте только то, что не отправляется в другом месте.</numerusform>
            <numerusform>%n рассылки приостановлены. Возобновляйте только то, что не отправляется в другом месте.</numerusform>
            <numerusform>%n рассылок приостановлено. Возобновляйте только то, что не отправляется в другом месте.</numerusform>
        </translation>
    </message>
    <message>
        <source>take the place of the present workspace, which is kept beside it</source>
        <translation>занять место нынешнего рабочего пространства; оно сохраняется рядом</translation>
    </message>
    <message>
        <source>Makes a workspace of a backup; what was to be sent is paused in it.</source>
        <translation>Восстанавливает рабочее пространство из копии; всё, что должно было отправиться, в нём приостановлено.</translation>
    </message>
    <message>
        <source>Looking for what an earlier attempt has copied…</source>
        <translation>Проверяется, что скопировано в прошлый раз…</translation>
    </message>
    <message>
        <source>Copying, rows: %1…</source>
        <translation>Копирование, строк: %1…</translation>
    </message>
    <message>
        <source>Reading both again and comparing…</source>
        <translation>Обе базы читаются заново и сравниваются…</translation>
    </message>
    <message>
        <source>%1 was moved to %2 before; nothing was left to do.</source>
        <translation>%1 уже перенесено в %2; делать больше нечего.</translation>
    </message>
    <message>
        <source>The workspace is in %2 now. %1 can only be read from now on.</source>
        <translation>Рабочее пространство теперь в %2. %1 отныне только для чтения.</translation>
    </message>
    <message>
        <source>Name the new place with --database, HELIOGRAPH_DATABASE or in the settings of each desktop.</source>
        <translation>Укажите новое место через --database, HELIOGRAPH_DATABASE или в настройках каждого рабочего стола.</translation>
    </message>
    <message>
        <source>Nobody can sign in to this workspace yet. Set a password in its window, or with: heliograph user passwd local@localhost --password-stdin</source>
        <translation>В это рабочее пространство пока никто не может войти. Задайте пароль в окне программы или командой: heliograph user passwd local@localhost --password-stdin</translation>
    </message>
    <message>
        <source>Moves a workspace into an empty database, to a server or back; goes on where it stopped.</source>
        <translation>Переносит рабочее пространство в пустую базу данных, на сервер или обратно; продолжает с места остановки.</translation>
    </message>
    <message>
        <source>the workspace: sqlite:PATH or postgresql://USER@HOST/NAME (also HELIOGRAPH_DATABASE); its password: &apos;heliograph help settings&apos;</source>
        <translation>рабочее пространство: sqlite:ПУТЬ или postgresql://ИМЯ@УЗЕЛ/БАЗА (также HELIOGRAPH_DATABASE); пароль: «heliograph help settings»</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Следующая попытка</translation>
    </message>
    <message>
        <source>Not all recipients have been chosen yet: the total may grow.</source>
        <translation>Выбраны ещё не все получатели: общее число может вырасти.</translation>
    </message>
    <message>
        <source>This computer does not know the time zone of some clients (%1). Messages that may only go out at certain hours wait there. Update the system&apos;s time zone data (tzdata) and start again, or give these clients another zone.</source>
        <translation>Этому компьютеру не известен часовой пояс некоторых клиентов (%1). Сообщения, для которых заданы часы отправки, там ждут. Обновите сведения о часовых поясах в системе (tzdata) и запустите программу заново или укажите этим клиентам другой пояс.</translation>
    </message>
    <message>
        <source>This computer does not know the time zone of the workspace (%1): times are read and written in UTC. Update the system&apos;s time zone data (tzdata).</source>
        <translation>Этому компьютеру не известен часовой пояс рабочего пространства (%1): время читается и пишется по UTC. Обновите сведения о часовых поясах в системе (tzdata).</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Local workspace</source>
        <translation>Локальное пространство</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Демонстрация</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The attribute “%1” cannot be used: a name is a letter followed by at most 31 letters, digits or _, a value has at most 255 characters, and a client has at most 32 attributes.</source>
        <translation>Поле «%1» не подходит: имя — буква и до 31 буквы, цифры или _, значение — до 255 знаков, у клиента — до 32 полей.</translation>
    </message>
    <message>
        <source>It was stopped before it was done. Nothing else has to be done.</source>
        <translation>Действие остановлено до завершения. Больше ничего делать не нужно.</translation>
    </message>
    <message>
        <source>There is a client with the phone number %1 already. Edit that one, or give another number.</source>
        <translation>Клиент с телефоном %1 уже есть. Измените его или укажите другой номер.</translation>
    </message>
    <message>
        <source>The cell that begins on line %1, column %2, is longer than 64 KiB; the %3 rows before it are read. Perhaps a quote is missing there; mend the file and import it again.</source>
        <translation>Ячейка в строке %1, столбце %2 длиннее 64 КиБ; до неё прочитано строк: %3. Возможно, там не хватает кавычки; исправьте файл и импортируйте его снова.</translation>
    </message>
    <message>
        <source>There are no rows in the file %1. Check that it is the right one.</source>
        <translation>В файле %1 нет строк. Проверьте, тот ли это файл.</translation>
    </message>
    <message>
        <source>The encoding “%1” is not known. Choose another one, for instance UTF-8 or windows-1251.</source>
        <translation>Кодировка «%1» неизвестна. Выберите другую, например, UTF-8 или windows-1251.</translation>
    </message>
    <message>
        <source>The quote opened on line %1, column %2, is never closed; the %3 rows before it are read. Close the quote and import the file again.</source>
        <translation>Кавычка, открытая в строке %1, столбце %2, не закрыта; до неё прочитано строк: %3. Закройте кавычку и импортируйте файл снова.</translation>
    </message>
    <message>
        <source>A statement of the program is broken (%1). Please report it.</source>
        <translation>Ошибка в запросе программы (%1). Пожалуйста, сообщите о ней.</translation>
    </message>
    <message>
        <source>The step %1 of the database&apos;s history is not the one that this program knows. Restore the database from a copy, or use the program that made it.</source>
        <translation>Шаг %1 в истории базы данных не тот, который знает эта программа. Восстановите базу из копии или откройте её программой, которая её создала.</translation>
    </message>
    <message>
        <source>The change contradicts what is stored. Read the data again and repeat it.</source>
        <translation>Изменение противоречит сохранённым данным. Обновите данные и повторите.</translation>
    </message>
    <message>
        <source>The database is damaged. Restore it from a copy; &apos;heliograph check&apos; says what is wrong.</source>
        <translation>База данных повреждена. Восстановите её из копии; &apos;heliograph check&apos; покажет, что не так.</translation>
    </message>
    <message>
        <source>The file of the database was moved or deleted while it was open. Put it back and start again.</source>
        <translation>Файл базы данных переместили или удалили, пока он был открыт. Верните его на место и запустите программу снова.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check its rights, or choose another place for the database.</source>
        <translation>Не удаётся создать папку %1. Проверьте права или выберите другое место для базы данных.</translation>
    </message>
    <message>
        <source>The database %1 belongs to another program. Choose another file.</source>
        <translation>База данных %1 принадлежит другой программе. Выберите другой файл.</translation>
    </message>
    <message>
        <source>The disk is full; nothing was stored. Free some space and repeat it.</source>
        <translation>Диск заполнен, ничего не сохранено. Освободите место и повторите.</translation>
    </message>
    <message>
        <source>The disk does not read or write the database. Check the disk and its connection.</source>
        <translation>Диск не читает или не записывает базу данных. Проверьте диск и его подключение.</translation>
    </message>
    <message>
        <source>Another program holds the database for too long. Try again, or find out what keeps it.</source>
        <translation>Другая программа слишком долго занимает базу данных. Повторите или выясните, чем она занята.</translation>
    </message>
    <message>
        <source>This workspace was moved to %1. Open it there.</source>
        <translation>Это рабочее пространство перенесено в %1. Откройте его там.</translation>
    </message>
    <message>
        <source>The database was made by a newer program (schema %1, this program knows %2). Update the program.</source>
        <translation>База данных создана более новой программой (схема %1, эта программа знает %2). Обновите программу.</translation>
    </message>
    <message>
        <source>The database holds no workspace. Restore it from a copy.</source>
        <translation>В базе данных нет рабочего пространства. Восстановите её из копии.</translation>
    </message>
    <message>
        <source>The file is not a database. Choose another file, or restore it from a copy.</source>
        <translation>Этот файл — не база данных. Выберите другой файл или восстановите его из копии.</translation>
    </message>
    <message>
        <source>Too much work waits for the database. Try again in a moment.</source>
        <translation>База данных перегружена. Повторите через минуту.</translation>
    </message>
    <message>
        <source>The database cannot be written: its file or folder is read-only. Check the rights.</source>
        <translation>В базу данных нельзя писать: файл или папка только для чтения. Проверьте права.</translation>
    </message>
    <message>
        <source>The database refused a statement of the program (%1). Please report it with the log file.</source>
        <translation>База данных отклонила запрос программы (%1). Пожалуйста, сообщите об этом и приложите файл журнала.</translation>
    </message>
    <message>
        <source>There is such a thing already. Choose another name or number.</source>
        <translation>Такое уже есть. Выберите другое название или номер.</translation>
    </message>
    <message>
        <source>The database cannot be opened. Check that the path is right and that you may read and write there.</source>
        <translation>База данных не открывается. Проверьте путь и права на чтение и запись.</translation>
    </message>
    <message>
        <source>“%1” is not a database. Write sqlite:PATH or postgresql://user@host:port/name.</source>
        <translation>«%1» — не база данных. Напишите sqlite:PATH или postgresql://user@host:port/name.</translation>
    </message>
    <message>
        <source>“%1” names no file. Write sqlite:PATH.</source>
        <translation>В «%1» не указан файл. Напишите sqlite:PATH.</translation>
    </message>
    <message>
        <source>A password does not belong in the address of the database. Put it in HELIOGRAPH_DATABASE_PASSWORD, a pgpass file or the keyring.</source>
        <translation>Паролю не место в адресе базы данных. Укажите его в HELIOGRAPH_DATABASE_PASSWORD, файле pgpass или связке ключей.</translation>
    </message>
    <message>
        <source>The folder of the demo cannot be used: %1. Free some space in the temporary folder and try again.</source>
        <translation>Папка демонстрации недоступна: %1. Освободите место во временной папке и повторите.</translation>
    </message>
    <message>
        <source>There is no display to open a window on. Send without one by &apos;heliograph serve&apos;; &apos;heliograph help&apos; lists all commands.</source>
        <translation>Нет экрана, чтобы открыть окно. Отправлять без него: &apos;heliograph serve&apos;; все команды: &apos;heliograph help&apos;.</translation>
    </message>
    <message>
        <source>The end must lie after the start.</source>
        <translation>Конец должен быть позже начала.</translation>
    </message>
    <message>
        <source>The end must lie in the future.</source>
        <translation>Конец должен быть в будущем.</translation>
    </message>
    <message>
        <source>The export was stopped. No file was written.</source>
        <translation>Экспорт остановлен. Файл не записан.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2. Check the folder, its rights and the space on the disk.</source>
        <translation>Файл %1 не записывается: %2. Проверьте папку, её права и место на диске.</translation>
    </message>
    <message>
        <source>%1 messages wait for this gateway and %2 mailings are to be sent through it. Wait for them, move the mailings to another gateway, or cancel them first.</source>
        <translation>Шлюза ждут сообщения (%1), и через него намечены рассылки (%2). Дождитесь их, переведите рассылки на другой шлюз или сначала отмените их.</translation>
    </message>
    <message>
        <source>There is a gateway named “%1” already. Choose another name.</source>
        <translation>Шлюз «%1» уже есть. Выберите другое название.</translation>
    </message>
    <message>
        <source>There is no gateway to send through. Add one first.</source>
        <translation>Отправлять не через что. Сначала добавьте шлюз.</translation>
    </message>
    <message>
        <source>“%1” is not a kind of gateway. Choose one of: %2.</source>
        <translation>«%1» — не вид шлюза. Выберите один из: %2.</translation>
    </message>
    <message>
        <source>“%1” is not a latency. Write milliseconds, for instance 50 or 20..80.</source>
        <translation>«%1» — не задержка. Укажите миллисекунды, например, 50 или 20..80.</translation>
    </message>
    <message>
        <source>The import cannot be taken back: %1 of its clients were edited since. Edit or delete the others by hand.</source>
        <translation>Импорт нельзя отменить: с тех пор изменены клиенты (%1). Исправьте или удалите остальных вручную.</translation>
    </message>
    <message>
        <source>You may change only clients that you added yourself. Choose to skip clients that exist already.</source>
        <translation>Вы можете изменять только клиентов, которых добавили сами. Выберите пропуск существующих клиентов.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Please report it with the log file.</source>
        <translation>Внутри программы произошла ошибка. Пожалуйста, сообщите о ней и приложите файл журнала.</translation>
    </message>
    <message>
        <source>This must be %1.</source>
        <translation>Здесь нужно: %1.</translation>
    </message>
    <message>
        <source>The key in %1 is damaged. Restore it from a copy, or bring it again with &apos;heliograph key set&apos;.</source>
        <translation>Ключ в %1 повреждён. Восстановите его из копии или внесите снова: &apos;heliograph key set&apos;.</translation>
    </message>
    <message>
        <source>The key of this workspace is in the desktop&apos;s keyring, which does not answer here. Run the command within the desktop session, or bring the key into a file: &apos;heliograph key show&apos; there, &apos;heliograph key set --stdin&apos; here.</source>
        <translation>Ключ этого рабочего пространства — в связке ключей рабочего стола, а она здесь не отвечает. Выполните команду в сеансе рабочего стола или перенесите ключ в файл: там &apos;heliograph key show&apos;, здесь &apos;heliograph key set --stdin&apos;.</translation>
    </message>
    <message>
        <source>This machine does not have the key of the workspace, so its secrets cannot be read. Bring it from the machine that has it: &apos;heliograph key show&apos; there, &apos;heliograph key set --stdin&apos; here.</source>
        <translation>На этом компьютере нет ключа рабочего пространства, поэтому его секреты не прочитать. Перенесите ключ оттуда, где он есть: там &apos;heliograph key show&apos;, здесь &apos;heliograph key set --stdin&apos;.</translation>
    </message>
    <message>
        <source>The key file %1 can be read by other users. Make it yours alone (chmod 600), or replace the key if somebody may have seen it.</source>
        <translation>Файл ключа %1 доступен другим пользователям. Закройте его (chmod 600) или замените ключ, если его могли увидеть.</translation>
    </message>
    <message>
        <source>The key file %1 cannot be read. Check whose file it is and whether its disk is there.</source>
        <translation>Файл ключа %1 не читается. Проверьте, чей это файл и подключён ли диск.</translation>
    </message>
    <message>
        <source>The key cannot be stored as %1. Check the rights of the folder and the space on the disk.</source>
        <translation>Ключ не удаётся сохранить в %1. Проверьте права папки и место на диске.</translation>
    </message>
    <message>
        <source>Character %1 of the key (%2) cannot be part of a key. A key consists of letters A–Z and a–z, digits, - and _.</source>
        <translation>Знак %1 ключа (%2) недопустим. Ключ состоит из букв A–Z и a–z, цифр, - и _.</translation>
    </message>
    <message>
        <source>The key has a typing mistake in it. Copy it again from &apos;heliograph key show&apos;.</source>
        <translation>В ключе опечатка. Скопируйте его снова из &apos;heliograph key show&apos;.</translation>
    </message>
    <message>
        <source>There is no key. Give the text that &apos;heliograph key show&apos; prints.</source>
        <translation>Ключа нет. Введите текст, который выводит &apos;heliograph key show&apos;.</translation>
    </message>
    <message>
        <source>The key has %1 characters instead of %2. Copy it again, the whole line.</source>
        <translation>В ключе знаков: %1, а нужно %2. Скопируйте его снова, всю строку.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keyring does not answer. Unlock it, or use a key file (HELIOGRAPH_KEY_FILE).</source>
        <translation>Связка ключей не отвечает. Разблокируйте её или используйте файл ключа (HELIOGRAPH_KEY_FILE).</translation>
    </message>
    <message>
        <source>The log file %1 cannot be written: %2. Free the path or set HELIOGRAPH_LOG_DIR.</source>
        <translation>Файл журнала %1 не записывается: %2. Освободите путь или задайте HELIOGRAPH_LOG_DIR.</translation>
    </message>
    <message>
        <source>This mailing was deleted. Undo the deletion first.</source>
        <translation>Эта рассылка удалена. Сначала отмените удаление.</translation>
    </message>
    <message>
        <source>A mailing that is %1 does not allow this: %2.</source>
        <translation>Рассылка в состоянии %1 этого не допускает: %2.</translation>
    </message>
    <message>
        <source>The mailing “%1” (number %2) has the same text and the same audience at the same time. Allow the duplicate if it is meant.</source>
        <translation>У рассылки «%1» (номер %2) в то же время те же текст и получатели. Разрешите повтор, если так и задумано.</translation>
    </message>
    <message>
        <source>The mailing %1 was not finished in time. It goes on; wait again or look at &apos;heliograph mailing show %1&apos;.</source>
        <translation>Рассылка %1 не завершилась вовремя. Она продолжается; подождите ещё или посмотрите &apos;heliograph mailing show %1&apos;.</translation>
    </message>
    <message>
        <source>The file has no column “%1”. Give a header of the file or a number from 1.</source>
        <translation>В файле нет столбца «%1». Укажите заголовок из файла или номер от 1.</translation>
    </message>
    <message>
        <source>“%1” is neither a field (phone, operator_code, tags, timezone, opted_out, consent, ignore) nor a name for an attribute.</source>
        <translation>«%1» — не поле (phone, operator_code, tags, timezone, opted_out, consent, ignore) и не подходит как имя поля.</translation>
    </message>
    <message>
        <source>“%1” does not say which column is meant. Write FIELD=COLUMN, for instance phone=Телефон or phone=2.</source>
        <translation>Из «%1» неясно, какой столбец имеется в виду. Напишите ПОЛЕ=СТОЛБЕЦ, например, phone=Телефон или phone=2.</translation>
    </message>
    <message>
        <source>No column holds the phone numbers. Say which one does.</source>
        <translation>Не указан столбец с телефонами. Укажите его.</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Введите название.</translation>
    </message>
    <message>
        <source>The name is too long: at most %1 characters.</source>
        <translation>Название слишком длинное: знаков может быть не больше %1.</translation>
    </message>
    <message>
        <source>Enter a number from %1 to %2.</source>
        <translation>Введите число от %1 до %2.</translation>
    </message>
    <message>
        <source>“%1” is not an operator code: it has exactly three digits.</source>
        <translation>«%1» — не код оператора: в нём ровно три цифры.</translation>
    </message>
    <message>
        <source>“%1” does not say whether this client has opted out: write 1, yes, no or the date.</source>
        <translation>Из «%1» неясно, отписан ли клиент: напишите 1, да, нет или дату.</translation>
    </message>
    <message>
        <source>The cursor is not one that this list has given. Begin with the first page.</source>
        <translation>Такого указателя этот список не выдавал. Начните с первой страницы.</translation>
    </message>
    <message>
        <source>The phone number holds characters that do not belong into one. Enter 11 digits, for instance 79990000001.</source>
        <translation>В телефоне лишние знаки. Введите 11 цифр, например, 79990000001.</translation>
    </message>
    <message>
        <source>Only numbers that begin with 7 or 8, or ten digits beginning with 9, can be reached.</source>
        <translation>Доступны только номера, которые начинаются с 7 или 8, или десять цифр, начиная с 9.</translation>
    </message>
    <message>
        <source>Enter a phone number.</source>
        <translation>Введите номер телефона.</translation>
    </message>
    <message>
        <source>A spreadsheet has cut the last digits of this phone number off. Format the column as text and enter the number again.</source>
        <translation>Электронная таблица отрезала последние цифры телефона. Задайте столбцу текстовый формат и введите номер снова.</translation>
    </message>
    <message>
        <source>The phone number has too many digits: 11 are needed, for instance 79990000001.</source>
        <translation>В телефоне слишком много цифр: нужно 11, например, 79990000001.</translation>
    </message>
    <message>
        <source>The phone number has too few digits: 11 are needed, for instance 79990000001.</source>
        <translation>В телефоне слишком мало цифр: нужно 11, например, 79990000001.</translation>
    </message>
    <message>
        <source>The rate must be a number of messages per second above zero.</source>
        <translation>Скорость — число сообщений в секунду больше нуля.</translation>
    </message>
    <message>
        <source>The rejected rows cannot be written into the imported file %1 itself. Name another file.</source>
        <translation>Отклонённые строки нельзя записать в сам импортируемый файл %1. Укажите другой файл.</translation>
    </message>
    <message>
        <source>One run would last longer than the time until the next one. Choose an earlier end or a longer interval.</source>
        <translation>Рассылка не успеет закончиться до следующего повтора. Выберите более ранний конец или повторяйте реже.</translation>
    </message>
    <message>
        <source>The last day of the repetition must lie after the start.</source>
        <translation>Последний день повтора должен быть позже начала.</translation>
    </message>
    <message>
        <source>The end of the mailing has passed. Give a new one.</source>
        <translation>Срок рассылки прошёл. Укажите новый конец.</translation>
    </message>
    <message>
        <source>Say which messages are tried again, for instance the failed ones.</source>
        <translation>Укажите, какие сообщения отправить повторно, например, с ошибкой.</translation>
    </message>
    <message>
        <source>A stored secret cannot be read with the key of this machine: another key sealed it, or it is damaged. Bring the right key with &apos;heliograph key set&apos;, or enter the secret again.</source>
        <translation>Сохранённый секрет не открывается ключом этого компьютера: он закрыт другим ключом или повреждён. Внесите нужный ключ (&apos;heliograph key set&apos;) или введите секрет снова.</translation>
    </message>
    <message>
        <source>A stored secret was sealed by a newer version of the program. Update Heliograph on this machine.</source>
        <translation>Сохранённый секрет закрыт более новой версией программы. Обновите Heliograph на этом компьютере.</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address. Separate several with commas.</source>
        <translation>«%1» — не адрес электронной почты. Несколько адресов разделяйте запятыми.</translation>
    </message>
    <message>
        <source>“%1” is not possible here. Choose one of: %2.</source>
        <translation>«%1» здесь не подходит. Выберите одно из: %2.</translation>
    </message>
    <message>
        <source>“%1” is not a web address: it begins with http:// or https:// and names a host.</source>
        <translation>«%1» — не веб-адрес: он начинается с http:// или https:// и содержит имя узла.</translation>
    </message>
    <message>
        <source>The settings file %1 is damaged. Mend it or remove it; without it every setting has its default.</source>
        <translation>Файл настроек %1 повреждён. Исправьте или удалите его; без него действуют значения по умолчанию.</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be read. Check its rights, or name another one with --config.</source>
        <translation>Файл настроек %1 не читается. Проверьте права или укажите другой через --config.</translation>
    </message>
    <message>
        <source>The setting could not be stored in %1. Check the rights of the file and the space on the disk.</source>
        <translation>Настройку не удалось сохранить в %1. Проверьте права файла и место на диске.</translation>
    </message>
    <message>
        <source>The simulator cannot listen on port %1. Choose another port, or end the program that uses it.</source>
        <translation>Имитатор не может занять порт %1. Выберите другой порт или завершите программу, которая его занимает.</translation>
    </message>
    <message>
        <source>“%1” is not a duration. Write for instance 50ms, 2s, 1m or 50ms..200ms.</source>
        <translation>«%1» — не длительность. Напишите, например, 50ms, 2s, 1m или 50ms..200ms.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number from %2 to %3.</source>
        <translation>«%1» — не целое число от %2 до %3.</translation>
    </message>
    <message>
        <source>“%1” does not say how often. Write for instance 10% or phone:79990000001, several with commas between.</source>
        <translation>Из «%1» неясно, как часто. Напишите, например, 10% или phone:79990000001, несколько — через запятую.</translation>
    </message>
    <message>
        <source>“%1” is not an HTTP status from 300 to 599 with a share. Write for instance 500=10%.</source>
        <translation>«%1» — не код HTTP от 300 до 599 с долей. Напишите, например, 500=10%.</translation>
    </message>
    <message>
        <source>The tags of this row cannot be used: at most 32 are possible, each with at most 64 characters.</source>
        <translation>Метки этой строки не подходят: их может быть до 32, в каждой до 64 знаков.</translation>
    </message>
    <message>
        <source>The tag “%1” is too long: at most %2 characters.</source>
        <translation>Метка «%1» слишком длинная: знаков может быть не больше %2.</translation>
    </message>
    <message>
        <source>“%1” at position %2 cannot be a field: a name is a letter followed by at most 31 letters, digits or _.</source>
        <translation>«%1» (позиция %2) не может быть полем: имя — буква и до 31 буквы, цифры или _.</translation>
    </message>
    <message>
        <source>The brace at position %1 stands alone. Write {{ or }} for a brace, {name} for a field.</source>
        <translation>Скобка в позиции %1 без пары. Сама скобка пишется {{ или }}, поле — {name}.</translation>
    </message>
    <message>
        <source>%2 clients of the audience have no “%1”. Give it a fallback, for instance {%1|…}, or allow missing fields.</source>
        <translation>У части получателей (%2) нет поля «%1». Задайте запасное значение, например, {%1|…}, или разрешите пропуски.</translation>
    </message>
    <message>
        <source>The brace at position %1 is never closed. Write {{ for a brace, {name} for a field.</source>
        <translation>Скобка в позиции %1 не закрыта. Сама скобка пишется {{, поле — {name}.</translation>
    </message>
    <message>
        <source>Enter the text of the mailing.</source>
        <translation>Введите текст рассылки.</translation>
    </message>
    <message>
        <source>The text is too long: at most %1 characters.</source>
        <translation>Текст слишком длинный: знаков может быть не больше %1.</translation>
    </message>
    <message>
        <source>“%1” is not a time. Write for instance 2026-11-20T09:00:00Z.</source>
        <translation>«%1» — не время. Напишите, например, 2026-11-20T09:00:00Z.</translation>
    </message>
    <message>
        <source>Enter date and time.</source>
        <translation>Введите дату и время.</translation>
    </message>
    <message>
        <source>“%1” lacks its offset. Write for instance 2026-11-20T09:00:00Z or 2026-11-20T12:00:00+03:00.</source>
        <translation>В «%1» нет смещения. Напишите, например, 2026-11-20T09:00:00Z или 2026-11-20T12:00:00+03:00.</translation>
    </message>
    <message>
        <source>“%1” is not a time zone of the tz database, such as Europe/Moscow.</source>
        <translation>«%1» — не часовой пояс из базы tz, как, например, Europe/Moscow.</translation>
    </message>
    <message>
        <source>“%1” is one word too many. Quote texts with blanks.</source>
        <translation>Слово «%1» лишнее. Тексты с пробелами заключайте в кавычки.</translation>
    </message>
    <message>
        <source>“%1” needs another word.</source>
        <translation>После «%1» нужно ещё слово.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Не хватает: %1.</translation>
    </message>
    <message>
        <source>The options were not understood: %1</source>
        <translation>Параметры не распознаны: %1</translation>
    </message>
    <message>
        <source>--%1 can be given only once.</source>
        <translation>--%1 можно указать только один раз.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Команды «%1» нет.</translation>
    </message>
    <message>
        <source>There is no option “%1” here.</source>
        <translation>Параметра «%1» здесь нет.</translation>
    </message>
    <message>
        <source>“%1” is not a number of a mailing. The list shows the numbers.</source>
        <translation>«%1» — не номер рассылки. Номера есть в списке.</translation>
    </message>
    <message>
        <source>“%1” are not weekdays. Write for instance 1-5 or 6,7; 1 is Monday.</source>
        <translation>«%1» — не дни недели. Напишите, например, 1-5 или 6,7; 1 — понедельник.</translation>
    </message>
    <message>
        <source>“%1” is not a window. Write for instance 09:00-18:00.</source>
        <translation>«%1» — не часы отправки. Напишите, например, 09:00-18:00.</translation>
    </message>
    <message>
        <source>The window is empty: it ends when it begins. Leave both times out for whole days.</source>
        <translation>Часы отправки пусты: конец совпадает с началом. Для целых дней не указывайте оба времени.</translation>
    </message>
    <message>
        <source>A window needs both its beginning and its end, or neither.</source>
        <translation>Укажите и начало, и конец часов отправки или не указывайте ни того, ни другого.</translation>
    </message>
    <message>
        <source>The window says nothing: give hours, weekdays or both.</source>
        <translation>Часы отправки пусты: укажите часы, дни недели или и то, и другое.</translation>
    </message>
    <message>
        <source>The times of a window lie between 00:00 and 24:00.</source>
        <translation>Часы отправки — от 00:00 до 24:00.</translation>
    </message>
    <message>
        <source>“%1” is not a time of day such as 09:00.</source>
        <translation>«%1» — не время суток, как, например, 09:00.</translation>
    </message>
    <message>
        <source>Weekdays are numbers from 1 (Monday) to 7 (Sunday).</source>
        <translation>Дни недели — числа от 1 (понедельник) до 7 (воскресенье).</translation>
    </message>
    <message>
        <source>Something went wrong (%1).</source>
        <translation>Произошла ошибка (%1).</translation>
    </message>
    <message>
        <source>A tag has %1–%2 characters.</source>
        <translation>Метка состоит из %1–%2 символов.</translation>
    </message>
    <message>
        <source>A value is missing. Leave the option out if nothing is meant.</source>
        <translation>Не хватает значения. Если ничего не имеется в виду, не указывайте параметр.</translation>
    </message>
    <message>
        <source>“%1” is neither a .csv nor an .xlsx file. Give the file one of these endings.</source>
        <translation>«%1» — не файл .csv и не файл .xlsx. Дайте файлу одно из этих расширений.</translation>
    </message>
    <message>
        <source>A password does not belong in the address of a gateway. Store it as the secret.</source>
        <translation>Паролю не место в адресе шлюза. Сохраните его как секрет.</translation>
    </message>
    <message>
        <source>An address of a gateway ends with its path, to which the number of the message is added: take out what begins with ? or #.</source>
        <translation>Адрес шлюза кончается путём, к которому добавляется номер сообщения: уберите то, что начинается с ? или #.</translation>
    </message>
    <message>
        <source>%1 is a folder. Name the file of the database.</source>
        <translation>%1 — это папка. Укажите файл базы данных.</translation>
    </message>
    <message>
        <source>“%1” cannot be read from a pipe. Save it as a file first.</source>
        <translation>«%1» нельзя прочитать из канала. Сначала сохраните данные в файл.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened. Check that the path is right and that you may read and write there.</source>
        <translation>Базу данных %1 не удаётся открыть. Проверьте, верен ли путь и есть ли права на чтение и запись.</translation>
    </message>
    <message>
        <source>The database %1 cannot be written: its file or folder is read-only. Check the rights.</source>
        <translation>В базу данных %1 нельзя писать: файл или папка доступны только для чтения. Проверьте права.</translation>
    </message>
    <message>
        <source>The file %1 is not a database. Choose another file, or restore it from a copy.</source>
        <translation>Файл %1 — не база данных. Выберите другой файл или восстановите его из копии.</translation>
    </message>
    <message>
        <source>The file %1 is not a text file, so no clients can be read from it. Save the table as CSV and import that; nothing was changed.</source>
        <translation>Файл %1 — не текстовый, клиентов из него не прочитать. Сохраните таблицу как CSV и импортируйте её; ничего не изменено.</translation>
    </message>
    <message>
        <source>The file %1 is a workbook (%2), not CSV. Open it in the spreadsheet, save the sheet as CSV and import that; nothing was changed.</source>
        <translation>Файл %1 — книга (%2), а не CSV. Откройте её в табличном редакторе, сохраните лист как CSV и импортируйте его; ничего не изменено.</translation>
    </message>
    <message>
        <source>There is no folder %1. Make it, or choose another place for the database.</source>
        <translation>Папки %1 нет. Создайте её или выберите для базы данных другое место.</translation>
    </message>
    <message>
        <source>This kind of gateway has no option “%1”. Its options are: %2.</source>
        <translation>У шлюза этого вида нет параметра «%1». Его параметры: %2.</translation>
    </message>
    <message>
        <source>There is no gateway named “%1”. Choose one of: %2.</source>
        <translation>Шлюза с именем «%1» нет. Выберите один из: %2.</translation>
    </message>
    <message>
        <source>The option “%1” takes no object. Only status does: {&quot;500&quot;: 0.1}.</source>
        <translation>Параметр «%1» не принимает объект. Его принимает только status: {&quot;500&quot;: 0.1}.</translation>
    </message>
    <message>
        <source>“%1” is neither a day nor a time. Write for instance 2026-12-24 or 2026-12-24T18:00.</source>
        <translation>«%1» — не день и не время. Напишите, например, 2026-12-24 или 2026-12-24T18:00.</translation>
    </message>
    <message>
        <source>This contradicts %1. Give one of the two.</source>
        <translation>Это противоречит %1. Укажите одно из двух.</translation>
    </message>
    <message>
        <source>This means something only together with %1. Give that as well.</source>
        <translation>Это имеет смысл только вместе с %1. Укажите и его.</translation>
    </message>
    <message>
        <source>Nothing came on standard input. Pipe the value in, or type it and press Enter.</source>
        <translation>На стандартный ввод ничего не пришло. Передайте значение через канал или введите его и нажмите Enter.</translation>
    </message>
    <message>
        <source>Enter an e-mail address.</source>
        <translation>Введите адрес эл. почты.</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address. Write for instance anna@example.org.</source>
        <translation>«%1» – не адрес эл. почты. Введите, например, anna@example.org.</translation>
    </message>
    <message>
        <source>The e-mail address is too long: at most %1 characters.</source>
        <translation>Адрес эл. почты слишком длинный: не больше %1 знаков.</translation>
    </message>
    <message>
        <source>Too many imports run already. Try again when one has ended.</source>
        <translation>Уже идёт слишком много импортов. Повторите, когда один из них закончится.</translation>
    </message>
    <message>
        <source>There is nothing to take back: nothing was written, or it was taken back already.</source>
        <translation>Отменять нечего: ничего не записано, или импорт уже отменён.</translation>
    </message>
    <message>
        <source>The import still runs. Wait for its end, or cancel it.</source>
        <translation>Импорт ещё идёт. Дождитесь конца или остановите его.</translation>
    </message>
    <message>
        <source>This field is needed.</source>
        <translation>Это поле обязательно.</translation>
    </message>
    <message>
        <source>A name consists of letters, blanks, - and &apos;.</source>
        <translation>Имя состоит из букв, пробелов, - и &apos;.</translation>
    </message>
    <message>
        <source>There is not enough memory to check a password. Try again in a moment.</source>
        <translation>Не хватает памяти, чтобы проверить пароль. Повторите чуть позже.</translation>
    </message>
    <message>
        <source>The password is too long: at most %1 characters.</source>
        <translation>Пароль слишком длинный: не больше %1 знаков.</translation>
    </message>
    <message>
        <source>The password is too short: at least %1 characters.</source>
        <translation>Пароль слишком короткий: не меньше %1 знаков.</translation>
    </message>
    <message>
        <source>Only an administrator adds users to this workspace. Ask one.</source>
        <translation>Пользователей этого рабочего места добавляет только администратор. Обратитесь к нему.</translation>
    </message>
    <message>
        <source>Too many requests at once. Try again in a moment.</source>
        <translation>Слишком много запросов сразу. Повторите чуть позже.</translation>
    </message>
    <message>
        <source>The body cannot be read as JSON: %2 at byte %1.</source>
        <translation>Тело запроса не читается как JSON: %2, байт %1.</translation>
    </message>
    <message>
        <source>The request is not HTTP/1.1 as RFC 9112 describes it: %1 cannot be read.</source>
        <translation>Запрос не соответствует HTTP/1.1 (RFC 9112): не читается %1.</translation>
    </message>
    <message>
        <source>The body must be of the type %1.</source>
        <translation>Тело запроса должно быть типа %1.</translation>
    </message>
    <message>
        <source>This path does not know the method. Those that it knows are in the header “Allow”.</source>
        <translation>Этот адрес не знает такого метода. Известные ему перечислены в заголовке «Allow».</translation>
    </message>
    <message>
        <source>The body must be a JSON object.</source>
        <translation>Тело запроса должно быть объектом JSON.</translation>
    </message>
    <message>
        <source>“%1” is no address with a port, such as 127.0.0.1:8080.</source>
        <translation>«%1» – не адрес с портом, такой как 127.0.0.1:8080.</translation>
    </message>
    <message>
        <source>%1 can be reached from other machines: give a certificate and a key, or say that plain HTTP is wanted.</source>
        <translation>%1 доступен с других компьютеров: укажите сертификат и ключ или подтвердите, что нужен HTTP без шифрования.</translation>
    </message>
    <message>
        <source>Too many attempts to sign in have failed. Try again in %1 seconds.</source>
        <translation>Слишком много неудачных попыток входа. Повторите через %1 с.</translation>
    </message>
    <message>
        <source>E-mail address and password do not fit together, or the account is not active. Check both.</source>
        <translation>Адрес и пароль не подходят друг к другу, или учётная запись отключена. Проверьте оба.</translation>
    </message>
    <message>
        <source>The token is not valid, or no longer. Sign in again, or ask for a new token.</source>
        <translation>Токен недействителен или больше не действует. Войдите заново или попросите новый токен.</translation>
    </message>
    <message>
        <source>There is no token %1; perhaps it was revoked meanwhile.</source>
        <translation>Токена %1 нет; возможно, он уже отозван.</translation>
    </message>
    <message>
        <source>“%1” is not a number of a token. &apos;heliograph token list&apos; shows the numbers.</source>
        <translation>«%1» – не номер токена. Номера показывает «heliograph token list».</translation>
    </message>
    <message>
        <source>This is the last active administrator. Make somebody else an administrator first.</source>
        <translation>Это последний действующий администратор. Сначала назначьте другого.</translation>
    </message>
    <message>
        <source>The user local@localhost belongs to the workspace: it is neither deleted nor given another address. Deactivate it instead.</source>
        <translation>Пользователь local@localhost принадлежит рабочему месту: его нельзя удалить или сменить ему адрес. Его можно отключить.</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Сначала войдите.</translation>
    </message>
    <message>
        <source>Only an administrator may do this. Ask one to do it.</source>
        <translation>Это может сделать только администратор. Обратитесь к нему.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask an administrator.</source>
        <translation>Ваша роль этого не позволяет. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Your role does not allow you to see or change the accounts of others. Ask an administrator.</source>
        <translation>Ваша роль не позволяет просматривать и изменять чужие учётные записи. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Your role does not allow you to add, import, change or delete clients. Ask an administrator.</source>
        <translation>Ваша роль не позволяет добавлять, импортировать, изменять и удалять клиентов. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Your role does not allow you to change or delete clients that somebody else added. Ask an administrator.</source>
        <translation>Ваша роль не позволяет изменять и удалять клиентов, добавленных другими. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Your role does not allow you to opt clients out or back in. Ask an administrator.</source>
        <translation>Ваша роль не позволяет отмечать отказ клиента от рассылок и снимать его. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Your role does not allow you to add, change, delete or test gateways. Ask an administrator.</source>
        <translation>Ваша роль не позволяет добавлять, изменять, удалять и проверять шлюзы. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Your role does not allow you to stop or undo an import that somebody else began. Ask an administrator.</source>
        <translation>Ваша роль не позволяет останавливать и отменять импорт, начатый другими. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Your role does not allow you to create mailings. Ask an administrator.</source>
        <translation>Ваша роль не позволяет создавать рассылки. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Your role does not allow you to change, start, stop or delete mailings. Ask an administrator.</source>
        <translation>Ваша роль не позволяет изменять, запускать, останавливать и удалять рассылки. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Your role does not allow you to change, start, stop or delete a mailing of somebody else. Ask an administrator.</source>
        <translation>Ваша роль не позволяет изменять, запускать, останавливать и удалять чужие рассылки. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Your role does not allow you to change the settings of the workspace. Ask an administrator.</source>
        <translation>Ваша роль не позволяет изменять настройки рабочего пространства. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Your role does not allow you to see or add users, or to change their address, their role and whether they are active. Ask an administrator.</source>
        <translation>Ваша роль не позволяет просматривать и добавлять пользователей, изменять их адрес, роль и доступ. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>The copy of the workspace is not sound (%1), so it was not kept. &apos;heliograph check&apos; says what is wrong with the workspace.</source>
        <translation>Копия рабочего пространства повреждена (%1) и не сохранена. Что не так с рабочим пространством, скажет «heliograph check».</translation>
    </message>
    <message>
        <source>The disk is full, so there is no backup %1. Free some space, or choose a file on another disk.</source>
        <translation>Диск заполнен, копия %1 не создана. Освободите место или выберите файл на другом диске.</translation>
    </message>
    <message>
        <source>A workspace on a PostgreSQL server is backed up by PostgreSQL&apos;s own program: pg_dump --format=custom --file=%1 --dbname=%2</source>
        <translation>Копию рабочего пространства на сервере PostgreSQL делает программа самого PostgreSQL: pg_dump --format=custom --file=%1 --dbname=%2</translation>
    </message>
    <message>
        <source>%1 is the workspace itself. Choose another file for its backup.</source>
        <translation>%1 — само рабочее пространство. Выберите для копии другой файл.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2. Check that it is there and that you may read it.</source>
        <translation>Файл %1 не читается: %2. Проверьте, что он на месте и доступен для чтения.</translation>
    </message>
    <message>
        <source>The program is ending, so this was not done. Start it again and repeat it.</source>
        <translation>Программа завершается, поэтому это не сделано. Запустите её снова и повторите.</translation>
    </message>
    <message>
        <source>The server&apos;s database is in the encoding %1. Make one with ENCODING &apos;UTF8&apos; and name that.</source>
        <translation>База данных на сервере — в кодировке %1. Создайте базу с ENCODING &apos;UTF8&apos; и укажите её.</translation>
    </message>
    <message>
        <source>The database server does not answer. The program tries again by itself; if it lasts, check the server and the network.</source>
        <translation>Сервер базы данных не отвечает. Программа повторяет попытки сама; если это затянется, проверьте сервер и сеть.</translation>
    </message>
    <message>
        <source>The driver %1 for the database is not installed. Install Qt&apos;s SQL drivers and start again.</source>
        <translation>Драйвер базы данных %1 не установлен. Установите драйверы SQL для Qt и запустите программу снова.</translation>
    </message>
    <message>
        <source>The database server has no room for another connection now. Try again, or allow it more connections.</source>
        <translation>На сервере базы данных нет места для ещё одного соединения. Повторите позже или разрешите больше соединений.</translation>
    </message>
    <message>
        <source>The database server reports damaged data. Ask its administrator; the log file has its words.</source>
        <translation>Сервер базы данных сообщает о повреждённых данных. Обратитесь к его администратору; его слова — в файле журнала.</translation>
    </message>
    <message>
        <source>The disk of the database server is full; nothing was stored. Free some space there and repeat it.</source>
        <translation>Диск сервера базы данных заполнен, ничего не сохранено. Освободите там место и повторите.</translation>
    </message>
    <message>
        <source>The database server cannot read or write its disk. Ask its administrator.</source>
        <translation>Сервер базы данных не может прочитать или записать свой диск. Обратитесь к его администратору.</translation>
    </message>
    <message>
        <source>The database server takes no changes now (it may be a standby). Name the server that does.</source>
        <translation>Сервер базы данных сейчас не принимает изменений (возможно, это резервный). Укажите основной сервер.</translation>
    </message>
    <message>
        <source>There is no such database on the server. Make it there, or name another one.</source>
        <translation>Такой базы данных на сервере нет. Создайте её там или укажите другую.</translation>
    </message>
    <message>
        <source>“%1” names no database. Write postgresql://user@host:port/name.</source>
        <translation>В «%1» не указана база данных. Пишите postgresql://user@host:port/name.</translation>
    </message>
    <message>
        <source>The address of the database has an option that is not known or empty: “%1”. Known are %2.</source>
        <translation>В адресе базы данных неизвестный или пустой параметр: «%1». Известны %2.</translation>
    </message>
    <message>
        <source>The demo was interrupted. Start it again to see the whole of it.</source>
        <translation>Демонстрация прервана. Запустите её снова, чтобы увидеть целиком.</translation>
    </message>
    <message>
        <source>The clock of this computer differs from the database server&apos;s by more than 5 seconds, so nothing is sent from here. Set the clocks right.</source>
        <translation>Часы этого компьютера расходятся с часами сервера базы данных более чем на 5 секунд, поэтому отсюда ничего не отправляется. Выставьте часы.</translation>
    </message>
    <message>
        <source>Only messages can be chosen by mailing; clients are exported all together. Export messages, or leave the mailing out.</source>
        <translation>По рассылке выбираются только сообщения, клиенты выгружаются все. Выгружайте сообщения или не указывайте рассылку.</translation>
    </message>
    <message>
        <source>There is a file %1 already. Choose another name, or move that file away.</source>
        <translation>Файл %1 уже есть. Выберите другое имя или уберите этот файл.</translation>
    </message>
    <message>
        <source>%1 is a folder. Name a file in it.</source>
        <translation>%1 — папка. Укажите файл в ней.</translation>
    </message>
    <message>
        <source>There is no file %1. Check its name and its folder.</source>
        <translation>Файла %1 нет. Проверьте имя и папку.</translation>
    </message>
    <message>
        <source>There is no folder %1. Make it, or choose another place for the file.</source>
        <translation>Папки %1 нет. Создайте её или выберите другое место для файла.</translation>
    </message>
    <message>
        <source>This program has no kind of gateway called “%1”. Edit the gateway and choose another kind.</source>
        <translation>Вида шлюза «%1» в этой программе нет. Откройте шлюз и выберите другой вид.</translation>
    </message>
    <message>
        <source>The test of the gateway was ended before it answered. The message may have gone out all the same; if it does not arrive, test again.</source>
        <translation>Проверка шлюза прекращена до его ответа. Сообщение всё же могло уйти; если оно не придёт, проверьте ещё раз.</translation>
    </message>
    <message>
        <source>There is no gateway %1; perhaps it was removed meanwhile. Choose one from the list of gateways.</source>
        <translation>Шлюза %1 нет; возможно, он уже удалён. Выберите шлюз из списка.</translation>
    </message>
    <message>
        <source>There is no gateway named “%1”. Choose one from the list of gateways.</source>
        <translation>Шлюза с именем «%1» нет. Выберите шлюз из списка.</translation>
    </message>
    <message>
        <source>The secret of a gateway is one line of text, without line breaks and tabs. Copy it once more, without what stands around it.</source>
        <translation>Секрет шлюза — одна строка текста, без переводов строки и табуляции. Скопируйте его ещё раз, без всего лишнего вокруг.</translation>
    </message>
    <message>
        <source>The file “%1” holds no certificate in PEM form, or cannot be read. Check the path and its rights, or name another file.</source>
        <translation>В файле «%1» нет сертификата в формате PEM, или файл не читается. Проверьте путь и права или укажите другой файл.</translation>
    </message>
    <message>
        <source>“%1” is not a whole percentage, or all of them together are more than 100. Write whole numbers that are 100 or less together.</source>
        <translation>«%1» — не целое число процентов, или вместе их больше 100. Пишите целые числа, в сумме не более 100.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number from 0 on. Write for instance 42.</source>
        <translation>«%1» — не целое число от 0. Пишите, например, 42.</translation>
    </message>
    <message>
        <source>There is no gateway %1. Choose one from the list of gateways.</source>
        <translation>Шлюза %1 нет. Выберите шлюз из списка.</translation>
    </message>
    <message>
        <source>“%1” is not an address of a gateway: it begins with http:// or https://, names a host and ends with a path. Write for instance https://sms.example.org/send/.</source>
        <translation>«%1» — не адрес шлюза: он начинается с http:// или https://, содержит имя узла и кончается путём. Пишите, например, https://sms.example.org/send/.</translation>
    </message>
    <message>
        <source>The import has ended already, so it cannot be stopped. If it was not meant, take it back.</source>
        <translation>Импорт уже закончился, остановить его нельзя. Если он был ошибочным, отмените его.</translation>
    </message>
    <message>
        <source>There is no import %1, or it ended too long ago. What it has changed is in the history.</source>
        <translation>Импорта %1 нет, или он закончился слишком давно. Что он изменил, видно в истории.</translation>
    </message>
    <message>
        <source>Some of the values cannot be used as they are. Correct those that are named.</source>
        <translation>Некоторые значения не подходят. Исправьте указанные.</translation>
    </message>
    <message>
        <source>The dispatcher %1 is not among those that send any more. It enters again by itself.</source>
        <translation>Отправитель %1 больше не числится среди отправляющих. Он вернётся сам.</translation>
    </message>
    <message>
        <source>“%1” is not possible here. The description of the field says what is.</source>
        <translation>«%1» здесь не подходит. Что подходит, сказано в описании поля.</translation>
    </message>
    <message>
        <source>There is no such field. Check how it is spelt, or leave it out.</source>
        <translation>Такого поля нет. Проверьте написание или уберите его.</translation>
    </message>
    <message>
        <source>Messages of this mailing were removed at %1, so none can be tried again. Create a new mailing.</source>
        <translation>Сообщения этой рассылки удалены %1, повторить их нельзя. Создайте новую рассылку.</translation>
    </message>
    <message>
        <source>The series has an occurrence that begins at %1 already. Choose another time.</source>
        <translation>В серии уже есть рассылка, начинающаяся в %1. Выберите другое время.</translation>
    </message>
    <message>
        <source>There is no mailing %1. Choose one from the list of mailings.</source>
        <translation>Рассылки %1 нет. Выберите рассылку из списка.</translation>
    </message>
    <message>
        <source>There is no message %1; perhaps it was removed because of its age. Look for it in the list of messages.</source>
        <translation>Сообщения %1 нет; возможно, оно удалено по сроку хранения. Поищите его в списке сообщений.</translation>
    </message>
    <message>
        <source>The output could not be written: %1. Check where it goes to and the space on the disk, and run the command again.</source>
        <translation>Вывод не записан: %1. Проверьте, куда он направлен и есть ли место на диске, и повторите команду.</translation>
    </message>
    <message>
        <source>The list cannot be sorted by “%1”. Sort by another column, or leave the order out.</source>
        <translation>Список нельзя упорядочить по «%1». Выберите другой столбец или не указывайте порядок.</translation>
    </message>
    <message>
        <source>This parameter may stand there once only. Leave out the others.</source>
        <translation>Этот параметр может стоять только один раз. Уберите остальные.</translation>
    </message>
    <message>
        <source>There is no such parameter. Check how it is spelt, or leave it out.</source>
        <translation>Такого параметра нет. Проверьте написание или уберите его.</translation>
    </message>
    <message>
        <source>The request needs exactly one header field “Host”, with the name or address that it is sent to. Only HTTP/1.0 may leave it out.</source>
        <translation>В запросе должен быть ровно один заголовок «Host» с именем или адресом, куда он отправлен. Без него обходится только HTTP/1.0.</translation>
    </message>
    <message>
        <source>The demo answers no scripts, whatever is set here; your own workspace does, when it is opened.</source>
        <translation>Демонстрация не отвечает скриптам, что бы здесь ни было включено; ваше рабочее пространство отвечает, когда открыто.</translation>
    </message>
    <message>
        <source>The backup %1 is damaged (%2), so nothing was restored. Choose an older one.</source>
        <translation>Копия %1 повреждена (%2), ничего не восстановлено. Выберите более раннюю.</translation>
    </message>
    <message>
        <source>There is a workspace in %1 already. Restore into another place with --database, or let the backup take its place: then the present one is kept beside it under another name.</source>
        <translation>В %1 уже есть рабочее пространство. Восстановите в другое место с помощью --database или замените его: нынешнее сохранится рядом под другим именем.</translation>
    </message>
    <message>
        <source>The file %1 is no backup of a workspace. Choose another file.</source>
        <translation>Файл %1 — не копия рабочего пространства. Выберите другой файл.</translation>
    </message>
    <message>
        <source>Another program works with the workspace %1. Close its window, stop &apos;heliograph serve&apos;, and repeat it.</source>
        <translation>С рабочим пространством %1 работает другая программа. Закройте её окно, остановите «heliograph serve» и повторите.</translation>
    </message>
    <message>
        <source>A workspace on a PostgreSQL server is restored by PostgreSQL&apos;s own program, while nothing works with it: pg_restore --clean --if-exists --no-owner --single-transaction --dbname=%2 %1</source>
        <translation>Рабочее пространство на сервере PostgreSQL восстанавливает программа самого PostgreSQL, пока с ним никто не работает: pg_restore --clean --if-exists --no-owner --single-transaction --dbname=%2 %1</translation>
    </message>
    <message>
        <source>%1 is the workspace itself. Name a backup of it.</source>
        <translation>%1 — само рабочее пространство. Укажите его копию.</translation>
    </message>
    <message>
        <source>Messages that are %1 cannot be tried again. Choose failed, undelivered, expired or unknown ones.</source>
        <translation>Сообщения в состоянии «%1» повторить нельзя. Выберите сбойные, недоставленные, просроченные или неизвестные.</translation>
    </message>
    <message>
        <source>There is no setting “%1”. &apos;heliograph help settings&apos; lists them all.</source>
        <translation>Настройки «%1» нет. Все перечислены в «heliograph help settings».</translation>
    </message>
    <message>
        <source>“%1” is neither true nor false. Write one of the two.</source>
        <translation>«%1» — ни true, ни false. Пишите одно из двух.</translation>
    </message>
    <message>
        <source>The simulator has no option “%1”. &apos;heliograph help simulator&apos; lists its options.</source>
        <translation>У симулятора нет параметра «%1». Все перечислены в «heliograph help simulator».</translation>
    </message>
    <message>
        <source>The shares of all faults together are more than 100%. Lower some of them.</source>
        <translation>Доли всех сбоев вместе больше 100 %. Уменьшите некоторые.</translation>
    </message>
    <message>
        <source>The option “%1” needs a value. Write it behind the option.</source>
        <translation>Параметру «%1» нужно значение. Напишите его после параметра.</translation>
    </message>
    <message>
        <source>There are %1 tags; at most %2 are possible. Remove some.</source>
        <translation>Меток %1; допустимо не более %2. Уберите лишние.</translation>
    </message>
    <message>
        <source>This text holds characters that cannot be kept. Remove them, or type the text anew.</source>
        <translation>В тексте есть символы, которые нельзя сохранить. Уберите их или наберите текст заново.</translation>
    </message>
    <message>
        <source>“%1” does not exist: the clocks are put forward then. Choose a time before or after.</source>
        <translation>Времени «%1» нет: в этот момент переводят часы. Выберите время раньше или позже.</translation>
    </message>
    <message>
        <source>“%1” is not a number. Write digits, for instance 20.</source>
        <translation>«%1» — не число. Пишите цифрами, например 20.</translation>
    </message>
    <message>
        <source>“%1” is not of the form KEY=VALUE. Write for instance name=Anna.</source>
        <translation>«%1» не вида КЛЮЧ=ЗНАЧЕНИЕ. Пишите, например, name=Анна.</translation>
    </message>
    <message>
        <source>There is a user with the e-mail address %1 already. Edit that one, or give another address.</source>
        <translation>Пользователь с адресом %1 уже есть. Измените его или укажите другой адрес.</translation>
    </message>
    <message>
        <source>There is no user %1; perhaps it was removed meanwhile. Choose one from the list of users.</source>
        <translation>Пользователя %1 нет; возможно, он уже удалён. Выберите пользователя из списка.</translation>
    </message>
    <message>
        <source>Only an administrator can set this. Leave it out, or ask one.</source>
        <translation>Это задаёт только администратор. Не указывайте это или обратитесь к нему.</translation>
    </message>
    <message>
        <source>The copy of the table %1 is not like the original (%2 rows there, %3 in the copy), so the original stays in use. Delete the copy, find out what else writes into it, and begin anew.</source>
        <translation>Копия таблицы %1 отличается от оригинала (строк в нём %2, в копии %3), поэтому в работе остаётся оригинал. Удалите копию, выясните, кто ещё в неё пишет, и начните заново.</translation>
    </message>
    <message>
        <source>The workspace is being sent from, by %1. Quit that program and try again; after a crash, wait for a minute.</source>
        <translation>Из рабочего пространства идёт отправка: %1. Закройте эту программу и повторите; после сбоя подождите минуту.</translation>
    </message>
    <message>
        <source>There is no file %1 that could be copied.</source>
        <translation>Файла %1, который можно было бы скопировать, нет.</translation>
    </message>
    <message>
        <source>There is something in the database %1 already (%2). Name an empty one.</source>
        <translation>В базе данных %1 уже что-то есть (%2). Укажите пустую.</translation>
    </message>
    <message>
        <source>A database cannot be copied into itself. Name another one.</source>
        <translation>База данных не копируется сама в себя. Укажите другую.</translation>
    </message>
    <message>
        <source>The table %1 is not the same in both databases. Please report it.</source>
        <translation>Таблица %1 в двух базах устроена по-разному. Сообщите об этом.</translation>
    </message>
    <message>
        <source>The copy was stopped, and the original stays in use. Begun again, it goes on where it stopped.</source>
        <translation>Копирование остановлено, в работе остаётся оригинал. Начатое снова, оно продолжится с места остановки.</translation>
    </message>
    <message>
        <source>The row %2 of the table %1 has a character in %3 that the other database cannot store (its code is 0). Take it out and try again.</source>
        <translation>В строке %2 таблицы %1 в поле %3 есть символ, который другая база хранить не может (код 0). Уберите его и повторите.</translation>
    </message>
    <message>
        <source>The row %2 of the table %1 holds something in %3 that does not belong there. Restore the database from a copy, or mend the row.</source>
        <translation>В строке %2 таблицы %1 в поле %3 стоит то, чего там быть не должно. Восстановите базу из копии или исправьте строку.</translation>
    </message>
    <message>
        <source>The certificate of the database server cannot be trusted, so nothing was sent to it. Check the name of the host and the file of the authority (sslrootcert).</source>
        <translation>Сертификату сервера базы данных нельзя доверять, поэтому ему ничего не отправлено. Проверьте имя узла и файл удостоверяющего центра (sslrootcert).</translation>
    </message>
    <message>
        <source>The workspace was moved to another database, so nothing can be changed here any more. Start again; the program then says where it is.</source>
        <translation>Рабочее пространство перенесено в другую базу данных, здесь больше ничего нельзя изменить. Запустите программу снова: она скажет, где оно.</translation>
    </message>
    <message>
        <source>This is a copy of %1 that is not finished. Repeat &apos;heliograph copy-database&apos;, or work with the original.</source>
        <translation>Это незаконченная копия %1. Повторите «heliograph copy-database» или работайте с оригиналом.</translation>
    </message>
    <message>
        <source>The file %1 with results of an earlier run cannot be read. Check the disk and its rights.</source>
        <translation>Файл %1 с итогами прошлого запуска не читается. Проверьте диск и права на него.</translation>
    </message>
    <message>
        <source>The file %1 cannot take results while the database is away; they are kept in memory alone. Check its rights and the space on the disk.</source>
        <translation>Файл %1 не может принять итоги, пока база данных недоступна; они хранятся только в памяти. Проверьте права и место на диске.</translation>
    </message>
    <message>
        <source>There is no client %1; perhaps it was deleted meanwhile. Look it up in the list of clients again.</source>
        <translation>Клиента %1 нет; возможно, он уже удалён. Найдите его в списке клиентов заново.</translation>
    </message>
    <message>
        <source>There is no client with the phone number %1. Check the number, or add the client.</source>
        <translation>Клиента с номером %1 нет. Проверьте номер или добавьте клиента.</translation>
    </message>
    <message>
        <source>The head of the request is too large. Send fewer or shorter headers, or a shorter address.</source>
        <translation>Заголовок запроса слишком велик. Отправляйте меньше заголовков, короче или с более коротким адресом.</translation>
    </message>
    <message>
        <source>Some parameters of the address cannot be used. Correct those that are named.</source>
        <translation>Некоторые параметры адреса не подходят. Исправьте указанные.</translation>
    </message>
    <message>
        <source>There is nothing at this path. All paths are described at /docs/.</source>
        <translation>По этому пути ничего нет. Все пути описаны в /docs/.</translation>
    </message>
    <message>
        <source>The body is too large. Send less at a time.</source>
        <translation>Тело запроса слишком велико. Отправляйте меньше за раз.</translation>
    </message>
    <message>
        <source>The request did not come in time. Send it again without a pause.</source>
        <translation>Запрос пришёл не вовремя. Отправьте его снова без пауз.</translation>
    </message>
    <message>
        <source>Transfer-Encoding may only be “chunked”. Send the body so, or with its length.</source>
        <translation>Transfer-Encoding бывает только «chunked». Отправьте тело так или с указанием длины.</translation>
    </message>
    <message>
        <source>The file cannot be kept while it comes in. Free some space on the disk of the server and send it again.</source>
        <translation>Файл не удаётся сохранить при приёме. Освободите место на диске сервера и отправьте его снова.</translation>
    </message>
    <message>
        <source>Only HTTP/1.1 is spoken here. Send the request in this version.</source>
        <translation>Здесь понимают только HTTP/1.1. Отправьте запрос в этой версии.</translation>
    </message>
    <message>
        <source>The file “%1” holds no certificate or key in PEM form that can be read. Check the path and its rights, or name another file.</source>
        <translation>В файле «%1» нет читаемого сертификата или ключа в формате PEM. Проверьте путь и права или укажите другой файл.</translation>
    </message>
    <message>
        <source>The REST interface cannot listen on %1: %2. Choose another address or port, or end the program that uses it.</source>
        <translation>Интерфейс REST не может слушать %1: %2. Выберите другой адрес или порт либо завершите программу, которая его занимает.</translation>
    </message>
    <message>
        <source>The database server refuses this user. Check the user, the password (HELIOGRAPH_DATABASE_PASSWORD, a pgpass file or the keyring) and the rights on the server.</source>
        <translation>Сервер базы данных не принимает этого пользователя. Проверьте имя, пароль (HELIOGRAPH_DATABASE_PASSWORD, файл pgpass или связка ключей) и права на сервере.</translation>
    </message>
    <message>
        <source>The first password of this workspace has been set meanwhile. Sign in, or ask its administrator for an account.</source>
        <translation>Первый пароль этого рабочего пространства уже задан. Войдите или попросите учётную запись у администратора.</translation>
    </message>
    <message>
        <source>Name the file with the authorities that are trusted, or choose another kind of connection.</source>
        <translation>Укажите файл с центрами, которым можно доверять, или выберите другой вид соединения.</translation>
    </message>
    <message>
        <source>The path of this file may not hold a semicolon. Copy the file to another place.</source>
        <translation>Путь к этому файлу не может содержать точку с запятой. Скопируйте файл в другое место.</translation>
    </message>
    <message>
        <source>Enter the name of the database.</source>
        <translation>Введите имя базы данных.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a database here: it may not hold a slash. Name another one.</source>
        <translation>«%1» не может быть именем базы данных: косая черта в нём не допускается. Назовите другую.</translation>
    </message>
    <message>
        <source>Enter the name or the address of the server.</source>
        <translation>Введите имя или адрес сервера.</translation>
    </message>
    <message>
        <source>“%1” is neither the name nor the address of a server, nor the folder of a socket. Write for instance db.example.org.</source>
        <translation>«%1» — не имя и не адрес сервера и не папка сокета. Напишите, например, db.example.org.</translation>
    </message>
    <message>
        <source>The demo is gone when it ends. Open Heliograph without it to move a workspace.</source>
        <translation>Демонстрация исчезает, когда заканчивается. Чтобы перенести рабочее пространство, откройте Heliograph без неё.</translation>
    </message>
    <message>
        <source>No database server answers at %1, port %2. Check the name, the port, and that the server lets this computer connect.</source>
        <translation>По адресу %1, порт %2, сервер базы данных не отвечает. Проверьте имя, порт и то, что сервер принимает соединения с этого компьютера.</translation>
    </message>
    <message>
        <source>The workspace lies on a server already. &apos;heliograph copy-database&apos; moves it from there.</source>
        <translation>Рабочее пространство уже на сервере. Оттуда его переносит «heliograph copy-database».</translation>
    </message>
    <message>
        <source>There is no port %1. Enter a number from 1 to 65535.</source>
        <translation>Порта %1 не бывает. Введите число от 1 до 65535.</translation>
    </message>
    <message>
        <source>Enter the user of the database.</source>
        <translation>Введите пользователя базы данных.</translation>
    </message>
    <message>
        <source>The database server does not encrypt connections, so nothing was sent to it. Have encryption switched on there, or ask for a connection without it (sslmode).</source>
        <translation>Сервер базы данных не шифрует соединения, поэтому ему ничего не отправлено. Попросите включить шифрование или выберите соединение без него (sslmode).</translation>
    </message>
    <message>
        <source>The new place has every row, but could not be opened for use. Check that its server answers, and try again.</source>
        <translation>В новом месте есть все строки, но открыть его для работы не удалось. Проверьте, отвечает ли сервер, и повторите.</translation>
    </message>
    <message>
        <source>The lock file beside the database (its name ends in .dispatch) cannot be used. Check who may write to it and to its folder.</source>
        <translation>Файл блокировки рядом с базой данных (его имя кончается на .dispatch) недоступен. Проверьте, кто может писать в него и в его папку.</translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message>
        <source>client added</source>
        <translation>клиент добавлен</translation>
    </message>
    <message>
        <source>client deleted</source>
        <translation>клиент удалён</translation>
    </message>
    <message>
        <source>client edited</source>
        <translation>клиент изменён</translation>
    </message>
    <message>
        <source>client opted in</source>
        <translation>клиент снова подписан</translation>
    </message>
    <message>
        <source>client opted out</source>
        <translation>клиент отписан</translation>
    </message>
    <message>
        <source>deletion of a client undone</source>
        <translation>удаление клиента отменено</translation>
    </message>
    <message>
        <source>list imported</source>
        <translation>список импортирован</translation>
    </message>
    <message>
        <source>import undone</source>
        <translation>импорт отменён</translation>
    </message>
    <message>
        <source>gateway added</source>
        <translation>шлюз добавлен</translation>
    </message>
    <message>
        <source>gateway deleted</source>
        <translation>шлюз удалён</translation>
    </message>
    <message>
        <source>gateway edited</source>
        <translation>шлюз изменён</translation>
    </message>
    <message>
        <source>gateway put back to work</source>
        <translation>шлюз снова в работе</translation>
    </message>
    <message>
        <source>mailing cancelled</source>
        <translation>рассылка отменена</translation>
    </message>
    <message>
        <source>mailing created</source>
        <translation>рассылка создана</translation>
    </message>
    <message>
        <source>mailing deleted</source>
        <translation>рассылка удалена</translation>
    </message>
    <message>
        <source>mailing edited</source>
        <translation>рассылка изменена</translation>
    </message>
    <message>
        <source>mailing finished</source>
        <translation>рассылка завершена</translation>
    </message>
    <message>
        <source>mailing paused</source>
        <translation>рассылка приостановлена</translation>
    </message>
    <message>
        <source>deletion of a mailing undone</source>
        <translation>удаление рассылки отменено</translation>
    </message>
    <message>
        <source>mailing resumed</source>
        <translation>рассылка продолжена</translation>
    </message>
    <message>
        <source>mailing scheduled</source>
        <translation>рассылка запланирована</translation>
    </message>
    <message>
        <source>setting changed</source>
        <translation>настройка изменена</translation>
    </message>
    <message>
        <source>dispatcher</source>
        <translation>отправщик</translation>
    </message>
    <message>
        <source>%1, command line</source>
        <translation>%1, командная строка</translation>
    </message>
    <message>
        <source>mailing %1</source>
        <translation>рассылка %1</translation>
    </message>
    <message>
        <source>client %1</source>
        <translation>клиент %1</translation>
    </message>
    <message>
        <source>import %1</source>
        <translation>импорт %1</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>A field before and after a change: &quot;state: scheduled → running&quot;.</extracomment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>token made</source>
        <translation>токен создан</translation>
    </message>
    <message>
        <source>token revoked</source>
        <translation>токен отозван</translation>
    </message>
    <message>
        <source>user added</source>
        <translation>пользователь добавлен</translation>
    </message>
    <message>
        <source>user deleted</source>
        <translation>пользователь удалён</translation>
    </message>
    <message>
        <source>user edited</source>
        <translation>пользователь изменён</translation>
    </message>
    <message>
        <source>user registered</source>
        <translation>пользователь зарегистрирован</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>вход</translation>
    </message>
    <message>
        <source>old messages removed</source>
        <translation>старые сообщения удалены</translation>
    </message>
    <message>
        <source>test message asked for</source>
        <translation>запрошено пробное сообщение</translation>
    </message>
    <message>
        <source>messages put back to be sent</source>
        <translation>сообщения возвращены к отправке</translation>
    </message>
    <message>
        <source>mailing begun</source>
        <translation>рассылка началась</translation>
    </message>
</context>
<context>
    <name>EventField</name>
    <message>
        <source>missing fields allowed</source>
        <translation>можно без полей</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>audience</source>
        <translation>получатели</translation>
    </message>
    <message>
        <source>clients</source>
        <translation>клиенты</translation>
    </message>
    <message>
        <source>clients may be edited by</source>
        <translation>клиентов может менять</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>соединения</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>согласие</translation>
    </message>
    <message>
        <source>created</source>
        <translation>создано</translation>
    </message>
    <message>
        <source>default gateway</source>
        <translation>шлюз по умолчанию</translation>
    </message>
    <message>
        <source>double rows</source>
        <translation>повторы</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>включён</translation>
    </message>
    <message>
        <source>end</source>
        <translation>конец</translation>
    </message>
    <message>
        <source>days that events are kept</source>
        <translation>дней хранить события</translation>
    </message>
    <message>
        <source>file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>excluded tags</source>
        <translation>исключённые метки</translation>
    </message>
    <message>
        <source>operator codes</source>
        <translation>коды операторов</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>метки</translation>
    </message>
    <message>
        <source>tags needed</source>
        <translation>нужны метки</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>шлюз</translation>
    </message>
    <message>
        <source>has a secret</source>
        <translation>есть секрет</translation>
    </message>
    <message>
        <source>number</source>
        <translation>номер</translation>
    </message>
    <message>
        <source>import</source>
        <translation>импорт</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>вид</translation>
    </message>
    <message>
        <source>days that messages are kept</source>
        <translation>дней хранить сообщения</translation>
    </message>
    <message>
        <source>name</source>
        <translation>название</translation>
    </message>
    <message>
        <source>new</source>
        <translation>новые</translation>
    </message>
    <message>
        <source>next try</source>
        <translation>следующая попытка</translation>
    </message>
    <message>
        <source>open registration</source>
        <translation>открытая регистрация</translation>
    </message>
    <message>
        <source>operator code</source>
        <translation>код оператора</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>отписан</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>владелец</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>телефон</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>приоритет</translation>
    </message>
    <message>
        <source>public address</source>
        <translation>внешний адрес</translation>
    </message>
    <message>
        <source>sending from</source>
        <translation>отправка с</translation>
    </message>
    <message>
        <source>sending until</source>
        <translation>отправка до</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>скорость</translation>
    </message>
    <message>
        <source>rate limit</source>
        <translation>ограничение скорости</translation>
    </message>
    <message>
        <source>rate counts</source>
        <translation>скорость считается в</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>причина</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>отклонённые</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>повтор</translation>
    </message>
    <message>
        <source>repeat until</source>
        <translation>повторять до</translation>
    </message>
    <message>
        <source>first pause, seconds</source>
        <translation>первая пауза, с</translation>
    </message>
    <message>
        <source>most attempts</source>
        <translation>попыток не больше</translation>
    </message>
    <message>
        <source>longest pause, seconds</source>
        <translation>самая длинная пауза, с</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>секрет</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>отправитель</translation>
    </message>
    <message>
        <source>series</source>
        <translation>серия</translation>
    </message>
    <message>
        <source>start</source>
        <translation>начало</translation>
    </message>
    <message>
        <source>state</source>
        <translation>состояние</translation>
    </message>
    <message>
        <source>state since</source>
        <translation>в этом состоянии с</translation>
    </message>
    <message>
        <source>statuses</source>
        <translation>статусы</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>days that texts are kept</source>
        <translation>дней хранить тексты</translation>
    </message>
    <message>
        <source>timeout, seconds</source>
        <translation>время ответа, с</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>часовой пояс</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>без изменений</translation>
    </message>
    <message>
        <source>address</source>
        <translation>адрес</translation>
    </message>
    <message>
        <source>hours from</source>
        <translation>часы с</translation>
    </message>
    <message>
        <source>hours until</source>
        <translation>часы до</translation>
    </message>
    <message>
        <source>weekdays</source>
        <translation>дни недели</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>все сразу</translation>
    </message>
    <message>
        <source>any of them</source>
        <translation>любая из них</translation>
    </message>
    <message>
        <source>every operator</source>
        <translation>каждый оператор</translation>
    </message>
    <message>
        <source>frozen at the start</source>
        <translation>выбраны при запуске</translation>
    </message>
    <message>
        <source>high</source>
        <translation>высокий</translation>
    </message>
    <message>
        <source>live</source>
        <translation>пополняются</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>сообщениях</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>обычный</translation>
    </message>
    <message>
        <source>who added them</source>
        <translation>кто добавил</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>убран</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>частях</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>каждый день</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>active</source>
        <translation>активен</translation>
    </message>
    <message>
        <source>network address</source>
        <translation>сетевой адрес</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>адрес эл. почты</translation>
    </message>
    <message>
        <source>expires</source>
        <translation>истекает</translation>
    </message>
    <message>
        <source>password</source>
        <translation>пароль</translation>
    </message>
    <message>
        <source>role</source>
        <translation>роль</translation>
    </message>
    <message>
        <source>number of the user</source>
        <translation>номер пользователя</translation>
    </message>
</context>
<context>
    <name>Gateway</name>
    <message>
        <source>out of order since %1: %2, will be tried again</source>
        <translation>не работает с %1: %2, попытка повторится</translation>
    </message>
    <message>
        <source>out of order since %1: %2, next try at %3</source>
        <translation>не работает с %1: %2, следующая попытка в %3</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>being tried again, out of order since %1: %2</source>
        <translation>проверяется снова, не работает с %1: %2</translation>
    </message>
    <message>
        <source>needs attention since %1: %2</source>
        <translation>требует внимания с %1: %2</translation>
    </message>
    <message>
        <source>asked to wait until %1: %2</source>
        <translation>просит подождать до %1: %2</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>the phone is missing</source>
        <translation>нет телефона</translation>
    </message>
    <message>
        <source>a phone cannot hold these characters</source>
        <translation>в телефоне недопустимые знаки</translation>
    </message>
    <message>
        <source>the phone has too few digits</source>
        <translation>в телефоне не хватает цифр</translation>
    </message>
    <message>
        <source>the phone has too many digits</source>
        <translation>в телефоне лишние цифры</translation>
    </message>
    <message>
        <source>not a Russian mobile phone</source>
        <translation>не российский мобильный телефон</translation>
    </message>
    <message>
        <source>the spreadsheet lost digits of this phone</source>
        <translation>потеряны цифры номера</translation>
    </message>
    <message>
        <source>an operator code has three digits, not “%1”</source>
        <translation>в коде оператора три цифры, а не «%1»</translation>
    </message>
    <message>
        <source>unknown time zone “%1”</source>
        <translation>неизвестный пояс «%1»</translation>
    </message>
    <message>
        <source>too many tags, or one that is too long</source>
        <translation>слишком много меток или метка слишком длинная</translation>
    </message>
    <message>
        <source>a field is too long, or there are too many</source>
        <translation>слишком много полей или поле слишком длинное</translation>
    </message>
    <message>
        <source>neither yes, nor no, nor a date: “%1”</source>
        <translation>ни да, ни нет, ни дата: «%1»</translation>
    </message>
    <message>
        <source>phone missing</source>
        <translation>нет телефона</translation>
    </message>
    <message>
        <source>phone with wrong characters</source>
        <translation>недопустимые знаки в телефоне</translation>
    </message>
    <message>
        <source>phone too short</source>
        <translation>телефон слишком короткий</translation>
    </message>
    <message>
        <source>phone too long</source>
        <translation>телефон слишком длинный</translation>
    </message>
    <message>
        <source>digits of the phone lost in the spreadsheet</source>
        <translation>цифры телефона потеряны в таблице</translation>
    </message>
    <message>
        <source>wrong operator code</source>
        <translation>неверный код оператора</translation>
    </message>
    <message>
        <source>unknown time zone</source>
        <translation>неизвестный часовой пояс</translation>
    </message>
    <message>
        <source>tags too long or too many</source>
        <translation>слишком много меток или длинная метка</translation>
    </message>
    <message>
        <source>fields too long or too many</source>
        <translation>слишком много полей или длинное поле</translation>
    </message>
    <message>
        <source>unclear opt-out</source>
        <translation>неясно, отписан ли клиент</translation>
    </message>
    <message>
        <source>ignore</source>
        <translation>пропустить</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Operator code</source>
        <translation>Код оператора</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Час. пояс</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Отписан</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Согласие</translation>
    </message>
    <message>
        <source>%1 (field)</source>
        <translation>%1 (поле)</translation>
    </message>
</context>
<context>
    <name>Mailing</name>
    <message>
        <source>everybody</source>
        <translation>все</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between tags</comment>
        <translation> и </translation>
    </message>
    <message>
        <source> or </source>
        <comment>between tags</comment>
        <translation> или </translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>tags</comment>
        <translation>кроме %1</translation>
    </message>
    <message>
        <source>codes %1</source>
        <translation>коды %1</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>круглосуточно</translation>
    </message>
    <message>
        <source>never</source>
        <comment>repeat</comment>
        <translation>нет</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>ежедневно</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>еженедельно</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>ежемесячно</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>%1 local</source>
        <translation>%1 мест.</translation>
    </message>
    <message>
        <source>high priority</source>
        <translation>высокий приоритет</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>A date, as QLocale::toString reads it.</extracomment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>Messages of this mailing were removed on %1; the totals stay.</source>
        <translation>Сообщения этой рассылки удалены %1; итоги сохранены.</translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>%1/s</source>
        <comment>per second</comment>
        <translation>%1/с</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <extracomment>A date without and with its year, as QLocale::toString reads it.</extracomment>
        <translation>d MMM HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <translation>d MMM yyyy HH:mm</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 мин %2 с</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Getting ready</source>
        <translation>Подготовка</translation>
    </message>
    <message>
        <source>Sending from here</source>
        <translation>Отправка отсюда</translation>
    </message>
    <message numerus="yes">
        <source>Sending from %n program(s)</source>
        <translation>
            <numerusform>Отправляет %n программа</numerusform>
            <numerusform>Отправляют %n программы</numerusform>
            <numerusform>Отправляют %n программ</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program sends</source>
        <translation>Отправляет другая программа</translation>
    </message>
    <message>
        <source>Stopping, as soon as what is open has its answer…</source>
        <translation>Остановка, как только придут ответы на начатое…</translation>
    </message>
    <message>
        <source>Nobody sends</source>
        <translation>Никто не отправляет</translation>
    </message>
    <message>
        <source>Nothing is sent from here</source>
        <translation>Отсюда ничего не отправляется</translation>
    </message>
    <message>
        <source>This window shows what it does and can do everything else.</source>
        <translation>Это окно показывает его работу и может всё остальное.</translation>
    </message>
    <message>
        <source>Its messages wait, unless another program on this workspace sends them.</source>
        <translation>Сообщения ждут, если их не отправляет другая программа этого рабочего пространства.</translation>
    </message>
    <message>
        <source>Nobody else sends either: its messages wait.</source>
        <translation>Больше никто не отправляет: сообщения ждут.</translation>
    </message>
    <message numerus="yes">
        <source>%n other program(s) send(s).</source>
        <translation>
            <numerusform>Отправляет ещё %n программа.</numerusform>
            <numerusform>Отправляют ещё %n программы.</numerusform>
            <numerusform>Отправляют ещё %n программ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Also from: %1</source>
        <translation>Также: %1</translation>
    </message>
    <message>
        <source>Sent from: %1</source>
        <translation>Отправляют: %1</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Language of the window and of the messages in the terminal.</source>
        <translation>Язык окна и сообщений в терминале.</translation>
    </message>
    <message>
        <source>Colours of the window.</source>
        <translation>Цвета окна.</translation>
    </message>
    <message>
        <source>The folder in which a file was last chosen.</source>
        <translation>Папка, в которой последний раз выбирали файл.</translation>
    </message>
    <message>
        <source>Whether the program starts in the tray when the user signs in.</source>
        <translation>Запускать ли программу в области уведомлений при входе в систему.</translation>
    </message>
    <message>
        <source>Whether it has been explained that closing the window goes on in the tray.</source>
        <translation>Объяснено ли, что после закрытия окна программа остаётся в области уведомлений.</translation>
    </message>
    <message>
        <source>Place and size of the window.</source>
        <translation>Место и размер окна.</translation>
    </message>
    <message>
        <source>Arrangement inside the window.</source>
        <translation>Расположение частей окна.</translation>
    </message>
    <message>
        <source>Widths, order and visibility of the columns of one table.</source>
        <translation>Ширина, порядок и видимость столбцов таблицы.</translation>
    </message>
    <message>
        <source>How many log files are kept, the present one included.</source>
        <translation>Сколько файлов журнала хранить, считая текущий.</translation>
    </message>
    <message>
        <source>How large a log file becomes before the next one is begun, in megabytes.</source>
        <translation>До какого размера растёт файл журнала, прежде чем начать следующий, в мегабайтах.</translation>
    </message>
    <message>
        <source>Whether the window answers REST.</source>
        <translation>Отвечает ли окно на запросы REST.</translation>
    </message>
    <message>
        <source>Where the window answers REST.</source>
        <translation>Где окно отвечает на запросы REST.</translation>
    </message>
    <message>
        <source>Certificate chain (PEM) of the REST interface; without it plain HTTP.</source>
        <translation>Цепочка сертификатов (PEM) для REST; без неё – HTTP без шифрования.</translation>
    </message>
    <message>
        <source>The private key (PEM) of this certificate.</source>
        <translation>Закрытый ключ (PEM) к этому сертификату.</translation>
    </message>
    <message>
        <source>Whether REST is answered over plain HTTP beyond this machine as well.</source>
        <translation>Отвечать ли на REST по HTTP без шифрования и другим компьютерам.</translation>
    </message>
    <message>
        <source>The workspace&apos;s database; without it workspace.db in the data folder. The password of a server stands in HELIOGRAPH_DATABASE_PASSWORD, a pgpass file, or the keyring (service heliograph, entry &quot;database USER@HOST/NAME&quot;).</source>
        <translation>База данных рабочего пространства; без неё — workspace.db в папке данных. Пароль сервера стоит в HELIOGRAPH_DATABASE_PASSWORD, в файле pgpass или в связке ключей (служба heliograph, запись &quot;database USER@HOST/NAME&quot;).</translation>
    </message>
    <message>
        <source>Whether the window leaves sending to the other programs that work on the workspace.</source>
        <translation>Оставляет ли окно отправку другим программам этого рабочего пространства.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>waiting</source>
        <translation>ожидает</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>отправляется</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>отправлено</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>доставлено</translation>
    </message>
    <message>
        <source>undelivered</source>
        <translation>не доставлено</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>просрочено</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>отписан</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation>запланирована</translation>
    </message>
    <message>
        <source>running</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>приостановлена</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>завершена</translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>mailing</comment>
        <translation>отменена</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>готов</translation>
    </message>
    <message>
        <source>out of order, will be tried again</source>
        <translation>не работает, попробуем снова</translation>
    </message>
    <message>
        <source>being tried again</source>
        <translation>проверяется снова</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>требует внимания</translation>
    </message>
    <message>
        <source>its key is missing on this computer</source>
        <translation>на этом компьютере нет его ключа</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>принято</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отказ</translation>
    </message>
    <message>
        <source>unreadable answer</source>
        <translation>непонятный ответ</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>нет ответа вовремя</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>нет связи</translation>
    </message>
    <message>
        <source>asked us to slow down</source>
        <translation>шлюз просит подождать</translation>
    </message>
    <message>
        <source>rejected for good</source>
        <translation>отклонено окончательно</translation>
    </message>
    <message>
        <source>did not accept our credentials</source>
        <translation>шлюз не принял токен</translation>
    </message>
    <message>
        <source>wrong address or set-up</source>
        <translation>неверный адрес или настройка</translation>
    </message>
    <message>
        <source>a field of the text is missing</source>
        <translation>нет поля для текста</translation>
    </message>
    <message>
        <source>its gateway was removed</source>
        <translation>шлюз удалён</translation>
    </message>
    <message>
        <source>the program ended meanwhile</source>
        <translation>программа была закрыта</translation>
    </message>
</context>
<context>
    <name>User</name>
    <message>
        <source>viewer</source>
        <translation>наблюдатель</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>оператор</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>администратор</translation>
    </message>
    <message>
        <source>Sees everything and changes nothing.</source>
        <translation>Видит всё и ничего не меняет.</translation>
    </message>
    <message>
        <source>Also adds, imports and edits clients, and writes and runs mailings of its own.</source>
        <translation>Ещё добавляет, импортирует и изменяет клиентов, пишет и запускает свои рассылки.</translation>
    </message>
    <message>
        <source>May do everything, with users, gateways and settings too.</source>
        <translation>Может всё, включая пользователей, шлюзы и настройки.</translation>
    </message>
    <message>
        <source>sign-in</source>
        <translation>вход</translation>
    </message>
    <message>
        <source>script</source>
        <translation>скрипт</translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation>использован %1</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>не использовался</translation>
    </message>
    <message>
        <source>never expires</source>
        <translation>бессрочный</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>истёк %1</translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation>истекает %1</translation>
    </message>
</context>
<context>
    <name>ui::Workbench</name>
    <message>
        <source>The database server does not answer. Trying again…</source>
        <translation>Сервер базы данных не отвечает. Повторяем…</translation>
    </message>
    <message>
        <source>What is shown is as it was before, and nothing that you are writing is lost.</source>
        <translation>На экране — то, что было раньше; ничего из набранного вами не потеряно.</translation>
    </message>
</context>
<context>
    <name>ui::charts::BarList</name>
    <message>
        <source>others (%1)</source>
        <translation>прочие (%1)</translation>
    </message>
</context>
<context>
    <name>ui::charts::ChartExport</name>
    <message>
        <source>Copy as image</source>
        <translation>Копировать рисунок</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>Копировать числа</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Сохранить как PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Сохранить как SVG…</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Сохранить диаграмму</translation>
    </message>
</context>
<context>
    <name>ui::charts::ForecastChart</name>
    <message>
        <source>Messages over time</source>
        <translation>Сообщения по времени</translation>
    </message>
    <message>
        <source>No rate is known yet: neither the gateway nor the mailing has a limit, and nothing was sent in the last hour.</source>
        <translation>Скорость пока неизвестна: ни у шлюза, ни у рассылки нет ограничения, а за последний час ничего не отправлялось.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::charts::StatusChart</name>
    <message>
        <source>%1 %2 (%3 %)</source>
        <translation>%2: %1 (%3 %)</translation>
    </message>
    <message>
        <source>Messages by status</source>
        <translation>Сообщения по статусам</translation>
    </message>
    <message>
        <source>There are no messages yet.</source>
        <translation>Сообщений пока нет.</translation>
    </message>
</context>
<context>
    <name>ui::charts::StatusLinks</name>
    <message>
        <source>%1 %2, show these messages</source>
        <translation>%2: %1, показать эти сообщения</translation>
    </message>
</context>
<context>
    <name>ui::charts::ThroughputChart</name>
    <message>
        <source>%1/min</source>
        <translation>%1/мин</translation>
    </message>
    <message>
        <source>%1: %2 accepted, %3 failed</source>
        <translation>%1: принято %2, ошибок %3</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>принято %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>пик %1</translation>
    </message>
    <message>
        <source>Nothing was sent in the last 15 minutes.</source>
        <translation>За последние 15 минут ничего не отправлено.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Пока ничего не отправлено.</translation>
    </message>
    <message>
        <source>From %1 to %2: %3 accepted, %4 failed.</source>
        <translation>С %1 до %2: принято %3, ошибок %4.</translation>
    </message>
    <message>
        <source>From %1 to %2: at most %3 accepted (at %4), at most %5 failed; last %6 accepted.</source>
        <translation>С %1 до %2: принято не больше %3 (в %4), ошибок не больше %5; последнее значение — %6.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::CheckSheetDialog</name>
    <message>
        <source>Recipients</source>
        <translation>Получатели</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s): %1</source>
        <translation>
            <numerusform>%Ln клиент: %1</numerusform>
            <numerusform>%Ln клиента: %1</numerusform>
            <numerusform>%Ln клиентов: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>Исключены</translation>
    </message>
    <message numerus="yes">
        <source>%Ln opted out</source>
        <translation>
            <numerusform>%Ln отписан</numerusform>
            <numerusform>%Ln отписаны</numerusform>
            <numerusform>%Ln отписаны</numerusform>
        </translation>
    </message>
    <message>
        <source>SMS parts</source>
        <translation>Части SMS</translation>
    </message>
    <message>
        <source>about %1, judged by a sample</source>
        <translation>около %1, по выборке</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Часы отправки</translation>
    </message>
    <message>
        <source>%1, client&apos;s local time</source>
        <translation>%1, время клиента</translation>
    </message>
    <message>
        <source>%1 wait until their hours begin, the first from %2</source>
        <translation>%1 ждут начала своих часов, первые — с %2</translation>
    </message>
    <message>
        <source>%1 wait until their hours begin</source>
        <translation>%1 ждут начала своих часов</translation>
    </message>
    <message>
        <source>Outside of hours</source>
        <translation>Вне часов</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>Done about</source>
        <translation>Завершение около</translation>
    </message>
    <message>
        <source>Would expire</source>
        <translation>Будет просрочено</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s): the end comes first</source>
        <translation>
            <numerusform>%Ln сообщение: раньше наступит конец</numerusform>
            <numerusform>%Ln сообщения: раньше наступит конец</numerusform>
            <numerusform>%Ln сообщений: раньше наступит конец</numerusform>
        </translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Шлюз</translation>
    </message>
    <message>
        <source>none: connect one first</source>
        <translation>нет: сначала подключите шлюз</translation>
    </message>
    <message>
        <source>Missing {%1}</source>
        <translation>Нет {%1}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) have none</source>
        <translation>
            <numerusform>у %Ln клиента</numerusform>
            <numerusform>у %Ln клиентов</numerusform>
            <numerusform>у %Ln клиентов</numerusform>
        </translation>
    </message>
    <message>
        <source>Same mailing</source>
        <translation>Такая же рассылка</translation>
    </message>
    <message>
        <source>“%1”, from %2</source>
        <translation>«%1», с %2</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Start all the same: their messages fail, the rest goes out</source>
        <translation>Всё равно начать: у них будет ошибка, остальным отправим</translation>
    </message>
    <message>
        <source>Start all the same: these clients get the text again</source>
        <translation>Всё равно начать: эти клиенты получат текст ещё раз</translation>
    </message>
    <message>
        <source>Back to the editor</source>
        <translation>Назад к редактору</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Запланировать</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>button</comment>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Time zone unknown</source>
        <translation>Пояс не известен</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) would wait and expire: this computer does not know the time there</source>
        <translation>
            <numerusform>%Ln сообщение ждало бы и истекло: этот компьютер не знает, который там час</numerusform>
            <numerusform>%Ln сообщения ждали бы и истекли: этот компьютер не знает, который там час</numerusform>
            <numerusform>%Ln сообщений ждали бы и истекли: этот компьютер не знает, который там час</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::dialogs::DatabasePasswordDialog</name>
    <message>
        <source>Connecting…</source>
        <translation>Соединение…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключиться</translation>
    </message>
    <message>
        <source>Heliograph: password of the database</source>
        <translation>Heliograph: пароль базы данных</translation>
    </message>
    <message>
        <source>The workspace lies in %1.</source>
        <translation>Рабочее пространство находится в %1.</translation>
    </message>
    <message>
        <source>The workspace lies in %1, which you enter as %2.</source>
        <translation>Рабочее пространство находится в %1, вы входите как %2.</translation>
    </message>
    <message>
        <source>Password of the database</source>
        <translation>Пароль базы данных</translation>
    </message>
    <message>
        <source>Keep in the keyring</source>
        <translation>Сохранить в связке ключей</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ImportColumnsStep</name>
    <message>
        <source>No column is read as the phone.</source>
        <translation>Не указан столбец с телефонами.</translation>
    </message>
    <message>
        <source>Choose “Phone” above the column that holds the numbers.</source>
        <translation>Выберите «Телефон» над столбцом с номерами.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s) can be read without a problem.</source>
        <translation>
            <numerusform>Первая %n строка читается без ошибок.</numerusform>
            <numerusform>Первые %n строки читаются без ошибок.</numerusform>
            <numerusform>Первые %n строк читаются без ошибок.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the first %n row(s) have a problem.</source>
        <translation>
            <numerusform>С ошибками — %1 из первой %n строки.</numerusform>
            <numerusform>С ошибками — %1 из первых %n строк.</numerusform>
            <numerusform>С ошибками — %1 из первых %n строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Разделитель</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>табуляция</translation>
    </message>
    <message>
        <source>there is a header line</source>
        <translation>есть строка заголовков</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>Первые строки файла</translation>
    </message>
    <message>
        <source>Clients that exist already</source>
        <translation>Существующие клиенты</translation>
    </message>
    <message>
        <source>update; blank keeps what is there</source>
        <translation>обновить; пустое не меняет</translation>
    </message>
    <message>
        <source>leave as they are</source>
        <translation>оставить как есть</translation>
    </message>
    <message>
        <source>replace; blank removes</source>
        <translation>заменить; пустое удаляет</translation>
    </message>
    <message>
        <source>Also give everyone the tag</source>
        <translation>Добавить всем метку</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Time zone where none is given</source>
        <translation>Часовой пояс, если не указан</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ImportDialog</name>
    <message>
        <source>Check all rows</source>
        <translation>Проверить все строки</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln client(s)</source>
        <translation>
            <numerusform>Импортировать %Ln клиента</numerusform>
            <numerusform>Импортировать %Ln клиентов</numerusform>
            <numerusform>Импортировать %Ln клиентов</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>There is nothing to import: no row is new or different.</source>
        <translation>Импортировать нечего: новых и изменённых строк нет.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Import clients</source>
        <translation>Импорт клиентов</translation>
    </message>
    <message>
        <source>1. File</source>
        <translation>1. Файл</translation>
    </message>
    <message>
        <source>2. Columns</source>
        <translation>2. Столбцы</translation>
    </message>
    <message>
        <source>3. Check</source>
        <translation>3. Проверка</translation>
    </message>
    <message>
        <source>4. Import</source>
        <translation>4. Импорт</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ImportFileStep</name>
    <message>
        <source>Choose a list of clients</source>
        <translation>Выберите список клиентов</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>Списки (*.csv *.txt *.tsv);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Drop a list of clients here</source>
        <translation>Перетащите список клиентов сюда</translation>
    </message>
    <message>
        <source>A CSV file saved by a spreadsheet, with one client a row and a column of phones. Encoding, delimiter and columns are recognised; you can correct each of them in the next step.</source>
        <translation>Файл CSV из электронной таблицы: по клиенту в строке и столбец с телефонами. Кодировка, разделитель и столбцы определяются сами; на следующем шаге их можно поправить.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Выбрать файл…</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ImportNumbers</name>
    <message>
        <source>New</source>
        <translation>Новые</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменённые</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Без изменений</translation>
    </message>
    <message>
        <source>Double in the file</source>
        <translation>Повторы в файле</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонённые</translation>
    </message>
    <message>
        <source>Why rows are rejected</source>
        <translation>Почему строки отклонены</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ImportRunStep</name>
    <message>
        <source>%1 rows a second</source>
        <translation>%1 строк в секунду</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, осталось %2</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>Импорт остановлен.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) are in.</source>
        <translation>
            <numerusform>Уже внесён %Ln клиент.</numerusform>
            <numerusform>Уже внесено %Ln клиента.</numerusform>
            <numerusform>Уже внесено %Ln клиентов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take them back</source>
        <translation>Отменить импорт</translation>
    </message>
    <message>
        <source>Taking the import back…</source>
        <translation>Отмена импорта…</translation>
    </message>
    <message>
        <source>The import was taken back.</source>
        <translation>Импорт отменён.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) are as they were before.</source>
        <translation>
            <numerusform>%Ln клиент снова как до импорта.</numerusform>
            <numerusform>%Ln клиента снова как до импорта.</numerusform>
            <numerusform>%Ln клиентов снова как до импорта.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rejected.csv</source>
        <translation>%1 отклонённые.csv</translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation>Сохранить отклонённые строки</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>The rejected rows are in %1.</source>
        <translation>Отклонённые строки — в файле %1.</translation>
    </message>
    <message>
        <source>Mend them there and import that file.</source>
        <translation>Исправьте их там и импортируйте этот файл.</translation>
    </message>
    <message>
        <source>Checking all rows…</source>
        <translation>Проверка всех строк…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>What would happen</source>
        <translation>Что произойдёт</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Ход проверки</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Ход импорта</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation>Остановить импорт</translation>
    </message>
    <message>
        <source>Save rejected rows…</source>
        <translation>Сохранить отклонённые…</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Отменить этот импорт</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::MoveDialog</name>
    <message>
        <source>From %1 to %2. Nothing is sent meanwhile.</source>
        <translation>Из %1 в %2. Пока ничего не отправляется.</translation>
    </message>
    <message>
        <source>%1 can only be read from now on. This program was told that place when it was started: name the new one with --database or HELIOGRAPH_DATABASE.</source>
        <translation>%1 теперь можно только читать. Это место было названо программе при запуске: укажите новое через --database или HELIOGRAPH_DATABASE.</translation>
    </message>
    <message>
        <source>The workspace is where it was: %1</source>
        <translation>Рабочее пространство там же, где было: %1</translation>
    </message>
    <message>
        <source>Waiting for the answers to what is being sent…</source>
        <translation>Ожидание ответов на то, что отправляется…</translation>
    </message>
    <message>
        <source>Heliograph: moving the workspace</source>
        <translation>Heliograph: перенос рабочего пространства</translation>
    </message>
    <message>
        <source>How far the workspace is moved</source>
        <translation>Насколько перенесено рабочее пространство</translation>
    </message>
    <message>
        <source>The workspace is in %1 now.</source>
        <translation>Рабочее пространство теперь в %1.</translation>
    </message>
    <message>
        <source>Open it there</source>
        <translation>Открыть там</translation>
    </message>
    <message>
        <source>Go on here</source>
        <translation>Продолжить здесь</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>%1 can only be read from now on. Whoever else works with it, on this computer or another one, has to name the new place.</source>
        <translation>%1 теперь можно только читать. Все, кто ещё с ним работает, на этом или другом компьютере, должны указать новое место.</translation>
    </message>
    <message>
        <source>%1 can only be read from now on. Nothing is sent until the workspace is open in %2.</source>
        <translation>%1 теперь можно только читать. Ничего не отправляется, пока рабочее пространство не открыто в %2.</translation>
    </message>
    <message>
        <source>Stopping… What is copied is kept for the next attempt.</source>
        <translation>Остановка… Скопированное сохранится для следующей попытки.</translation>
    </message>
    <message>
        <source>Comparing with what an earlier attempt has copied. Rows: %1 of %2</source>
        <translation>Сравнение с тем, что скопировала прежняя попытка. Строк: %1 из %2</translation>
    </message>
    <message>
        <source>Step 1 of 2: copying. Rows: %1 of %2</source>
        <translation>Шаг 1 из 2: копирование. Строк: %1 из %2</translation>
    </message>
    <message>
        <source>Step 2 of 2: reading both again and comparing. Rows: %1 of %2</source>
        <translation>Шаг 2 из 2: повторное чтение и сравнение. Строк: %1 из %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Sending goes on once it is open there.</source>
        <translation>Отправка продолжится, когда оно будет открыто там.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::PastePhonesDialog</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln phone(s) read</source>
        <translation>
            <numerusform>Прочитан %Ln телефон</numerusform>
            <numerusform>Прочитано %Ln телефона</numerusform>
            <numerusform>Прочитано %Ln телефонов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused.</source>
        <translation>
            <numerusform>отклонён %Ln.</numerusform>
            <numerusform>отклонено %Ln.</numerusform>
            <numerusform>отклонено %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>«%1»: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln phone(s)</source>
        <translation>
            <numerusform>%Ln телефон</numerusform>
            <numerusform>%Ln телефона</numerusform>
            <numerusform>%Ln телефонов</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste phones</source>
        <translation>Вставка телефонов</translation>
    </message>
    <message>
        <source>Every phone becomes a client with the tag below; clients that are there already get the tag. The mailing goes to this tag.</source>
        <translation>Каждый телефон станет клиентом с меткой ниже; существующие клиенты её получат. Рассылка пойдёт по этой метке.</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Телефоны</translation>
    </message>
    <message>
        <source>One a line, or separated by commas, semicolons or tabs.</source>
        <translation>По одному в строке или через запятую, точку с запятой или табуляцию.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Add phones</source>
        <translation>Добавить телефоны</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::RetryDialog</name>
    <message>
        <source>The gateway may have accepted some of these already: a client may get the text twice.</source>
        <translation>Часть из них шлюз мог уже принять: клиент может получить текст дважды.</translation>
    </message>
    <message numerus="yes">
        <source>Try %Ln message(s) again</source>
        <translation>
            <numerusform>Повторить %Ln сообщение</numerusform>
            <numerusform>Повторить %Ln сообщения</numerusform>
            <numerusform>Повторить %Ln сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Which messages of “%1” are tried again?</source>
        <translation>Какие сообщения рассылки «%1» повторить?</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::SendTestDialog</name>
    <message>
        <source>Sending…</source>
        <translation>Отправка…</translation>
    </message>
    <message>
        <source>The gateway accepted the message.</source>
        <translation>Шлюз принял сообщение.</translation>
    </message>
    <message>
        <source>Not accepted: %1.</source>
        <translation>Не принято: %1.</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Проверочная отправка</translation>
    </message>
    <message>
        <source>Text of the test</source>
        <translation>Проверочный текст</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Шлюз</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
</context>
<context>
    <name>ui::editors::AttributesEdit</name>
    <message>
        <source>Add a field</source>
        <translation>Добавить поле</translation>
    </message>
    <message>
        <source>field</source>
        <translation>поле</translation>
    </message>
    <message>
        <source>Name of the field</source>
        <translation>Имя поля</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>Value of the field %1</source>
        <translation>Значение поля %1</translation>
    </message>
</context>
<context>
    <name>ui::editors::AudienceCard</name>
    <message>
        <source>counting</source>
        <translation>подсчёт</translation>
    </message>
    <message numerus="yes">
        <source>client(s)</source>
        <translation>
            <numerusform>клиент</numerusform>
            <numerusform>клиента</numerusform>
            <numerusform>клиентов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everybody: all %Ln client(s) get this mailing.</source>
        <translation>
            <numerusform>Всем: рассылку получит %Ln клиент.</numerusform>
            <numerusform>Всем: рассылку получат %Ln клиента.</numerusform>
            <numerusform>Всем: рассылку получат %Ln клиентов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not counted: %Ln opted out.</source>
        <translation>
            <numerusform>Не считая %Ln отписанного.</numerusform>
            <numerusform>Не считая %Ln отписанных.</numerusform>
            <numerusform>Не считая %Ln отписанных.</numerusform>
        </translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Получатели</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>all</source>
        <comment>tags</comment>
        <translation>все</translation>
    </message>
    <message>
        <source>Paste phones…</source>
        <translation>Вставить телефоны…</translation>
    </message>
    <message>
        <source>any of them</source>
        <translation>любая из них</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>все сразу</translation>
    </message>
    <message>
        <source>How many of the tags a client needs</source>
        <translation>Сколько меток нужно клиенту</translation>
    </message>
    <message>
        <source>Operator codes</source>
        <translation>Коды операторов</translation>
    </message>
    <message>
        <source>all</source>
        <comment>operator codes</comment>
        <translation>все</translation>
    </message>
    <message>
        <source>Not with tags</source>
        <translation>Кроме меток</translation>
    </message>
    <message>
        <source>none</source>
        <comment>tags</comment>
        <translation>нет</translation>
    </message>
    <message>
        <source>Clients by time zone</source>
        <translation>Клиенты по часовым поясам</translation>
    </message>
    <message>
        <source>No client fits.</source>
        <translation>Подходящих клиентов нет.</translation>
    </message>
</context>
<context>
    <name>ui::editors::ChipEdit</name>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln клиент</numerusform>
            <numerusform>%Ln клиента</numerusform>
            <numerusform>%Ln клиентов</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Убрать %1</translation>
    </message>
</context>
<context>
    <name>ui::editors::MailingEditor</name>
    <message>
        <source>New mailing</source>
        <translation>Новая рассылка</translation>
    </message>
    <message>
        <source>Mailings</source>
        <translation>Рассылки</translation>
    </message>
    <message>
        <source>Send a test…</source>
        <translation>Проверка…</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>Сохранить черновик</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>Всё равно сохранить</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>не сохранено</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>сохранено в %1</translation>
    </message>
    <message>
        <source>Check and start…</source>
        <translation>Проверить и начать…</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>pasted %1</source>
        <comment>tag, with the date</comment>
        <translation>вставлено %1</translation>
    </message>
</context>
<context>
    <name>ui::editors::MailingFilter</name>
    <message>
        <source>No mailing has this in its name</source>
        <translation>Ни в одном названии рассылки этого нет</translation>
    </message>
    <message>
        <source>All mailings</source>
        <translation>Все рассылки</translation>
    </message>
    <message>
        <source>Filter by mailing</source>
        <translation>Фильтр по рассылке</translation>
    </message>
    <message>
        <source>Show mailings</source>
        <translation>Показать рассылки</translation>
    </message>
    <message>
        <source>Mailings</source>
        <translation>Рассылки</translation>
    </message>
    <message>
        <source>Type part of a mailing&apos;s name and choose it; blank stands for all of them</source>
        <translation>Введите часть названия рассылки и выберите её; пусто – все рассылки</translation>
    </message>
</context>
<context>
    <name>ui::editors::OutlookCard</name>
    <message>
        <source>Write a text, and the forecast appears here.</source>
        <translation>Напишите текст — здесь появится прогноз.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) go out</source>
        <translation>
            <numerusform>Уйдёт %Ln сообщение</numerusform>
            <numerusform>Уйдут %Ln сообщения</numerusform>
            <numerusform>Уйдёт %Ln сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>done about %1</source>
        <translation>завершение около %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln would expire: the end, %1, comes first.</source>
        <translation>
            <numerusform>%Ln будет просрочено: раньше наступит конец (%1).</numerusform>
            <numerusform>%Ln будут просрочены: раньше наступит конец (%1).</numerusform>
            <numerusform>%Ln будет просрочено: раньше наступит конец (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>Move the end to %1</source>
        <translation>Перенести конец на %1</translation>
    </message>
    <message>
        <source>There is no gateway yet: connect one before the start.</source>
        <translation>Шлюза пока нет: подключите его до начала.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) have no {%1} and there is no fallback.</source>
        <translation>
            <numerusform>У %Ln клиента нет {%1}, а запасного значения нет.</numerusform>
            <numerusform>У %Ln клиентов нет {%1}, а запасного значения нет.</numerusform>
            <numerusform>У %Ln клиентов нет {%1}, а запасного значения нет.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” has the same text and audience at the same time.</source>
        <translation>У рассылки «%1» те же текст, получатели и время.</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Что произойдёт</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) are in a time zone that this computer does not know: their messages would wait and expire.</source>
        <translation>
            <numerusform>%Ln клиент в часовом поясе, не известном этому компьютеру: его сообщение ждало бы и истекло.</numerusform>
            <numerusform>%Ln клиента в часовом поясе, не известном этому компьютеру: их сообщения ждали бы и истекли.</numerusform>
            <numerusform>%Ln клиентов в часовом поясе, не известном этому компьютеру: их сообщения ждали бы и истекли.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::editors::PreviewCard</name>
    <message>
        <source>no client yet</source>
        <translation>клиентов пока нет</translation>
    </message>
    <message>
        <source>What you write appears here as the client will read it.</source>
        <translation>Здесь появится текст таким, каким его прочтёт клиент.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln часть</numerusform>
            <numerusform>%Ln части</numerusform>
            <numerusform>%Ln частей</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>time, city</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>this client has no {%1}</source>
        <translation>у клиента нет {%1}</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>Previous client</source>
        <translation>Предыдущий клиент</translation>
    </message>
    <message>
        <source>Next client</source>
        <translation>Следующий клиент</translation>
    </message>
</context>
<context>
    <name>ui::editors::RetryEdit</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>Nothing is tried again.</source>
        <translation>Повторов нет.</translation>
    </message>
    <message>
        <source>%1 – the last try after about %2</source>
        <translation>%1 – последняя попытка примерно через %2</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>First pause</source>
        <translation>Первая пауза</translation>
    </message>
    <message>
        <source>Each further pause</source>
        <translation>Каждая следующая</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>Самая длинная пауза</translation>
    </message>
    <message>
        <source>Pauses vary by</source>
        <translation>Разброс пауз</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> с</translation>
    </message>
    <message>
        <source>× </source>
        <comment>times</comment>
        <translation>× </translation>
    </message>
</context>
<context>
    <name>ui::editors::ScheduleCard</name>
    <message>
        <source>When and how</source>
        <translation>Когда и как</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>at</source>
        <translation>в указанное время</translation>
    </message>
    <message>
        <source>Start at</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>Client&apos;s local time, days</source>
        <translation>Время клиента, дни</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Повтор</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Шлюз</translation>
    </message>
    <message>
        <source>the default one</source>
        <translation>основной</translation>
    </message>
    <message>
        <source>At most, per second</source>
        <translation>Не больше, в секунду</translation>
    </message>
    <message>
        <source>no own limit</source>
        <translation>без лимита</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>обычный</translation>
    </message>
    <message>
        <source>high</source>
        <translation>высокий</translation>
    </message>
    <message>
        <source>Clients who come to match later</source>
        <translation>Кто подойдёт позже</translation>
    </message>
    <message>
        <source>stay out</source>
        <translation>не добавлять</translation>
    </message>
    <message>
        <source>join while it runs</source>
        <translation>добавлять по ходу</translation>
    </message>
</context>
<context>
    <name>ui::editors::TextCard</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln знак</numerusform>
            <numerusform>%Ln знака</numerusform>
            <numerusform>%Ln знаков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln часть</numerusform>
            <numerusform>%Ln части</numerusform>
            <numerusform>%Ln частей</numerusform>
        </translation>
    </message>
    <message>
        <source>(Cyrillic: %1 each)</source>
        <translation>(кириллица: по %1)</translation>
    </message>
    <message>
        <source>(Unicode: %1 each)</source>
        <translation>(Юникод: по %1)</translation>
    </message>
    <message>
        <source>(%1 each)</source>
        <translation>(по %1)</translation>
    </message>
    <message>
        <source>%1 parts in all</source>
        <translation>частей всего: %1</translation>
    </message>
    <message>
        <source>Without %1 a part would hold 160 characters instead of 70.</source>
        <translation>Без %1 в части было бы 160 знаков вместо 70.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Name: the first words of the text</source>
        <translation>Название: первые слова текста</translation>
    </message>
    <message>
        <source>Name of the mailing</source>
        <translation>Название рассылки</translation>
    </message>
    <message>
        <source>Hello {name|friend}! …</source>
        <translation>Здравствуйте, {name|друг}! …</translation>
    </message>
    <message>
        <source>Text of the mailing</source>
        <translation>Текст рассылки</translation>
    </message>
    <message>
        <source>Insert field</source>
        <translation>Вставить поле</translation>
    </message>
</context>
<context>
    <name>ui::editors::TimeFilter</name>
    <message>
        <source>Any time</source>
        <translation>Любое время</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Последний час</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Последние 24 часа</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Последние 7 дней</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Последние 30 дней</translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation>С – по…</translation>
    </message>
    <message>
        <source>Filter by time</source>
        <translation>Отбор по времени</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>To</source>
        <translation>По</translation>
    </message>
    <message>
        <source>yyyy-MM-dd HH:mm</source>
        <extracomment>A moment to the minute, as QDateTimeEdit reads it.</extracomment>
        <translation>dd.MM.yyyy HH:mm</translation>
    </message>
</context>
<context>
    <name>ui::editors::WindowEdit</name>
    <message>
        <source>any time</source>
        <translation>круглосуточно</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>other hours</source>
        <translation>другие часы</translation>
    </message>
    <message>
        <source>Sending begins, client&apos;s local time</source>
        <translation>Начало отправки, время клиента</translation>
    </message>
    <message>
        <source>Sending ends, client&apos;s local time</source>
        <translation>Конец отправки, время клиента</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>каждый день</translation>
    </message>
    <message>
        <source>Weekdays: %1</source>
        <translation>Дни недели: %1</translation>
    </message>
</context>
<context>
    <name>ui::feedback::Banner</name>
    <message>
        <source>Hide this notice</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>ui::feedback::EntryList</name>
    <message>
        <source>%1: %2</source>
        <comment>a button, and the entry it is for</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Показать ещё</translation>
    </message>
</context>
<context>
    <name>ui::feedback::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
</context>
<context>
    <name>ui::models::ClientTableModel</name>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Отписан</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Согласие</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменён</translation>
    </message>
</context>
<context>
    <name>ui::models::EventTableModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О чём</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Было → стало</translation>
    </message>
</context>
<context>
    <name>ui::models::ImportPreviewModel</name>
    <message>
        <source>double of line %1</source>
        <translation>повтор строки %1</translation>
    </message>
    <message>
        <source>line</source>
        <translation>строка</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>столбец %1</translation>
    </message>
</context>
<context>
    <name>ui::models::MailingTableModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>В секунду</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Получатели</translation>
    </message>
    <message>
        <source>%1 of %2 so far</source>
        <translation>пока %1 из %2</translation>
    </message>
</context>
<context>
    <name>ui::models::MessageTableModel</name>
    <message>
        <source>again %1</source>
        <translation>повтор %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Части</translation>
    </message>
    <message>
        <source>Mailing</source>
        <translation>Рассылка</translation>
    </message>
</context>
<context>
    <name>ui::pages::AccountCard</name>
    <message>
        <source>Saved.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>Моя учётная запись</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>e-mail address and role</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>без изменений</translation>
    </message>
    <message>
        <source>Without a password nobody has to sign in here; as soon as you have one, everybody has to.</source>
        <translation>Без пароля входить сюда не нужно; как только он у вас появится, входить придётся всем.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
</context>
<context>
    <name>ui::pages::BackupCard</name>
    <message>
        <source>Back up the workspace</source>
        <translation>Копия рабочего пространства</translation>
    </message>
    <message>
        <source>Backups (*.db)</source>
        <translation>Копии (*.db)</translation>
    </message>
    <message>
        <source>Copying the workspace. Sending goes on meanwhile.</source>
        <translation>Рабочее пространство копируется. Отправка продолжается.</translation>
    </message>
    <message>
        <source>Backed up to %1 (%2).</source>
        <comment>a file, its size</comment>
        <translation>Копия сохранена в %1 (%2).</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Резервная копия</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>Создать копию…</translation>
    </message>
    <message>
        <source>A backup is being made</source>
        <translation>Создаётся копия</translation>
    </message>
    <message>
        <source>To restore a backup, close the program and run: heliograph restore FILE --replace
What was running or scheduled is paused then. The key that opens the gateways&apos; passwords is not in the backup: heliograph key show prints it.</source>
        <translation>Чтобы восстановить копию, закройте программу и выполните: heliograph restore ФАЙЛ --replace
Всё, что отправлялось или было запланировано, окажется на паузе. Ключа к паролям шлюзов в копии нет: его печатает heliograph key show.</translation>
    </message>
</context>
<context>
    <name>ui::pages::ClientActions</name>
    <message numerus="yes">
        <source>%Ln client(s) deleted.</source>
        <translation>
            <numerusform>Удалён %Ln клиент.</numerusform>
            <numerusform>Удалено %Ln клиента.</numerusform>
            <numerusform>Удалено %Ln клиентов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) opted out.</source>
        <translation>
            <numerusform>Отписан %Ln клиент.</numerusform>
            <numerusform>Отписано %Ln клиента.</numerusform>
            <numerusform>Отписано %Ln клиентов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) opted in again.</source>
        <translation>
            <numerusform>Снова подписан %Ln клиент.</numerusform>
            <numerusform>Снова подписано %Ln клиента.</numerusform>
            <numerusform>Снова подписано %Ln клиентов.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::ClientFilterBar</name>
    <message>
        <source>Drop this filter</source>
        <translation>Убрать этот фильтр</translation>
    </message>
    <message>
        <source>Drop the filter %1</source>
        <translation>Убрать фильтр %1</translation>
    </message>
    <message>
        <source>tag: %1</source>
        <translation>метка: %1</translation>
    </message>
    <message>
        <source>code: %1</source>
        <translation>код: %1</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>отписан</translation>
    </message>
    <message>
        <source>may be written to</source>
        <translation>можно писать</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Добавить фильтр</translation>
    </message>
    <message>
        <source>Change filter</source>
        <translation>Изменить фильтр</translation>
    </message>
</context>
<context>
    <name>ui::pages::ClientFilterPopup</name>
    <message>
        <source>Tags (any of)</source>
        <translation>Метки (любая из)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>все</translation>
    </message>
    <message>
        <source>Operator codes</source>
        <translation>Коды операторов</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Согласие</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>все</translation>
    </message>
    <message>
        <source>only those who opted out</source>
        <translation>только отписанные</translation>
    </message>
    <message>
        <source>only those who may be written to</source>
        <translation>только те, кому можно писать</translation>
    </message>
</context>
<context>
    <name>ui::pages::ClientForm</name>
    <message>
        <source>from the phone</source>
        <translation>из телефона</translation>
    </message>
    <message>
        <source>%1, from the phone</source>
        <translation>%1, из телефона</translation>
    </message>
    <message>
        <source>The phone says %1. That is right for a number taken along to another operator.</source>
        <translation>В телефоне %1. Это верно, если номер перенесён к другому оператору.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Operator code</source>
        <translation>Код оператора</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>the workspace&apos;s</source>
        <translation>общий</translation>
    </message>
    <message>
        <source>Fields for texts</source>
        <translation>Поля для текстов</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Согласие</translation>
    </message>
    <message>
        <source>source and date</source>
        <translation>источник и дата</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>ui::pages::ClientHistory</name>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Nothing was ever sent to this client.</source>
        <translation>Этому клиенту ещё ничего не отправляли.</translation>
    </message>
    <message>
        <source>Show the text that was sent</source>
        <translation>Показать отправленный текст</translation>
    </message>
    <message>
        <source>Mailing %1</source>
        <translation>Рассылка %1</translation>
    </message>
    <message>
        <source>Not written yet.</source>
        <translation>Ещё не составлено.</translation>
    </message>
    <message>
        <source>The text is no longer kept.</source>
        <translation>Текст уже не хранится.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A status and its time, for instance &quot;delivered 15:21&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened, and why</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::pages::ClientPanel</name>
    <message>
        <source>New client</source>
        <translation>Новый клиент</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Operator code</source>
        <translation>Код оператора</translation>
    </message>
    <message>
        <source>the phone says %1</source>
        <translation>в телефоне %1</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>now %1 there</source>
        <translation>там сейчас %1</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Согласие</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Отписан</translation>
    </message>
    <message>
        <source>is never sent anything</source>
        <translation>ничего не отправляется</translation>
    </message>
    <message>
        <source>Opt in</source>
        <translation>Подписать снова</translation>
    </message>
    <message>
        <source>Opt out</source>
        <translation>Отписать</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Закрыть подробности</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>История изменений</translation>
    </message>
    <message>
        <source>Everything that was done to this client</source>
        <translation>Всё, что делали с этим клиентом</translation>
    </message>
    <message>
        <source>not known to this computer</source>
        <translation>этому компьютеру не известен</translation>
    </message>
</context>
<context>
    <name>ui::pages::ClientsPage</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Подсчёт…</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>больше %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln клиент</numerusform>
            <numerusform>%Ln клиента</numerusform>
            <numerusform>%Ln клиентов</numerusform>
        </translation>
    </message>
    <message>
        <source>Phone, name, tag…</source>
        <translation>Телефон, имя, метка…</translation>
    </message>
    <message>
        <source>Search clients</source>
        <translation>Поиск клиентов</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Новый клиент</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>There are no clients yet</source>
        <translation>Клиентов пока нет</translation>
    </message>
    <message>
        <source>Import a list from a spreadsheet (you can also drop the file here), or enter the first one by hand.</source>
        <translation>Импортируйте список из таблицы (файл можно перетащить сюда) или введите первого клиента вручную.</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Импортировать список…</translation>
    </message>
    <message>
        <source>No client fits</source>
        <translation>Подходящих клиентов нет</translation>
    </message>
    <message>
        <source>Try fewer words or other filters. A phone is found in any notation.</source>
        <translation>Уберите часть слов или измените фильтры. Телефон найдётся в любой записи.</translation>
    </message>
    <message>
        <source>Show all clients</source>
        <translation>Показать всех клиентов</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>ui::pages::ErrorLinks</name>
    <message>
        <source>None so far.</source>
        <translation>Пока нет.</translation>
    </message>
    <message>
        <source>%1: %2, show these messages</source>
        <translation>%1: %2, показать эти сообщения</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them will be tried again</source>
        <translation>
            <numerusform>%Ln из них отправится ещё раз</numerusform>
            <numerusform>%Ln из них отправятся ещё раз</numerusform>
            <numerusform>%Ln из них отправятся ещё раз</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::EventPanel</name>
    <message>
        <source>d MMM yyyy HH:mm:ss</source>
        <extracomment>A moment to the second, as QLocale::toString reads it.</extracomment>
        <translation>d MMM yyyy HH:mm:ss</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A time and who acted: &quot;20 Nov 2026 15:21:07, anna@example.org&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Закрыть подробности</translation>
    </message>
    <message>
        <source>Show mailing</source>
        <translation>Показать рассылку</translation>
    </message>
    <message>
        <source>Show client</source>
        <translation>Показать клиента</translation>
    </message>
    <message>
        <source>All its events</source>
        <translation>Все события</translation>
    </message>
    <message>
        <source>Everything that was done to this mailing or client</source>
        <translation>Всё, что делали с этой рассылкой или клиентом</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Было → стало</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
</context>
<context>
    <name>ui::pages::ExportAction</name>
    <message>
        <source>clients</source>
        <translation>клиенты</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>CSV for spreadsheets (*.csv);;Excel (*.xlsx)</source>
        <translation>CSV для таблиц (*.csv);;Excel (*.xlsx)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) exported.</source>
        <translation>
            <numerusform>Экспортирована %Ln строка.</numerusform>
            <numerusform>Экспортировано %Ln строки.</numerusform>
            <numerusform>Экспортировано %Ln строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rows are written.</source>
        <translation>Записано строк: %1 из %2.</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
</context>
<context>
    <name>ui::pages::FirstPasswordForm</name>
    <message>
        <source>This workspace lies on a server, where everybody signs in, and nobody has a password yet. Choose one for its administrator, local@localhost; the others are added in the settings.</source>
        <translation>Это рабочее пространство находится на сервере, где каждый входит под своим именем, а пароля ещё ни у кого нет. Задайте пароль администратора local@localhost; остальные добавляются в настройках.</translation>
    </message>
    <message>
        <source>Set the password and sign in</source>
        <translation>Задать пароль и войти</translation>
    </message>
    <message>
        <source>In a terminal: heliograph user add, or heliograph user passwd local@localhost</source>
        <translation>В терминале: heliograph user add или heliograph user passwd local@localhost</translation>
    </message>
</context>
<context>
    <name>ui::pages::GatewayForm</name>
    <message>
        <source>Gateway “%1”</source>
        <translation>Шлюз «%1»</translation>
    </message>
    <message>
        <source>New gateway</source>
        <translation>Новый шлюз</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>HTTP with JSON</source>
        <translation>HTTP с JSON</translation>
    </message>
    <message>
        <source>Simulator (sends nothing)</source>
        <translation>Имитатор (ничего не отправляет)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>без изменений</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Отправитель</translation>
    </message>
    <message>
        <source>the gateway&apos;s</source>
        <translation>от шлюза</translation>
    </message>
    <message>
        <source>At most, a second</source>
        <translation>Не больше, в секунду</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>без ограничения</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>Считать в</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>сообщениях</translation>
    </message>
    <message>
        <source>SMS parts</source>
        <translation>частях SMS</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>Соединений сразу</translation>
    </message>
    <message>
        <source>Answer within</source>
        <translation>Ждать ответа</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> с</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Используется</translation>
    </message>
    <message>
        <source>Default for mailings that name no gateway</source>
        <translation>Основной: для рассылок, где шлюз не выбран</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>ui::pages::GatewayList</name>
    <message>
        <source>switched off</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>probe in %1</source>
        <translation>проверка через %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Пока нет.</translation>
    </message>
    <message>
        <source>Gateway %1: %2</source>
        <translation>Шлюз %1: %2</translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>ждёт %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::GatewayTest</name>
    <message>
        <source>Waiting for the answer…</source>
        <translation>Ожидание ответа…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>meaning of an answer, and the answer</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Test of Heliograph</source>
        <translation>Проверка Heliograph</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Отправить</translation>
    </message>
</context>
<context>
    <name>ui::pages::GatewaysCard</name>
    <message>
        <source>built-in simulator: nothing is really sent</source>
        <translation>встроенный имитатор: ничего не отправляет</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>не больше %1</translation>
    </message>
    <message>
        <source>as fast as it answers</source>
        <translation>без ограничения скорости</translation>
    </message>
    <message>
        <source>default</source>
        <translation>основной</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a button, and the gateway it is for</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Включить снова</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Шлюзы</translation>
    </message>
    <message>
        <source>Add a gateway</source>
        <translation>Добавить шлюз</translation>
    </message>
    <message>
        <source>No gateway is connected</source>
        <translation>Шлюз не подключён</translation>
    </message>
    <message>
        <source>A gateway takes the messages and brings them to the phones. Your operator gives you its address and a token; to try the program without one, add the simulator.</source>
        <translation>Шлюз принимает сообщения и доставляет их на телефоны. Адрес и токен даёт оператор; чтобы попробовать программу без него, добавьте имитатор.</translation>
    </message>
    <message>
        <source>Connect a gateway…</source>
        <translation>Подключить шлюз…</translation>
    </message>
</context>
<context>
    <name>ui::pages::HistoryFilterBar</name>
    <message>
        <source>Client&apos;s phone</source>
        <translation>Телефон клиента</translation>
    </message>
    <message>
        <source>Filter by client</source>
        <translation>Отбор по клиенту</translation>
    </message>
    <message>
        <source>A whole phone in any notation, also of a client that was deleted; or # and the client&apos;s number</source>
        <translation>Телефон целиком в любой записи, также удалённого клиента; или # и номер клиента</translation>
    </message>
    <message>
        <source>Message no.</source>
        <translation>Сообщение №</translation>
    </message>
    <message>
        <source>Filter by message</source>
        <translation>Отбор по сообщению</translation>
    </message>
    <message>
        <source>Filter by user</source>
        <translation>Отбор по пользователю</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Когда это произошло</translation>
    </message>
</context>
<context>
    <name>ui::pages::HistoryPage</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>More than %1 events</source>
        <translation>Больше %1 событий</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln событие</numerusform>
            <numerusform>%Ln события</numerusform>
            <numerusform>%Ln событий</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has this phone</source>
        <translation>Такого телефона ни у кого нет</translation>
    </message>
    <message>
        <source>No client can be looked up</source>
        <translation>Клиента не удалось найти</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Пока ничего не произошло</translation>
    </message>
    <message>
        <source>What is done to clients, mailings, gateways and settings appears here, with who did it.</source>
        <translation>Здесь появляется всё, что делают с клиентами, рассылками, шлюзами и настройками, и кто это сделал.</translation>
    </message>
    <message>
        <source>Nothing in the history fits the filter</source>
        <translation>В истории нет ничего подходящего</translation>
    </message>
    <message>
        <source>Choose another mailing, user or time, or clear the phone and the number of the message.</source>
        <translation>Выберите другую рассылку, пользователя или время либо очистите телефон и номер сообщения.</translation>
    </message>
</context>
<context>
    <name>ui::pages::LookCard</name>
    <message>
        <source>Language and look</source>
        <translation>Язык и оформление</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>как в системе</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>light</source>
        <translation>светлые</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>тёмные</translation>
    </message>
</context>
<context>
    <name>ui::pages::MailingActions</name>
    <message>
        <source>Cancel mailing</source>
        <translation>Отмена рассылки</translation>
    </message>
    <message>
        <source>Cancel “%1”?</source>
        <translation>Отменить «%1»?</translation>
    </message>
    <message>
        <source>What has not been sent yet will not be sent. A pause can be ended, a cancelled mailing cannot.</source>
        <translation>Неотправленное уже не уйдёт. Приостановленную рассылку можно продолжить, отменённую — нет.</translation>
    </message>
    <message>
        <source>Cancel the mailing</source>
        <translation>Отменить рассылку</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Не отменять</translation>
    </message>
    <message>
        <source>and all that would follow in its series</source>
        <translation>и все следующие в её серии</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>«%1»: рассылка удалена.</translation>
    </message>
</context>
<context>
    <name>ui::pages::MailingDashboard</name>
    <message>
        <source>Mailings</source>
        <translation>Рассылки</translation>
    </message>
    <message>
        <source>Check and start…</source>
        <translation>Проверить и начать…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Приостановить</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>готово %1 из %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>done about %1</source>
        <translation>завершение около %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln will expire</source>
        <translation>
            <numerusform>%Ln будет просрочено</numerusform>
            <numerusform>%Ln будут просрочены</numerusform>
            <numerusform>%Ln будет просрочено</numerusform>
        </translation>
    </message>
    <message>
        <source>last sent %1</source>
        <translation>последняя отправка %1</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Retry…</source>
        <translation>Повторить…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>Отменить…</translation>
    </message>
    <message>
        <source>Messages per minute</source>
        <translation>Сообщений в минуту</translation>
    </message>
    <message>
        <source>By time zone</source>
        <translation>По часовым поясам</translation>
    </message>
    <message>
        <source>Messages by time zone</source>
        <translation>Сообщения по часовым поясам</translation>
    </message>
    <message>
        <source>No messages yet.</source>
        <translation>Сообщений пока нет.</translation>
    </message>
    <message>
        <source>By operator code</source>
        <translation>По кодам операторов</translation>
    </message>
    <message>
        <source>Messages by operator code</source>
        <translation>Сообщения по кодам операторов</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Everything that was done to this mailing</source>
        <translation>Всё, что делали с этой рассылкой</translation>
    </message>
    <message>
        <source>%1 of %2 done; recipients are still being chosen</source>
        <translation>готово %1 из %2; получатели ещё выбираются</translation>
    </message>
</context>
<context>
    <name>ui::pages::MailingList</name>
    <message>
        <source>Mailings</source>
        <translation>Рассылки</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <comment>mailings</comment>
        <translation>
            <numerusform>%Ln идёт</numerusform>
            <numerusform>%Ln идут</numerusform>
            <numerusform>%Ln идут</numerusform>
        </translation>
    </message>
    <message>
        <source>More than %1 mailings</source>
        <translation>Больше %1 рассылок</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mailing(s)</source>
        <translation>
            <numerusform>%Ln рассылка</numerusform>
            <numerusform>%Ln рассылки</numerusform>
            <numerusform>%Ln рассылок</numerusform>
        </translation>
    </message>
    <message>
        <source>No mailing fits the filter</source>
        <translation>Подходящих рассылок нет</translation>
    </message>
    <message>
        <source>Choose another state, or search for fewer letters.</source>
        <translation>Выберите другое состояние или сократите запрос.</translation>
    </message>
    <message>
        <source>There are no mailings yet</source>
        <translation>Рассылок пока нет</translation>
    </message>
    <message>
        <source>A mailing is one text for many clients: write it, choose who gets it and when, and start it.</source>
        <translation>Рассылка — один текст для многих клиентов: напишите его, выберите получателей и время и начните.</translation>
    </message>
    <message>
        <source>Search name or text</source>
        <translation>Название или текст</translation>
    </message>
    <message>
        <source>Search mailings by name or text</source>
        <translation>Поиск рассылок по названию или тексту</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>Фильтр по состоянию</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Все состояния</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>Actions on the selected mailing</source>
        <translation>Действия с выбранной рассылкой</translation>
    </message>
    <message>
        <source>New mailing</source>
        <translation>Новая рассылка</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Начать сейчас</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Приостановить</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Try again…</source>
        <translation>Повторить…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Создать копию</translation>
    </message>
    <message>
        <source>Cancel mailing…</source>
        <translation>Отменить рассылку…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>ui::pages::MailingMessages</name>
    <message>
        <source>No messages yet: the recipients are chosen when the mailing starts.</source>
        <translation>Сообщений пока нет: получатели выбираются при начале рассылки.</translation>
    </message>
    <message>
        <source>No message fits the filter. Choose another status, or enter fewer digits.</source>
        <translation>Подходящих сообщений нет. Выберите другой статус или введите меньше цифр.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Filter by phone</source>
        <translation>Фильтр по телефону</translation>
    </message>
    <message>
        <source>Filter by status</source>
        <translation>Фильтр по статусу</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>Все статусы</translation>
    </message>
    <message>
        <source>Show all messages again</source>
        <translation>Снова показать все сообщения</translation>
    </message>
    <message>
        <source>Remove the filter by error</source>
        <translation>Убрать фильтр по ошибке</translation>
    </message>
    <message>
        <source>Messages of the mailing</source>
        <translation>Сообщения рассылки</translation>
    </message>
</context>
<context>
    <name>ui::pages::MessagePanel</name>
    <message>
        <source>chosen %1</source>
        <translation>выбрано %1</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>отправлено %1</translation>
    </message>
    <message>
        <source>delivered %1</source>
        <translation>доставлено %1</translation>
    </message>
    <message>
        <source>again %1</source>
        <translation>повтор %1</translation>
    </message>
    <message>
        <source>the gateway calls it %1</source>
        <translation>номер у шлюза: %1</translation>
    </message>
    <message>
        <source>Not written yet: the text is filled in when the message goes out.</source>
        <translation>Ещё не составлено: текст заполняется при отправке.</translation>
    </message>
    <message>
        <source>The text of this message is no longer kept.</source>
        <translation>Текст этого сообщения уже не хранится.</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation>%1. %2: %3</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Закрыть подробности</translation>
    </message>
    <message>
        <source>Show client</source>
        <translation>Показать клиента</translation>
    </message>
    <message>
        <source>Show mailing</source>
        <translation>Показать рассылку</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Attempts that failed</source>
        <translation>Неудачные попытки</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
</context>
<context>
    <name>ui::pages::MessagesPage</name>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>More than %1 messages</source>
        <translation>Больше %1 сообщений</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln сообщение</numerusform>
            <numerusform>%Ln сообщения</numerusform>
            <numerusform>%Ln сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>No message fits the filter</source>
        <translation>Подходящих сообщений нет</translation>
    </message>
    <message>
        <source>There are no messages yet</source>
        <translation>Сообщений пока нет</translation>
    </message>
    <message>
        <source>They appear here as soon as a mailing has chosen its recipients.</source>
        <translation>Они появятся, как только рассылка выберет получателей.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Filter by phone</source>
        <translation>Фильтр по телефону</translation>
    </message>
    <message>
        <source>Filter by status</source>
        <translation>Фильтр по статусу</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>Все статусы</translation>
    </message>
    <message>
        <source>Choose another mailing, status or time, or enter fewer digits of the phone.</source>
        <translation>Выберите другую рассылку, другой статус или другое время либо введите меньше цифр телефона.</translation>
    </message>
    <message>
        <source>When a message was sent or ended otherwise; what still waits has no such time</source>
        <translation>Когда сообщение отправлено или завершилось иначе; у ожидающих такого времени ещё нет</translation>
    </message>
</context>
<context>
    <name>ui::pages::MoveForm</name>
    <message>
        <source>Move to a server</source>
        <translation>Перенос на сервер</translation>
    </message>
    <message>
        <source>Move the workspace to %1 on %2?</source>
        <comment>a database, its server</comment>
        <translation>Перенести рабочее пространство в %1 на %2?</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Перенести</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Name or address of a PostgreSQL server, or the folder of its socket on this computer.</source>
        <translation>Имя или адрес сервера PostgreSQL или папка его сокета на этом компьютере.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База данных</translation>
    </message>
    <message>
        <source>An empty one, in UTF-8, in which this user may make tables.</source>
        <translation>Пустая, в UTF-8, в которой этот пользователь может создавать таблицы.</translation>
    </message>
    <message>
        <source>User of the database</source>
        <translation>Пользователь базы данных</translation>
    </message>
    <message>
        <source>Password of the database</source>
        <translation>Пароль базы данных</translation>
    </message>
    <message>
        <source>Keep in the keyring</source>
        <translation>Сохранить в связке ключей</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Соединение</translation>
    </message>
    <message>
        <source>Encrypted, and the server proves who it is</source>
        <translation>С шифрованием и проверкой сервера</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>С шифрованием</translation>
    </message>
    <message>
        <source>Authorities that are trusted (PEM file)</source>
        <translation>Доверенные центры (файл PEM)</translation>
    </message>
    <message>
        <source>Check and move…</source>
        <translation>Проверить и перенести…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The server answers and can take it. This window closes and nothing is sent until every row is copied and compared; then it opens again on the server, where everybody signs in. %1 stays as it is and can only be read afterwards.</source>
        <translation>Сервер отвечает и готов его принять. Окно закроется, и ничего не будет отправляться, пока все строки не скопированы и не сверены; затем оно откроется снова на сервере, где каждый входит под своим именем. %1 останется как есть, и потом его можно будет только читать.</translation>
    </message>
    <message>
        <source>Encrypted only if the server wants it</source>
        <translation>С шифрованием, только если его требует сервер</translation>
    </message>
</context>
<context>
    <name>ui::pages::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>%1 % of what was due</source>
        <translation>%1 % от намеченного</translation>
    </message>
    <message>
        <source>nothing was due</source>
        <translation>ничего не намечено</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln running mailing(s)</source>
        <translation>
            <numerusform>в %Ln идущей рассылке</numerusform>
            <numerusform>в %Ln идущих рассылках</numerusform>
            <numerusform>в %Ln идущих рассылках</numerusform>
        </translation>
    </message>
    <message>
        <source>no mailing is running</source>
        <translation>рассылок не идёт</translation>
    </message>
    <message>
        <source>everything went well</source>
        <translation>всё прошло хорошо</translation>
    </message>
    <message>
        <source>why</source>
        <translation>почему</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>без ограничения</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>предел %1</translation>
    </message>
    <message>
        <source>The demo opens in a window of its own.</source>
        <translation>Демонстрация откроется в отдельном окне.</translation>
    </message>
    <message>
        <source>It sends to nobody and leaves this workspace alone.</source>
        <translation>Она никому не отправляет и не трогает это рабочее пространство.</translation>
    </message>
    <message>
        <source>The demo could not be started.</source>
        <translation>Не удалось запустить демонстрацию.</translation>
    </message>
    <message>
        <source>Try “heliograph demo” in a terminal.</source>
        <translation>Попробуйте «heliograph demo» в терминале.</translation>
    </message>
    <message>
        <source>Import clients</source>
        <translation>Импорт клиентов</translation>
    </message>
    <message>
        <source>New mailing</source>
        <translation>Новая рассылка</translation>
    </message>
    <message>
        <source>Welcome to Heliograph</source>
        <translation>Добро пожаловать в Heliograph</translation>
    </message>
    <message>
        <source>Texts for many, each at the right time of their day. Where would you like to begin?</source>
        <translation>Сообщения многим, каждому — в подходящее время его дня. С чего начнём?</translation>
    </message>
    <message>
        <source>Import a list of clients</source>
        <translation>Импортировать список</translation>
    </message>
    <message>
        <source>Connect a gateway</source>
        <translation>Подключить шлюз</translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation>Посмотреть демонстрацию</translation>
    </message>
    <message>
        <source>Sent today</source>
        <translation>Отправлено сегодня</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидает</translation>
    </message>
    <message>
        <source>Failed today</source>
        <translation>Ошибки сегодня</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Идут</translation>
    </message>
    <message>
        <source>Messages per second, last 15 minutes</source>
        <translation>Сообщений в секунду за последние 15 минут</translation>
    </message>
    <message>
        <source>Today by status</source>
        <translation>Сегодня по статусам</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Шлюзы</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>%1 in mailings that stand still</source>
        <translation>%1 — в стоящих рассылках</translation>
    </message>
    <message>
        <source>%1 unknown, %2 expired</source>
        <translation>неизвестно: %1, просрочено: %2</translation>
    </message>
</context>
<context>
    <name>ui::pages::OwnPassword</name>
    <message>
        <source>The two differ. Type the same password twice.</source>
        <translation>Пароли различаются. Введите один и тот же дважды.</translation>
    </message>
    <message>
        <source>Your new password</source>
        <translation>Ваш новый пароль</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Ещё раз</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProblemList</name>
    <message>
        <source>Its messages wait until their mailing ends.</source>
        <translation>Его сообщения ждут до конца своей рассылки.</translation>
    </message>
    <message>
        <source>Gateway “%1” needs attention since %2: %3.</source>
        <translation>Шлюз «%1» требует внимания с %2: %3.</translation>
    </message>
    <message>
        <source>Check its settings</source>
        <translation>Проверить настройки</translation>
    </message>
    <message>
        <source>The key for the secret of gateway “%1” is missing on this computer.</source>
        <translation>На этом компьютере нет ключа к секрету шлюза «%1».</translation>
    </message>
    <message>
        <source>Enter the secret again</source>
        <translation>Ввести секрет снова</translation>
    </message>
    <message>
        <source>Gateway “%1” has been out of order since %2: %3.</source>
        <translation>Шлюз «%1» не работает с %2: %3.</translation>
    </message>
    <message>
        <source>It is tried again by itself; its messages wait until their mailing ends.</source>
        <translation>Он проверяется автоматически; его сообщения ждут до конца своей рассылки.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Проверить сейчас</translation>
    </message>
    <message>
        <source>Sending stands still until this is mended; messages wait until their mailing ends.</source>
        <translation>Отправка стоит, пока это не исправлено; сообщения ждут до конца своей рассылки.</translation>
    </message>
    <message>
        <source>Another Heliograph sends the messages of this workspace.</source>
        <translation>Сообщения этого рабочего пространства отправляет другой Heliograph.</translation>
    </message>
    <message>
        <source>There is no gateway to send through.</source>
        <translation>Отправлять не через что: нет шлюза.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) wait for one.</source>
        <translation>
            <numerusform>Ждёт %Ln сообщение.</numerusform>
            <numerusform>Ждут %Ln сообщения.</numerusform>
            <numerusform>Ждёт %Ln сообщений.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect a gateway</source>
        <translation>Подключить шлюз</translation>
    </message>
    <message>
        <source>Nothing is sent from this computer (Settings → Sending).</source>
        <translation>С этого компьютера ничего не отправляется (Настройки → Отправка).</translation>
    </message>
    <message numerus="yes">
        <source>This computer does not know %Ln time zone(s): %1.</source>
        <translation>
            <numerusform>Этому компьютеру не известен %Ln часовой пояс: %1.</numerusform>
            <numerusform>Этому компьютеру не известны %Ln часовых пояса: %1.</numerusform>
            <numerusform>Этому компьютеру не известно %Ln часовых поясов: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages that may only go out at certain hours wait there. Update the system&apos;s time zone data (tzdata) and start Heliograph again, or give these clients another zone.</source>
        <translation>Сообщения, для которых заданы часы отправки, там ждут. Обновите сведения о часовых поясах в системе (tzdata) и запустите Heliograph заново или укажите этим клиентам другой пояс.</translation>
    </message>
</context>
<context>
    <name>ui::pages::RestCard</name>
    <message>
        <source>Off. Scripts get no answer.</source>
        <translation>Выключено. Скрипты не получают ответа.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Запуск…</translation>
    </message>
    <message>
        <source>Answers at %1</source>
        <comment>a link</comment>
        <translation>Отвечает по адресу %1</translation>
    </message>
    <message>
        <source>Stopping, as soon as the last answer is given…</source>
        <translation>Остановка, как только будет дан последний ответ…</translation>
    </message>
    <message>
        <source>Does not answer.</source>
        <translation>Не отвечает.</translation>
    </message>
    <message>
        <source>REST</source>
        <translation>REST</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Answer scripts while the program runs</source>
        <translation>Отвечать скриптам, пока программа работает</translation>
    </message>
    <message>
        <source>Address and port</source>
        <translation>Адрес и порт</translation>
    </message>
    <message>
        <source>Certificate chain (PEM file)</source>
        <translation>Цепочка сертификатов (файл PEM)</translation>
    </message>
    <message>
        <source>Needed for an address that other machines reach.</source>
        <translation>Нужна для адреса, доступного с других компьютеров.</translation>
    </message>
    <message>
        <source>Its private key (PEM file)</source>
        <translation>Её закрытый ключ (файл PEM)</translation>
    </message>
    <message>
        <source>Plain HTTP beyond this machine</source>
        <translation>HTTP без шифрования и для других компьютеров</translation>
    </message>
</context>
<context>
    <name>ui::pages::RetentionCard</name>
    <message>
        <source>Retention</source>
        <translation>Хранение</translation>
    </message>
    <message>
        <source>Keep messages of ended mailings</source>
        <translation>Хранить сообщения завершённых рассылок</translation>
    </message>
    <message>
        <source>Older ones are summed into daily totals and removed while sending goes on. Statistics of past mailings stay; their messages can no longer be listed or tried again.</source>
        <translation>Более старые сводятся в итоги по дням и удаляются, отправка при этом продолжается. Статистика прошлых рассылок остаётся; их сообщения больше нельзя просмотреть или повторить.</translation>
    </message>
    <message>
        <source>Keep the history</source>
        <translation>Хранить историю</translation>
    </message>
    <message>
        <source>Older events are counted by day and removed.</source>
        <translation>Более старые события подсчитываются по дням и удаляются.</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>бессрочно</translation>
    </message>
    <message>
        <source> days</source>
        <comment>behind a number</comment>
        <translation> дн.</translation>
    </message>
    <message>
        <source>Keep the texts that clients got</source>
        <translation>Хранить тексты, полученные клиентами</translation>
    </message>
    <message>
        <source>Where each client&apos;s text is its own. Older ones are removed; their messages stay.</source>
        <translation>Там, где текст у каждого клиента свой. Более старые удаляются; сообщения остаются.</translation>
    </message>
</context>
<context>
    <name>ui::pages::RunningList</name>
    <message>
        <source>Open the mailing %1</source>
        <translation>Открыть рассылку %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>приостановлена</translation>
    </message>
    <message>
        <source>done %1</source>
        <translation>готово к %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>Продолжить %1</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>Приостановить %1</translation>
    </message>
    <message>
        <source>No mailing is running.</source>
        <translation>Рассылок не идёт.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>mailings</comment>
        <translation>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln will expire</source>
        <translation>
            <numerusform>%Ln истечёт</numerusform>
            <numerusform>%Ln истекут</numerusform>
            <numerusform>%Ln истекут</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 so far</source>
        <translation>пока %1 из %2</translation>
    </message>
</context>
<context>
    <name>ui::pages::SelectionBar</name>
    <message>
        <source>Take which tag from the chosen clients?</source>
        <translation>Какую метку убрать у выбранных клиентов?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Give which tag to the chosen clients?</source>
        <translation>Какую метку дать выбранным клиентам?</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) chosen</source>
        <translation>
            <numerusform>Выбран %Ln клиент</numerusform>
            <numerusform>Выбрано %Ln клиента</numerusform>
            <numerusform>Выбрано %Ln клиентов</numerusform>
        </translation>
    </message>
    <message>
        <source>Add tag…</source>
        <translation>Добавить метку…</translation>
    </message>
    <message>
        <source>Remove tag…</source>
        <translation>Убрать метку…</translation>
    </message>
    <message>
        <source>Opt out</source>
        <translation>Отписать</translation>
    </message>
    <message>
        <source>Opt in</source>
        <translation>Подписать снова</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Снять выделение</translation>
    </message>
</context>
<context>
    <name>ui::pages::SendingCard</name>
    <message>
        <source>%1. %2</source>
        <comment>state. what it means</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>Do not send from here</source>
        <translation>Не отправлять отсюда</translation>
    </message>
</context>
<context>
    <name>ui::pages::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Gateways, users and tokens</source>
        <translation>Шлюзы, пользователи и токены</translation>
    </message>
    <message>
        <source>Account, workspace and program</source>
        <translation>Учётная запись, рабочее пространство и программа</translation>
    </message>
</context>
<context>
    <name>ui::pages::SignInPage</name>
    <message>
        <source>Signing in…</source>
        <translation>Вход…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Your session has ended. Please sign in again.</source>
        <translation>Сеанс завершён. Войдите снова.</translation>
    </message>
    <message>
        <source>People sign in to this workspace now. Ask its administrator for an account.</source>
        <translation>Теперь в это рабочее место нужно входить. Попросите у администратора учётную запись.</translation>
    </message>
    <message>
        <source>Sign in to Heliograph</source>
        <translation>Вход в Heliograph</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Минуту…</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Адрес эл. почты</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Оставаться в системе</translation>
    </message>
</context>
<context>
    <name>ui::pages::TagPopup</name>
    <message>
        <source>Tag</source>
        <translation>Метка</translation>
    </message>
</context>
<context>
    <name>ui::pages::TokenForm</name>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Новый токен</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>What it is for, so that you know it when you want to revoke it.</source>
        <translation>Для чего он – чтобы узнать его, когда захотите отозвать.</translation>
    </message>
    <message>
        <source>Good for, in days</source>
        <translation>Срок, дней</translation>
    </message>
    <message>
        <source>ever</source>
        <translation>бессрочно</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>It is shown only now. Who has it may do what you may.</source>
        <translation>Он показан только сейчас. У кого он есть, тот может всё то же, что и вы.</translation>
    </message>
    <message>
        <source>Make the token</source>
        <translation>Создать токен</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>ui::pages::TokensCard</name>
    <message>
        <source>without a name</source>
        <translation>без названия</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>это окно</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Токены</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Новый токен</translation>
    </message>
    <message>
        <source>None yet. With a token a script comes in without a password, and may do what you may.</source>
        <translation>Пока ни одного. С токеном скрипт входит без пароля и может всё то же, что и вы.</translation>
    </message>
</context>
<context>
    <name>ui::pages::UpcomingList</name>
    <message>
        <source>Nothing is planned.</source>
        <translation>Ничего не запланировано.</translation>
    </message>
</context>
<context>
    <name>ui::pages::UserForm</name>
    <message>
        <source>Remove user</source>
        <translation>Удаление пользователя</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Удалить %1?</translation>
    </message>
    <message>
        <source>Clients and mailings stay, as nobody&apos;s; this cannot be taken back. Who shall only not come in any more can be made inactive instead.</source>
        <translation>Клиенты и рассылки останутся ничьими; отменить это нельзя. Чтобы только закрыть вход, сделайте пользователя неактивным.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Новый пользователь</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Пользователь %1</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Адрес эл. почты</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>без изменений</translation>
    </message>
    <message>
        <source>Active: may come in</source>
        <translation>Активен: может входить</translation>
    </message>
    <message>
        <source>With a second user, people sign in to this workspace. You are %1 here: choose your own password first.</source>
        <translation>Когда пользователей двое, в рабочее место нужно входить. Здесь вы – %1: сначала задайте свой пароль.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Удалить…</translation>
    </message>
</context>
<context>
    <name>ui::pages::UsersCard</name>
    <message>
        <source>not active</source>
        <translation>неактивен</translation>
    </message>
    <message>
        <source>you</source>
        <translation>вы</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Пользователи</translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation>Добавить пользователя</translation>
    </message>
</context>
<context>
    <name>ui::pages::WorkspaceCard</name>
    <message>
        <source>Workspace</source>
        <translation>Рабочее пространство</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>For clients without one of their own, and for the times of mailings.</source>
        <translation>Для клиентов без своего пояса и для времени рассылок.</translation>
    </message>
    <message>
        <source>Send from</source>
        <translation>Отправлять с</translation>
    </message>
    <message>
        <source>until</source>
        <translation>до</translation>
    </message>
    <message>
        <source>In each client&apos;s local time; proposed for new mailings.</source>
        <translation>По времени клиента; предлагается в новых рассылках.</translation>
    </message>
    <message>
        <source>Where the workspace lies</source>
        <translation>Где находится рабочее пространство</translation>
    </message>
    <message>
        <source>Move to a server…</source>
        <translation>Перенести на сервер…</translation>
    </message>
</context>
<context>
    <name>ui::shell::EngineStatus</name>
    <message>
        <source>Getting ready</source>
        <translation>Подготовка</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>Отправка %1</translation>
    </message>
    <message>
        <source>Nothing is being sent</source>
        <translation>Сейчас ничего не отправляется</translation>
    </message>
    <message>
        <source>no gateway yet</source>
        <translation>шлюза пока нет</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n gateway(s) ready</source>
        <translation>
            <numerusform>готово %1 из %n шлюза</numerusform>
            <numerusform>готово %1 из %n шлюзов</numerusform>
            <numerusform>готово %1 из %n шлюзов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::shell::SideBar</name>
    <message>
        <source>Pages</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Вы вошли как %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
</context>
<context>
    <name>ui::tables::MappingHeader</name>
    <message>
        <source>The column “%1” is read as</source>
        <translation>Столбец «%1» читается как</translation>
    </message>
</context>
<context>
    <name>ui::tables::TableFrame</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Загрузка…</translation>
    </message>
</context>
<context>
    <name>ui::tray::TrayIcon</name>
    <message>
        <source>Heliograph goes on sending</source>
        <translation>Heliograph продолжает отправку</translation>
    </message>
    <message>
        <source>It stays here when its window is closed. To end it, choose Quit in this menu.</source>
        <translation>Он остаётся здесь и при закрытом окне. Чтобы завершить его, выберите «Выход» в этом меню.</translation>
    </message>
    <message>
        <source>A gateway needs attention</source>
        <translation>Шлюз требует внимания</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 из %3)</translation>
    </message>
    <message>
        <source>“%1” is finished</source>
        <translation>«%1»: рассылка завершена</translation>
    </message>
    <message>
        <source>Quit Heliograph</source>
        <translation>Выход из Heliograph</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mailing(s) are running.</source>
        <translation>
            <numerusform>Идёт %Ln рассылка.</numerusform>
            <numerusform>Идут %Ln рассылки.</numerusform>
            <numerusform>Идёт %Ln рассылок.</numerusform>
        </translation>
    </message>
    <message>
        <source>When Heliograph quits, they stand still until it is started again. Nothing is lost, but what reaches its end meanwhile expires.</source>
        <translation>После выхода они будут стоять до следующего запуска. Ничего не потеряется, но то, чей срок за это время пройдёт, будет просрочено.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Go on sending</source>
        <translation>Продолжить отправку</translation>
    </message>
    <message>
        <source>nothing is being sent</source>
        <translation>сейчас ничего не отправляется</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>нужно внимание</translation>
    </message>
    <message>
        <source>sending %1</source>
        <translation>отправка %1</translation>
    </message>
    <message>
        <source>Heliograph: %1</source>
        <translation>Heliograph: %1</translation>
    </message>
    <message>
        <source>Open Heliograph</source>
        <translation>Открыть Heliograph</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Приостановить все</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Продолжить все</translation>
    </message>
    <message>
        <source>The key for its secret is missing on this computer.</source>
        <translation>На этом компьютере нет ключа к его секрету.</translation>
    </message>
    <message>
        <source>It cannot be used as it is set up: %1.</source>
        <translation>С такими настройками им нельзя пользоваться: %1.</translation>
    </message>
    <message>
        <source>%1 Its messages wait until their mailing ends.</source>
        <translation>%1 Его сообщения ждут до конца своей рассылки.</translation>
    </message>
    <message>
        <source>Nothing was paused</source>
        <translation>Ничего не приостановлено</translation>
    </message>
    <message>
        <source>Nothing was resumed</source>
        <translation>Ни одна рассылка не продолжена</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 so far)</source>
        <translation>%1 (пока %2 из %3)</translation>
    </message>
</context>
</TS>
