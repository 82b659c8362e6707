extension Words {
    /// The accessibility statement, and the form for what doesn't work.
    struct Accessibility: Sendable {
        let title: String
        let lead: String
        let about: @Sendable (_ cooperation: String) -> String
        let state: String
        let stateText: [String]
        let known: String
        let knownTexts: [String]
        let cannotUse: String
        let cannotUseText: [String]
        let tested: String
        let testedText: @Sendable (_ day: String) -> String
        let testedTexts: [String]
        let supervision: String
        let supervisionText: String
        let supervisionLink: String
        let report: String
        let reportText: [String]
        let textField: String
        let textHelp: String
        let placeField: String
        let placeHelp: String
        let contactField: String
        let contactHelp: String
        let send: String
        let faults: String
        let textMissing: String
        let full: String
        let notSaved: String
        let thanks: String
        let thanksText: [String]
        let back: String
    }
}

extension Words.Accessibility {
    static let swedish = Self(
        title: "Tillgänglighet",
        lead: "Alla ska kunna använda webbplatsen. Här står hur väl vi lyckas, och hur du säger till när något inte fungerar.",
        about: {
            "\($0) står bakom webbplatsen. Redogörelsen gäller alla dess sidor, också för den som är inloggad, och de filer som hör till dem."
        },
        state: "Så tillgänglig är webbplatsen",
        stateText: [
            "Webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig service. Lagen har nummer 2018:1937.",
            "Vi prövar sidorna mot riktlinjerna WCAG 2.2, nivå AA. De rymmer det som lagen kräver av webbsidor.",
        ],
        known: "Det här vet vi brister",
        knownTexts: [
            "Vi har inte prövat webbplatsen med personer som använder skärmläsare eller andra hjälpmedel i sin vardag.",
            "Många källor är gamla sidor hos andra. Vi kan inte svara för om de är tillgängliga, eller om de finns kvar.",
            "På de engelska sidorna är rubriker och fasta texter på engelska. Det som samarbetet självt har skrivit är på svenska.",
        ],
        cannotUse: "När du inte kan läsa något",
        cannotUseText: [
            "Varje bild har samma innehåll som text eller tabell bredvid. Varje lista finns också som fil.",
            "Säg till i formuläret om du behöver något på ett annat sätt. Skriv hur vi når dig, så svarar vi.",
        ],
        tested: "Så har vi prövat",
        testedText: { "Vi prövade webbplatsen senast \($0)." },
        testedTexts: [
            "Programmet axe har gått igenom varje sida, på smal och bred skärm, i ljust och mörkt läge.",
            "Ett annat program har gått igenom sidorna med bara tangentbord, utan skript och med stor text.",
            "Vi har läst sidorna själva och mätt hur lätt språket är att läsa.",
        ],
        supervision: "Tillsyn",
        supervisionText:
            "Myndigheten för digital förvaltning, Digg, har tillsyn över lagen. Anmäl till Digg om du inte är nöjd med vårt svar.",
        supervisionLink: "Anmäl till Digg",
        report: "Anmäl en brist",
        reportText: [
            "Berätta vad som inte fungerar. Du behöver inte säga vem du är.",
            "Det du skriver sparas i högst ett år och läses bara av dem som sköter webbplatsen.",
        ],
        textField: "Vad fungerar inte?",
        textHelp: "Skriv gärna vad du ville göra och vad som hände.",
        placeField: "Var på webbplatsen?",
        placeHelp: "Till exempel sidans rubrik eller adress.",
        contactField: "Hur når vi dig?",
        contactHelp: "E-post eller telefon, om du vill ha svar.",
        send: "Skicka anmälan",
        faults: "Anmälan är inte skickad än",
        textMissing: "Skriv vad som inte fungerar.",
        full: "Vi kan inte ta emot fler anmälningar just nu. Det du skrev står kvar här. Försök igen i morgon.",
        notSaved: "Anmälan gick inte att spara just nu. Det du skrev står kvar här. Försök igen om en stund.",
        thanks: "Tack för din anmälan",
        thanksText: [
            "Anmälan är sparad. Den läses av dem som sköter webbplatsen.",
            "Har du skrivit hur vi når dig får du svar.",
        ],
        back: "Tillbaka"
    )
}

extension Words.Accessibility {
    static let english = Self(
        title: "Accessibility",
        lead:
            "Everybody should be able to use this site. Here is how well we do, and how you tell us when something doesn't work.",
        about: {
            "\($0) publishes this site. The statement covers all its pages, signed in too, and the files that belong to them."
        },
        state: "How accessible the site is",
        stateText: [
            "The site is partially compliant with the Swedish act on accessibility to digital public services (2018:1937).",
            "We check the pages against the guidelines WCAG 2.2, level AA. They include what the act asks of web pages.",
        ],
        known: "What we know falls short",
        knownTexts: [
            "We have not tried the site with people who use screen readers or other aids every day.",
            "Many sources are old pages of others. We can't answer for whether they are accessible, or still there.",
            "On the English pages headings and fixed texts are in English. What the cooperation itself has written is in Swedish.",
        ],
        cannotUse: "When you can't read something",
        cannotUseText: [
            "Every drawing has the same content as text or a table beside it. Every list can be had as a file.",
            "Tell us in the form if you need something in another way. Write how we reach you, and we will answer.",
        ],
        tested: "How we have checked",
        testedText: { "We last checked the site on \($0)." },
        testedTexts: [
            "The program axe has gone through every page, on narrow and wide screens, in light and dark.",
            "Another program has gone through the pages with the keyboard only, without scripts and with large text.",
            "We have read the pages ourselves and measured how easy the language is to read.",
        ],
        supervision: "Supervision",
        supervisionText:
            "The Agency for Digital Government, Digg, supervises the act. Report to Digg if you are not satisfied with our answer.",
        supervisionLink: "Report to Digg",
        report: "Report a shortcoming",
        reportText: [
            "Tell us what doesn't work. You needn't say who you are.",
            "What you write is kept for at most a year and read only by those who run the site.",
        ],
        textField: "What doesn't work?",
        textHelp: "Tell us what you wanted to do and what happened.",
        placeField: "Where on the site?",
        placeHelp: "For example the heading or the address of the page.",
        contactField: "How do we reach you?",
        contactHelp: "Mail or telephone, if you want an answer.",
        send: "Send the report",
        faults: "The report has not been sent yet",
        textMissing: "Write what doesn't work.",
        full: "We can't take more reports just now. What you wrote stands here still. Try again tomorrow.",
        notSaved: "The report couldn't be saved just now. What you wrote stands here still. Try again in a while.",
        thanks: "Thank you for your report",
        thanksText: [
            "The report is saved. It is read by those who run the site.",
            "If you wrote how we reach you, you will have an answer.",
        ],
        back: "Back"
    )
}
