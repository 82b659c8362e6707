/// Passwords that are among the first to be guessed: common words alone or in a row, with whatever figures and signs; walks over the
/// keyboard; figures only; few different characters.
///
/// A list of the most used passwords would hardly hold any of twelve characters. What people do to lengthen a common word is known, so the
/// words are listed and the lengthening is undone.
enum CommonPasswords {
    /// Without capitals, dots and rings.
    private static let words: Set<[UInt8]> = Set(
        """
        password passwort passord passphrase losenord losenordet losen losning hemlig hemligt hemlighet secret welcome valkommen letmein
        iloveyou jagalskardig alskar alskling alskade darling sweetheart love hello hej hejsan hejhej tjena login logon loggain inloggning logga
        in admin administrator administrator adminadmin root user anvandare guest gast test testing prova test default changeme change me
        byt byta bytmig qwerty qwertz azerty asdf zxcv abc abcd dragon monkey football fotboll baseball basketball hockey ishockey innebandy
        sunshine solsken princess prinsessa prins master superman batman spiderman starwars pokemon trustno trust no shadow michael jordan
        sommar sommaren summer vinter vintern winter var varen spring host hosten autumn januari februari mars april maj juni juli augusti
        september oktober november december january february march june july august october mandag tisdag onsdag torsdag fredag lordag
        sondag monday tuesday wednesday thursday friday saturday sunday stockholm goteborg malmo sverige sweden svensk svenska sverigesverige
        hammarby djurgarden aik bajen kommun kommunen kommuner kommunhus kommunhuset kommunal region regionen samverka samverkan samverkar
        samarbete samarbetet sodertorn sodertornet sodertornskommunerna kansli kansliet personal arbete arbetet jobb jobbet kontor kontoret
        work office company foretag foretaget mitt min mina my the is ar och and det this
        botkyrka haninge huddinge nacka nykvarn nynashamn salem sodertalje tyreso varmdo tumba handen flemingsberg
        blomma blommor hund hunden katt katten kaffe choklad pannkaka godis semester julafton tomten midsommar lucia
        abcdef computer dator datorn internet windows microsoft google apple samsung iphone facebook android server system
        money pengar family familj familjen mamma pappa mormor farmor baby bebis whatever freedom killer ninja cheese banana
        orange cookie pepper ginger summertime flower purple
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    )
    private static let longestWord = words.map(\.count).max() ?? 0

    /// Rows of keys, and the walks down the columns that look random and aren't; read backwards too.
    private static let walks: [[UInt8]] = [
        "1234567890", "0123456789", "qwertyuiopa", "asdfghjkloa", "zxcvbnm", "abcdefghijklmnopqrstuvwxyzaao",
        "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp", "q1w2e3r4t5y6u7i8o9p0",
    ].flatMap { [Array($0.utf8), $0.utf8.reversed()] }

    /// Whether a password is one of them.
    ///
    /// - Parameter password: without capitals, dots and rings.
    /// - Returns: whether it is to be refused.
    static func includes(_ password: [UInt8]) -> Bool {
        if Set(password).count < 5 { return true }
        // A short piece over and over is no better than the piece.
        if (1...4).contains(where: { period in password.indices.allSatisfy { password[$0] == password[$0 % period] } }) {
            return true
        }
        if isWalks(password) { return true }
        let letters = password.filter { isLetter($0) }
        // Figures and signs only: dates, telephone and personal numbers.
        if letters.isEmpty || isWords(letters) { return true }
        // What stands before and after is thrown away before figures are read as the letters they stand for.
        let start = password.firstIndex(where: isLetter) ?? 0
        let end = password.lastIndex(where: isLetter) ?? password.endIndex - 1
        return isWords(password[start...end].map { disguises[$0] ?? $0 }.filter { isLetter($0) })
    }

    private static let disguises: [UInt8: UInt8] = Dictionary(uniqueKeysWithValues: zip("01345@$!".utf8, "oieasasi".utf8))

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte >= 0x80
    }

    /// Whether some letters are nothing but common words in a row.
    private static func isWords(_ letters: [UInt8]) -> Bool {
        var reachable = [Bool](repeating: false, count: letters.count + 1)
        reachable[0] = true
        for start in letters.indices where reachable[start] {
            for length in 1...longestWord where start + length <= letters.count {
                if words.contains(Array(letters[start..<start + length])) { reachable[start + length] = true }
            }
        }
        return reachable[letters.count]
    }

    /// Whether a password is nothing but walks of four keys or more, and at most three keys beside them.
    private static func isWalks(_ password: [UInt8]) -> Bool {
        var (rest, beside) = (password[...], 0)
        while !rest.isEmpty {
            let longest = walks.map { longestStart(of: rest, in: $0) }.max() ?? 0
            if longest < 4 { beside += 1 }
            rest = rest.dropFirst(longest < 4 ? 1 : longest)
        }
        return beside <= 3
    }

    /// How many of the first keys stand side by side in a walk.
    private static func longestStart(of keys: ArraySlice<UInt8>, in walk: [UInt8]) -> Int {
        walk.indices.map { start in zip(keys, walk[start...]).prefix { $0 == $1 }.count }.max() ?? 0
    }
}
