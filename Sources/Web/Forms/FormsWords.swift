extension Words {
    /// What stands around the questions of a form, and what is said when an answer can't be taken.
    struct Forms: Sendable {
        let optional: @Sendable (_ label: String) -> String
        let dayHelp: String
        let periodHelp: String
        let linesHelp: String
        let choose: String
        let nothingChosen: String
        let fileMost: @Sendable (_ size: String) -> String
        let chooseFileAgain: String
        let cancel: String
        let faultTitle: String
        let clashTitle: String
        let faults: String
        let faultsText: String

        let missing: @Sendable (_ field: String) -> String
        let notChosen: @Sendable (_ field: String) -> String
        let notTicked: @Sendable (_ field: String) -> String
        let noFile: @Sendable (_ field: String) -> String
        let tooLong: @Sendable (_ field: String, _ most: String) -> String
        let tooManyLines: @Sendable (_ field: String, _ most: String) -> String
        let lineTooLong: @Sendable (_ line: String, _ field: String, _ most: String) -> String
        let unreadable: @Sendable (_ field: String) -> String
        let secretUnreadable: @Sendable (_ field: String) -> String
        let notMail: String
        let notAddress: String
        let notAPeriod: @Sendable (_ text: String) -> String
        let notNumber: @Sendable (_ field: String) -> String
        let outside: @Sendable (_ field: String, _ least: String, _ most: String) -> String
        let tooSmall: @Sendable (_ field: String, _ least: String) -> String
        let notChoice: @Sendable (_ field: String) -> String
        let emptyFile: String
        let fileTooLarge: @Sendable (_ most: String) -> String

        let clash: String
        let clashBy: @Sendable (_ who: String, _ when: String) -> String
        let clashText: String
        let takenFields: @Sendable (_ fields: String) -> String
        let changedFields: @Sendable (_ fields: String) -> String
        let standsNow: String
        let youWrote: String
        let keep: String
        let use: String
        let verdict: @Sendable (_ field: String) -> String
        let notDecided: @Sendable (_ field: String) -> String
        let takenHere: String
        let disputedHere: @Sendable (_ value: String) -> String
        let empty: String
        let yes: String
        let no: String
    }
}

extension Words.Forms {
    static let swedish = Self(
        optional: { "\($0) (frivilligt)" },
        dayHelp: "Till exempel 2026-11-23 eller 23 november 2026.",
        periodHelp: "En dag, en månad eller ett år, till exempel 2026-11-23, november 2026 eller 2026.",
        linesHelp: "Skriv en sak på varje rad.",
        choose: "Välj",
        nothingChosen: "Inget valt",
        fileMost: { "Filen får vara högst \($0)." },
        chooseFileAgain: "Välj filen igen. Webbläsaren minns inte vilken fil du valde.",
        cancel: "Avbryt",
        faultTitle: "Fel",
        clashTitle: "Välj",
        faults: "Inget är sparat än",
        faultsText: "Det du skrev står kvar. Rätta det här och skicka igen.",
        missing: { "Fyll i fältet ”\($0)”." },
        notChosen: { "Välj ett svar under ”\($0)”." },
        notTicked: { "Kryssa i rutan ”\($0)” för att gå vidare." },
        noFile: { "Välj en fil i fältet ”\($0)”." },
        tooLong: { "Texten i fältet ”\($0)” är för lång. Korta den till högst \($1) tecken." },
        tooManyLines: { "Fältet ”\($0)” har för många rader. Korta det till högst \($1)." },
        lineTooLong: { "Rad \($0) i fältet ”\($1)” är för lång. Korta den till högst \($2) tecken." },
        unreadable: { "Fältet ”\($0)” har tecken som inte går att spara. De visas som \u{FFFD}. Ta bort dem och skicka igen." },
        secretUnreadable: { "Fältet ”\($0)” har tecken som inte går att använda. Skriv det igen." },
        notMail: "Skriv en e-postadress, till exempel namn@example.se.",
        notAddress: "Skriv en webbadress som börjar med https://, till exempel https://example.se.",
        notAPeriod: {
            "”\($0)” går inte att läsa som en tid. Skriv en dag, en månad eller ett år, till exempel 2026-11-23, november 2026 eller 2026."
        },
        notNumber: { "Skriv ett heltal med siffror i fältet ”\($0)”, till exempel 1\u{202F}250." },
        outside: { "Talet i fältet ”\($0)” ska vara från \($1) till \($2)." },
        tooSmall: { "Talet i fältet ”\($0)” ska vara minst \($1)." },
        notChoice: { "Svaret under ”\($0)” finns inte längre. Välj ett av dem som står där." },
        emptyFile: "Filen är tom. Välj en annan fil.",
        fileTooLarge: { "Filen är för stor. Välj en fil som är högst \($0)." },
        clash: "Någon annan har ändrat sedan du öppnade formuläret",
        clashBy: { "Ändringen gjordes av \($0), \($1)." },
        clashText: "Det du skrev finns kvar. Välj vad som ska gälla i varje fält nedan, och spara sedan igen.",
        takenFields: { "Ändrat bara av någon annan, och redan med i formuläret: \($0)." },
        changedFields: { "Ändrat bara av dig, och kvar i formuläret: \($0)." },
        standsNow: "Står nu",
        youWrote: "Du skrev",
        keep: "Behåll det som står nu",
        use: "Använd det jag skrev",
        verdict: { "Vad ska gälla för ”\($0)”?" },
        notDecided: { "Välj vad som ska gälla för ”\($0)”." },
        takenHere: "Någon annan har ändrat här sedan du öppnade formuläret. Det nya står i fältet.",
        disputedHere: { "Någon annan har också ändrat här. Nu står: \($0)" },
        empty: "(tomt)",
        yes: "Ja",
        no: "Nej"
    )
}

extension Words.Forms {
    static let english = Self(
        optional: { "\($0) (optional)" },
        dayHelp: "For example 2026-11-23 or 23 November 2026.",
        periodHelp: "A day, a month or a year, for example 2026-11-23, November 2026 or 2026.",
        linesHelp: "Write one thing on each line.",
        choose: "Choose",
        nothingChosen: "Nothing chosen",
        fileMost: { "The file may be at most \($0)." },
        chooseFileAgain: "Choose the file again. The browser does not remember which file you chose.",
        cancel: "Cancel",
        faultTitle: "Error",
        clashTitle: "Make a choice",
        faults: "Nothing has been saved yet",
        faultsText: "What you wrote stands here still. Correct this and send again.",
        missing: { "Fill in the field “\($0)”." },
        notChosen: { "Choose an answer under “\($0)”." },
        notTicked: { "Tick the box “\($0)” to go on." },
        noFile: { "Choose a file in the field “\($0)”." },
        tooLong: { "The text in the field “\($0)” is too long. Shorten it to at most \($1) characters." },
        tooManyLines: { "The field “\($0)” has too many lines. Shorten it to at most \($1)." },
        lineTooLong: { "Line \($0) in the field “\($1)” is too long. Shorten it to at most \($2) characters." },
        unreadable: {
            "The field “\($0)” has characters that can't be saved. They show as \u{FFFD}. Remove them and send again."
        },
        secretUnreadable: { "The field “\($0)” has characters that can't be used. Write it again." },
        notMail: "Write a mail address, for example name@example.se.",
        notAddress: "Write a web address that begins with https://, for example https://example.se.",
        notAPeriod: {
            "“\($0)” can't be read as a time. Write a day, a month or a year, for example 2026-11-23, November 2026 or 2026."
        },
        notNumber: { "Write a whole number with figures in the field “\($0)”, for example 1250." },
        outside: { "The number in the field “\($0)” must be from \($1) to \($2)." },
        tooSmall: { "The number in the field “\($0)” must be at least \($1)." },
        notChoice: { "The answer under “\($0)” is no longer there. Choose one of those that are." },
        emptyFile: "The file is empty. Choose another file.",
        fileTooLarge: { "The file is too large. Choose a file of at most \($0)." },
        clash: "Somebody else has made changes since you opened the form",
        clashBy: { "The change was made by \($0), \($1)." },
        clashText: "What you wrote is still here. Choose what shall stand in each field below, and then save again.",
        takenFields: { "Changed only by somebody else, and already in the form: \($0)." },
        changedFields: { "Changed only by you, and still in the form: \($0)." },
        standsNow: "Stands now",
        youWrote: "You wrote",
        keep: "Keep what stands now",
        use: "Use what I wrote",
        verdict: { "What shall stand for “\($0)”?" },
        notDecided: { "Choose what shall stand for “\($0)”." },
        takenHere: "Somebody else has made a change here since you opened the form. The field holds the new value.",
        disputedHere: { "Somebody else has made a change here too. Now it says: \($0)" },
        empty: "(empty)",
        yes: "Yes",
        no: "No"
    )
}
