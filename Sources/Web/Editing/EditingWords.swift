extension Words {
    /// Editing where one reads.
    struct Editing: Sendable {
        let edit: String
        let saved: String
        let unchanged: String
        let keepDraft: String
        let draftKept: String
        let draftRestored: String
        let draftGone: String
        let throwDraft: String
        let draftThrown: String
        let unpublished: String
        let unpublishedBy: @Sendable (_ who: String, _ when: String) -> String
        let goOn: String
        let dayField: String
        let dayHelp: String
        let reasonField: String
        let reasonHelp: String
        let somebody: String
        let busy: String
        let erased: String
        let changedMeanwhile: @Sendable (_ who: String, _ when: String) -> String
        let changedTo: @Sendable (_ sentence: String) -> String
        let notYours: String
        let at: @Sendable (_ day: String, _ time: String) -> String
    }
}

extension Words.Editing {
    static let swedish = Self(
        edit: "Ändra",
        saved: "Ändringen är sparad.",
        unchanged: "Ingenting var ändrat, så inget är sparat.",
        keepDraft: "Spara utkast",
        draftKept: "Utkastet är sparat. Det syns bara för er som får ändra här.",
        draftRestored: "Det du skrev finns kvar. Läs igenom och skicka när det stämmer.",
        draftGone: "Utkastet finns inte längre. Formuläret visar det som gäller nu.",
        throwDraft: "Kasta utkastet",
        draftThrown: "Utkastet är borttaget.",
        unpublished: "Opublicerade ändringar",
        unpublishedBy: { "\($0) sparade ett utkast den \($1)." },
        goOn: "Fortsätt med utkastet",
        dayField: "Gäller från",
        dayHelp: "Dagen då det blev så. Den får inte ligga i framtiden.",
        reasonField: "Varför?",
        reasonHelp: "Skälet visas för alla och sparas för alltid. Skriv inga personuppgifter.",
        somebody: "Någon",
        busy: "Många sparar just nu. Det du skrev står kvar här. Försök igen om en stund.",
        erased:
            "En text här är raderad och går inte att skriva om. Låt den stå som den är, eller ta bort hela och skriv en ny.",
        changedMeanwhile: {
            "\($0) ändrade samma sak den \($1), efter att du öppnade formuläret. Ingenting är sparat. Kontrollera vad som gäller nu och skicka igen om det fortfarande stämmer."
        },
        changedTo: { "Ändringen: ”\($0)”" },
        notYours: "Din plats ger inte rätt att göra det här längre. Ingenting är ändrat.",
        at: { "\($0) klockan \($1)" }
    )
}

extension Words.Editing {
    static let english = Self(
        edit: "Edit",
        saved: "The change is saved.",
        unchanged: "Nothing was changed, so nothing has been saved.",
        keepDraft: "Save a draft",
        draftKept: "The draft is saved. Only those of you who may edit here can see it.",
        draftRestored: "What you wrote is still here. Read it through and send it when it is right.",
        draftGone: "The draft is no longer there. The form shows what holds now.",
        throwDraft: "Throw the draft away",
        draftThrown: "The draft has been removed.",
        unpublished: "Unpublished changes",
        unpublishedBy: { "\($0) saved a draft on \($1)." },
        goOn: "Go on with the draft",
        dayField: "Holds from",
        dayHelp: "The day it became so. It can't be in the future.",
        reasonField: "Why?",
        reasonHelp: "The reason is shown to everybody and kept for ever. Don't write anything about persons.",
        somebody: "Somebody",
        busy: "Many are saving just now. What you wrote stands here still. Try again in a while.",
        erased: "A text here has been erased and can't be rewritten. Leave it as it is, or remove all of it and write a new one.",
        changedMeanwhile: {
            "\($0) changed the same thing on \($1), after you opened the form. Nothing has been saved. See what holds now, and send again if it is still right."
        },
        changedTo: { "The change: “\($0)”" },
        notYours: "Your seat no longer allows this. Nothing has been changed.",
        at: { "\($0) at \($1)" }
    )
}
