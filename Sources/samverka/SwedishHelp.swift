/// The fixed texts of the argument parser in Swedish; it has no catalogue of its own to put them in.
enum SwedishHelp {
    private static let phrases: [(english: String, swedish: String)] = [
        ("OVERVIEW: ", ""),
        ("USAGE:", "ANVÄNDNING:"),
        ("Usage:", "Användning:"),
        ("ARGUMENTS:", "ARGUMENT:"),
        ("OPTIONS:", "VAL:"),
        ("SUBCOMMANDS:", "KOMMANDON:"),
        ("<subcommand>", "<kommando>"),
        ("[--help]", "[--help]"),
        ("Show help information.", "Visa den här hjälpen."),
        ("Show the version.", "Visa versionen."),
        ("(default: ", "(annars: "),
        ("' for more information.", "” för mer hjälp."),
        ("' for detailed help.", "” för mer hjälp."),
        ("See '", "Skriv ”"),
        ("(values: ", "(välj bland: "),
        ("Please provide one of", "Välj bland"),
        ("Error: ", "Fel: "),
        ("Unknown option", "okänt val"),
        ("Unexpected argument", "oväntat argument"),
        ("unexpected arguments:", "oväntade argument:"),
        ("Missing expected argument", "argument saknas:"),
        ("Missing value for", "värde saknas för"),
        ("is invalid for", "går inte att använda för"),
        ("The value", "värdet"),
        ("unexpected argument", "oväntat argument"),
        ("Did you mean", "Menade du"),
        ("Help:", "Hjälp:"),
    ]

    /// A message of the argument parser in Swedish.
    static func translate(_ message: String) -> String {
        var text = message
        for (english, swedish) in phrases { text = replacing(english, with: swedish, in: text) }
        return text
    }

    private static func replacing(_ old: String, with new: String, in text: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        let pattern = Array(old.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: pattern) {
                result += new.utf8
                index += pattern.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
