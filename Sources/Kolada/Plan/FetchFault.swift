package import SeriesStore
package import Statistics

/// Why a fetch stops.
///
/// Its text is for a person and says what to do; what has been fetched is kept.
package enum FetchFault: Error, Equatable, Sendable, CustomStringConvertible {
    case connection(ConnectionFault, String)
    /// The source found the question wrong, which is our fault.
    case refused(Int, String, detail: String)
    case status(Int, String)
    case askedToWait(seconds: Int, String)
    case otherMedia(String, String)
    /// The page was not one, however often we asked.
    case unreadable(String)
    /// A page points to another host.
    case strayed(from: String, to: String)
    /// A page points to one that has been read.
    case circle(String)
    /// The source gave nothing at all.
    case nothing(String)
    /// The source's catalogue has become so much smaller that it can't be whole.
    case shrunk(what: String, from: Int, to: Int)
    /// The source gave less than there was.
    case less([Shortfall])
    /// Key figures were asked for that the source doesn't have.
    case unknown([KeyFigure.ID])
    /// What has changed was asked for, and there is nothing that it could have changed.
    case nothingToUpdate
    /// A file in our own folder can't be read or written.
    case file(String, errno: Int32)
    /// Another fetch is at work.
    case busy(String)

    package var description: String {
        switch self {
        case .connection(let fault, let address): Self.words(fault, address)
        case .refused(let status, let address, let detail):
            """
            Kolada godtog inte frågan (\(status)): \(address)
            Svaret börjar: \(detail)
            Det är ett fel i programmet. Det som redan är hämtat är kvar. Rapportera felet med raderna ovanför.
            """
        case .status(404, let address):
            "Adressen finns inte: \(address)\nKontrollera --address. Har Kolada bytt version av sitt gränssnitt behövs en nyare version av programmet."
        case .status(410, let address):
            "Kolada har stängt den versionen av gränssnittet: \(address)\nAnvänd https://api.kolada.se/v3, eller en nyare version av programmet."
        case .status(401, let address), .status(403, let address):
            "Vi släpps inte in på \(address). Kontrollera --address och om nätet kräver en proxy."
        case .status(407, _): "Proxyn kräver inloggning. Skriv den som http://namn:lösenord@värd:port i --proxy."
        case .status(429, _):
            "Kolada ber oss fråga mer sällan. Det som redan är hämtat är kvar. Ge samma kommando igen om en stund, så fortsätter hämtningen."
        case .status(let status, let address):
            "Kolada svarade med fel \(status) på \(address).\nDet som redan är hämtat är kvar. Ge samma kommando igen om en stund, så fortsätter hämtningen."
        case .askedToWait(let seconds, _):
            "Kolada ber oss vänta \((seconds + 59) / 60) minuter. Det som redan är hämtat är kvar. Ge samma kommando igen efter det."
        case .otherMedia(let media, let address):
            "Svaret på \(address) är inte statistik utan \(media.isEmpty ? "något annat" : media). Kontrollera --address och --proxy: kanske svarar något annat i Koladas ställe."
        case .unreadable(let fault):
            "Sidan går inte att läsa, fast vi har frågat flera gånger:\n\(fault)\nDet som redan är hämtat är kvar. Försök igen senare."
        case .strayed(let base, let next):
            "En sida hänvisar till \(next), som inte hör till \(base). Dit går vi inte. Kontrollera --address."
        case .circle(let address):
            "En sida hänvisar till en som redan är läst: \(address). Kolada svarar fel; försök igen senare."
        case .nothing(let what): "Kolada gav \(what). Ingenting har ändrats. Försök igen senare, eller kontrollera --address."
        case .shrunk(let what, let old, let new):
            "Kolada gav bara \(new) \(what), mot \(old) förra gången. Ingenting har ändrats. Försök igen senare. Är det rätt så tar --accept-missing emot det."
        case .less(let missing):
            """
            Kolada gav mindre än det som redan finns. Ingenting har ändrats. Det gäller \(Self.listed(missing)).
            Ge kommandot igen med --restart för att hämta på nytt. Är det rätt att värdena är borta så tar --accept-missing emot det som kom, \
            och behåller de gamla värdena där inget kom.
            """
        case .unknown(let ids):
            "Kolada har inga nyckeltal som heter \(ids.prefix(10).map(\.description).joined(separator: ", ")). Kontrollera --key-figures."
        case .nothingToUpdate: "Det finns ingen statistik att uppdatera. Hämta först utan --from-date."
        case .file(let path, let number):
            "\(path) går inte att läsa eller skriva (\(systemWords(number))). Kontrollera rättigheter och ledigt utrymme."
        case .busy(let folder): "En annan hämtning arbetar redan i \(folder). Vänta tills den är klar."
        }
    }

    private static func listed(_ missing: [Shortfall]) -> String {
        let some = missing.prefix(5).map { "\($0.keyFigure) (\(spaced($0.missing)) av \(spaced($0.of)) värden saknas)" }
        return some.joined(separator: ", ") + (missing.count > 5 ? " och \(spaced(missing.count - 5)) nyckeltal till" : "")
    }

    private static func words(_ fault: ConnectionFault, _ address: String) -> String {
        let kept = "Det som redan är hämtat är kvar. Ge samma kommando igen, så fortsätter hämtningen."
        return switch fault {
        case .timedOut: "Kolada svarade inte i tid: \(address)\n\(kept)"
        case .unreachable(let reason):
            "Det går inte att nå \(address) (\(reason)).\nKontrollera nätet, --address och om det behövs en proxy (--proxy). \(kept)"
        case .broken(let reason): "Förbindelsen bröts gång på gång: \(address) (\(reason)).\n\(kept)"
        case .insecure(let reason):
            "Det går inte att lita på den som svarar på \(address) (\(reason)). Ingenting har hämtats därifrån. Kontrollera adressen och datorns certifikat."
        case .tooLong(let limit): "Svaret på \(address) är längre än \(limit >> 20) MB, som ingen sida är. Kontrollera --address."
        case .strayed(let other): "Svaret på \(address) skickar oss vidare till \(other). Dit går vi inte. Kontrollera --address."
        case .impossible(let reason): "Adressen \(address) går inte att använda (\(reason)). Kontrollera --address och --proxy."
        }
    }
}
