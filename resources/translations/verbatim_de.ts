<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Verbatim</name>
    <message>
        <source>{path} cannot be used: {why}; check the folder that you sync through.</source>
        <translation>{path} lässt sich nicht benutzen: {why}; den Ordner für den Abgleich prüfen.</translation>
    </message>
    <message>
        <source>There is no folder {folder}; make it, or choose another one.</source>
        <translation>Einen Ordner {folder} gibt es nicht; ihn anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>{host} gives no sign-in for its API; is the API turned on, and this its address?</source>
        <translation>{host} gibt keine Anmeldung für seine API; ist sie eingeschaltet, und stimmt die Adresse?</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>This Verbatim knows no accounts of the kind “{kind}”; use a newer one.</source>
        <translation>Konten der Art „{kind}“ kennt dieses Verbatim nicht; ein neueres benutzen.</translation>
    </message>
    <message>
        <source>FreshRSS and others (Google Reader API)</source>
        <translation>FreshRSS und andere (Google-Reader-API)</translation>
    </message>
    <message>
        <source>Feeds, articles, read, star and labels, both ways. The API has a password of its own, set in the profile there.</source>
        <translation>Feeds, Artikel, gelesen, Sterne und Schlagwörter, in beide Richtungen. Die API hat dort ein eigenes Passwort, im Profil.</translation>
    </message>
    <message>
        <source>Miniflux</source>
        <translation>Miniflux</translation>
    </message>
    <message>
        <source>Feeds, articles, read and star, both ways. The key is made there in Settings, API Keys.</source>
        <translation>Feeds, Artikel, gelesen und Sterne, in beide Richtungen. Den Schlüssel gibt es dort in den Einstellungen unter API-Schlüssel.</translation>
    </message>
    <message>
        <source>Miniflux, by name and password</source>
        <translation>Miniflux, mit Name und Passwort</translation>
    </message>
    <message>
        <source>Feeds, articles, read and star, both ways. For servers that give no keys to their readers.</source>
        <translation>Feeds, Artikel, gelesen und Stern, in beide Richtungen. Für Server, die ihren Lesern keine Schlüssel geben.</translation>
    </message>
    <message>
        <source>Tiny Tiny RSS</source>
        <translation>Tiny Tiny RSS</translation>
    </message>
    <message>
        <source>Feeds, articles, read and star, both ways. The API is turned on there in Preferences.</source>
        <translation>Feeds, Artikel, gelesen und Sterne, in beide Richtungen. Die API wird dort in den Einstellungen eingeschaltet.</translation>
    </message>
    <message>
        <source>wallabag</source>
        <translation>wallabag</translation>
    </message>
    <message>
        <source>Articles, star, archive, tags and annotations, both ways. The client is made there in API clients management.</source>
        <translation>Artikel, Sterne, Archiv, Schlagwörter und Anmerkungen, in beide Richtungen. Der Client wird dort in der Verwaltung der API-Clients angelegt.</translation>
    </message>
    <message>
        <source>Readeck</source>
        <translation>Readeck</translation>
    </message>
    <message>
        <source>Articles, favourites, archive, labels and highlights, both ways. The token is made there in Profile.</source>
        <translation>Artikel, Favoriten, Archiv, Etiketten und Markierungen, in beide Richtungen. Das Token entsteht dort im Profil.</translation>
    </message>
    <message>
        <source>Karakeep</source>
        <translation>Karakeep</translation>
    </message>
    <message>
        <source>Bookmarks with their text, favourites, archive, tags and highlights, both ways. The key is made there in Settings, API Keys.</source>
        <translation>Lesezeichen mit ihrem Text, Favoriten, Archiv, Schlagwörter und Markierungen, in beide Richtungen. Der Schlüssel entsteht dort in den Einstellungen unter API-Schlüssel.</translation>
    </message>
    <message>
        <source>linkding</source>
        <translation>linkding</translation>
    </message>
    <message>
        <source>Bookmarks with their pages, unread, archive, tags and notes, both ways. The token stands there in Settings, Integrations.</source>
        <translation>Lesezeichen mit ihren Seiten, ungelesen, Archiv, Schlagwörter und Notizen, in beide Richtungen. Das Token steht dort in den Einstellungen unter Integrationen.</translation>
    </message>
    <message>
        <source>Readwise</source>
        <translation>Readwise</translation>
    </message>
    <message>
        <source>Your highlights and the notes on them go there. The token stands at readwise.io/access_token.</source>
        <translation>Markierungen und ihre Notizen gehen dorthin. Das Token steht auf readwise.io/access_token.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>{host} answers, but not as such a service; check the address and the kind.</source>
        <translation>{host} antwortet, aber nicht als ein solcher Dienst; Adresse und Art prüfen.</translation>
    </message>
    <message>
        <source>{host} took a highlight without saying so; it is sent again next time.</source>
        <translation>{host} hat eine Markierung angenommen, ohne es zu sagen; beim nächsten Mal wird sie noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>Name und Passwort</translation>
    </message>
    <message>
        <source>Name and password (Digest)</source>
        <translation>Name und Passwort (Digest)</translation>
    </message>
    <message>
        <source>Cookie</source>
        <translation>Cookie</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Password of a proxy</source>
        <translation>Passwort eines Proxys</translation>
    </message>
    <message>
        <source>This system has no keyring that Verbatim can use; a sign-in can be kept for this session only.</source>
        <translation>Dieses System hat keinen Schlüsselbund, den Verbatim benutzen kann; eine Anmeldung lässt sich nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>The keyring does not answer; a sign-in can be kept for this session only.</source>
        <translation>Der Schlüsselbund antwortet nicht; eine Anmeldung lässt sich nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>{host} would get the sign-in unprotected; only https can be signed in to.</source>
        <translation>{host} bekäme die Anmeldung ungeschützt; anmelden kann man sich nur über https.</translation>
    </message>
    <message>
        <source>This sign-in is empty, too long or holds line breaks; check what you typed.</source>
        <translation>Diese Anmeldung ist leer, zu lang oder enthält Zeilenumbrüche; die Eingabe prüfen.</translation>
    </message>
    <message>
        <source>A token, cookie or header holds plain letters and signs only; check what you typed.</source>
        <translation>Token, Cookie und Header bestehen nur aus einfachen Buchstaben und Zeichen; die Eingabe prüfen.</translation>
    </message>
    <message>
        <source>A header needs a name like X-Api-Key; check what you typed.</source>
        <translation>Ein Header braucht einen Namen wie X-Api-Key; die Eingabe prüfen.</translation>
    </message>
    <message>
        <source>The keyring stayed locked; unlock it, or keep the sign-in for this session only.</source>
        <translation>Der Schlüsselbund ist gesperrt geblieben; ihn entsperren oder die Anmeldung nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>{host} needs its port: type it like {host}:3128.</source>
        <translation>{host} braucht seinen Port: so eingeben: {host}:3128.</translation>
    </message>
    <message>
        <source>The name is missing, or holds a colon; check what you typed.</source>
        <translation>Der Name fehlt oder enthält einen Doppelpunkt; die Eingabe prüfen.</translation>
    </message>
    <message>
        <source>{name} cannot be written: {why}.</source>
        <translation>{name} lässt sich nicht schreiben: {why}.</translation>
    </message>
    <message>
        <source>{host} does not understand what Verbatim asks ({n}); is it of another kind?</source>
        <translation>{host} versteht nicht, was Verbatim fragt ({n}); ist der Dienst von anderer Art?</translation>
    </message>
    <message>
        <source>{host} has its API turned off; turn it on in the preferences there.</source>
        <translation>{host} hat seine API ausgeschaltet; sie dort in den Einstellungen einschalten.</translation>
    </message>
    <message>
        <source>{host} does not take the sign-in; check name and password, or the token.</source>
        <translation>{host} nimmt die Anmeldung nicht an; Name und Passwort oder das Token prüfen.</translation>
    </message>
    <message>
        <source>An entry came without its number; is the account of another kind?</source>
        <translation>Ein Eintrag kam ohne seine Nummer; ist das Konto von anderer Art?</translation>
    </message>
    <message>
        <source>{host} has no such folder; make it there first.</source>
        <translation>{host} hat keinen solchen Ordner; ihn zuerst dort anlegen.</translation>
    </message>
    <message>
        <source>{host} sends on from address to address without end.</source>
        <translation>{host} leitet ohne Ende von Adresse zu Adresse weiter.</translation>
    </message>
    <message>
        <source>{host} would get the password unprotected; only https can be used.</source>
        <translation>{host} bekäme das Passwort ungeschützt; nur https lässt sich benutzen.</translation>
    </message>
    <message>
        <source>{typed} is no address of a service; leave out all after its path.</source>
        <translation>{typed} ist keine Adresse eines Dienstes; alles nach dem Pfad weglassen.</translation>
    </message>
    <message>
        <source>{host} has no such service there (404); check the address of the account.</source>
        <translation>{host} hat dort keinen solchen Dienst (404); die Adresse des Kontos prüfen.</translation>
    </message>
    <message>
        <source>{host} sends on to {to}; give the account that address.</source>
        <translation>{host} leitet zu {to} weiter; dem Konto diese Adresse geben.</translation>
    </message>
    <message>
        <source>{host} took too long; it is asked again later.</source>
        <translation>{host} hat zu lange gebraucht; später wird noch einmal gefragt.</translation>
    </message>
    <message>
        <source>January</source>
        <translation>Januar</translation>
    </message>
    <message>
        <source>February</source>
        <translation>Februar</translation>
    </message>
    <message>
        <source>March</source>
        <translation>März</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>June</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>August</source>
        <translation>August</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>October</source>
        <translation>Oktober</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>December</source>
        <translation>Dezember</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>Jan.</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Feb.</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>März</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>Apr.</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>Aug.</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Sept.</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>Okt.</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Nov.</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Dez.</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day}. {month}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{weekday}, {date}</source>
        <translation>{weekday}, {date}</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date}, {time}</translation>
    </message>
    <message>
        <source>{first}–{last}</source>
        <translation>{first}–{last}</translation>
    </message>
    <message>
        <source>{day}</source>
        <translation>{day}.</translation>
    </message>
    <message>
        <source>1,000</source>
        <translation>1.000</translation>
    </message>
    <message numerus="yes">
        <source>{n} wait for their articles.</source>
        <translation>
            <numerusform>{n} wartet auf seinen Artikel.</numerusform>
            <numerusform>{n} warten auf ihre Artikel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new articles</source>
        <translation>
            <numerusform>{n} neuer Artikel</numerusform>
            <numerusform>{n} neue Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes from other machines</source>
        <translation>
            <numerusform>{n} Änderung von anderen Rechnern</numerusform>
            <numerusform>{n} Änderungen von anderen Rechnern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} told to them.</source>
        <translation>
            <numerusform>{n} an sie gesendet.</numerusform>
            <numerusform>{n} an sie gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changed</source>
        <translation>
            <numerusform>{n} geändert</numerusform>
            <numerusform>{n} geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes sent</source>
        <translation>
            <numerusform>{n} Änderung gesendet</numerusform>
            <numerusform>{n} Änderungen gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} annotations exchanged.</source>
        <translation>
            <numerusform>{n} Anmerkung ausgetauscht.</numerusform>
            <numerusform>{n} Anmerkungen ausgetauscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} sample articles are in the trash now, for 30 days.</source>
        <translation>
            <numerusform>{n} Beispielartikel liegt jetzt im Papierkorb, 30 Tage lang.</numerusform>
            <numerusform>{n} Beispielartikel liegen jetzt im Papierkorb, 30 Tage lang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} annotations</source>
        <translation>
            <numerusform>{n} Anmerkung</numerusform>
            <numerusform>{n} Anmerkungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles</source>
        <translation>
            <numerusform>{n} Artikel</numerusform>
            <numerusform>{n} Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files that you had edited</source>
        <translation>
            <numerusform>{n} Datei, die bearbeitet worden war</numerusform>
            <numerusform>{n} Dateien, die bearbeitet worden waren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} corrected articles</source>
        <translation>
            <numerusform>{n} berichtigter Artikel</numerusform>
            <numerusform>{n} berichtigte Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} answers</source>
        <translation>
            <numerusform>{n} Antwort</numerusform>
            <numerusform>{n} Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation>das Zertifikat ist abgelaufen</translation>
    </message>
    <message>
        <source>its certificate vouches only for itself</source>
        <translation>das Zertifikat bürgt nur für sich selbst</translation>
    </message>
    <message>
        <source>its certificate is vouched for by nobody this machine trusts</source>
        <translation>für das Zertifikat bürgt niemand, dem dieser Rechner vertraut</translation>
    </message>
    <message>
        <source>its certificate is for another site</source>
        <translation>das Zertifikat gilt für eine andere Seite</translation>
    </message>
    <message>
        <source>{host} wants a sign-in for this page; add your sign-in for {host}, or save the page in your browser.</source>
        <translation>{host} verlangt für diese Seite eine Anmeldung; die Anmeldung für {host} hinzufügen, oder die Seite im Browser speichern.</translation>
    </message>
    <message>
        <source>{host} gives this page to subscribers alone; save it in your browser and drop the file here.</source>
        <translation>{host} gibt diese Seite nur an Abonnenten; im Browser speichern und die Datei hierher ziehen.</translation>
    </message>
    <message>
        <source>{host} refuses this page to programs like Verbatim; save it in your browser and drop the file here.</source>
        <translation>{host} verweigert diese Seite Programmen wie Verbatim; im Browser speichern und die Datei hierher ziehen.</translation>
    </message>
    <message>
        <source>{host} has no such page (404); check the address.</source>
        <translation>{host} hat keine solche Seite (404); die Adresse prüfen.</translation>
    </message>
    <message>
        <source>{host} does not give this page when asked for it (405); open it in your browser.</source>
        <translation>{host} gibt diese Seite auf Anfrage nicht heraus (405); im Browser öffnen.</translation>
    </message>
    <message>
        <source>The proxy between you and {host} wants a sign-in; add it, or change the proxy of your system.</source>
        <translation>Der Proxy vor {host} verlangt eine Anmeldung; sie hinzufügen, oder den Proxy des Systems ändern.</translation>
    </message>
    <message>
        <source>{host} has taken this page away for good (410).</source>
        <translation>{host} hat diese Seite endgültig entfernt (410).</translation>
    </message>
    <message>
        <source>{host} was asked too often and wants to be left alone for a while; it is asked again later.</source>
        <translation>{host} wurde zu oft gefragt und will eine Weile in Ruhe gelassen werden; später wird wieder gefragt.</translation>
    </message>
    <message>
        <source>{host} may not show this page where you are, for legal reasons (451).</source>
        <translation>{host} darf diese Seite hier aus rechtlichen Gründen nicht zeigen (451).</translation>
    </message>
    <message>
        <source>{host} is out of service for the moment; it is asked again later.</source>
        <translation>{host} ist im Augenblick außer Betrieb; später wird wieder gefragt.</translation>
    </message>
    <message>
        <source>{host} cannot be trusted: {why}. Nothing was loaded; try again later, or ask who runs the site.</source>
        <translation>{host} ist nicht zu trauen: {why}. Nichts wurde geladen; später noch einmal versuchen, oder den Betreiber der Seite fragen.</translation>
    </message>
    <message>
        <source>the secure connection could not be made</source>
        <translation>die sichere Verbindung kam nicht zustande</translation>
    </message>
    <message>
        <source>{host} has a fault of its own ({status}); it is asked again later.</source>
        <translation>{host} hat selbst einen Fehler ({status}); später wird wieder gefragt.</translation>
    </message>
    <message>
        <source>{host} answered in a way that makes no sense here ({status}); open the page in your browser.</source>
        <translation>{host} antwortete so, dass es hier keinen Sinn ergibt ({status}); die Seite im Browser öffnen.</translation>
    </message>
    <message>
        <source>{host} broke its answer off or garbled it; it is asked again later.</source>
        <translation>{host} brach die Antwort ab oder verstümmelte sie; später wird wieder gefragt.</translation>
    </message>
    <message>
        <source>{host} did not answer within {n} seconds.</source>
        <translation>{host} antwortete nicht innerhalb von {n} Sekunden.</translation>
    </message>
    <message>
        <source>{host} stopped in the middle of its answer; it is asked again later.</source>
        <translation>{host} hörte mitten in der Antwort auf; später wird wieder gefragt.</translation>
    </message>
    <message>
        <source>The proxy between you and {host} refuses; check the proxy of your system.</source>
        <translation>Der Proxy vor {host} lehnt ab; den Proxy des Systems prüfen.</translation>
    </message>
    <message>
        <source>{host} cannot be reached; it is down, or you are offline.</source>
        <translation>{host} ist nicht zu erreichen; entweder ist die Seite ausgefallen, oder es gibt kein Netz.</translation>
    </message>
    <message>
        <source>{host} has an address that cannot be opened; check how it is written.</source>
        <translation>Die Adresse bei {host} lässt sich nicht öffnen; die Schreibweise prüfen.</translation>
    </message>
    <message>
        <source>{host} sends on to something that is no page of the web; it was not followed.</source>
        <translation>{host} leitet zu etwas weiter, das keine Seite des Netzes ist; dem wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>{host} sends on to an unprotected address ({to}); it was not followed.</source>
        <translation>{host} leitet zu einer ungeschützten Adresse weiter ({to}); dem wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>{host} sends round in a circle; open the address in your browser.</source>
        <translation>{host} leitet im Kreis; die Adresse im Browser öffnen.</translation>
    </message>
    <message>
        <source>{host} took longer than {n} seconds; it is asked again later.</source>
        <translation>{host} brauchte länger als {n} Sekunden; später wird wieder gefragt.</translation>
    </message>
    <message>
        <source>{host} lies in your own network, and you did not type that address yourself; it was not asked.</source>
        <translation>{host} liegt im eigenen Netz, und diese Adresse wurde nicht von Hand eingegeben; nichts wurde abgerufen.</translation>
    </message>
    <message>
        <source>{host} could not be looked up; you seem to be offline.</source>
        <translation>{host} ließ sich nicht nachschlagen; es scheint kein Netz zu geben.</translation>
    </message>
    <message>
        <source>There is no site called {host}, or you are offline.</source>
        <translation>Es gibt keine Seite namens {host}, oder es gibt kein Netz.</translation>
    </message>
    <message>
        <source>What {host} sent is damaged or cut off; try again later.</source>
        <translation>Was {host} schickte, ist beschädigt oder abgeschnitten; später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{host} sends more than the {n} MB that a page may have; it was not loaded.</source>
        <translation>{host} schickt mehr als die {n} MB, die eine Seite haben darf; sie wurde nicht geladen.</translation>
    </message>
    <message>
        <source>{host} packed its answer in a way that it was not asked for ({how}); open it in your browser.</source>
        <translation>{host} packte die Antwort auf eine Weise, um die nicht gebeten wurde ({how}); im Browser öffnen.</translation>
    </message>
    <message>
        <source>{host} sent something that unpacks to far more than an article; it was not loaded.</source>
        <translation>{host} schickte etwas, das entpackt weit mehr als ein Artikel ist; es wurde nicht geladen.</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Change account</source>
        <translation>Konto ändern</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Delete {what}</source>
        <translation>{what} löschen</translation>
    </message>
    <message>
        <source>Take {what} out of the trash</source>
        <translation>{what} aus dem Papierkorb holen</translation>
    </message>
    <message>
        <source>Delete {what} for ever</source>
        <translation>{what} für immer löschen</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>Delete note</source>
        <translation>Notiz löschen</translation>
    </message>
    <message>
        <source>Bookmark passage</source>
        <translation>Lesezeichen an Stelle setzen</translation>
    </message>
    <message>
        <source>Remove bookmark from passage</source>
        <translation>Lesezeichen von Stelle entfernen</translation>
    </message>
    <message>
        <source>Undo all edits of the text</source>
        <translation>Alle Eingriffe in den Text rückgängig machen</translation>
    </message>
    <message>
        <source>Remove the sample articles</source>
        <translation>Die Beispielartikel entfernen</translation>
    </message>
    <message>
        <source>Mark {what} as read</source>
        <translation>{what} als gelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Mark {what} as unread</source>
        <translation>{what} als ungelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Bookmark {what}</source>
        <translation>{what} mit Lesezeichen versehen</translation>
    </message>
    <message>
        <source>Remove bookmark from {what}</source>
        <translation>Lesezeichen von {what} entfernen</translation>
    </message>
    <message>
        <source>Archive {what}</source>
        <translation>{what} archivieren</translation>
    </message>
    <message>
        <source>Take {what} out of the archive</source>
        <translation>{what} aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Tag {what} {tags}</source>
        <translation>{what} mit {tags} verschlagworten</translation>
    </message>
    <message>
        <source>Untag {what} {tags}</source>
        <translation>Schlagwörter {tags} von {what} entfernen</translation>
    </message>
    <message>
        <source>Put piece back</source>
        <translation>Stück zurücklegen</translation>
    </message>
    <message>
        <source>Take piece out</source>
        <translation>Stück herausnehmen</translation>
    </message>
    <message>
        <source>Correct speaker</source>
        <translation>Sprecher berichtigen</translation>
    </message>
    <message>
        <source>Take for no quotation</source>
        <translation>Nicht als Zitat gelten lassen</translation>
    </message>
    <message>
        <source>Correct quotation</source>
        <translation>Zitat berichtigen</translation>
    </message>
    <message>
        <source>Merge “{name}”</source>
        <translation>„{name}“ zusammenführen</translation>
    </message>
    <message>
        <source>Split “{name}”</source>
        <translation>„{name}“ trennen</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>„{name}“ umbenennen</translation>
    </message>
    <message>
        <source>Reject “{name}”</source>
        <translation>„{name}“ ablehnen</translation>
    </message>
    <message>
        <source>Take “{name}” back</source>
        <translation>„{name}“ wieder aufnehmen</translation>
    </message>
    <message>
        <source>Keep “{name}” apart</source>
        <translation>„{name}“ auseinanderhalten</translation>
    </message>
    <message>
        <source>Change what “{name}” is</source>
        <translation>Ändern, was „{name}“ ist</translation>
    </message>
    <message>
        <source>Highlight passage</source>
        <translation>Stelle markieren</translation>
    </message>
    <message>
        <source>Colour highlight</source>
        <translation>Markierung färben</translation>
    </message>
    <message>
        <source>Remove highlight</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Attach to passage</source>
        <translation>An Stelle heften</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Name colour “{name}”</source>
        <translation>Farbe „{name}“ nennen</translation>
    </message>
    <message>
        <source>Take colour's name away</source>
        <translation>Der Farbe den Namen nehmen</translation>
    </message>
    <message>
        <source>Rename tag “{name}” to “{wanted}”</source>
        <translation>Schlagwort „{name}“ in „{wanted}“ umbenennen</translation>
    </message>
    <message>
        <source>Delete tag “{name}”</source>
        <translation>Schlagwort „{name}“ löschen</translation>
    </message>
    <message>
        <source>Name collection “{name}”</source>
        <translation>Sammlung „{name}“ nennen</translation>
    </message>
    <message>
        <source>Delete collection</source>
        <translation>Sammlung löschen</translation>
    </message>
    <message>
        <source>Put {what} into {where}</source>
        <translation>{what} in {where} legen</translation>
    </message>
    <message>
        <source>Take {what} out of {where}</source>
        <translation>{what} aus {where} nehmen</translation>
    </message>
    <message>
        <source>Move {what}</source>
        <translation>{what} verschieben</translation>
    </message>
    <message>
        <source>Save search “{name}”</source>
        <translation>Suche „{name}“ sichern</translation>
    </message>
    <message>
        <source>Delete saved search</source>
        <translation>Gesicherte Suche löschen</translation>
    </message>
    <message>
        <source>Save rule “{name}”</source>
        <translation>Regel „{name}“ sichern</translation>
    </message>
    <message>
        <source>Delete rule</source>
        <translation>Regel löschen</translation>
    </message>
    <message>
        <source>Merge {what}</source>
        <translation>{what} zusammenführen</translation>
    </message>
    <message>
        <source>Keep {what} apart</source>
        <translation>{what} auseinanderhalten</translation>
    </message>
    <message numerus="yes">
        <source>Add {n} feeds</source>
        <translation>
            <numerusform>Feed hinzufügen</numerusform>
            <numerusform>{n} Feeds hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Change feed</source>
        <translation>Feed ändern</translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} feeds</source>
        <translation>
            <numerusform>Feed entfernen</numerusform>
            <numerusform>{n} Feeds entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetch address</source>
        <translation>Adresse abrufen</translation>
    </message>
    <message numerus="yes">
        <source>Stop waiting for {n} addresses</source>
        <translation>
            <numerusform>Nicht mehr auf Adresse warten</numerusform>
            <numerusform>Nicht mehr auf {n} Adressen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch {what}</source>
        <translation>{what} beobachten</translation>
    </message>
    <message>
        <source>Stop watching {what}</source>
        <translation>{what} nicht mehr beobachten</translation>
    </message>
    <message>
        <source>{n} quoted</source>
        <translation>{n} zitiert</translation>
    </message>
    <message numerus="yes">
        <source>in {n} articles</source>
        <translation>
            <numerusform>in {n} Artikel</numerusform>
            <numerusform>in {n} Artikeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in your library answers {what}.</source>
        <translation>Nichts in der Bibliothek passt zu {what}.</translation>
    </message>
    <message>
        <source>Each of these is found, but not together.</source>
        <translation>Jedes davon kommt vor, aber nicht zusammen.</translation>
    </message>
    <message>
        <source>Nothing in this list, but {found} in all articles.</source>
        <translation>Nichts in dieser Liste, aber {found} in allen Artikeln.</translation>
    </message>
    <message>
        <source>Sync through a folder</source>
        <translation>Über einen Ordner abgleichen</translation>
    </message>
    <message>
        <source>A folder, or https://cloud.example.org/dav/…</source>
        <translation>Ein Ordner oder https://cloud.example.org/dav/…</translation>
    </message>
    <message>
        <source>Folder or address</source>
        <translation>Ordner oder Adresse</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Keep the password for this sessi&amp;on only</source>
        <translation>Das Passwort nur für diese Sitz&amp;ung behalten</translation>
    </message>
    <message>
        <source>&amp;Folder or address</source>
        <translation>&amp;Ordner oder Adresse</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Choose a folder that a program of yours keeps the same on all machines (Syncthing, Nextcloud, Dropbox…), or a folder on a WebDAV server. Verbatim writes its own files there and reads the others’: states, tags, notes, highlights, corrections and articles come to every machine, and nothing is lost where two changed the same. Leave it empty to stop.</source>
        <translation>Einen Ordner wählen, den ein anderes Programm auf allen Rechnern gleich hält (Syncthing, Nextcloud, Dropbox …), oder einen Ordner auf einem WebDAV-Server. Verbatim legt dort eigene Dateien ab und liest die der anderen: Zustände, Schlagwörter, Notizen, Markierungen, Korrekturen und Artikel kommen auf jeden Rechner, und nichts geht verloren, wo zwei dasselbe geändert haben. Leer lassen, um damit aufzuhören.</translation>
    </message>
    <message>
        <source>&amp;Send articles there that I save here</source>
        <translation>Hier &amp;gesicherte Artikel dorthin senden</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Asking {host}…</source>
        <translation>{host} wird gefragt …</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What you sign in with is kept in the system’s keyring, and goes to this host alone.</source>
        <translation>Die Anmeldung bleibt im Schlüsselbund des Systems und geht nur an diesen Server.</translation>
    </message>
    <message>
        <source>Your name there is missing.</source>
        <translation>Der Name dort fehlt.</translation>
    </message>
    <message>
        <source>{what} is missing.</source>
        <translation>{what} fehlt.</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>No account yet. “Add” connects FreshRSS, Miniflux, Tiny Tiny RSS, wallabag, Readeck, Karakeep, linkding or Readwise.</source>
        <translation>Noch kein Konto. „Hinzufügen“ verbindet FreshRSS, Miniflux, Tiny Tiny RSS, wallabag, Readeck, Karakeep, linkding oder Readwise.</translation>
    </message>
    <message>
        <source>Remove {name}? What lies there stays there.</source>
        <translation>{name} entfernen? Was dort liegt, bleibt dort.</translation>
    </message>
    <message>
        <source>Articles with a bookmark, note, tag or highlight of yours stay in any case.</source>
        <translation>Artikel mit eigenem Lesezeichen, eigener Notiz, Markierung oder eigenem Schlagwort bleiben in jedem Fall.</translation>
    </message>
    <message>
        <source>&amp;Keep its articles</source>
        <translation>Seine Artikel &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Delete its articles</source>
        <translation>Seine Artikel &amp;löschen</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Abgleich läuft …</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Ändern …</translation>
    </message>
    <message>
        <source>Sync &amp;now</source>
        <translation>&amp;Jetzt abgleichen</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Last synced {when}.</source>
        <translation>Zuletzt abgeglichen {when}.</translation>
    </message>
    <message>
        <source>on {moment:%d %B, %H:%M}</source>
        <translation>am {moment:%d.%m., %H:%M}</translation>
    </message>
    <message>
        <source>nothing new.</source>
        <translation>nichts Neues.</translation>
    </message>
    <message>
        <source>Not synced yet.</source>
        <translation>Noch nicht abgeglichen.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <translation>
            <numerusform>vor {n} Minute</numerusform>
            <numerusform>vor {n} Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <translation>
            <numerusform>vor {n} Stunde</numerusform>
            <numerusform>vor {n} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changed there</source>
        <translation>
            <numerusform>{n} dort geändert</numerusform>
            <numerusform>{n} dort geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages to fetch</source>
        <translation>
            <numerusform>{n} Seite noch abzurufen</numerusform>
            <numerusform>{n} Seiten noch abzurufen</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not synced by itself until that is mended.</source>
        <translation>Von selbst wird nicht abgeglichen, bis das behoben ist.</translation>
    </message>
    <message numerus="yes">
        <source>{n} changes wait to be sent.</source>
        <translation>
            <numerusform>{n} Änderung wartet aufs Senden.</numerusform>
            <numerusform>{n} Änderungen warten aufs Senden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles.</source>
        <translation>
            <numerusform>{n} Artikel.</numerusform>
            <numerusform>{n} Artikel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes from your other machines</source>
        <translation>
            <numerusform>{n} Änderung von den anderen Rechnern</numerusform>
            <numerusform>{n} Änderungen von den anderen Rechnern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} told to them</source>
        <translation>
            <numerusform>{n} an sie gesendet</numerusform>
            <numerusform>{n} an sie gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Add anything…</source>
        <translation>Etwas hinzufügen …</translation>
    </message>
    <message>
        <source>Add an article</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>A path, an address, or an article’s text; files can be dropped here</source>
        <translation>Ein Pfad, eine Adresse oder der Text eines Artikels; auch Dateien lassen sich hier ablegen</translation>
    </message>
    <message numerus="yes">
        <source>{n} more of its {all} files could not be read.</source>
        <translation>
            <numerusform>{n} weitere seiner {all} Dateien ließ sich nicht lesen.</numerusform>
            <numerusform>{n} weitere seiner {all} Dateien ließen sich nicht lesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more waiting</source>
        <translation>
            <numerusform>{n} wartet noch</numerusform>
            <numerusform>{n} warten noch</numerusform>
        </translation>
    </message>
    <message>
        <source>Cleaning…</source>
        <translation>Wird bereinigt …</translation>
    </message>
    <message>
        <source>Reading who said what…</source>
        <translation>Wer was gesagt hat, wird gelesen …</translation>
    </message>
    <message>
        <source>There is no text or file to add; copy an article first.</source>
        <translation>Es gibt weder Text noch Datei zum Hinzufügen; zuerst einen Artikel kopieren.</translation>
    </message>
    <message>
        <source>Names of colours</source>
        <translation>Namen der Farben</translation>
    </message>
    <message>
        <source>What do your colours mean? “To check”, “Numbers”, “Good lines”…</source>
        <translation>Was bedeuten die Farben? „Zu prüfen“, „Zahlen“, „Gute Sätze“ …</translation>
    </message>
    <message>
        <source>Name of {colour}</source>
        <translation>Name für {colour}</translation>
    </message>
    <message>
        <source>Markdown, a file for each article (Obsidian)</source>
        <translation>Markdown, eine Datei für jeden Artikel (Obsidian)</translation>
    </message>
    <message>
        <source>Choose a folder, a vault for instance. What you write into the files is never overwritten: later only new annotations are added.</source>
        <translation>Einen Ordner wählen, etwa einen Vault. Was in die Dateien geschrieben wird, wird nie überschrieben: Später kommen nur neue Anmerkungen hinzu.</translation>
    </message>
    <message>
        <source>Web Annotations (W3C, JSON-LD)</source>
        <translation>Web Annotations (W3C, JSON-LD)</translation>
    </message>
    <message>
        <source>Everything: words, context, positions, colours, notes and times, for programs.</source>
        <translation>Alles: Wörter, Umgebung, Positionen, Farben, Notizen und Zeiten, für Programme.</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>For spreadsheets, and for Readwise; without the words around each passage.</source>
        <translation>Für Tabellenprogramme und für Readwise; ohne die Wörter um jede Stelle.</translation>
    </message>
    <message>
        <source>Export annotations</source>
        <translation>Anmerkungen exportieren</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>&amp;Schreiben</translation>
    </message>
    <message>
        <source>&amp;As</source>
        <translation>&amp;Als</translation>
    </message>
    <message>
        <source>&amp;Choose where…</source>
        <translation>&amp;Ort wählen …</translation>
    </message>
    <message>
        <source>Link to…</source>
        <translation>Verweisen auf …</translation>
    </message>
    <message>
        <source>A headline, a name, words that were said…</source>
        <translation>Eine Schlagzeile, ein Name, gesagte Worte …</translation>
    </message>
    <message>
        <source>What to link to</source>
        <translation>Worauf verweisen</translation>
    </message>
    <message>
        <source>Articles, quotations, people</source>
        <translation>Artikel, Zitate, Personen</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Niemand genannt</translation>
    </message>
    <message>
        <source>Nothing marked yet</source>
        <translation>Noch nichts markiert</translation>
    </message>
    <message>
        <source>Select words in an article and press Ctrl+H to highlight them, Ctrl+N for a note, B for a bookmark.</source>
        <translation>Wörter in einem Artikel auswählen, dann Strg+H für eine Markierung, Strg+N für eine Notiz, B für ein Lesezeichen.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No highlight, note or bookmark answers this. Esc shows all.</source>
        <translation>Keine Markierung, keine Notiz und kein Lesezeichen passt dazu. Esc zeigt alle.</translation>
    </message>
    <message>
        <source>Everything stands where it stood</source>
        <translation>Alles steht, wo es stand</translation>
    </message>
    <message>
        <source>When an article changes so that a passage cannot be found again, its words wait here.</source>
        <translation>Ändert sich ein Artikel so, dass eine Stelle nicht mehr zu finden ist, warten ihre Wörter hier.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Lost or unsure</source>
        <translation>Verloren oder unsicher</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>Nach Artikel</translation>
    </message>
    <message>
        <source>By colour</source>
        <translation>Nach Farbe</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>Search highlights, notes and bookmarks</source>
        <translation>Markierungen, Notizen und Lesezeichen durchsuchen</translation>
    </message>
    <message>
        <source>Search highlights &amp; notes</source>
        <translation>Markierungen und Notizen durchsuchen</translation>
    </message>
    <message>
        <source>Which kind</source>
        <translation>Welche Art</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Sortiert nach</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Weitere Filter</translation>
    </message>
    <message>
        <source>Filter by colour, tag, time and article</source>
        <translation>Nach Farbe, Schlagwort, Zeit und Artikel filtern</translation>
    </message>
    <message numerus="yes">
        <source>{n} found</source>
        <translation>
            <numerusform>{n} gefunden</numerusform>
            <numerusform>{n} gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Highlights, notes and bookmarks</source>
        <translation>Markierungen, Notizen und Lesezeichen</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Dieser Artikel</translation>
    </message>
    <message>
        <source>Any colour</source>
        <translation>Jede Farbe</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>Jedes Schlagwort</translation>
    </message>
    <message>
        <source>Near in meaning</source>
        <translation>Sinnverwandt</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>Nothing in this list has “{words}”. Press Esc to see the whole list.</source>
        <translation>Nichts in dieser Liste enthält „{words}“. Esc zeigt die ganze Liste.</translation>
    </message>
    <message>
        <source>The reading queue is empty</source>
        <translation>Die Leseliste ist leer</translation>
    </message>
    <message>
        <source>Press I on an article to read it later, Shift+I to read it next.</source>
        <translation>I auf einem Artikel merkt ihn für später vor, Umschalt+I als nächsten.</translation>
    </message>
    <message>
        <source>Nothing in this collection yet</source>
        <translation>Noch nichts in dieser Sammlung</translation>
    </message>
    <message>
        <source>Press C on an article to put it here; Alt+Up and Alt+Down move it.</source>
        <translation>C auf einem Artikel legt ihn hierher; Alt+↑ und Alt+↓ verschieben ihn.</translation>
    </message>
    <message>
        <source>Nothing is tagged “{tag}”</source>
        <translation>Nichts trägt das Schlagwort „{tag}“</translation>
    </message>
    <message>
        <source>Press T on an article to tag it.</source>
        <translation>T auf einem Artikel gibt ihm ein Schlagwort.</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Noch nichts hier</translation>
    </message>
    <message>
        <source>Copy an article in your browser and press Ctrl+V, or drop a saved page here.</source>
        <translation>Einen Artikel im Browser kopieren und Strg+V drücken, oder eine gespeicherte Seite hier ablegen.</translation>
    </message>
    <message>
        <source>You have read everything</source>
        <translation>Alles gelesen</translation>
    </message>
    <message>
        <source>What you add comes here until you open it.</source>
        <translation>Was hinzukommt, steht hier, bis es geöffnet wird.</translation>
    </message>
    <message>
        <source>No bookmarks yet</source>
        <translation>Noch keine Lesezeichen</translation>
    </message>
    <message>
        <source>Press S on an article to keep it here.</source>
        <translation>S auf einem Artikel merkt ihn hier vor.</translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation>Noch keine Notizen</translation>
    </message>
    <message>
        <source>Select a passage while reading and press Ctrl+N.</source>
        <translation>Beim Lesen eine Stelle auswählen und Strg+N drücken.</translation>
    </message>
    <message>
        <source>The archive is empty</source>
        <translation>Das Archiv ist leer</translation>
    </message>
    <message>
        <source>Press E on an article: it leaves your lists, and is still found.</source>
        <translation>E auf einem Artikel: Er verlässt die Listen und wird weiter gefunden.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
        <source>What you delete waits here until you want it back.</source>
        <translation>Was gelöscht wird, wartet hier, falls es zurückkommen soll.</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>bookmarked</source>
        <translation>mit Lesezeichen</translation>
    </message>
    <message>
        <source>has notes</source>
        <translation>mit Notizen</translation>
    </message>
    <message>
        <source>near in meaning</source>
        <translation>sinnverwandt</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>{name} – Verbatim</source>
        <translation>{name} – Verbatim</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugekommen</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>What changed: {title}</source>
        <translation>Was sich geändert hat: {title}</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>This article has not changed since it came in.</source>
        <translation>Dieser Artikel hat sich nicht geändert, seit er hereinkam.</translation>
    </message>
    <message>
        <source>The whole text was fetched; the feed had given only its beginning.</source>
        <translation>Der ganze Text wurde abgerufen; der Feed hatte nur den Anfang gegeben.</translation>
    </message>
    <message>
        <source>{keys} is free.</source>
        <translation>{keys} ist frei.</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Befehle durchsuchen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Add these keys</source>
        <translation>Diese Tasten hinzufügen</translation>
    </message>
    <message>
        <source>Take all keys away</source>
        <translation>Alle Tasten wegnehmen</translation>
    </message>
    <message>
        <source>Standard keys</source>
        <translation>Übliche Tasten</translation>
    </message>
    <message>
        <source>Press the new keys:</source>
        <translation>Die neuen Tasten drücken:</translation>
    </message>
    <message>
        <source>“{command}” has {keys} already.</source>
        <translation>„{command}“ hat {keys} bereits.</translation>
    </message>
    <message>
        <source>{keys} clashes with “{command}”, which loses it when you add it here.</source>
        <translation>{keys} gehört zu „{command}“; wird es hier hinzugefügt, verliert dieser Befehl es.</translation>
    </message>
    <message>
        <source>{keys} is a letter: it acts only when single letters are switched on in the settings.</source>
        <translation>{keys} ist ein Buchstabe: Er wirkt nur, solange einzelne Buchstaben in den Einstellungen eingeschaltet sind.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Works when</source>
        <translation>Wirkt, wenn</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>keine Tasten</translation>
    </message>
    <message>
        <source>Type a command…</source>
        <translation>Befehl eingeben …</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>jetzt nicht</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Anmerken</translation>
    </message>
    <message>
        <source>Organise</source>
        <translation>Ordnen</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>See and change every setting, at once</source>
        <translation>Alle Einstellungen sehen und ändern, sofort wirksam</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern …</translation>
    </message>
    <message>
        <source>Give commands other keys</source>
        <translation>Befehlen andere Tasten geben</translation>
    </message>
    <message>
        <source>Copy citation of article</source>
        <translation>Beleg des Artikels kopieren</translation>
    </message>
    <message>
        <source>Copy headline, authors, outlet, day and address of the article</source>
        <translation>Überschrift, Autoren, Medium, Tag und Adresse des Artikels kopieren</translation>
    </message>
    <message>
        <source>Citation copied.</source>
        <translation>Beleg kopiert.</translation>
    </message>
    <message>
        <source>a collection is chosen in the sidebar</source>
        <translation>in der Seitenleiste eine Sammlung gewählt ist</translation>
    </message>
    <message>
        <source>Choose a collection in the sidebar first.</source>
        <translation>Zuerst in der Seitenleiste eine Sammlung wählen.</translation>
    </message>
    <message>
        <source>an article of a collection is chosen</source>
        <translation>ein Artikel einer Sammlung gewählt ist</translation>
    </message>
    <message>
        <source>Choose a collection in the sidebar, and an article in it, first.</source>
        <translation>Zuerst in der Seitenleiste eine Sammlung wählen und darin einen Artikel.</translation>
    </message>
    <message>
        <source>something is in the reading queue</source>
        <translation>etwas in der Leseliste ist</translation>
    </message>
    <message>
        <source>The reading queue is empty: press I on an article to read it later.</source>
        <translation>Die Leseliste ist leer: I auf einem Artikel merkt ihn für später vor.</translation>
    </message>
    <message>
        <source>Put into collection…</source>
        <translation>In Sammlung legen …</translation>
    </message>
    <message>
        <source>Put the chosen articles into a collection, or a new one</source>
        <translation>Die gewählten Artikel in eine Sammlung legen, auch in eine neue</translation>
    </message>
    <message>
        <source>Take out of collection</source>
        <translation>Aus Sammlung nehmen</translation>
    </message>
    <message>
        <source>Take the chosen articles out of the collection shown</source>
        <translation>Die gewählten Artikel aus der gezeigten Sammlung nehmen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move the chosen articles up in their collection</source>
        <translation>Die gewählten Artikel in ihrer Sammlung nach oben schieben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move the chosen articles down in their collection</source>
        <translation>Die gewählten Artikel in ihrer Sammlung nach unten schieben</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Neue Sammlung …</translation>
    </message>
    <message>
        <source>Make a collection of articles in an order of your own</source>
        <translation>Eine Sammlung von Artikeln in eigener Reihenfolge anlegen</translation>
    </message>
    <message>
        <source>Rename collection…</source>
        <translation>Sammlung umbenennen …</translation>
    </message>
    <message>
        <source>Give the collection shown another name</source>
        <translation>Der gezeigten Sammlung einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Delete the collection shown; its articles stay</source>
        <translation>Die gezeigte Sammlung löschen; ihre Artikel bleiben</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Reading queue</source>
        <translation>Leseliste</translation>
    </message>
    <message>
        <source>Show what you want to read, in your order</source>
        <translation>Zeigen, was noch zu lesen ist, in eigener Reihenfolge</translation>
    </message>
    <message>
        <source>Read later</source>
        <translation>Später lesen</translation>
    </message>
    <message>
        <source>Put the chosen articles at the end of the reading queue</source>
        <translation>Die gewählten Artikel ans Ende der Leseliste setzen</translation>
    </message>
    <message>
        <source>Read next</source>
        <translation>Als Nächstes lesen</translation>
    </message>
    <message>
        <source>Put the chosen articles at the head of the reading queue</source>
        <translation>Die gewählten Artikel an den Anfang der Leseliste setzen</translation>
    </message>
    <message>
        <source>Open next of the queue</source>
        <translation>Nächsten der Leseliste öffnen</translation>
    </message>
    <message>
        <source>Open the article that comes next in the reading queue</source>
        <translation>Den Artikel öffnen, der in der Leseliste als nächster kommt</translation>
    </message>
    <message>
        <source>Done, open next</source>
        <translation>Fertig, nächsten öffnen</translation>
    </message>
    <message>
        <source>Take the open article out of the queue and open the next one</source>
        <translation>Den offenen Artikel aus der Leseliste nehmen und den nächsten öffnen</translation>
    </message>
    <message numerus="yes">
        <source>Put {n} articles into “{name}”</source>
        <translation>
            <numerusform>{n} Artikel in „{name}“ legen</numerusform>
            <numerusform>{n} Artikel in „{name}“ legen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read {n} articles next</source>
        <translation>
            <numerusform>{n} Artikel als Nächstes lesen</numerusform>
            <numerusform>{n} Artikel als Nächstes lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Put into collection</source>
        <translation>In Sammlung legen</translation>
    </message>
    <message>
        <source>Which collection? A new name makes a new one.</source>
        <translation>In welche Sammlung? Ein neuer Name legt eine neue an.</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Neue Sammlung</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>Wie soll sie heißen?</translation>
    </message>
    <message>
        <source>Rename collection</source>
        <translation>Sammlung umbenennen</translation>
    </message>
    <message numerus="yes">
        <source>Read {n} articles later</source>
        <translation>
            <numerusform>{n} Artikel später lesen</numerusform>
            <numerusform>{n} Artikel später lesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles are in the queue</source>
        <translation>
            <numerusform>{n} Artikel ist in der Leseliste</numerusform>
            <numerusform>{n} Artikel sind in der Leseliste</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}. Ctrl+Z takes it back.</source>
        <translation>{what}. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Number {n} of {all}.</source>
        <translation>Nummer {n} von {all}.</translation>
    </message>
    <message>
        <source>“{name}” is deleted, its articles stay. Ctrl+Z brings it back.</source>
        <translation>„{name}“ ist gelöscht, die Artikel bleiben. Strg+Z bringt sie zurück.</translation>
    </message>
    <message>
        <source>{what}: {many}. G, R shows it.</source>
        <translation>{what}: {many}. G, R zeigt sie.</translation>
    </message>
    <message>
        <source>This is the last one in the queue.</source>
        <translation>Das ist der letzte in der Leseliste.</translation>
    </message>
    <message>
        <source>The queue is empty: you have read it all.</source>
        <translation>Die Leseliste ist leer: alles gelesen.</translation>
    </message>
    <message>
        <source>It is the first already.</source>
        <translation>Er ist schon der erste.</translation>
    </message>
    <message>
        <source>It is the last already.</source>
        <translation>Er ist schon der letzte.</translation>
    </message>
    <message>
        <source>Set speaker…</source>
        <translation>Sprecher festlegen …</translation>
    </message>
    <message>
        <source>Say who said the chosen quotation</source>
        <translation>Festlegen, wer das gewählte Zitat gesagt hat</translation>
    </message>
    <message>
        <source>This is no quote</source>
        <translation>Das ist kein Zitat</translation>
    </message>
    <message>
        <source>Take the chosen quotation off the list</source>
        <translation>Das gewählte Zitat von der Liste nehmen</translation>
    </message>
    <message>
        <source>Extend quote to here</source>
        <translation>Zitat bis hierher ausdehnen</translation>
    </message>
    <message>
        <source>Let the chosen quotation go as far as the selection or the caret</source>
        <translation>Das gewählte Zitat bis zur Auswahl oder zum Cursor reichen lassen</translation>
    </message>
    <message>
        <source>Selection is a quote…</source>
        <translation>Auswahl ist ein Zitat …</translation>
    </message>
    <message>
        <source>Make a quotation of the selected words</source>
        <translation>Aus den ausgewählten Wörtern ein Zitat machen</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Who said it? Choose a name, or type another one.</source>
        <translation>Wer hat das gesagt? Einen Namen wählen oder einen anderen eingeben.</translation>
    </message>
    <message>
        <source>{change}: kept. Ctrl+Z takes it back.</source>
        <translation>{change}: gemerkt. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>an article is open</source>
        <translation>ein Artikel offen ist</translation>
    </message>
    <message>
        <source>Open an article first.</source>
        <translation>Zuerst einen Artikel öffnen.</translation>
    </message>
    <message>
        <source>an article or somebody’s page is open</source>
        <translation>ein Artikel oder die Seite einer Person offen ist</translation>
    </message>
    <message>
        <source>an article is chosen or open</source>
        <translation>ein Artikel gewählt oder offen ist</translation>
    </message>
    <message>
        <source>Choose an article first.</source>
        <translation>Zuerst einen Artikel wählen.</translation>
    </message>
    <message>
        <source>words of the article are selected</source>
        <translation>Wörter des Artikels ausgewählt sind</translation>
    </message>
    <message>
        <source>Select a passage first, by mouse or with Shift and the arrow keys.</source>
        <translation>Zuerst eine Stelle auswählen, mit der Maus oder mit Umschalt und den Pfeiltasten.</translation>
    </message>
    <message>
        <source>a quotation is chosen</source>
        <translation>ein Zitat gewählt ist</translation>
    </message>
    <message>
        <source>Choose a quotation first: “Next quote” goes to the next one.</source>
        <translation>Zuerst ein Zitat wählen: „Nächstes Zitat“ geht zum nächsten.</translation>
    </message>
    <message>
        <source>a piece is chosen in the Source tab</source>
        <translation>auf dem Blatt „Quelle“ ein Stück gewählt ist</translation>
    </message>
    <message>
        <source>Choose a piece in the Source tab first.</source>
        <translation>Zuerst auf dem Blatt „Quelle“ ein Stück wählen.</translation>
    </message>
    <message>
        <source>something was changed</source>
        <translation>etwas geändert wurde</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>a change was taken back</source>
        <translation>eine Änderung zurückgenommen wurde</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>Alle Artikel zeigen</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Show unread articles</source>
        <translation>Ungelesene Artikel zeigen</translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation>Mit Lesezeichen</translation>
    </message>
    <message>
        <source>Show bookmarked articles</source>
        <translation>Artikel mit Lesezeichen zeigen</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>Mit Notizen</translation>
    </message>
    <message>
        <source>Show articles with notes</source>
        <translation>Artikel mit Notizen zeigen</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Show the archive</source>
        <translation>Das Archiv zeigen</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Show the trash</source>
        <translation>Den Papierkorb zeigen</translation>
    </message>
    <message>
        <source>Export annotations…</source>
        <translation>Anmerkungen exportieren …</translation>
    </message>
    <message>
        <source>Write highlights, notes and bookmarks for other programs: Markdown, Web Annotations, a table</source>
        <translation>Markierungen, Notizen und Lesezeichen für andere Programme schreiben: Markdown, Web Annotations, eine Tabelle</translation>
    </message>
    <message>
        <source>{annotations} of {articles} were written to {path}.</source>
        <translation>{annotations} aus {articles} wurden nach {path} geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>{n} files that you edited were only added to.</source>
        <translation>
            <numerusform>{n} selbst bearbeitete Datei wurde nur ergänzt.</numerusform>
            <numerusform>{n} selbst bearbeitete Dateien wurden nur ergänzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What you marked in the {n} chosen articles</source>
        <translation>
            <numerusform>Was im gewählten Artikel markiert ist</numerusform>
            <numerusform>Was in den {n} gewählten Artikeln markiert ist</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that you marked</source>
        <translation>Alles Markierte</translation>
    </message>
    <message>
        <source>Folder for the Markdown files</source>
        <translation>Ordner für die Markdown-Dateien</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>Was die Liste zeigt</translation>
    </message>
    <message>
        <source>Import from another reader…</source>
        <translation>Aus anderem Programm importieren …</translation>
    </message>
    <message>
        <source>Bring in what Pocket, Instapaper, Omnivore, Readwise, wallabag, Zotero and others exported</source>
        <translation>Hereinholen, was Pocket, Instapaper, Omnivore, Readwise, wallabag, Zotero und andere exportiert haben</translation>
    </message>
    <message>
        <source>Exports ({patterns});;All files (*)</source>
        <translation>Exporte ({patterns});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import from another reader</source>
        <translation>Aus anderem Programm importieren</translation>
    </message>
    <message>
        <source>Another import is under way.</source>
        <translation>Ein anderer Import läuft noch.</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>{file} wird gelesen …</translation>
    </message>
    <message>
        <source>Importing: {done} of {all}</source>
        <translation>Import: {done} von {all}</translation>
    </message>
    <message>
        <source>a feed is chosen in the sidebar</source>
        <translation>in der Seitenleiste ein Feed gewählt ist</translation>
    </message>
    <message>
        <source>Choose a feed in the sidebar first.</source>
        <translation>Zuerst in der Seitenleiste einen Feed wählen.</translation>
    </message>
    <message>
        <source>Waiting addresses…</source>
        <translation>Wartende Adressen …</translation>
    </message>
    <message>
        <source>See the addresses that could not be fetched yet, and why</source>
        <translation>Adressen sehen, die noch nicht abgerufen werden konnten, und warum</translation>
    </message>
    <message>
        <source>Add feed…</source>
        <translation>Feed hinzufügen …</translation>
    </message>
    <message>
        <source>Subscribe to a site’s feed, by the address of either</source>
        <translation>Den Feed einer Website abonnieren, über die Adresse der einen oder des anderen</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Feeds</translation>
    </message>
    <message>
        <source>Refresh all feeds</source>
        <translation>Alle Feeds abrufen</translation>
    </message>
    <message>
        <source>Ask all feeds for news now</source>
        <translation>Jetzt alle Feeds nach Neuem fragen</translation>
    </message>
    <message>
        <source>Refresh feed</source>
        <translation>Feed abrufen</translation>
    </message>
    <message>
        <source>Ask the chosen feed for news now</source>
        <translation>Jetzt den gewählten Feed nach Neuem fragen</translation>
    </message>
    <message>
        <source>Feed settings…</source>
        <translation>Feed-Einstellungen …</translation>
    </message>
    <message>
        <source>Name, folder, schedule and whole text of the chosen feed</source>
        <translation>Name, Ordner, Zeitplan und voller Text des gewählten Feeds</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>Abbestellen</translation>
    </message>
    <message>
        <source>Remove the chosen feed; its articles stay</source>
        <translation>Den gewählten Feed entfernen; seine Artikel bleiben</translation>
    </message>
    <message>
        <source>Unsubscribe and delete articles</source>
        <translation>Abbestellen und Artikel löschen</translation>
    </message>
    <message>
        <source>Remove the chosen feed, and put its articles in the trash that carry nothing of yours</source>
        <translation>Den gewählten Feed entfernen und seine Artikel, die nichts Eigenes tragen, in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Import feeds…</source>
        <translation>Feeds importieren …</translation>
    </message>
    <message>
        <source>Subscribe to the feeds in another reader’s list (OPML)</source>
        <translation>Die Feeds aus der Liste eines anderen Programms abonnieren (OPML)</translation>
    </message>
    <message>
        <source>Export feeds…</source>
        <translation>Feeds exportieren …</translation>
    </message>
    <message>
        <source>Write the list of your feeds for other readers (OPML)</source>
        <translation>Die Liste der Feeds für andere Programme schreiben (OPML)</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>Erneut abrufen</translation>
    </message>
    <message>
        <source>Fetch the article from its address again: its whole text, or what changed</source>
        <translation>Den Artikel noch einmal von seiner Adresse abrufen: den vollen Text, oder was sich geändert hat</translation>
    </message>
    <message>
        <source>Watch for changes</source>
        <translation>Auf Änderungen beobachten</translation>
    </message>
    <message>
        <source>Look at the article again by and by, and tell when it changes</source>
        <translation>Von Zeit zu Zeit nach dem Artikel sehen und melden, wenn er sich ändert</translation>
    </message>
    <message>
        <source>What changed…</source>
        <translation>Was sich geändert hat …</translation>
    </message>
    <message>
        <source>See what changed in the article since it came in, quotations first</source>
        <translation>Sehen, was sich im Artikel geändert hat, seit er hereinkam, Zitate zuerst</translation>
    </message>
    <message>
        <source>Add feed</source>
        <translation>Feed hinzufügen</translation>
    </message>
    <message>
        <source>The address of the site, or of its feed:</source>
        <translation>Die Adresse der Website oder ihres Feeds:</translation>
    </message>
    <message>
        <source>Asking all feeds…</source>
        <translation>Alle Feeds werden gefragt …</translation>
    </message>
    <message>
        <source>Import feeds</source>
        <translation>Feeds importieren</translation>
    </message>
    <message>
        <source>Export feeds</source>
        <translation>Feeds exportieren</translation>
    </message>
    <message>
        <source>Fetching the article again…</source>
        <translation>Der Artikel wird erneut abgerufen …</translation>
    </message>
    <message>
        <source>This article has changed: {what}. Shift+D shows what.</source>
        <translation>Dieser Artikel hat sich geändert: {what}. Umschalt+D zeigt, was.</translation>
    </message>
    <message>
        <source>Fetching {host}…</source>
        <translation>{host} wird abgerufen …</translation>
    </message>
    <message>
        <source>No address is waiting.</source>
        <translation>Keine Adresse wartet.</translation>
    </message>
    <message>
        <source>Looking for feeds…</source>
        <translation>Feeds werden gesucht …</translation>
    </message>
    <message>
        <source>Asking {feed}…</source>
        <translation>{feed} wird gefragt …</translation>
    </message>
    <message>
        <source>Unsubscribed from {feed}. Ctrl+Z takes it back.</source>
        <translation>{feed} ist abbestellt. Strg+Z nimmt es zurück.</translation>
    </message>
    <message numerus="yes">
        <source>{n} feeds are new.</source>
        <translation>
            <numerusform>{n} Feed ist neu.</numerusform>
            <numerusform>{n} Feeds sind neu.</numerusform>
        </translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>sie ist zu groß</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation>{name} lässt sich nicht lesen: {why}.</translation>
    </message>
    <message>
        <source>It is looked at every six hours.</source>
        <translation>Alle sechs Stunden wird nach ihm gesehen.</translation>
    </message>
    <message>
        <source>It is not watched any longer.</source>
        <translation>Er wird nicht mehr beobachtet.</translation>
    </message>
    <message>
        <source>The article has not changed.</source>
        <translation>Der Artikel hat sich nicht geändert.</translation>
    </message>
    <message numerus="yes">
        <source>Fetching… {n} left</source>
        <translation>
            <numerusform>Wird abgerufen … noch {n}</numerusform>
            <numerusform>Werden abgerufen … noch {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>The address waits, and is fetched by itself.</source>
        <translation>Die Adresse wartet und wird von selbst abgerufen.</translation>
    </message>
    <message>
        <source>words are selected, or a quotation, a hit or a mention is lit</source>
        <translation>Wörter ausgewählt sind oder ein Zitat, ein Treffer oder eine Nennung hervorgehoben ist</translation>
    </message>
    <message>
        <source>Select a passage first, by mouse or with Shift and the arrow keys; or go to a quotation or a hit.</source>
        <translation>Zuerst eine Stelle auswählen, mit der Maus oder mit Umschalt und den Pfeiltasten; oder zu einem Zitat oder Treffer gehen.</translation>
    </message>
    <message>
        <source>the caret is on a highlight</source>
        <translation>der Cursor auf einer Markierung steht</translation>
    </message>
    <message>
        <source>Put the caret on a highlight first.</source>
        <translation>Zuerst den Cursor auf eine Markierung setzen.</translation>
    </message>
    <message>
        <source>a note, highlight or bookmark is chosen</source>
        <translation>eine Notiz, eine Markierung oder ein Lesezeichen gewählt ist</translation>
    </message>
    <message>
        <source>Choose a note, a highlight or a bookmark in the Notes tab first.</source>
        <translation>Zuerst auf dem Blatt „Notizen“ eine Notiz, eine Markierung oder ein Lesezeichen wählen.</translation>
    </message>
    <message>
        <source>a note is being written</source>
        <translation>eine Notiz geschrieben wird</translation>
    </message>
    <message>
        <source>Open a note for writing first.</source>
        <translation>Zuerst eine Notiz zum Schreiben öffnen.</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Highlight the selected words, or the quotation or hit that is lit</source>
        <translation>Die ausgewählten Wörter markieren oder das hervorgehobene Zitat, den Treffer</translation>
    </message>
    <message>
        <source>Highlight in</source>
        <translation>Markieren in</translation>
    </message>
    <message>
        <source>First colour</source>
        <translation>Erste Farbe</translation>
    </message>
    <message>
        <source>Highlight in the first colour, or give a highlight this colour</source>
        <translation>In der ersten Farbe markieren, oder einer Markierung diese Farbe geben</translation>
    </message>
    <message>
        <source>Second colour</source>
        <translation>Zweite Farbe</translation>
    </message>
    <message>
        <source>Highlight in the second colour, or give a highlight this colour</source>
        <translation>In der zweiten Farbe markieren, oder einer Markierung diese Farbe geben</translation>
    </message>
    <message>
        <source>Third colour</source>
        <translation>Dritte Farbe</translation>
    </message>
    <message>
        <source>Highlight in the third colour, or give a highlight this colour</source>
        <translation>In der dritten Farbe markieren, oder einer Markierung diese Farbe geben</translation>
    </message>
    <message>
        <source>Fourth colour</source>
        <translation>Vierte Farbe</translation>
    </message>
    <message>
        <source>Highlight in the fourth colour, or give a highlight this colour</source>
        <translation>In der vierten Farbe markieren, oder einer Markierung diese Farbe geben</translation>
    </message>
    <message>
        <source>Fifth colour</source>
        <translation>Fünfte Farbe</translation>
    </message>
    <message>
        <source>Highlight in the fifth colour, or give a highlight this colour</source>
        <translation>In der fünften Farbe markieren, oder einer Markierung diese Farbe geben</translation>
    </message>
    <message>
        <source>Take away the highlights at the caret or the selection</source>
        <translation>Die Markierungen am Cursor oder in der Auswahl wegnehmen</translation>
    </message>
    <message>
        <source>Name colours…</source>
        <translation>Farben benennen …</translation>
    </message>
    <message>
        <source>Say what each colour of highlights means to you</source>
        <translation>Festlegen, was jede Farbe der Markierungen bedeutet</translation>
    </message>
    <message>
        <source>Next annotation</source>
        <translation>Nächste Anmerkung</translation>
    </message>
    <message>
        <source>Go to the next highlight, note or bookmark of the article</source>
        <translation>Zur nächsten Markierung, Notiz oder zum nächsten Lesezeichen des Artikels gehen</translation>
    </message>
    <message>
        <source>Previous annotation</source>
        <translation>Vorige Anmerkung</translation>
    </message>
    <message>
        <source>Go to the highlight, note or bookmark before</source>
        <translation>Zur Markierung, Notiz oder zum Lesezeichen davor gehen</translation>
    </message>
    <message>
        <source>Write note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Note on the selected words, or on the highlight, the quotation or the name that is chosen; or on the whole article</source>
        <translation>Eine Notiz zu den ausgewählten Wörtern, zur gewählten Markierung, zum Zitat oder Namen; oder zum ganzen Artikel</translation>
    </message>
    <message>
        <source>Delete chosen annotation</source>
        <translation>Gewählte Anmerkung löschen</translation>
    </message>
    <message>
        <source>Delete the note, highlight or bookmark chosen in the Notes tab</source>
        <translation>Die auf dem Blatt „Notizen“ gewählte Notiz, Markierung oder das Lesezeichen löschen</translation>
    </message>
    <message>
        <source>Bookmark the selected words, or what is lit</source>
        <translation>Ein Lesezeichen an die ausgewählten Wörter setzen, oder an das Hervorgehobene</translation>
    </message>
    <message>
        <source>Attach to selection</source>
        <translation>An Auswahl heften</translation>
    </message>
    <message>
        <source>Let the chosen note, highlight or bookmark stand on the selected words: an orphan's new place</source>
        <translation>Die gewählte Notiz, Markierung oder das Lesezeichen auf die ausgewählten Wörter setzen: der neue Platz für Verwaistes</translation>
    </message>
    <message>
        <source>Link in note…</source>
        <translation>Verweis in Notiz …</translation>
    </message>
    <message>
        <source>Put a link to an article, a quotation or a person into the note</source>
        <translation>Einen Verweis auf einen Artikel, ein Zitat oder eine Person in die Notiz setzen</translation>
    </message>
    <message>
        <source>Follow link in note</source>
        <translation>Verweis in Notiz folgen</translation>
    </message>
    <message>
        <source>Go where the link in the chosen note leads: the one at the caret, or the first</source>
        <translation>Dorthin gehen, wohin der Verweis in der gewählten Notiz führt: der am Cursor, sonst der erste</translation>
    </message>
    <message>
        <source>Note saved.</source>
        <translation>Notiz gesichert.</translation>
    </message>
    <message>
        <source>Highlighted: {name}.</source>
        <translation>Markiert: {name}.</translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} highlights</source>
        <translation>
            <numerusform>{n} Markierung entfernen</numerusform>
            <numerusform>{n} Markierungen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>{change}. Ctrl+Z brings it back.</source>
        <translation>{change}. Strg+Z bringt es zurück.</translation>
    </message>
    <message>
        <source>There is no highlight, note or bookmark in this article.</source>
        <translation>In diesem Artikel gibt es keine Markierung, keine Notiz und kein Lesezeichen.</translation>
    </message>
    <message>
        <source>Select the words that it is to stand on, and choose this again.</source>
        <translation>Die Wörter auswählen, auf denen es stehen soll, und dies noch einmal wählen.</translation>
    </message>
    <message>
        <source>There is no link in this note. Ctrl+Shift+N puts one in while you write.</source>
        <translation>In dieser Notiz ist kein Verweis. Strg+Umschalt+N setzt beim Schreiben einen ein.</translation>
    </message>
    <message>
        <source>The article that this link leads to is no longer in the library.</source>
        <translation>Der Artikel, zu dem dieser Verweis führt, ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>Name colours</source>
        <translation>Farben benennen</translation>
    </message>
    <message>
        <source>Look for a newer version</source>
        <translation>Nach neuerer Version sehen</translation>
    </message>
    <message>
        <source>Ask once, now, where Verbatim is published; it never looks by itself</source>
        <translation>Einmal, jetzt, dort fragen, wo Verbatim veröffentlicht wird; von selbst geschieht das nie</translation>
    </message>
    <message>
        <source>Looking for a newer version…</source>
        <translation>Nach einer neueren Version wird gesehen …</translation>
    </message>
    <message>
        <source>Verbatim {newer} is there; this is {version}.</source>
        <translation>Verbatim {newer} ist da; dies ist {version}.</translation>
    </message>
    <message>
        <source>Verbatim {version} is the newest version.</source>
        <translation>Verbatim {version} ist die neueste Version.</translation>
    </message>
    <message>
        <source>Open its page?</source>
        <translation>Ihre Seite öffnen?</translation>
    </message>
    <message>
        <source>A newer version</source>
        <translation>Eine neuere Version</translation>
    </message>
    <message>
        <source>there is a tag</source>
        <translation>es ein Schlagwort gibt</translation>
    </message>
    <message>
        <source>Tag an article first: T.</source>
        <translation>Zuerst einem Artikel ein Schlagwort geben: T.</translation>
    </message>
    <message>
        <source>something is searched for</source>
        <translation>nach etwas gesucht wird</translation>
    </message>
    <message>
        <source>Search for something first: /.</source>
        <translation>Zuerst nach etwas suchen: /.</translation>
    </message>
    <message>
        <source>a saved search is chosen in the sidebar</source>
        <translation>in der Seitenleiste eine gesicherte Suche gewählt ist</translation>
    </message>
    <message>
        <source>Choose a saved search in the sidebar first.</source>
        <translation>Zuerst in der Seitenleiste eine gesicherte Suche wählen.</translation>
    </message>
    <message>
        <source>Save search…</source>
        <translation>Suche sichern …</translation>
    </message>
    <message>
        <source>Keep what is searched for as a list in the sidebar</source>
        <translation>Wonach gesucht wird, als Liste in der Seitenleiste behalten</translation>
    </message>
    <message>
        <source>Change saved search…</source>
        <translation>Gesicherte Suche ändern …</translation>
    </message>
    <message>
        <source>Give the chosen saved search another name or other words</source>
        <translation>Der gewählten gesicherten Suche einen anderen Namen oder andere Wörter geben</translation>
    </message>
    <message>
        <source>Take the chosen saved search out of the sidebar</source>
        <translation>Die gewählte gesicherte Suche aus der Seitenleiste nehmen</translation>
    </message>
    <message>
        <source>Rename or merge tag…</source>
        <translation>Schlagwort umbenennen oder zusammenführen …</translation>
    </message>
    <message>
        <source>Give a tag and those below it another name; under the name of another tag both become one</source>
        <translation>Einem Schlagwort und denen darunter einen anderen Namen geben; unter dem Namen eines anderen werden beide eins</translation>
    </message>
    <message>
        <source>Delete tag…</source>
        <translation>Schlagwort löschen …</translation>
    </message>
    <message>
        <source>Take a tag and those below it off every article</source>
        <translation>Ein Schlagwort und die darunter von jedem Artikel nehmen</translation>
    </message>
    <message>
        <source>Change several articles…</source>
        <translation>Mehrere Artikel ändern …</translation>
    </message>
    <message>
        <source>Tag, file, mark or delete the chosen articles, or the whole list</source>
        <translation>Die gewählten Artikel oder die ganze Liste verschlagworten, einordnen, kennzeichnen oder löschen</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>Regeln …</translation>
    </message>
    <message>
        <source>Write rules for articles that arrive: from whom, about what, what is done</source>
        <translation>Regeln für ankommende Artikel schreiben: von wem, worüber, was damit geschieht</translation>
    </message>
    <message>
        <source>Duplicates…</source>
        <translation>Dubletten …</translation>
    </message>
    <message>
        <source>See articles that may be one, and merge them or keep them apart</source>
        <translation>Artikel sehen, die einer sein könnten, und sie zusammenführen oder auseinanderhalten</translation>
    </message>
    <message>
        <source>Recently deleted…</source>
        <translation>Kürzlich gelöscht …</translation>
    </message>
    <message>
        <source>See what was deleted in the last 30 days, and bring it back</source>
        <translation>Sehen, was in den letzten 30 Tagen gelöscht wurde, und es zurückholen</translation>
    </message>
    <message>
        <source>Change saved search</source>
        <translation>Gesicherte Suche ändern</translation>
    </message>
    <message>
        <source>What is “{name}” called from now on? “news/local” lies below “news”.</source>
        <translation>Wie soll „{name}“ künftig heißen? „Zeitung/Lokales“ liegt unter „Zeitung“.</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Suche sichern</translation>
    </message>
    <message>
        <source>What is this list called?</source>
        <translation>Wie soll diese Liste heißen?</translation>
    </message>
    <message>
        <source>What does it search for?</source>
        <translation>Wonach sucht sie?</translation>
    </message>
    <message>
        <source>Rename or merge tag</source>
        <translation>Schlagwort umbenennen oder zusammenführen</translation>
    </message>
    <message>
        <source>Which tag?</source>
        <translation>Welches Schlagwort?</translation>
    </message>
    <message numerus="yes">
        <source>{n} articles changed</source>
        <translation>
            <numerusform>{n} Artikel geändert</numerusform>
            <numerusform>{n} Artikel geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete tag</source>
        <translation>Schlagwort löschen</translation>
    </message>
    <message>
        <source>Which tag? Those below it go too; the articles stay.</source>
        <translation>Welches Schlagwort? Die darunter gehen mit; die Artikel bleiben.</translation>
    </message>
    <message>
        <source>{what}: {many}. Ctrl+Z takes it back.</source>
        <translation>{what}: {many}. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>The tag “{name}” is deleted. Ctrl+Z brings it back.</source>
        <translation>Das Schlagwort „{name}“ ist gelöscht. Strg+Z bringt es zurück.</translation>
    </message>
    <message numerus="yes">
        <source>The {n} chosen articles</source>
        <translation>
            <numerusform>Der gewählte Artikel</numerusform>
            <numerusform>Die {n} gewählten Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {n} articles of this list</source>
        <translation>
            <numerusform>Der eine Artikel dieser Liste</numerusform>
            <numerusform>Alle {n} Artikel dieser Liste</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule “{name}”</source>
        <translation>Regel „{name}“</translation>
    </message>
    <message>
        <source>the list of all annotations is shown</source>
        <translation>die Liste aller Anmerkungen gezeigt wird</translation>
    </message>
    <message>
        <source>Show all highlights and notes first: G, H.</source>
        <translation>Zuerst alle Markierungen und Notizen zeigen: G, H.</translation>
    </message>
    <message>
        <source>Highlights &amp; notes</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>List all highlights, notes and bookmarks</source>
        <translation>Alle Markierungen, Notizen und Lesezeichen auflisten</translation>
    </message>
    <message>
        <source>Write in the chosen note, or a note on the chosen highlight or bookmark</source>
        <translation>In die gewählte Notiz schreiben, oder eine Notiz zur gewählten Markierung oder zum Lesezeichen</translation>
    </message>
    <message>
        <source>Copy annotation</source>
        <translation>Anmerkung kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen annotation with its source</source>
        <translation>Die gewählte Anmerkung mit ihrer Quelle kopieren</translation>
    </message>
    <message>
        <source>Filter annotations</source>
        <translation>Anmerkungen filtern</translation>
    </message>
    <message>
        <source>Filter the list by colour, tag, time and article</source>
        <translation>Die Liste nach Farbe, Schlagwort, Zeit und Artikel filtern</translation>
    </message>
    <message>
        <source>Copied, with its source.</source>
        <translation>Kopiert, mit Quelle.</translation>
    </message>
    <message>
        <source>The article has these words no longer. They are kept here; “Attach to selection” places them.</source>
        <translation>Der Artikel enthält diese Wörter nicht mehr. Hier bleiben sie erhalten; „An Auswahl heften“ gibt ihnen einen Platz.</translation>
    </message>
    <message>
        <source>{what}. Ctrl+Z brings it back.</source>
        <translation>{what}. Strg+Z bringt es zurück.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Quotes tab</source>
        <translation>Blatt „Zitate“</translation>
    </message>
    <message>
        <source>Show the inspector’s tab of quotations</source>
        <translation>Das Blatt des Inspektors mit den Zitaten zeigen</translation>
    </message>
    <message>
        <source>People &amp; places tab</source>
        <translation>Blatt „Personen und Orte“</translation>
    </message>
    <message>
        <source>Show the inspector’s tab of names</source>
        <translation>Das Blatt des Inspektors mit den Namen zeigen</translation>
    </message>
    <message>
        <source>Timeline tab</source>
        <translation>Blatt „Zeitleiste“</translation>
    </message>
    <message>
        <source>Show the inspector’s tab of dates</source>
        <translation>Das Blatt des Inspektors mit den Daten zeigen</translation>
    </message>
    <message>
        <source>Notes tab</source>
        <translation>Blatt „Notizen“</translation>
    </message>
    <message>
        <source>Show the inspector’s tab of notes and bookmarks</source>
        <translation>Das Blatt des Inspektors mit Notizen und Lesezeichen zeigen</translation>
    </message>
    <message>
        <source>Source tab</source>
        <translation>Blatt „Quelle“</translation>
    </message>
    <message>
        <source>Show the inspector’s tab of what came in and what was taken away</source>
        <translation>Das Blatt des Inspektors zeigen: was hereinkam und was weggenommen wurde</translation>
    </message>
    <message>
        <source>Next quote</source>
        <translation>Nächstes Zitat</translation>
    </message>
    <message>
        <source>Choose the next quotation</source>
        <translation>Das nächste Zitat wählen</translation>
    </message>
    <message>
        <source>Previous quote</source>
        <translation>Voriges Zitat</translation>
    </message>
    <message>
        <source>Choose the previous quotation</source>
        <translation>Das vorige Zitat wählen</translation>
    </message>
    <message>
        <source>Next mention</source>
        <translation>Nächste Nennung</translation>
    </message>
    <message>
        <source>Go to the next place where the chosen name stands</source>
        <translation>Zur nächsten Stelle gehen, an der der gewählte Name steht</translation>
    </message>
    <message>
        <source>Previous mention</source>
        <translation>Vorige Nennung</translation>
    </message>
    <message>
        <source>Go to the place before</source>
        <translation>Zur Stelle davor gehen</translation>
    </message>
    <message>
        <source>Next kind of quotes</source>
        <translation>Nächste Art von Zitaten</translation>
    </message>
    <message>
        <source>List all quotations, or those of one kind or certainty</source>
        <translation>Alle Zitate auflisten, oder die von einer Art oder Gewissheit</translation>
    </message>
    <message>
        <source>Copy quote with citation</source>
        <translation>Zitat mit Beleg kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen quotation and where it is from</source>
        <translation>Das gewählte Zitat kopieren und woher es stammt</translation>
    </message>
    <message>
        <source>Copy quote as Markdown</source>
        <translation>Zitat als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen quotation as a Markdown block</source>
        <translation>Das gewählte Zitat als Markdown-Block kopieren</translation>
    </message>
    <message>
        <source>Copy quote as picture</source>
        <translation>Zitat als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen quotation as a picture card</source>
        <translation>Das gewählte Zitat als Bildkarte kopieren</translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation>Auswahl kopieren</translation>
    </message>
    <message>
        <source>Copy the selected words</source>
        <translation>Die ausgewählten Wörter kopieren</translation>
    </message>
    <message>
        <source>Put piece back or take it out</source>
        <translation>Stück zurücklegen oder herausnehmen</translation>
    </message>
    <message>
        <source>In the Source tab: restore or remove the chosen piece</source>
        <translation>Auf dem Blatt „Quelle“: das gewählte Stück zurücklegen oder herausnehmen</translation>
    </message>
    <message>
        <source>Group quotes by speaker</source>
        <translation>Zitate nach Sprecher ordnen</translation>
    </message>
    <message>
        <source>List the quotations speaker by speaker, or in order</source>
        <translation>Die Zitate Sprecher für Sprecher auflisten, oder der Reihe nach</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>Was hereinkam</translation>
    </message>
    <message>
        <source>Show the article’s source as it came in, or what was taken away</source>
        <translation>Die Quelle des Artikels zeigen, wie sie hereinkam, oder was weggenommen wurde</translation>
    </message>
    <message>
        <source>Clean and read anew</source>
        <translation>Neu bereinigen und lesen</translation>
    </message>
    <message>
        <source>Clean and analyse the article again from what came in</source>
        <translation>Den Artikel aus dem, was hereinkam, noch einmal bereinigen und auswerten</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy the article’s address</source>
        <translation>Die Adresse des Artikels kopieren</translation>
    </message>
    <message>
        <source>Open original</source>
        <translation>Original öffnen</translation>
    </message>
    <message>
        <source>Open the article’s address in the browser</source>
        <translation>Die Adresse des Artikels im Browser öffnen</translation>
    </message>
    <message>
        <source>Open this address in your browser?

{url}

Site: {host}</source>
        <translation>Diese Adresse im Browser öffnen?

{url}

Website: {host}</translation>
    </message>
    <message>
        <source>Quotation copied, with its citation.</source>
        <translation>Zitat kopiert, mit Beleg.</translation>
    </message>
    <message>
        <source>Quotation copied as Markdown.</source>
        <translation>Zitat als Markdown kopiert.</translation>
    </message>
    <message>
        <source>Quotation copied as a picture.</source>
        <translation>Zitat als Bild kopiert.</translation>
    </message>
    <message>
        <source>Address copied.</source>
        <translation>Adresse kopiert.</translation>
    </message>
    <message>
        <source>This article came without an address.</source>
        <translation>Dieser Artikel kam ohne Adresse.</translation>
    </message>
    <message>
        <source>… and more; this is its first part.</source>
        <translation>… und mehr; das ist der erste Teil.</translation>
    </message>
    <message>
        <source>the page of a person, organisation or place is shown</source>
        <translation>die Seite einer Person, einer Organisation oder eines Ortes gezeigt wird</translation>
    </message>
    <message>
        <source>Open somebody’s page first: “Person page” leads to whom the cursor stands on.</source>
        <translation>Zuerst die Seite einer Person öffnen: „Seite der Person“ führt zu der, auf der der Cursor steht.</translation>
    </message>
    <message>
        <source>the page says that another may be the same</source>
        <translation>die Seite sagt, dass jemand anderes dieselbe Person sein könnte</translation>
    </message>
    <message>
        <source>Nobody is offered as the same here.</source>
        <translation>Hier wird niemand als dieselbe Person angeboten.</translation>
    </message>
    <message>
        <source>articles are chosen on somebody’s page</source>
        <translation>auf der Seite einer Person Artikel gewählt sind</translation>
    </message>
    <message>
        <source>Choose the articles that mean another one, in the Articles tab of somebody’s page, first.</source>
        <translation>Zuerst auf der Seite einer Person, auf dem Blatt „Artikel“, die Artikel wählen, die jemand anderen meinen.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>List everybody whom your articles name</source>
        <translation>Alle auflisten, die in den Artikeln genannt werden</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>List the organisations</source>
        <translation>Die Organisationen auflisten</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>List the places</source>
        <translation>Die Orte auflisten</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>List the stories that several articles tell</source>
        <translation>Die Themen auflisten, über die mehrere Artikel berichten</translation>
    </message>
    <message>
        <source>Rejected names</source>
        <translation>Abgelehnte Namen</translation>
    </message>
    <message>
        <source>List the names that you rejected</source>
        <translation>Die abgelehnten Namen auflisten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Go back to the page or article before</source>
        <translation>Zur Seite oder zum Artikel davor zurückgehen</translation>
    </message>
    <message>
        <source>Person page</source>
        <translation>Seite der Person</translation>
    </message>
    <message>
        <source>Show all that is known of who said the quotation, or of the name, under the cursor</source>
        <translation>Alles zeigen, was über den Sprecher des Zitats oder den Namen unter dem Cursor bekannt ist</translation>
    </message>
    <message>
        <source>Story page</source>
        <translation>Seite des Themas</translation>
    </message>
    <message>
        <source>Show who else tells this article’s story, and whom they quote</source>
        <translation>Zeigen, wer noch über das Thema dieses Artikels berichtet und wen zitiert</translation>
    </message>
    <message>
        <source>Quotes on…</source>
        <translation>Zitate über …</translation>
    </message>
    <message>
        <source>Show only what they said of another one</source>
        <translation>Nur zeigen, was über jemand anderen gesagt wurde</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>Zusammenführen mit …</translation>
    </message>
    <message>
        <source>Say that they are another one, too</source>
        <translation>Sagen, dass es auch jemand anderes ist</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>Dieselbe Person</translation>
    </message>
    <message>
        <source>Merge with the one who is offered as the same</source>
        <translation>Mit der Person zusammenführen, die als dieselbe angeboten wird</translation>
    </message>
    <message>
        <source>Never the same</source>
        <translation>Nie dieselbe</translation>
    </message>
    <message>
        <source>Do not offer this one as the same again</source>
        <translation>Diese Person nicht wieder als dieselbe anbieten</translation>
    </message>
    <message>
        <source>Another one in these articles</source>
        <translation>In diesen Artikeln jemand anderes</translation>
    </message>
    <message>
        <source>Say that the chosen articles mean another person of this name</source>
        <translation>Sagen, dass die gewählten Artikel eine andere Person dieses Namens meinen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Give them the name that you know them by</source>
        <translation>Den Namen geben, unter dem sie bekannt ist</translation>
    </message>
    <message>
        <source>This is no name</source>
        <translation>Das ist kein Name</translation>
    </message>
    <message>
        <source>Take them off every list, or put them back</source>
        <translation>Von allen Listen nehmen, oder zurückholen</translation>
    </message>
    <message>
        <source>What is it…</source>
        <translation>Was ist das …</translation>
    </message>
    <message>
        <source>Say whether this is a person, an organisation, a place…</source>
        <translation>Sagen, ob das eine Person, eine Organisation, ein Ort ist …</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Save the drawing of connections…</source>
        <translation>Zeichnung der Verbindungen sichern …</translation>
    </message>
    <message>
        <source>Save the drawing of those mentioned with somebody as SVG or PNG</source>
        <translation>Die Zeichnung der zusammen mit jemandem Genannten als SVG oder PNG sichern</translation>
    </message>
    <message>
        <source>Save the drawing of months…</source>
        <translation>Zeichnung der Monate sichern …</translation>
    </message>
    <message>
        <source>Save the drawing of somebody’s quotations by month as SVG or PNG</source>
        <translation>Die Zeichnung der Zitate einer Person nach Monaten als SVG oder PNG sichern</translation>
    </message>
    <message>
        <source>What {name} said of whom?</source>
        <translation>Über wen hat {name} etwas gesagt?</translation>
    </message>
    <message>
        <source>Who is {name} also? Both go on under the name of the one you choose.</source>
        <translation>Wer ist {name} noch? Beide gehen unter dem Namen weiter, der gewählt wird.</translation>
    </message>
    <message>
        <source>What is {name}?</source>
        <translation>Was ist {name}?</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Their name:</source>
        <translation>Der Name:</translation>
    </message>
    <message>
        <source>This is where you began.</source>
        <translation>Hier hat es angefangen.</translation>
    </message>
    <message>
        <source>Nobody stands here: choose a quotation or a name first.</source>
        <translation>Hier steht niemand: zuerst ein Zitat oder einen Namen wählen.</translation>
    </message>
    <message>
        <source>No other article in your library tells this story.</source>
        <translation>Kein anderer Artikel der Bibliothek berichtet über dieses Thema.</translation>
    </message>
    <message>
        <source>{label}: kept. Ctrl+Z takes it back.</source>
        <translation>{label}: gemerkt. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Map of places</source>
        <translation>Karte der Orte</translation>
    </message>
    <message>
        <source>Show the places of the chosen articles on a map</source>
        <translation>Die Orte der gewählten Artikel auf einer Karte zeigen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Show what the chosen articles say happened when</source>
        <translation>Zeigen, was nach den gewählten Artikeln wann geschah</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Show how many words of each voice the chosen articles quote</source>
        <translation>Zeigen, mit wie vielen Wörtern die gewählten Artikel jede Stimme zitieren</translation>
    </message>
    <message>
        <source>Reading statistics</source>
        <translation>Lesestatistik</translation>
    </message>
    <message>
        <source>Show what you read: articles by week, where they are from, who is quoted most</source>
        <translation>Zeigen, was gelesen wird: Artikel nach Wochen, woher sie sind, wer am meisten zitiert wird</translation>
    </message>
    <message numerus="yes">
        <source>{n} voices</source>
        <translation>
            <numerusform>{n} Stimme</numerusform>
            <numerusform>{n} Stimmen</numerusform>
        </translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Was gelesen wurde</translation>
    </message>
    <message numerus="yes">
        <source>{n} dates</source>
        <translation>
            <numerusform>{n} Datum</numerusform>
            <numerusform>{n} Daten</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>These articles name no places.</source>
        <translation>Diese Artikel nennen keine Orte.</translation>
    </message>
    <message>
        <source>These articles name no dates.</source>
        <translation>Diese Artikel nennen keine Daten.</translation>
    </message>
    <message numerus="yes">
        <source>{n} weeks, months or years</source>
        <translation>
            <numerusform>{n} Woche, Monat oder Jahr</numerusform>
            <numerusform>{n} Wochen, Monate oder Jahre</numerusform>
        </translation>
    </message>
    <message>
        <source>These articles quote nobody.</source>
        <translation>Diese Artikel zitieren niemanden.</translation>
    </message>
    <message>
        <source>There is nothing to count yet: add an article first.</source>
        <translation>Es gibt noch nichts zu zählen: zuerst einen Artikel hinzufügen.</translation>
    </message>
    <message>
        <source>Enter goes to the passage</source>
        <translation>Eingabe führt zur Stelle</translation>
    </message>
    <message>
        <source>Enter goes to the first quotation</source>
        <translation>Eingabe führt zum ersten Zitat</translation>
    </message>
    <message>
        <source>Enter goes to the articles or the person</source>
        <translation>Eingabe führt zu den Artikeln oder zur Person</translation>
    </message>
    <message>
        <source>This article has no headings.</source>
        <translation>Dieser Artikel hat keine Zwischenüberschriften.</translation>
    </message>
    <message>
        <source>Reading aloud needs a voice of the system and an extra: pip install "verbatim-reader[speech]".</source>
        <translation>Vorlesen braucht eine Stimme des Systems und eine Erweiterung: pip install "verbatim-reader[speech]".</translation>
    </message>
    <message>
        <source>Find in article</source>
        <translation>Im Artikel suchen</translation>
    </message>
    <message>
        <source>Mark every place where words stand in the article</source>
        <translation>Jede Stelle kennzeichnen, an der Wörter im Artikel stehen</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Go to the next place found</source>
        <translation>Zur nächsten Fundstelle gehen</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Go to the place found before</source>
        <translation>Zur Fundstelle davor gehen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Go to one of the article’s headings</source>
        <translation>Zu einer Zwischenüberschrift des Artikels gehen</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Konzentrieren</translation>
    </message>
    <message>
        <source>Show the text alone, or all of the window</source>
        <translation>Nur den Text zeigen, oder das ganze Fenster</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Fill the screen, or leave it</source>
        <translation>Den Bildschirm füllen, oder ihn verlassen</translation>
    </message>
    <message>
        <source>Appearance…</source>
        <translation>Aussehen …</translation>
    </message>
    <message>
        <source>Choose colours, face, size, measure and leading</source>
        <translation>Farben, Schrift, Größe, Zeilenlänge und Zeilenabstand wählen</translation>
    </message>
    <message>
        <source>Wider lines</source>
        <translation>Längere Zeilen</translation>
    </message>
    <message>
        <source>Set the article in longer lines</source>
        <translation>Den Artikel in längeren Zeilen setzen</translation>
    </message>
    <message>
        <source>Narrower lines</source>
        <translation>Kürzere Zeilen</translation>
    </message>
    <message>
        <source>Set the article in shorter lines</source>
        <translation>Den Artikel in kürzeren Zeilen setzen</translation>
    </message>
    <message>
        <source>Show names and quotes</source>
        <translation>Namen und Zitate zeigen</translation>
    </message>
    <message>
        <source>Bring every name and every quotation in the text forward, or let them be quiet</source>
        <translation>Alle Namen und Zitate im Text hervortreten lassen, oder zurücktreten</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Read from here with the system’s voice, or fall silent</source>
        <translation>Von hier an mit der Stimme des Systems vorlesen, oder verstummen</translation>
    </message>
    <message>
        <source>Look up in library</source>
        <translation>In der Bibliothek nachschlagen</translation>
    </message>
    <message>
        <source>Search all articles for the selected words</source>
        <translation>Alle Artikel nach den ausgewählten Wörtern durchsuchen</translation>
    </message>
    <message>
        <source>Look up in dictionary</source>
        <translation>Im Wörterbuch nachschlagen</translation>
    </message>
    <message>
        <source>Open the selected word in Wiktionary, in the browser</source>
        <translation>Das ausgewählte Wort im Wiktionary öffnen, im Browser</translation>
    </message>
    <message>
        <source>Search the web</source>
        <translation>Im Web suchen</translation>
    </message>
    <message>
        <source>Search the web for the selected words, in the browser</source>
        <translation>Das Web nach den ausgewählten Wörtern durchsuchen, im Browser</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Print the article with your marks and notes</source>
        <translation>Den Artikel mit Markierungen und Notizen drucken</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF sichern …</translation>
    </message>
    <message>
        <source>Write the article with your marks and notes as a PDF</source>
        <translation>Den Artikel mit Markierungen und Notizen als PDF schreiben</translation>
    </message>
    <message>
        <source>Add anything</source>
        <translation>Etwas hinzufügen</translation>
    </message>
    <message>
        <source>Type or paste a path, an address or a text into the field</source>
        <translation>Einen Pfad, eine Adresse oder einen Text in das Feld eingeben oder einfügen</translation>
    </message>
    <message>
        <source>Open this address in your browser? The words in it leave this machine.

{url}</source>
        <translation>Diese Adresse im Browser öffnen? Die Wörter darin verlassen diesen Rechner.

{url}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF sichern</translation>
    </message>
    <message>
        <source>The text alone. Esc brings everything back.</source>
        <translation>Nur der Text. Esc bringt alles zurück.</translation>
    </message>
    <message>
        <source>Hit {n} of {all}</source>
        <translation>Treffer {n} von {all}</translation>
    </message>
    <message>
        <source>The PDF is in {path}.</source>
        <translation>Das PDF liegt in {path}.</translation>
    </message>
    <message>
        <source>a search has answers of several kinds</source>
        <translation>eine Suche Antworten verschiedener Art hat</translation>
    </message>
    <message>
        <source>Search for something first: / goes to the search box.</source>
        <translation>Zuerst nach etwas suchen: / führt ins Suchfeld.</translation>
    </message>
    <message>
        <source>Search library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Search all articles, quotes, notes and names</source>
        <translation>Alle Artikel, Zitate, Notizen und Namen durchsuchen</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>List every quotation, whoever said it</source>
        <translation>Alle Zitate auflisten, gleich von wem</translation>
    </message>
    <message>
        <source>Next kind of answers</source>
        <translation>Nächste Art von Antworten</translation>
    </message>
    <message>
        <source>Go on from the articles that were found to the quotes, notes and names</source>
        <translation>Von den gefundenen Artikeln weiter zu Zitaten, Notizen und Namen</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Ähnliche Artikel</translation>
    </message>
    <message>
        <source>List the articles most like this one: by whom they name, and by their words</source>
        <translation>Die Artikel auflisten, die diesem am ähnlichsten sind: nach den genannten Personen und nach den Wörtern</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>Wie gesucht wird</translation>
    </message>
    <message>
        <source>See what can be written into the search box</source>
        <translation>Sehen, was sich ins Suchfeld schreiben lässt</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
    <message>
        <source>Show the article beside what is read here</source>
        <translation>Den Artikel neben dem zeigen, was hier gelesen wird</translation>
    </message>
    <message>
        <source>Send by mail…</source>
        <translation>Als Mail senden …</translation>
    </message>
    <message>
        <source>Write a mail with the headline, the address and the selected words</source>
        <translation>Eine Mail mit Schlagzeile, Adresse und den ausgewählten Wörtern schreiben</translation>
    </message>
    <message>
        <source>Open clean page</source>
        <translation>Bereinigte Seite öffnen</translation>
    </message>
    <message>
        <source>Open the clean page in the system’s own program for pages</source>
        <translation>Die bereinigte Seite im Programm öffnen, das das System für Seiten hat</translation>
    </message>
    <message>
        <source>Copy link into Verbatim</source>
        <translation>Link in Verbatim kopieren</translation>
    </message>
    <message>
        <source>Copy a link that opens this article, or the chosen quotation, here</source>
        <translation>Einen Link kopieren, der diesen Artikel oder das gewählte Zitat hier öffnet</translation>
    </message>
    <message>
        <source>No program for mail is set up on this system.</source>
        <translation>Auf diesem System ist kein Mailprogramm eingerichtet.</translation>
    </message>
    <message>
        <source>This system has no program for pages.</source>
        <translation>Dieses System hat kein Programm für Seiten.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Link kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>{n} links lead nowhere in Verbatim; the first: {first}</source>
        <translation>
            <numerusform>Dieser Link führt in Verbatim nirgendwohin: {first}</numerusform>
            <numerusform>{n} Links führen in Verbatim nirgendwohin; der erste: {first}</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste article</source>
        <translation>Artikel einfügen</translation>
    </message>
    <message>
        <source>Add the article that is on the clipboard</source>
        <translation>Den Artikel aus der Zwischenablage hinzufügen</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Add saved articles: pages, PDF, mails, books, documents</source>
        <translation>Gespeicherte Artikel hinzufügen: Seiten, PDF, Mails, Bücher, Dokumente</translation>
    </message>
    <message>
        <source>Next list</source>
        <translation>Nächste Liste</translation>
    </message>
    <message>
        <source>Choose the next list or tag</source>
        <translation>Die nächste Liste oder das nächste Schlagwort wählen</translation>
    </message>
    <message>
        <source>Previous list</source>
        <translation>Vorige Liste</translation>
    </message>
    <message>
        <source>Choose the previous list or tag</source>
        <translation>Die vorige Liste oder das vorige Schlagwort wählen</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Nächster Artikel</translation>
    </message>
    <message>
        <source>Open the next article</source>
        <translation>Den nächsten Artikel öffnen</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Voriger Artikel</translation>
    </message>
    <message>
        <source>Open the previous article</source>
        <translation>Den vorigen Artikel öffnen</translation>
    </message>
    <message>
        <source>First article</source>
        <translation>Erster Artikel</translation>
    </message>
    <message>
        <source>Open the first article of the list</source>
        <translation>Den ersten Artikel der Liste öffnen</translation>
    </message>
    <message>
        <source>Last article</source>
        <translation>Letzter Artikel</translation>
    </message>
    <message>
        <source>Open the last article of the list</source>
        <translation>Den letzten Artikel der Liste öffnen</translation>
    </message>
    <message>
        <source>Next unread</source>
        <translation>Nächster ungelesener</translation>
    </message>
    <message>
        <source>Open the next unread article</source>
        <translation>Den nächsten ungelesenen Artikel öffnen</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Seite weiter</translation>
    </message>
    <message>
        <source>Scroll a page, then go on to the next unread article</source>
        <translation>Eine Seite weiterrollen, dann weiter zum nächsten ungelesenen Artikel</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Seite zurück</translation>
    </message>
    <message>
        <source>Scroll back a page</source>
        <translation>Eine Seite zurückrollen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Put the cursor into the article</source>
        <translation>Den Cursor in den Artikel setzen</translation>
    </message>
    <message>
        <source>Pane to the left</source>
        <translation>Bereich links</translation>
    </message>
    <message>
        <source>Move to the pane on the left</source>
        <translation>In den Bereich links gehen</translation>
    </message>
    <message>
        <source>Pane to the right</source>
        <translation>Bereich rechts</translation>
    </message>
    <message>
        <source>Move to the pane on the right</source>
        <translation>In den Bereich rechts gehen</translation>
    </message>
    <message>
        <source>Mark as read or unread</source>
        <translation>Als gelesen oder ungelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Turn the unread mark on or off</source>
        <translation>Das Kennzeichen „ungelesen“ setzen oder wegnehmen</translation>
    </message>
    <message>
        <source>Bookmark article</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Bookmark the article, or take its bookmark away</source>
        <translation>Ein Lesezeichen an den Artikel setzen, oder es wegnehmen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Move the article to the archive, or back</source>
        <translation>Den Artikel ins Archiv legen, oder zurück</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Move the article to the trash, or out of it</source>
        <translation>Den Artikel in den Papierkorb legen, oder ihn herausholen</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Mark every article of this list as read</source>
        <translation>Jeden Artikel dieser Liste als gelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Schlagwörter …</translation>
    </message>
    <message>
        <source>Add tags to the article, or take them off</source>
        <translation>Dem Artikel Schlagwörter geben, oder sie wegnehmen</translation>
    </message>
    <message>
        <source>Remove sample articles</source>
        <translation>Beispielartikel entfernen</translation>
    </message>
    <message>
        <source>Put the sample articles in the trash</source>
        <translation>Die Beispielartikel in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Noch einmal tun, was zurückgenommen wurde</translation>
    </message>
    <message>
        <source>Tags, with commas between.</source>
        <translation>Schlagwörter, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Add articles</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>{change}. Ctrl+Z takes it back.</source>
        <translation>{change}. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Undo {change}</source>
        <translation>Rückgängig: {change}</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Redo {change}</source>
        <translation>Wiederholen: {change}</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>This article is in your library already; here it is.</source>
        <translation>Dieser Artikel ist schon in der Bibliothek; hier ist er.</translation>
    </message>
    <message>
        <source>There is no further unread article in this list.</source>
        <translation>In dieser Liste gibt es keinen weiteren ungelesenen Artikel.</translation>
    </message>
    <message numerus="yes">
        <source>{n} marked as read. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>{n} als gelesen gekennzeichnet. Strg+Z nimmt es zurück.</numerusform>
            <numerusform>{n} als gelesen gekennzeichnet. Strg+Z nimmt es zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sample articles are in the trash. Ctrl+Z brings them back.</source>
        <translation>Die Beispielartikel sind im Papierkorb. Strg+Z bringt sie zurück.</translation>
    </message>
    <message>
        <source>In use: {names}</source>
        <translation>In Gebrauch: {names}</translation>
    </message>
    <message>
        <source>Sign in to a site…</source>
        <translation>Bei einer Website anmelden …</translation>
    </message>
    <message>
        <source>Keep a sign-in for one site or proxy in the system’s keyring</source>
        <translation>Eine Anmeldung für eine Website oder einen Proxy im Schlüsselbund des Systems behalten</translation>
    </message>
    <message>
        <source>Sign-ins…</source>
        <translation>Anmeldungen …</translation>
    </message>
    <message>
        <source>See which sites have a sign-in, and forget some</source>
        <translation>Sehen, für welche Websites es Anmeldungen gibt, und welche vergessen</translation>
    </message>
    <message>
        <source>No site has a sign-in.</source>
        <translation>Für keine Website gibt es eine Anmeldung.</translation>
    </message>
    <message>
        <source>Signed in to {host} from now on.</source>
        <translation>Bei {host} angemeldet, von nun an.</translation>
    </message>
    <message>
        <source>The sign-in to {host} is forgotten.</source>
        <translation>Die Anmeldung bei {host} ist vergessen.</translation>
    </message>
    <message>
        <source>Keep it for this session only?</source>
        <translation>Sie nur für diese Sitzung behalten?</translation>
    </message>
    <message>
        <source>Sign in to a site</source>
        <translation>Bei einer Website anmelden</translation>
    </message>
    <message>
        <source>there is an account</source>
        <translation>es ein Konto gibt</translation>
    </message>
    <message>
        <source>Add an account first, by “Accounts…” in the menu File.</source>
        <translation>Zuerst ein Konto hinzufügen, mit „Konten …“ im Menü Datei.</translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation>Konten …</translation>
    </message>
    <message>
        <source>Sync with FreshRSS, Miniflux, wallabag and others</source>
        <translation>Mit FreshRSS, Miniflux, wallabag und anderen abgleichen</translation>
    </message>
    <message>
        <source>Sync all accounts</source>
        <translation>Alle Konten abgleichen</translation>
    </message>
    <message>
        <source>Sync with all accounts now</source>
        <translation>Jetzt mit allen Konten abgleichen</translation>
    </message>
    <message>
        <source>Sync through a folder…</source>
        <translation>Über einen Ordner abgleichen …</translation>
    </message>
    <message>
        <source>Sync with your other machines through a folder or WebDAV</source>
        <translation>Mit den anderen Rechnern über einen Ordner oder WebDAV abgleichen</translation>
    </message>
    <message>
        <source>{name}: signed in as {user}.</source>
        <translation>{name}: angemeldet als {user}.</translation>
    </message>
    <message>
        <source>{name}: signed in.</source>
        <translation>{name}: angemeldet.</translation>
    </message>
    <message>
        <source>Syncing {name}…</source>
        <translation>{name} wird abgeglichen …</translation>
    </message>
    <message>
        <source>All machines are the same.</source>
        <translation>Alle Rechner sind gleich.</translation>
    </message>
    <message>
        <source>Quiet marks</source>
        <translation>Hervorhebungen ausblenden</translation>
    </message>
    <message>
        <source>Put out what is lit, and close the search</source>
        <translation>Hervorgehobenes zurücktreten lassen und die Suche schließen</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Show or hide the lists</source>
        <translation>Die Listen zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>Den Inspektor zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Set the article larger</source>
        <translation>Den Artikel größer setzen</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Set the article smaller</source>
        <translation>Den Artikel kleiner setzen</translation>
    </message>
    <message>
        <source>Standard text</source>
        <translation>Üblicher Text</translation>
    </message>
    <message>
        <source>Set the article in the standard size</source>
        <translation>Den Artikel in der üblichen Größe setzen</translation>
    </message>
    <message>
        <source>System theme</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Follow the system: light by day, dark by night</source>
        <translation>Dem System folgen: hell am Tag, dunkel in der Nacht</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Use the light theme</source>
        <translation>Das helle Farbschema benutzen</translation>
    </message>
    <message>
        <source>Sepia theme</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Use the sepia theme</source>
        <translation>Das Farbschema in Sepia benutzen</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Use the dark theme</source>
        <translation>Das dunkle Farbschema benutzen</translation>
    </message>
    <message>
        <source>High contrast theme</source>
        <translation>Starker Kontrast</translation>
    </message>
    <message>
        <source>Use the theme of the strongest contrast</source>
        <translation>Das Farbschema mit dem stärksten Kontrast benutzen</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>Alle Befehle …</translation>
    </message>
    <message>
        <source>Find a command by its name and do it</source>
        <translation>Einen Befehl nach seinem Namen finden und ausführen</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Read how things are done, page by page</source>
        <translation>Lesen, wie alles geht, Seite für Seite</translation>
    </message>
    <message>
        <source>Show every command and its keys</source>
        <translation>Jeden Befehl und seine Tasten zeigen</translation>
    </message>
    <message>
        <source>About Verbatim</source>
        <translation>Über Verbatim</translation>
    </message>
    <message>
        <source>Show the version and where the library lies</source>
        <translation>Die Version zeigen und wo die Bibliothek liegt</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close Verbatim; everything is saved</source>
        <translation>Verbatim schließen; alles ist gesichert</translation>
    </message>
    <message>
        <source>Verbatim {version}

Your library lies in
{folder}

Only what you ask for is fetched from the network; what you read and write stays on this machine.</source>
        <translation>Verbatim {version}

Die Bibliothek liegt in
{folder}

Nur was verlangt wird, wird aus dem Netz geholt; was hier gelesen und geschrieben wird, bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>As often as it has news</source>
        <translation>So oft er Neues hat</translation>
    </message>
    <message>
        <source>Every quarter of an hour</source>
        <translation>Jede Viertelstunde</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Jede Stunde</translation>
    </message>
    <message>
        <source>Every six hours</source>
        <translation>Alle sechs Stunden</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>Einmal am Tag</translation>
    </message>
    <message>
        <source>Once a week</source>
        <translation>Einmal in der Woche</translation>
    </message>
    <message>
        <source>Where the feed gives only the beginning</source>
        <translation>Wo der Feed nur den Anfang gibt</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>It was not asked yet.</source>
        <translation>Er wurde noch nicht gefragt.</translation>
    </message>
    <message>
        <source>Feeds of {site}</source>
        <translation>Feeds von {site}</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>&amp;Paused: not asked by itself</source>
        <translation>&amp;Angehalten: wird nicht von selbst gefragt</translation>
    </message>
    <message>
        <source>Ask for &amp;news</source>
        <translation>Nach &amp;Neuem fragen</translation>
    </message>
    <message>
        <source>Fetch the &amp;whole text</source>
        <translation>Den &amp;vollen Text abrufen</translation>
    </message>
    <message>
        <source>Waiting addresses</source>
        <translation>Wartende Adressen</translation>
    </message>
    <message>
        <source>Last read {moment}.</source>
        <translation>Zuletzt gelesen {moment}.</translation>
    </message>
    <message>
        <source>It is not asked by itself any more; “Refresh feed” asks it again.</source>
        <translation>Er wird nicht mehr von selbst gefragt; „Feed abrufen“ fragt ihn wieder.</translation>
    </message>
    <message>
        <source>Every {n} minutes</source>
        <translation>Alle {n} Minuten</translation>
    </message>
    <message>
        <source>{site} has these feeds. Space chooses, Enter adds.</source>
        <translation>{site} hat diese Feeds. Leertaste wählt, Eingabe fügt hinzu.</translation>
    </message>
    <message>
        <source>Enter fetches these now. Space lets one go, and it waits no longer.</source>
        <translation>Eingabe ruft sie jetzt ab. Leertaste lässt eine los, sie wartet dann nicht länger.</translation>
    </message>
    <message>
        <source>Asked again {moment}.</source>
        <translation>Wird wieder gefragt {moment}.</translation>
    </message>
    <message>
        <source>It is fetched next.</source>
        <translation>Sie wird als Nächstes abgerufen.</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Das Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>No heading has these words.</source>
        <translation>Keine Überschrift enthält diese Wörter.</translation>
    </message>
    <message>
        <source>To the page before (Alt+Left)</source>
        <translation>Zur Seite davor (Alt+←)</translation>
    </message>
    <message>
        <source>Back to the articles (Esc)</source>
        <translation>Zurück zu den Artikeln (Esc)</translation>
    </message>
    <message>
        <source>This leads out of the guide: {link}</source>
        <translation>Das führt aus dem Handbuch hinaus: {link}</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>Press {quote.next} for the next quotation: its words light up in the text, its speaker stands beside it.</source>
        <translation>{quote.next} führt zum nächsten Zitat: Seine Worte leuchten im Text auf, wer sie gesagt hat, steht daneben.</translation>
    </message>
    <message>
        <source>Copy any article in your browser and press {add.paste}: it is cleaned, and read for who said what.</source>
        <translation>Einen Artikel im Browser kopieren und {add.paste} drücken: Er wird bereinigt, und wer was gesagt hat, wird gelesen.</translation>
    </message>
    <message>
        <source>{palette} finds everything that Verbatim can do; {help} shows all keys.</source>
        <translation>{palette} findet alles, was Verbatim kann; {help} zeigt alle Tasten.</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>&amp;Fetch the pages of which the file has no text, little by little</source>
        <translation>Die Seiten, von denen die Datei keinen Text hat, nach und nach &amp;abrufen</translation>
    </message>
    <message>
        <source>Nothing is brought in twice, and undo takes it back. What is there keeps its state; highlights that an article no longer has are listed as lost.</source>
        <translation>Nichts kommt doppelt herein, und Rückgängig nimmt es zurück. Was da ist, behält seinen Zustand; Markierungen, die ein Artikel nicht mehr enthält, stehen als verloren in der Liste.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>What is left out</source>
        <translation>Was ausgelassen wird</translation>
    </message>
    <message>
        <source>attribution uncertain</source>
        <translation>Zuschreibung unsicher</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Werke</translation>
    </message>
    <message>
        <source>navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>a registration wall</source>
        <translation>eine Anmeldeschranke</translation>
    </message>
    <message>
        <source>a consent notice</source>
        <translation>ein Einwilligungshinweis</translation>
    </message>
    <message>
        <source>a newsletter box</source>
        <translation>eine Newsletter-Werbung</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>an advertisement</source>
        <translation>eine Anzeige</translation>
    </message>
    <message>
        <source>a bar for sharing</source>
        <translation>eine Leiste zum Teilen</translation>
    </message>
    <message>
        <source>a repetition</source>
        <translation>eine Wiederholung</translation>
    </message>
    <message>
        <source>the page's footer</source>
        <translation>die Fußzeile der Seite</translation>
    </message>
    <message>
        <source>no part of the text</source>
        <translation>kein Teil des Textes</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>indirekt</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>work</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>paragraph</source>
        <translation>Absatz</translation>
    </message>
    <message>
        <source>quotation</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>list-item</source>
        <translation>Listenpunkt</translation>
    </message>
    <message>
        <source>list item</source>
        <translation>Listenpunkt</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>related</source>
        <translation>Verwandtes</translation>
    </message>
    <message>
        <source>embed</source>
        <translation>Einbettung</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Direkt</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Indirect</source>
        <translation>Indirekt</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Unsicher</translation>
    </message>
    <message numerus="yes">
        <source>{n} mentions</source>
        <translation>
            <numerusform>{n} Nennung</numerusform>
            <numerusform>{n} Nennungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words, {share}% of all that is quoted</source>
        <translation>
            <numerusform>{n} Wort, {share} % alles Zitierten</numerusform>
            <numerusform>{n} Wörter, {share} % alles Zitierten</numerusform>
        </translation>
    </message>
    <message>
        <source>In the article as {what}</source>
        <translation>Im Artikel als {what}</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>eingefügt</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>abgelegt</translation>
    </message>
    <message>
        <source>a sample</source>
        <translation>ein Beispiel</translation>
    </message>
    <message>
        <source>piped in</source>
        <translation>über die Eingabe</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source>decided by you</source>
        <translation>selbst festgelegt</translation>
    </message>
    <message>
        <source>In the article</source>
        <translation>Im Artikel</translation>
    </message>
    <message>
        <source>Taken away as {what}</source>
        <translation>Weggenommen als {what}</translation>
    </message>
    <message numerus="yes">
        <source>{n} words</source>
        <translation>
            <numerusform>{n} Wort</numerusform>
            <numerusform>{n} Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} min to read</source>
        <translation>
            <numerusform>{n} Min. Lesezeit</numerusform>
            <numerusform>{n} Min. Lesezeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Added {when}</source>
        <translation>Hinzugefügt {when}</translation>
    </message>
    <message>
        <source>also {names}</source>
        <translation>auch {names}</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>Weggenommen</translation>
    </message>
    <message>
        <source>Taken away: {text}. {why}</source>
        <translation>Weggenommen: {text}. {why}</translation>
    </message>
    <message>
        <source>In the article, {kind}: {start}</source>
        <translation>Im Artikel, {kind}: {start}</translation>
    </message>
    <message>
        <source>Where its facts are from</source>
        <translation>Woher die Angaben sind</translation>
    </message>
    <message>
        <source>Picture: {caption}</source>
        <translation>Bild: {caption}</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>{date}: published</source>
        <translation>{date}: veröffentlicht</translation>
    </message>
    <message numerus="yes">
        <source>{n} other values found</source>
        <translation>
            <numerusform>{n} anderer Wert gefunden</numerusform>
            <numerusform>{n} andere Werte gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>from {sources}</source>
        <translation>aus {sources}</translation>
    </message>
    <message>
        <source>Inspector tabs</source>
        <translation>Blätter des Inspektors</translation>
    </message>
    <message>
        <source>Group by speaker</source>
        <translation>Nach Sprecher</translation>
    </message>
    <message>
        <source>Which quotations</source>
        <translation>Welche Zitate</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>Notiz schreiben …</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>{at} of {all}</source>
        <translation>{at} von {all}</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>Der Reihe nach</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücklegen</translation>
    </message>
    <message>
        <source>Show what was taken away</source>
        <translation>Zeigen, was weggenommen wurde</translation>
    </message>
    <message>
        <source>Show what came in</source>
        <translation>Zeigen, was hereinkam</translation>
    </message>
    <message>
        <source>What came in, as it was</source>
        <translation>Was hereinkam, unverändert</translation>
    </message>
    <message>
        <source>Why the chosen piece is here</source>
        <translation>Warum das gewählte Stück hier ist</translation>
    </message>
    <message>
        <source>no longer in the text</source>
        <translation>nicht mehr im Text</translation>
    </message>
    <message>
        <source>a guess: {share} alike</source>
        <translation>eine Vermutung: zu {share} gleich</translation>
    </message>
    <message>
        <source>changed: {share} alike</source>
        <translation>geändert: zu {share} gleich</translation>
    </message>
    <message>
        <source>Highlight, {name}</source>
        <translation>Markierung, {name}</translation>
    </message>
    <message>
        <source>On the whole article</source>
        <translation>Zum ganzen Artikel</translation>
    </message>
    <message>
        <source>On the highlight “{passage}”</source>
        <translation>Zur Markierung „{passage}“</translation>
    </message>
    <message>
        <source>On what {name} said: “{passage}”</source>
        <translation>Zu dem, was {name} sagte: „{passage}“</translation>
    </message>
    <message>
        <source>On {name}</source>
        <translation>Zu {name}</translation>
    </message>
    <message>
        <source>Bookmarked passage</source>
        <translation>Stelle mit Lesezeichen</translation>
    </message>
    <message>
        <source>on {name}</source>
        <translation>zu {name}</translation>
    </message>
    <message>
        <source>Empty note</source>
        <translation>Leere Notiz</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>No quotation of this kind. Press F to see the next kind.</source>
        <translation>Kein Zitat dieser Art. F zeigt die nächste Art.</translation>
    </message>
    <message>
        <source>People &amp; places</source>
        <translation>Personen und Orte</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>No one is quoted in this article.</source>
        <translation>In diesem Artikel wird niemand zitiert.</translation>
    </message>
    <message>
        <source>No people, organisations or places were found.</source>
        <translation>Es wurden keine Personen, Organisationen oder Orte gefunden.</translation>
    </message>
    <message>
        <source>No dates were found. Relative ones need the article's date of publication.</source>
        <translation>Es wurden keine Daten gefunden. Relative brauchen das Erscheinungsdatum des Artikels.</translation>
    </message>
    <message>
        <source>Select words and press Ctrl+H to highlight them, Ctrl+N to write a note on them, B to bookmark them.

Ctrl+N without a selection writes a note on the whole article.</source>
        <translation>Wörter auswählen, dann Strg+H für eine Markierung, Strg+N für eine Notiz, B für ein Lesezeichen.

Strg+N ohne Auswahl schreibt eine Notiz zum ganzen Artikel.</translation>
    </message>
    <message>
        <source>{n} of {all} articles change. One undo takes it all back.</source>
        <translation>{n} von {all} Artikeln ändern sich. Ein Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Gelesen</translation>
    </message>
    <message>
        <source>mark as read</source>
        <translation>als gelesen kennzeichnen</translation>
    </message>
    <message>
        <source>mark as unread</source>
        <translation>als ungelesen kennzeichnen</translation>
    </message>
    <message>
        <source>&amp;Bookmark</source>
        <translation>L&amp;esezeichen</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>Lesezeichen setzen</translation>
    </message>
    <message>
        <source>take the bookmark away</source>
        <translation>Lesezeichen wegnehmen</translation>
    </message>
    <message>
        <source>A&amp;rchive</source>
        <translation>A&amp;rchiv</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>archivieren</translation>
    </message>
    <message>
        <source>take out of the archive</source>
        <translation>aus dem Archiv holen</translation>
    </message>
    <message numerus="yes">
        <source>Change {n} articles</source>
        <translation>
            <numerusform>{n} Artikel ändern</numerusform>
            <numerusform>{n} Artikel ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>This changes nothing: all of them are so already.</source>
        <translation>Das ändert nichts: Bei allen ist es schon so.</translation>
    </message>
    <message>
        <source>Change several articles</source>
        <translation>Mehrere Artikel ändern</translation>
    </message>
    <message>
        <source>storm, news/local</source>
        <translation>Sturm, Zeitung/Lokales</translation>
    </message>
    <message>
        <source>no collection</source>
        <translation>keine Sammlung</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Ändern</translation>
    </message>
    <message>
        <source>Add &amp;tags</source>
        <translation>Schlag&amp;wörter geben</translation>
    </message>
    <message>
        <source>Take tags &amp;off</source>
        <translation>Schlagwörter weg&amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Put into</source>
        <translation>&amp;In Sammlung</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Articles that change</source>
        <translation>Artikel, die sich ändern</translation>
    </message>
    <message>
        <source>Choose what is to be done.</source>
        <translation>Wählen, was geschehen soll.</translation>
    </message>
    <message numerus="yes">
        <source>All {n} articles change. </source>
        <translation>
            <numerusform>Der eine Artikel ändert sich. </numerusform>
            <numerusform>Alle {n} Artikel ändern sich. </numerusform>
        </translation>
    </message>
    <message>
        <source>One undo takes it all back.</source>
        <translation>Ein Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>keine Änderung</translation>
    </message>
    <message>
        <source>put into the trash</source>
        <translation>in den Papierkorb legen</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>… und {n} weitere</translation>
    </message>
    <message>
        <source>New: “{name}”</source>
        <translation>Neu: „{name}“</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>Gesicherte Suche</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message numerus="yes">
        <source>kept for {n} more days</source>
        <translation>
            <numerusform>bleibt noch {n} Tag</numerusform>
            <numerusform>bleibt noch {n} Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted {when}, {kept}</source>
        <translation>Gelöscht {when}, {kept}</translation>
    </message>
    <message>
        <source>Nothing was deleted in the last {n} days. What you delete waits here that long.</source>
        <translation>In den letzten {n} Tagen wurde nichts gelöscht. So lange wartet hier, was gelöscht wird.</translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation>Kürzlich gelöscht</translation>
    </message>
    <message>
        <source>Search what was deleted</source>
        <translation>Gelöschtes durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>Im Papierkorb</translation>
    </message>
    <message>
        <source>Enter brings the chosen line back.</source>
        <translation>Eingabe holt die gewählte Zeile zurück.</translation>
    </message>
    <message>
        <source>{many}, {share:.0%} of their words are the same</source>
        <translation>{many}, {share:.0%} ihrer Wörter sind gleich</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Dubletten</translation>
    </message>
    <message>
        <source>Looking for articles that may be one…</source>
        <translation>Artikel, die einer sein könnten, werden gesucht …</translation>
    </message>
    <message>
        <source>Groups of duplicates</source>
        <translation>Gruppen von Dubletten</translation>
    </message>
    <message>
        <source>Which one is to stay? What you wrote on the others goes to it.</source>
        <translation>Welcher soll bleiben? Was zu den anderen geschrieben wurde, geht an ihn.</translation>
    </message>
    <message>
        <source>The article that stays</source>
        <translation>Der Artikel, der bleibt</translation>
    </message>
    <message>
        <source>&amp;Merge into this one</source>
        <translation>Mit diesem &amp;zusammenführen</translation>
    </message>
    <message>
        <source>&amp;Keep apart</source>
        <translation>&amp;Auseinanderhalten</translation>
    </message>
    <message>
        <source>These may be one article. Enter merges; Keep apart, and they are not offered again.</source>
        <translation>Das könnte ein Artikel sein. Eingabe führt zusammen; auseinandergehalten werden sie nicht wieder angeboten.</translation>
    </message>
    <message>
        <source>No two articles of your library look like one.</source>
        <translation>Keine zwei Artikel der Bibliothek sehen wie einer aus.</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>Put into the reading &amp;queue</source>
        <translation>In die &amp;Leseliste legen</translation>
    </message>
    <message>
        <source>Mark as &amp;read</source>
        <translation>Als &amp;gelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Arc&amp;hive</source>
        <translation>Ar&amp;chivieren</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>Harbour Post, example.org, Nora Quill</source>
        <translation>Hafenpost, example.org, Nora Quill</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Über</translation>
    </message>
    <message>
        <source>Ilse Brandt, ferries</source>
        <translation>Ilse Brandt, Fähren</translation>
    </message>
    <message>
        <source>&amp;Headline has</source>
        <translation>&amp;Schlagzeile enthält</translation>
    </message>
    <message>
        <source>storm</source>
        <translation>Sturm</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>de</source>
        <translation>de</translation>
    </message>
    <message numerus="yes">
        <source>your newest {n} articles</source>
        <translation>
            <numerusform>der neueste Artikel</numerusform>
            <numerusform>die neuesten {n} Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is for {n} of {among}.</source>
        <translation>
            <numerusform>Sie gilt für {n} von {among}.</numerusform>
            <numerusform>Sie gilt für {n} von {among}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules for articles that arrive</source>
        <translation>Regeln für ankommende Artikel</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>This rule is &amp;on</source>
        <translation>Diese Regel ist &amp;eingeschaltet</translation>
    </message>
    <message>
        <source>Articles that the rule is for</source>
        <translation>Artikel, für die die Regel gilt</translation>
    </message>
    <message>
        <source>Ne&amp;w rule</source>
        <translation>&amp;Neue Regel</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>S&amp;ichern</translation>
    </message>
    <message>
        <source>Delete r&amp;ule</source>
        <translation>Regel lösc&amp;hen</translation>
    </message>
    <message>
        <source>&amp;Do it with these</source>
        <translation>&amp;Damit ausführen</translation>
    </message>
    <message>
        <source>Say which articles it is for: from whom, about what, or what their headline has.</source>
        <translation>Angeben, für welche Artikel sie gilt: von wem, worüber oder was in der Schlagzeile steht.</translation>
    </message>
    <message>
        <source>Say what is to be done with them.</source>
        <translation>Angeben, was damit geschehen soll.</translation>
    </message>
    <message>
        <source>Give the rule a name.</source>
        <translation>Der Regel einen Namen geben.</translation>
    </message>
    <message>
        <source>Looking which articles it is for…</source>
        <translation>Es wird gesucht, für welche Artikel sie gilt …</translation>
    </message>
    <message>
        <source>Done. One undo takes it all back.</source>
        <translation>Fertig. Ein Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Open Verbatim</source>
        <translation>Verbatim öffnen</translation>
    </message>
    <message>
        <source>Type a name…</source>
        <translation>Namen eingeben …</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Gefundene Personen</translation>
    </message>
    <message>
        <source>unknown outlet</source>
        <translation>unbekanntes Medium</translation>
    </message>
    <message numerus="yes">
        <source>{n} quotations</source>
        <translation>
            <numerusform>{n} Zitat</numerusform>
            <numerusform>{n} Zitate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>also in {n} other articles</source>
        <translation>
            <numerusform>auch in {n} anderen Artikel</numerusform>
            <numerusform>auch in {n} anderen Artikeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} outlets</source>
        <translation>
            <numerusform>{n} Medium</numerusform>
            <numerusform>{n} Medien</numerusform>
        </translation>
    </message>
    <message>
        <source>first heard in {month}</source>
        <translation>zuerst gehört im {month}</translation>
    </message>
    <message>
        <source>with {names}, merged by you</source>
        <translation>mit {names}, selbst zusammengeführt</translation>
    </message>
    <message>
        <source>Mentioned with</source>
        <translation>Zusammen genannt mit</translation>
    </message>
    <message numerus="yes">
        <source>{n} articles together</source>
        <translation>
            <numerusform>{n} Artikel gemeinsam</numerusform>
            <numerusform>{n} Artikel gemeinsam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mentioned in {n} of their quotations</source>
        <translation>
            <numerusform>in {n} ihrer Zitate genannt</numerusform>
            <numerusform>in {n} ihrer Zitate genannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>speaks of them {n} times</source>
        <translation>
            <numerusform>spricht {n}-mal davon</numerusform>
            <numerusform>spricht {n}-mal davon</numerusform>
        </translation>
    </message>
    <message>
        <source>Quoted by</source>
        <translation>Zitiert von</translation>
    </message>
    <message>
        <source>“{one}” for “{other}”</source>
        <translation>„{one}“ statt „{other}“</translation>
    </message>
    <message>
        <source>another speaker</source>
        <translation>ein anderer Sprecher</translation>
    </message>
    <message>
        <source>no speaker named</source>
        <translation>kein Sprecher genannt</translation>
    </message>
    <message>
        <source>Quotations by month: {months}</source>
        <translation>Zitate nach Monaten: {months}</translation>
    </message>
    <message>
        <source>Drawing of those mentioned with {name}; the list beside it says the same.</source>
        <translation>Zeichnung der zusammen mit {name} Genannten; die Liste daneben sagt dasselbe.</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Nothing that they said is in the library.</source>
        <translation>Nichts von dem, was gesagt wurde, ist in der Bibliothek.</translation>
    </message>
    <message>
        <source>No article mentions them.</source>
        <translation>Kein Artikel nennt sie.</translation>
    </message>
    <message>
        <source>No article gives them a role.</source>
        <translation>Kein Artikel gibt ihnen eine Rolle.</translation>
    </message>
    <message>
        <source>Nobody is mentioned with them.</source>
        <translation>Niemand wird zusammen mit ihnen genannt.</translation>
    </message>
    <message>
        <source>What is told of them</source>
        <translation>Was von ihnen berichtet wird</translation>
    </message>
    <message numerus="yes">
        <source>{n} quotations mention {name}</source>
        <translation>
            <numerusform>{n} Zitat nennt {name}</numerusform>
            <numerusform>{n} Zitate nennen {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Is this also {name}, in {number}? {why}{more}</source>
        <translation>Ist das auch {name}, in {number}? {why}{more}</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Dieselbe Person</translation>
    </message>
    <message>
        <source>{one} on {other}</source>
        <translation>{one} über {other}</translation>
    </message>
    <message>
        <source>Rejected by you · {facts}</source>
        <translation>Selbst abgelehnt · {facts}</translation>
    </message>
    <message numerus="yes">
        <source> {n} more may be.</source>
        <translation>
            <numerusform> {n} weitere käme infrage.</numerusform>
            <numerusform> {n} weitere kämen infrage.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is quoted</source>
        <translation>Wer zitiert wird</translation>
    </message>
    <message>
        <source>Same words</source>
        <translation>Gleiche Worte</translation>
    </message>
    <message>
        <source>Nobody is quoted in this story.</source>
        <translation>In diesem Thema wird niemand zitiert.</translation>
    </message>
    <message>
        <source>No quotation stands in more than one of these articles.</source>
        <translation>Kein Zitat steht in mehr als einem dieser Artikel.</translation>
    </message>
    <message>
        <source>No article tells this story.</source>
        <translation>Kein Artikel berichtet über dieses Thema.</translation>
    </message>
    <message>
        <source>What is told of the story</source>
        <translation>Was über das Thema berichtet wird</translation>
    </message>
    <message>
        <source>Who is quoted in which outlet</source>
        <translation>Wer in welchem Medium zitiert wird</translation>
    </message>
    <message>
        <source>{name}, missing from {outlets}</source>
        <translation>{name}, fehlt in {outlets}</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>not quoted</source>
        <translation>nicht zitiert</translation>
    </message>
    <message>
        <source>No name begins so.

Press Esc to see all.</source>
        <translation>Kein Name beginnt so.

Esc zeigt alle.</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Nobody yet.

Add articles: whom they name is listed here.</source>
        <translation>Noch niemand.

Artikel hinzufügen: Wer darin genannt wird, steht dann hier.</translation>
    </message>
    <message>
        <source>None yet.

Add articles: the organisations they name are listed here.</source>
        <translation>Noch keine.

Artikel hinzufügen: Die genannten Organisationen stehen dann hier.</translation>
    </message>
    <message>
        <source>None yet.

Add articles: the places they name are listed here.</source>
        <translation>Noch keine.

Artikel hinzufügen: Die genannten Orte stehen dann hier.</translation>
    </message>
    <message>
        <source>No two articles tell one story yet.</source>
        <translation>Noch berichten keine zwei Artikel über ein Thema.</translation>
    </message>
    <message>
        <source>You have rejected nobody.</source>
        <translation>Niemand wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Most quoted</source>
        <translation>Am meisten zitiert</translation>
    </message>
    <message>
        <source>Most mentioned</source>
        <translation>Am meisten genannt</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Einen Namen finden</translation>
    </message>
    <message>
        <source>Articles by week; the lower part was read</source>
        <translation>Artikel nach Wochen; der untere Teil wurde gelesen</translation>
    </message>
    <message>
        <source>{n} read</source>
        <translation>{n} gelesen</translation>
    </message>
    <message numerus="yes">
        <source>{n} words read</source>
        <translation>
            <numerusform>{n} Wort gelesen</numerusform>
            <numerusform>{n} Wörter gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Week from {day}</source>
        <translation>Woche ab {day}</translation>
    </message>
    <message>
        <source>What was read; the list below it says the same.</source>
        <translation>Was gelesen wurde; die Liste darunter sagt dasselbe.</translation>
    </message>
    <message>
        <source>No publisher</source>
        <translation>Ohne Medium</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Quoted most</source>
        <translation>Am meisten zitiert</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>Looking the places up…</source>
        <translation>Die Orte werden nachgeschlagen …</translation>
    </message>
    <message numerus="yes">
        <source>{n} places on the map</source>
        <translation>
            <numerusform>{n} Ort auf der Karte</numerusform>
            <numerusform>{n} Orte auf der Karte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} unsure, drawn open</source>
        <translation>
            <numerusform>{n} unsicher, offen gezeichnet</numerusform>
            <numerusform>{n} unsicher, offen gezeichnet</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture could not be saved as “{path}”: choose another folder or name.</source>
        <translation>Das Bild ließ sich nicht als „{path}“ sichern: einen anderen Ordner oder Namen wählen.</translation>
    </message>
    <message>
        <source>Saved as “{path}”.</source>
        <translation>Als „{path}“ gesichert.</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild sichern</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild sichern …</translation>
    </message>
    <message>
        <source>Not on the map</source>
        <translation>Nicht auf der Karte</translation>
    </message>
    <message>
        <source>unsure: other places have this name</source>
        <translation>unsicher: andere Orte heißen auch so</translation>
    </message>
    <message>
        <source>Timeline of dates; the list below it says the same.</source>
        <translation>Zeitleiste der Daten; die Liste darunter sagt dasselbe.</translation>
    </message>
    <message>
        <source>{share} of all that is quoted</source>
        <translation>{share} alles Zitierten</translation>
    </message>
    <message>
        <source>Words of each voice; the list below it says the same.</source>
        <translation>Wörter jeder Stimme; die Liste darunter sagt dasselbe.</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>Map of places; the list below it says the same.</source>
        <translation>Karte der Orte; die Liste darunter sagt dasselbe.</translation>
    </message>
    <message numerus="yes">
        <source>{n} letters</source>
        <translation>
            <numerusform>{n} Zeichen</numerusform>
            <numerusform>{n} Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Zeilenlänge</translation>
    </message>
    <message>
        <source>Leading</source>
        <translation>Zeilenabstand</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Set pages as they were at first</source>
        <translation>Seiten so setzen wie zu Beginn</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>Vorige Stelle (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>Nächste Stelle (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Not in this article</source>
        <translation>Nicht in diesem Artikel</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts ist offen</translation>
    </message>
    <message>
        <source>Copy an article in your browser and press Ctrl+V, drop saved pages onto the window, or choose files with Ctrl+O.</source>
        <translation>Einen Artikel im Browser kopieren und Strg+V drücken, gespeicherte Seiten auf dem Fenster ablegen oder mit Strg+O Dateien wählen.</translation>
    </message>
    <message numerus="yes">
        <source>{n} min read</source>
        <translation>
            <numerusform>{n} Min. Lesezeit</numerusform>
            <numerusform>{n} Min. Lesezeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} min left</source>
        <translation>
            <numerusform>noch {n} Min.</numerusform>
            <numerusform>noch {n} Min.</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>The PDF could not be written to {path}; choose another folder.</source>
        <translation>Das PDF ließ sich nicht nach {path} schreiben; einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Highlight: {name}</source>
        <translation>Markierung: {name}</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>{speaker}: {words}</source>
        <translation>{speaker}: {words}</translation>
    </message>
    <message>
        <source>Capitals and accents make no difference. The last word is looked for while you type it; a blank after it says that it is finished. Choose an example to write it into the box.</source>
        <translation>Groß und klein und Akzente machen keinen Unterschied. Das letzte Wort wird schon beim Schreiben gesucht; ein Leerzeichen danach sagt, dass es fertig ist. Ein Beispiel wählen, um es ins Feld zu schreiben.</translation>
    </message>
    <message>
        <source>With said-by:, about: or quote: the answers are quotations, each with its speaker and its passage; other words are then looked for in what was said and around it.</source>
        <translation>Mit said-by:, about: oder quote: sind die Antworten Zitate, jedes mit Sprecher und Stelle; andere Wörter werden dann im Gesagten und darum herum gesucht.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Search all articles</source>
        <translation>Alle Artikel durchsuchen</translation>
    </message>
    <message>
        <source>What can follow</source>
        <translation>Was folgen kann</translation>
    </message>
    <message>
        <source>Articles {n}</source>
        <translation>Artikel {n}</translation>
    </message>
    <message>
        <source>Quotes {n}</source>
        <translation>Zitate {n}</translation>
    </message>
    <message>
        <source>Notes {n}</source>
        <translation>Notizen {n}</translation>
    </message>
    <message>
        <source>Names {n}</source>
        <translation>Namen {n}</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>No quotations yet</source>
        <translation>Noch keine Zitate</translation>
    </message>
    <message>
        <source>Add articles: what is said in them is listed here, whoever says it.</source>
        <translation>Artikel hinzufügen: Was darin gesagt wird, steht dann hier, gleich von wem.</translation>
    </message>
    <message>
        <source>Kinds of answers</source>
        <translation>Arten von Antworten</translation>
    </message>
    <message>
        <source>None of these answer, but others do.</source>
        <translation>Davon passt nichts, aber anderes.</translation>
    </message>
    <message>
        <source>Search for {words} instead</source>
        <translation>Stattdessen nach {words} suchen</translation>
    </message>
    <message numerus="yes">
        <source>{n} settings were imported; all others are standard.</source>
        <translation>
            <numerusform>{n} Einstellung wurde importiert; alle anderen sind üblich.</numerusform>
            <numerusform>{n} Einstellungen wurden importiert; alle anderen sind üblich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give every setting and every key its standard value?</source>
        <translation>Allen Einstellungen und allen Tasten den üblichen Wert geben?</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Die Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset: {name}</source>
        <translation>Zurücksetzen: {name}</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>The colours of the window and of the page.</source>
        <translation>Die Farben des Fensters und der Seite.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Starker Kontrast</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>Schriftart</translation>
    </message>
    <message>
        <source>The face in which articles are set: a bundled one, or any of yours.</source>
        <translation>Die Schrift, in der Artikel gesetzt werden: eine mitgelieferte oder eine eigene.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Points above or below the standard size of the article.</source>
        <translation>Punkt über oder unter der üblichen Größe des Artikels.</translation>
    </message>
    <message>
        <source>Line length</source>
        <translation>Zeilenlänge</translation>
    </message>
    <message>
        <source>How many characters go into a line, about.</source>
        <translation>Wie viele Zeichen ungefähr in eine Zeile gehen.</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Zeilenabstand</translation>
    </message>
    <message>
        <source>From line to line, in sizes of the type.</source>
        <translation>Von Zeile zu Zeile, in Schriftgrößen.</translation>
    </message>
    <message>
        <source>Size of all other text</source>
        <translation>Größe aller übrigen Texte</translation>
    </message>
    <message>
        <source>Lists, menus and buttons, in percent.</source>
        <translation>Listen, Menüs und Schaltflächen, in Prozent.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language of the window, from the next start on; articles stay as they are.</source>
        <translation>Die Sprache des Fensters, vom nächsten Start an; Artikel bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Whether things may move: the system’s own wish, or never.</source>
        <translation>Ob sich etwas bewegen darf: wie es das System wünscht, oder nie.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Set of keys</source>
        <translation>Tastensatz</translation>
    </message>
    <message>
        <source>The keys to start from; your own stand above them.</source>
        <translation>Die Tasten zu Beginn; eigene gehen vor.</translation>
    </message>
    <message>
        <source>Verbatim</source>
        <translation>Verbatim</translation>
    </message>
    <message>
        <source>Google Reader</source>
        <translation>Google Reader</translation>
    </message>
    <message>
        <source>Vim</source>
        <translation>Vim</translation>
    </message>
    <message>
        <source>NetNewsWire</source>
        <translation>NetNewsWire</translation>
    </message>
    <message>
        <source>Single letters as keys</source>
        <translation>Einzelne Buchstaben als Tasten</translation>
    </message>
    <message>
        <source>Off, only keys with Ctrl, Alt or F act: for speech input, and for screen readers that need the letters.</source>
        <translation>Ausgeschaltet wirken nur Tasten mit Strg, Alt oder F: für Spracheingabe und für Bildschirmleser, die die Buchstaben brauchen.</translation>
    </message>
    <message>
        <source>Your own keys, each by its command; the page of keys writes them.</source>
        <translation>Die eigenen Tasten, jede bei ihrem Befehl; die Seite der Tasten schreibt sie.</translation>
    </message>
    <message>
        <source>Web search</source>
        <translation>Websuche</translation>
    </message>
    <message>
        <source>Where selected words are searched on the web, in your browser.</source>
        <translation>Wo ausgewählte Wörter im Web gesucht werden, im Browser.</translation>
    </message>
    <message>
        <source>DuckDuckGo</source>
        <translation>DuckDuckGo</translation>
    </message>
    <message>
        <source>Startpage</source>
        <translation>Startpage</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>Google</translation>
    </message>
    <message>
        <source>Bing</source>
        <translation>Bing</translation>
    </message>
    <message>
        <source>Wikipedia</source>
        <translation>Wikipedia</translation>
    </message>
    <message>
        <source>Fetch an article’s pictures together with it, and show them; reading itself loads nothing.</source>
        <translation>Die Bilder eines Artikels mit ihm holen und anzeigen; das Lesen selbst lädt nichts nach.</translation>
    </message>
    <message>
        <source>Search by meaning</source>
        <translation>Suche nach dem Sinn</translation>
    </message>
    <message>
        <source>Find articles that are near your words in meaning too, by a model on this computer. Off, what it worked out is dropped.</source>
        <translation>Auch Artikel finden, die den gesuchten Wörtern dem Sinn nach nahe sind, mit einem Modell auf diesem Rechner. Ist es aus, wird verworfen, was errechnet wurde.</translation>
    </message>
    <message>
        <source>Come back to the last article</source>
        <translation>Zum letzten Artikel zurückkehren</translation>
    </message>
    <message>
        <source>Open the article that was open when you quit.</source>
        <translation>Den Artikel öffnen, der beim Beenden offen war.</translation>
    </message>
    <message>
        <source>Tell when long work is done</source>
        <translation>Melden, wenn lange Arbeit fertig ist</translation>
    </message>
    <message>
        <source>A notification of the system, where work took long and the window is not in front.</source>
        <translation>Eine Mitteilung des Systems, wo etwas lange gedauert hat und das Fenster nicht vorn ist.</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>Keep Verbatim in the system’s tray: closing the window leaves it there.</source>
        <translation>Verbatim im Infobereich des Systems behalten: Das Schließen des Fensters lässt es dort.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Lists and tags</source>
        <translation>Listen und Schlagwörter</translation>
    </message>
    <message>
        <source>Across articles</source>
        <translation>Über Artikel hinweg</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gesicherte Suchen</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message numerus="yes">
        <source>{n} unread</source>
        <translation>
            <numerusform>{n} ungelesen</numerusform>
            <numerusform>{n} ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>For this &amp;session only</source>
        <translation>Nur für diese &amp;Sitzung</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Wie</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>It is kept in the system’s keyring and sent to this host alone, over https.</source>
        <translation>Es bleibt im Schlüsselbund des Systems und wird nur an diesen Server gesendet, über https.</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Coo&amp;kie</source>
        <translation>Coo&amp;kie</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>W&amp;ert</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Hosts with a sign-in</source>
        <translation>Server mit einer Anmeldung</translation>
    </message>
    <message>
        <source>Space takes the mark away; what has none is forgotten with Enter.</source>
        <translation>Leertaste nimmt den Haken weg; was keinen hat, vergisst Eingabe.</translation>
    </message>
    <message>
        <source>this session only</source>
        <translation>nur diese Sitzung</translation>
    </message>
    <message numerus="yes">
        <source>{n} articles were read: who said what is there.</source>
        <translation>
            <numerusform>{n} Artikel wurde gelesen: Wer was gesagt hat, steht da.</numerusform>
            <numerusform>{n} Artikel wurden gelesen: Wer was gesagt hat, steht da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Verbatim is done</source>
        <translation>Verbatim ist fertig</translation>
    </message>
    <message numerus="yes">
        <source>It has {n} items, more than a feed should; the newest are read.</source>
        <translation>
            <numerusform>Er hat {n} Eintrag, mehr als ein Feed haben sollte; die neuesten werden gelesen.</numerusform>
            <numerusform>Er hat {n} Einträge, mehr als ein Feed haben sollte; die neuesten werden gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has no items at the moment.</source>
        <translation>Zurzeit hat er keine Einträge.</translation>
    </message>
    <message>
        <source>{host} names no feed of its own; give the address of the feed itself, if it has one.</source>
        <translation>{host} nennt keinen eigenen Feed; die Adresse des Feeds selbst angeben, falls es einen gibt.</translation>
    </message>
    <message numerus="yes">
        <source>{n} tags</source>
        <translation>
            <numerusform>{n} Schlagwort</numerusform>
            <numerusform>{n} Schlagwörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} highlights</source>
        <translation>
            <numerusform>{n} Markierung</numerusform>
            <numerusform>{n} Markierungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} with their text</source>
        <translation>
            <numerusform>{n} mit seinem Text</numerusform>
            <numerusform>{n} mit ihrem Text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles are new</source>
        <translation>
            <numerusform>{n} Artikel ist neu</numerusform>
            <numerusform>{n} Artikel sind neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are in your library already.</source>
        <translation>
            <numerusform>{n} ist schon in der Bibliothek.</numerusform>
            <numerusform>{n} sind schon in der Bibliothek.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines are left out.</source>
        <translation>
            <numerusform>{n} Zeile wird ausgelassen.</numerusform>
            <numerusform>{n} Zeilen werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} were there already</source>
        <translation>
            <numerusform>{n} war schon da</numerusform>
            <numerusform>{n} waren schon da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} could not be read</source>
        <translation>
            <numerusform>{n} ließ sich nicht lesen</numerusform>
            <numerusform>{n} ließen sich nicht lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>This Verbatim was made from its sources and does not know where newer ones are published.</source>
        <translation>Dieses Verbatim wurde aus seinen Quellen gebaut und weiß nicht, wo neuere veröffentlicht werden.</translation>
    </message>
    <message>
        <source>{host} does not say which version is the newest; look there yourself.</source>
        <translation>{host} sagt nicht, welche Version die neueste ist; selbst dort nachsehen.</translation>
    </message>
    <message>
        <source>The password or token of {host} is not in the keyring; type it again.</source>
        <translation>Das Passwort oder Token von {host} ist nicht im Schlüsselbund; es noch einmal eingeben.</translation>
    </message>
    <message>
        <source>Verbatim made a mistake while it synced.</source>
        <translation>Verbatim hat beim Abgleichen einen Fehler gemacht.</translation>
    </message>
</context>
</TS>
