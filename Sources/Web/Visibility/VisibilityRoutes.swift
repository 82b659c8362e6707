import Cooperation
import HTTPTypes
import Markup
import Registry

extension Site {
    /// What the public may not see, and the forms that withdraw something and show it again.
    var visibilityRoutes: [Route] {
        [
            Route.may([.changeVisibility], .get, "/arbete/synlighet", needing: { _ in Need(.changeVisibility) }) { asked, _ in
                let reading = readings.whole(for: asked)
                let page = WithdrawnPage(reading)
                let title = reading.words.visibility.title
                let shell = Shell(
                    title: title,
                    description: title,
                    steps: ["arbete", "synlighet"],
                    above: [.init(name: reading.words.work.title, steps: ["arbete"])],
                    hasHistory: false
                )
                return .page(shell.page(reading, assets: assetAddresses) { page.write($0, reading) })
            }
        ]
            // The steps of a subject: `documents/samarbetsavtal`, `conferences/radslag/2019`.
            + ["{slag}/{id}", "{slag}/{id}/{del}"].flatMap { subject in
                [true, false].flatMap { changeRoutes(isShown: $0, subject) }
            }
    }

    private func changeRoutes(isShown: Bool, _ subject: String) -> [Route] {
        let first = isShown ? Visibility.show : Visibility.withdraw
        return editing(
            [.changeVisibility],
            Pattern(stringLiteral: "/arbete/synlighet/\(first)/\(subject)"),
            needing: { asked, reading in
                _ = try self.subject(asked, reading)
                return Need(.changeVisibility)
            },
            form: { context in
                let (words, reading) = (context.words.visibility, context.reading)
                let subject = try self.subject(context.asked, reading)
                let name = reading.name(of: subject)
                let reason = FormField(
                    "skal",
                    context.words.editing.reasonField,
                    .text(rows: 3),
                    help: isShown ? context.words.editing.reasonHelp : words.reasonHelp,
                    most: 1_000
                )
                return EditForm(
                    title: isShown ? words.showTitle(name) : words.withdrawTitle(name),
                    lead: isShown ? words.showLead : words.withdrawLead,
                    form: Form([reason]),
                    submit: isShown ? words.showSubmit : words.withdrawSubmit,
                    above: [
                        .init(name: context.words.work.title, steps: ["arbete"]),
                        .init(name: words.title, steps: ["arbete", "synlighet"]),
                    ],
                    takesDrafts: false
                )
            },
            save: { form, context in
                let (words, reading) = (context.words.visibility, context.reading)
                let subject = try self.subject(context.asked, reading)
                let name = reading.name(of: subject)
                return Edit(
                    ChangeVisibility(subject, isShown: isShown, reason: form["skal"]),
                    happened: context.today,
                    done: reading.address("arbete", "synlighet"),
                    message: isShown ? words.shown(name) : words.withdrawn(name),
                    names: ["reason": "skal"]
                )
            }
        )
    }

    private func subject(_ asked: Asked, _ reading: Reading) throws(Fault) -> Subject {
        let text = [asked["slag"], asked["id"], asked["del"]].filter { !$0.isEmpty }.joined(separator: "/")
        guard let subject = Subject(text), reading.cooperation.knows(subject) else { throw .notFound }
        return subject
    }
}

/// The two things that can be done with what the public may see, as addresses have them.
enum Visibility {
    static let withdraw = "dra-tillbaka"
    static let show = "visa"

    /// The steps of a form about a subject.
    static func steps(_ first: String, _ subject: Subject) -> [String] {
        ["arbete", "synlighet", first] + subject.text.split(separator: "/").map { String($0) }
    }
}

extension HTML {
    /// A quiet link at the end of a page to where what it shows is withdrawn, for who may.
    func withdraw(_ subject: Subject, _ reading: Reading) {
        guard reading.isNow, reading.viewer.may(.changeVisibility) else { return }
        p {
            editLink(
                reading.words.visibility.withdraw,
                of: reading.name(of: subject),
                to: reading.address(steps: Visibility.steps(Visibility.withdraw, subject))
            )
        }
    }
}
