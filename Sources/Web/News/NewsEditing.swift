import Cooperation
import Markup
import Registry

extension Site {
    /// The forms by which news is written and changed.
    var newsEditingRoutes: [Route] { newNewsRoutes + changeNewsRoutes }

    private var newNewsRoutes: [Route] {
        editing(
            [.publishNews],
            "/nyheter/ny",
            needing: { _, _ in Need(.publishNews) },
            form: { context in
                let words = context.words.newsForms
                return EditForm(
                    title: words.newTitle,
                    lead: words.newLead,
                    form: Form(fields(context, about: nil), values: ["fran": [context.today.iso]]),
                    submit: words.publish,
                    above: [.init(name: context.words.news.title, steps: ["nyheter"])]
                )
            },
            save: { form, context in
                let news = context.cooperation.news
                let isTaken = { (id: NewsItem.ID) in news[id] != nil || id.text == "ny" }
                guard
                    let id = NewsItem.ID(naming: form["rubrik"], unless: isTaken) ?? NewsItem.ID(naming: "nyhet", unless: isTaken)
                else { throw Fault.notFound }
                return try edit(id, form, context, earlier: nil)
            }
        )
    }

    private var changeNewsRoutes: [Route] {
        editing(
            [.publishNews],
            "/nyheter/{id}/andra",
            needing: { asked, reading in
                _ = try item(asked, reading)
                return Need(.publishNews)
            },
            form: { context in
                let (words, reading) = (context.words.newsForms, context.reading)
                let facts = try item(context.asked, reading).facts
                let isOut = facts.from <= context.today
                return EditForm(
                    title: words.changeTitle,
                    lead: isOut ? words.changeLead : words.notOutYet(context.words.date(facts.from)),
                    form: Form(
                        fields(context, about: facts.about),
                        changing: [
                            "rubrik": reading.lines([facts.title]), "ingress": reading.shown(facts.lead),
                            "text": reading.shown(facts.text), "fran": [facts.from.iso],
                            "om": facts.about.map { [$0.text] } ?? [], "kallor": facts.sources.map(\.text),
                        ]
                    ),
                    submit: words.publish,
                    above: [
                        .init(name: context.words.news.title, steps: ["nyheter"])
                    ] + (isOut ? [.init(name: reading.text(facts.title), steps: ["nyheter", facts.id.text])] : []),
                    about: [.newsItem(facts.id)]
                )
            },
            save: { form, context in
                let facts = try item(context.asked, context.reading).facts
                guard !form.changed.isEmpty else { return Edit([], done: Self.place(of: facts, context.reading)) }
                return try edit(facts.id, form, context, earlier: facts)
            }
        )
    }

    // MARK: What they share

    private func item(_ asked: Asked, _ reading: Reading) throws(Fault) -> NewsItem {
        guard let id = NewsItem.ID(asked["id"]), let item = reading.cooperation.news[id] else { throw .notFound }
        return item
    }

    private func fields(_ context: EditContext, about: Subject?) -> [FormField] {
        let (words, reading) = (context.words.newsForms, context.reading)
        var subjects = reading.newsSubjects
        if let about, !subjects.contains(where: { $0.value == about.text }) {
            subjects.append(.init(about.text, reading.name(of: about)))
        }
        return [
            FormField("rubrik", context.words.news.heading, most: PublishNews.longestTitle),
            FormField(
                "ingress",
                context.words.news.ingress,
                .text(rows: 4),
                help: words.ingressHelp,
                most: PublishNews.longestLead
            ),
            FormField(
                "text",
                words.text,
                .text(rows: 12),
                help: words.textHelp,
                isRequired: false,
                most: PublishNews.longestText
            ),
            FormField("fran", words.from, .day, help: words.fromHelp),
            FormField("om", context.words.news.about, .choice(subjects), help: words.aboutHelp, isRequired: false),
            FormField(
                "kallor",
                context.words.frame.sources,
                .lines(mostLines: 20),
                help: context.words.documentForms.sourcesHelp,
                isRequired: false,
                most: 2_000
            ),
        ]
    }

    private func edit(_ id: NewsItem.ID, _ form: Form, _ context: EditContext, earlier: NewsItem.Facts?) throws -> Edit {
        let (words, reading) = (context.words, context.reading)
        let from = form.day("fran") ?? context.today
        var request = earlier.map { PublishNews(of: $0) } ?? PublishNews(id: id, title: "", lead: "", from: from)
        request.title = try form.passage("rubrik", keeping: earlier?.title, reading) ?? ""
        request.lead = try form.passage("ingress", keeping: earlier?.lead, reading) ?? ""
        request.text = try form.passage("text", keeping: earlier?.text, reading)
        request.from = from
        request.about = form.given("om").flatMap { Subject($0) }
        request.sources = form.sources("kallor")
        var edit = Edit(
            request,
            happened: context.today,
            done: reading.address("nyheter"),
            message: from > context.today ? words.newsForms.willBeShown(words.date(from)) : words.newsForms.published,
            names: ["title": "rubrik", "lead": "ingress", "from": "fran", "about": "om"]
        )
        // Until its day it has no page; and one that is withdrawn has none either.
        edit.leadsToRecorded = from <= context.today && !reading.cooperation.withdrawnSubjects.contains(.newsItem(id))
        return edit
    }

    /// Where an item can be seen: on its own page from its first day on, and until then among the news.
    private static func place(of facts: NewsItem.Facts, _ reading: Reading) -> Address {
        let isSeen = !reading.cooperation.hiddenSubjects(on: reading.today).contains(.newsItem(facts.id))
        return isSeen ? reading.address("nyheter", facts.id.text) : reading.address("nyheter")
    }
}

extension Reading {
    /// What news can be about: the things that somebody may want to be led to, under what they are.
    var newsSubjects: [FormField.Choice] {
        var choices: [FormField.Choice] = []
        func add(_ subjects: [Subject], under heading: String) {
            for subject in subjects { choices.append(.init(subject.text, name(of: subject), under: heading)) }
        }
        add(cooperation.programme.inOrder.reversed().map { .edition($0.text.id) }, under: words.frame.programme)
        add(cooperation.planning.inOrder.reversed().map { .plan($0.facts.id) }, under: words.frame.plans)
        add(
            cooperation.conferences.all.reversed().map { .conference($0.facts.series, $0.facts.id) },
            under: words.conferences.title
        )
        add(cooperation.advocacy.statementsInOrder.map { .statement($0.facts.id) }, under: words.advocacy.statements)
        add(cooperation.advocacy.prioritiesInOrder.map { .priority($0.facts.id) }, under: words.advocacy.title)
        add(cooperation.documents.inOrder.reversed().map { .document($0.facts.id) }, under: words.documents.title)
        add(
            Body.Kind.allCases.flatMap { cooperation.organisation.bodies($0) }.map { .body($0.facts.id) },
            under: words.organisation.title
        )
        add(cooperation.members.all.map { .municipality($0.facts.id) }, under: words.frame.municipalities)
        return choices
    }
}

extension HTML {
    /// What has been written and isn't shown yet, for those who may change it.
    func upcomingNews(_ whole: Reading) {
        let words = whole.words
        let upcoming = whole.cooperation.news.inOrder.filter { !$0.isDue(on: whole.today) }.reversed()
        guard !upcoming.isEmpty else { return }
        section(.labelled(by: "kommande")) {
            h2(words.newsForms.upcoming, .id("kommande"))
            ul(.class("worklist")) {
                for item in upcoming {
                    let title = whole.text(item.facts.title)
                    li {
                        p(words.newsForms.shownFrom(words.date(item.facts.from)), .class("due"))
                        div {
                            p(.class("labels")) { span("○ \(words.newsForms.unpublished)", .class("label", "proposed")) }
                            p(title, .class("what"), .content)
                            p(whole.text(item.facts.lead), .class("where"), .content)
                        }
                        div { edit(whole, .publishNews, of: title, at: ["nyheter", item.facts.id.text, "andra"]) }
                    }
                }
            }
        }
    }
}
