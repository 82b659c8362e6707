/// Somebody who holds a seat, or may hold one.
///
/// Never a part of the cooperation's value and never in the journal, which can't forget: acts name a person by id alone, and the person
/// lies in the vault with a purpose and a last day (dataskyddsförordningen artikel 5.1 e). There is no field for a personal number.
package struct Person: Hashable, Sendable, Codable {
    /// Thirty-two random hexadecimal characters that say nothing of whose they are.
    package typealias ID = Identifier<Person>

    package var id: ID
    package var name: String
    /// The address at work; also what one signs in with.
    package var mail: String
    package var telephone: String?
    /// Whether the name may be shown to everybody where the person holds a seat.
    package var showsName: Bool

    /// A person with a name and an address at work.
    package init(id: ID, name: String, mail: String, telephone: String? = nil, showsName: Bool = false) {
        self.id = id
        self.name = name
        self.mail = mail
        self.telephone = telephone
        self.showsName = showsName
    }
}

extension Identifier where Entity == Person {
    /// Whether it is thirty-two hexadecimal characters, and so can't be anybody's name.
    package var isHexadecimal: Bool {
        text.utf8.count == 32 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}

extension Person {
    /// Why it can't be kept; nil when it can.
    package func objection() -> Refusal? {
        guard id.isHexadecimal else { return .noPerson }
        if name.isBlank { return Refusal("person.name", field: "name", "Skriv personens namn.") }
        if name.unicodeScalars.count > 120 { return .tooLong("name", 120) }
        guard name.unicodeScalars.allSatisfy(Person.isOfText) else {
            return Refusal(
                "person.name-unreadable",
                field: "name",
                "Namnet har tecken som inte syns, till exempel ett radbyte. Skriv det på nytt i stället för att klistra in det."
            )
        }
        if mail.unicodeScalars.count > 254 { return .tooLong("mail", 254) }
        guard Person.isMail(mail) else {
            return Refusal(
                "person.mail",
                field: "mail",
                "Det ser inte ut som en e-postadress. Skriv som namn@kommunen.se."
            )
        }
        if let telephone {
            let digits = telephone.utf8.filter { (0x30...0x39).contains($0) }.count
            let isPlain = telephone.utf8.allSatisfy { (0x30...0x39).contains($0) || "+- ()/".utf8.contains($0) }
            guard isPlain, (5...15).contains(digits), telephone.utf8.count <= 40 else {
                return Refusal(
                    "person.telephone",
                    field: "telephone",
                    "Skriv telefonnumret med siffror, till exempel 08-123 456 78."
                )
            }
        }
        let holding = Person.holdsPersonalNumber
        let field =
            holding(name) ? "name" : holding(mail) ? "mail" : telephone.map(Person.isPersonalNumber) == true ? "telephone" : nil
        return field.map { field in
            Refusal(
                "person.personal-number",
                field: field,
                "Det ser ut som ett personnummer. Personnummer sparas aldrig här. Ta bort det."
            )
        }
    }

    /// Whether a character may stand in a name: it is seen, or joins or parts letters in scripts that need it, and turns no text around.
    private static func isOfText(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\u{200C}" || scalar == "\u{200D}" { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return false
        default: return !scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// Whether a text has the form of an address: something, an at sign, and a host of several parts.
    private static func isMail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        let (local, host) = (parts[0], parts[1].split(separator: ".", omittingEmptySubsequences: false))
        guard (1...64).contains(local.utf8.count), !local.hasPrefix("."), !local.hasSuffix("."), !local.contains("..") else {
            return false
        }
        guard host.count > 1, host.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasSuffix("-") }) else { return false }
        // A leading hyphen is an option to some programs, and '=?' begins a word in code that a reader of mail decodes into anything.
        guard !local.hasPrefix("-"), !text.contains("=?") else { return false }
        // Seen, and nothing that a mail's header could take for something else.
        return text.unicodeScalars.allSatisfy { scalar in
            isOfText(scalar) && scalar != "\u{200C}" && scalar != "\u{200D}" && !scalar.properties.isWhitespace
                && !"<>()[],;:\\\"".unicodeScalars.contains(scalar)
        }
    }

    /// Whether all of a telephone number is a personal number.
    ///
    /// A number of ten figures that begins with 0 is one of a telephone, and so is what begins with +, even when it could be both.
    private static func isPersonalNumber(_ telephone: String) -> Bool {
        let isTelephone =
            telephone.hasPrefix("+") || telephone.hasPrefix("0") && telephone.utf8.allSatisfy { $0 != UInt8(ascii: "-") }
        return !isTelephone && holdsPersonalNumber(telephone)
    }

    /// Whether ten or twelve figures stand together as in a personal number: 19640823-3234, 640823+3234, 640823 3234.
    private static func holdsPersonalNumber(_ text: String) -> Bool {
        var run: [Int] = []
        for scalar in text.unicodeScalars {
            if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
                run.append(Int(value))
                continue
            }
            let isSeparator =
                scalar == "+" || scalar == "\u{2212}" || scalar.properties.generalCategory == .dashPunctuation
                || scalar.properties.isWhitespace
            // Between the day of birth and the last four there may be something; elsewhere it ends the number.
            if isSeparator, run.count == 6 || run.count == 8 { continue }
            if isPersonalNumber(run) { return true }
            run = []
        }
        return isPersonalNumber(run)
    }

    /// Whether figures are a personal number or a coordination number, whose day has 60 added to it.
    private static func isPersonalNumber(_ run: [Int]) -> Bool {
        guard run.count == 10 || run.count == 12 else { return false }
        if run.count == 12, !(18...20).contains(run[0] * 10 + run[1]) { return false }
        let figures = Array(run.suffix(10))
        let (month, day) = (figures[2] * 10 + figures[3], figures[4] * 10 + figures[5])
        // Month, day and check must be possible, or one in ten of other numbers would be taken for one.
        return (1...12).contains(month) && ((1...31).contains(day) || (61...91).contains(day)) && hasRightCheck(figures)
    }

    /// Luhn's check over ten figures, as Skatteverket has it (SKV 704).
    private static func hasRightCheck(_ figures: [Int]) -> Bool {
        var sum = 0
        for (index, figure) in figures.enumerated() {
            let weighted = index.isMultiple(of: 2) ? figure * 2 : figure
            sum += weighted > 9 ? weighted - 9 : weighted
        }
        return sum.isMultiple(of: 10)
    }
}

extension Refusal {
    /// What is said when two would have the same address.
    package static let mailTaken = Refusal(
        "person.mail-taken",
        field: "mail",
        "En annan person har redan den adressen. Kontrollera den, eller ändra den personen i stället."
    )

    static func tooLong(_ field: String, _ most: Int) -> Refusal {
        Refusal("person.too-long", field: field, "Texten är för lång. Korta den till högst \(most) tecken.")
    }
}
