import Cooperation
import HTTPTypes
import Registry

extension Site {
    /// The accessibility statement, and what is reported through it.
    var accessibilityRoutes: [Route] {
        [
            Route(.get, "/tillganglighet", formats: [.page, .json], isCached: true) { asked in
                try statement(asked, form: ShortcomingForm(.of(asked.language)))
            },
            Route(.post, "/tillganglighet") { asked in
                let reading = readings.now(for: asked)
                var form = ShortcomingForm(try asked.form(), reading.words, on: reading.today)
                guard form.form.isRight else { return try statement(asked, form: form) }
                do {
                    if try await readings.registrar.keep(form.shortcoming) {
                        return .seeOther(reading.address("tillganglighet", "tack"))
                    }
                    form.refuse(reading.words.accessibility.full)
                } catch is Registrar.Unavailable {
                    form.refuse(reading.words.accessibility.notSaved)
                }
                return try statement(asked, form: form)
            },
            Route(.get, "/tillganglighet/tack", isCached: true) { asked in
                let reading = readings.now(for: asked)
                let words = reading.words.accessibility
                let shell = Shell(
                    title: words.thanks,
                    description: words.thanks,
                    steps: ["tillganglighet", "tack"],
                    above: [.init(name: words.title, steps: ["tillganglighet"])],
                    hasHistory: false
                )
                return .page(
                    shell.page(reading, assets: assetAddresses) { AccessibilityPage.writeThanks($0, reading) }
                )
            },
        ]
    }

    /// The statement, with the form as it was sent when something in it is wrong.
    private func statement(_ asked: Asked, form: ShortcomingForm) throws -> Answer {
        let reading = readings.now(for: asked)
        let page = AccessibilityPage(reading)
        let shell = Shell(
            title: reading.words.accessibility.title,
            titlePrefix: form.form.titlePrefix(reading.words),
            description: reading.words.accessibility.lead,
            steps: ["tillganglighet"],
            formats: [.json],
            hasHistory: false
        )
        var answer = try answer(asked, page, in: shell, reading) { page.write($0, reading, form: form) }
        if !form.form.isRight {
            answer.status = .unprocessableContent
            answer.caching = .never
        }
        return answer
    }
}
