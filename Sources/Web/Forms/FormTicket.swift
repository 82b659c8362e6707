/// The names in a form that are the form's own and no question's.
enum FormName {
    /// The form's own id: the same form sent again gets the same answer.
    static let form = "formular"
    /// The token that shows that the form comes from a page of ours.
    static let token = "nyckel"
    /// The position of the journal that the form was read at.
    static let position = "lage"
    /// What each field held when the form was read, as a name of the value and not the value itself.
    static let ground = "grund"
    /// A field that somebody else has changed too, and that was asked about.
    static let asked = "tvist"
    /// What no question may be called: its answer would be taken for the form's own.
    static let taken: Set = [form, token, position, ground, asked]
    /// What shall be in such a field; the field's name follows.
    static func verdict(_ field: String) -> String { "val-\(field)" }
    /// The verdict that what stands in the record stays.
    static let keep = "nu"
    /// The verdict that what was written shall stand.
    static let use = "mitt"
}

/// What every form carries beside its answers.
struct FormTicket: Sendable, Equatable {
    /// The form's own id: 32 hexadecimal figures.
    let id: String
    /// The token that shows that the form comes from a page of ours.
    let token: String
    /// The position of the journal that the form was read at.
    let position: Int64

    /// The marks of a form that is about to be shown.
    init(id: String, token: String, position: Int64) {
        self.id = id
        self.token = token
        self.position = position
    }

    /// The marks of a form that was sent; nil when one is missing or is written in another way.
    ///
    /// Whether the token is right isn't known here.
    init?(_ sent: Query) {
        guard let id = sent[FormName.form], let token = sent[FormName.token], let written = sent[FormName.position],
            id.utf8.count == 32, id.utf8.allSatisfy(Self.isFigure),
            !written.isEmpty, written.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let position = Int64(written)
        else { return nil }
        self.init(id: id, token: token, position: position)
    }

    private static func isFigure(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    /// The marks as pairs, to be hidden in the form.
    var pairs: [(name: String, value: String)] {
        [(FormName.form, id), (FormName.token, token), (FormName.position, String(position))]
    }
}
