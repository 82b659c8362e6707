import Markup

/// What a form asks for: one question, with how it is answered.
struct FormField: Sendable {
    /// How a question is answered.
    enum Kind: Sendable {
        /// One line.
        case line(Line = .text, autocomplete: StaticString? = nil)
        /// Several lines, of which so many show at first.
        case text(rows: Int = 6)
        /// A day, in any of the ways that people write days; kept as `2026-11-23`.
        case day
        /// A day, a month or a year, as exactly as it is known; kept as `2026-11-23`, `2026-11` or `2026`.
        case period
        /// A whole number; kept as figures without spaces.
        case number(ClosedRange<Int>)
        /// One of many.
        case choice([Choice])
        /// One of a few, all of them in view.
        case radio([Choice])
        /// Any of several.
        case several([Choice])
        /// A sentence to tick; the label is the sentence.
        case check
        /// A file, of these types (`.pdf` or `image/png`) as far as the browser can tell, and of at most so many bytes.
        case file(accepts: [String], mostBytes: Int)
        /// One thing on each line; `most` letters a line.
        case lines(mostLines: Int)
    }

    /// What stands on a line.
    enum Line: Sendable {
        case text, email, tel, url
        /// Kept exactly as it is written, and never shown again.
        case password
        /// A code that is used once; never shown again. One of at most ten letters is taken to be figures.
        case code
    }

    /// One of the answers to choose among.
    ///
    /// What is recorded now must be among the choices, also where it can't be chosen anew; otherwise saving the form would take it away.
    struct Choice: Sendable {
        let value: String
        let label: String
        let help: String?
        /// Choices that follow each other and have the same heading stand together under it, in a `choice`.
        let heading: String?

        init(_ value: String, _ label: String, help: String? = nil, under heading: String? = nil) {
            self.value = value
            self.label = label
            self.help = help
            self.heading = heading
        }
    }

    /// The name in what is sent: small letters, figures and hyphens.
    let name: String
    let label: String
    let help: String?
    let kind: Kind
    let isRequired: Bool
    /// How many letters it takes, counted as Unicode scalars.
    let most: Int
    /// What is said when the answer is missing, where the usual sentence doesn't fit.
    let missing: String?
    /// The heading above the question, where it is the first of some that are about one thing.
    var heading: String?

    /// A question.
    ///
    /// - Parameters:
    ///   - name: the name in what is sent; small letters, figures and hyphens.
    ///   - label: the question, always in view.
    ///   - kind: how it is answered.
    ///   - help: how to answer it, under the label; days, times and lists have a sentence of their own when it is nil.
    ///   - isRequired: whether it must be answered; what need not be is marked as optional.
    ///   - most: how many letters it takes; nil for 200 on a line and 4 000 in a text.
    ///   - missing: what is said when the answer is missing; nil for the usual sentence.
    init(
        _ name: String,
        _ label: String,
        _ kind: Kind = .line(),
        help: String? = nil,
        isRequired: Bool = true,
        most: Int? = nil,
        missing: String? = nil
    ) {
        assert(!FormName.taken.contains(name), "\(name) is the form's own")
        self.name = name
        self.label = label
        self.kind = kind
        self.help = help
        self.isRequired = isRequired
        self.most = most ?? kind.usualMost
        self.missing = missing
    }
}

extension FormField {
    /// Where the field is on its page; links from the list of faults lead here.
    var id: ID { ID("falt-\(name)") }

    /// Where a part of the field is on its page.
    func id(of part: String) -> ID { ID("falt-\(name)-\(part)") }

    /// Whether what was written is never sent back to the browser.
    var isSecret: Bool {
        switch kind {
        case .line(.password, _), .line(.code, _): true
        default: false
        }
    }

    var isFile: Bool { if case .file = kind { true } else { false } }

    /// The answers to choose among; none where there is nothing to choose.
    var choices: [Choice] {
        switch kind {
        case .choice(let choices), .radio(let choices), .several(let choices): choices
        default: []
        }
    }
}

extension FormField.Kind {
    fileprivate var usualMost: Int { if case .text = self { 4000 } else { 200 } }
}

extension FormField.Line {
    /// The field as HTML has it.
    var input: HTML.InputKind {
        switch self {
        case .text, .code: .text
        case .email: .email
        case .tel: .tel
        case .url: .url
        case .password: .password
        }
    }
}

/// What is wrong with an answer.
struct FormFault: Sendable, Equatable {
    /// The name of the field; nil when it is about the whole form.
    let field: String?
    /// What is wrong and what to do.
    let message: String
}
