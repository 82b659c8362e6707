import ArgumentParser
import FoundationEssentials
import Journal

/// Walks the chain and says whether the journal is as it was written.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Kontrollera att ingen har ändrat i journalen.",
        discussion: """
            Varje post räknas om och jämförs med kedjan, och varje text och fil med sitt avtryck. Med --head jämförs kedjan också med de \
            undertecknade huvudena, så att det märks om slutet har klippts bort. Kommandot slutar med 0 när allt stämmer och 1 när något \
            inte gör det. Samma kontroll görs utan vår kod av tools/verify.py.
            """
    )

    @OptionGroup var data: DataOption

    @Flag(help: "Jämför också med de undertecknade huvudena.")
    var head = false

    @Option(help: ArgumentHelp("Fil med undertecknade huvuden, om inte datamappens egen ska användas.", valueName: "fil"))
    var headFile: String?

    func run() throws {
        let folder = DataFolder(data.path)
        do {
            try verify(folder)
        } catch {
            throw Stop.because(error, folder: folder)
        }
    }

    private func verify(_ folder: DataFolder) throws {
        let heads = head || headFile != nil ? try Head.read(file: headFile ?? folder.heads) : []
        if head || headFile != nil, heads.isEmpty {
            throw Stop.prevented(
                "Det finns inga undertecknade huvuden i \(headFile ?? folder.heads). De skrivs vid start, midnatt och avslut."
            )
        }
        guard FileManager.default.fileExists(atPath: folder.database) else {
            throw Stop.prevented("Det finns ingen journal i \(folder.path). Ange mappen med --data.")
        }
        // Without the installation's own key a head is held against the key that it names itself, which anybody could have made.
        let trusted =
            !heads.isEmpty && FileManager.default.fileExists(atPath: folder.signingKey)
            ? try SigningKey(file: folder.signingKey).publicKey : nil
        let report = Verification.walk(file: folder.database, heads: heads, trusted: trusted, includingContents: true)
        if let finding = report.finding { throw Stop.found(finding.inWords) }
        Output.line("Journalen är hel: \(report.tip.position) poster och \(report.contents) texter och filer stämmer.")
        if report.erased > 0 { Output.line("\(report.erased) texter och filer är raderade enligt beslut.") }
        if !heads.isEmpty {
            Output.line("Kedjan stämmer med \(heads.count) undertecknade huvuden.")
            if trusted == nil {
                Output.error("Installationens egen nyckel saknas, så huvudena är bara prövade mot nyckeln de själva anger.")
            }
            let unreadable = try Head.unreadableLines(file: headFile ?? folder.heads)
            if unreadable > 0 { Output.error("\(unreadable) rader bland huvudena gick inte att läsa och hoppades över.") }
        }
        Output.line("Kedjans slut: \(report.tip.hash.hex)")
    }
}

extension Verification.Finding {
    /// What isn't as it was written, in words that name the place.
    var inWords: String {
        switch self {
        case .entry(let position, let fault): "Post \(position) är inte som den skrevs: \(fault.inWords)."
        case .unreadable(let position, let error):
            "Journalen går inte att läsa efter post \(position). \(error.inWords(of: "Filen"))"
        case .content(let commitment, _):
            "Texten eller filen med avtrycket \(commitment?.hex ?? "som saknas") är inte som den skrevs."
        case .head(let head, let fault): "Det undertecknade huvudet ”\(head.line.prefix(40))…” stämmer inte: \(fault.inWords)."
        }
    }
}

extension Verification.EntryFault {
    fileprivate var inWords: String {
        switch self {
        case .position(let found): "numret \(found) står på dess plats"
        case .storage(let column, let found): "fältet \(column) är lagrat som \(found)"
        case .encoding(let column): "fältet \(column) är inte UTF-8"
        case .length(let column): "fältet \(column) är inte 32 byte"
        case .precision: "noggrannheten är okänd"
        case .previous: "den hänger inte ihop med posten före"
        case .hash: "innehållet stämmer inte med avtrycket"
        }
    }
}

extension Verification.HeadFault {
    fileprivate var inWords: String {
        switch self {
        case .signature: "underskriften är inte gjord med den nyckel som står där"
        case .otherKey: "det är undertecknat med en annan nyckel"
        case .missing: "journalen slutar före det, så slutet har klippts bort"
        case .rewritten: "journalen har ett annat avtryck där, så historiken har skrivits om"
        }
    }
}
