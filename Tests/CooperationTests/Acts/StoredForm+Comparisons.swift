@testable import Cooperation

/// What is made of the statistics, as journals hold it.
extension StoredForm {
    static func comparisons() throws -> [(act: Act, json: String)] {
        try cards() + ownMeasures() + studies() + cases() + themeDays()
    }

    private static let kolada = Source("Kolada")

    static func value(_ place: String = "0136", _ value: String? = "128901.5") throws -> CopiedValue {
        CopiedValue(
            .keyFigure("N15008"),
            place: place,
            placeName: "Haninge",
            year: 2024,
            gender: .women,
            value: value.flatMap { DecimalFigure($0) },
            source: kolada,
            fetched: try day("2026-11-20")
        )
    }

    private static let written =
        ##"{"fetched":"2026-11-20","gender":"women","measure":"N15008","place":"0136","placeName":"Haninge","source":"Kolada","value":"128901.5","year":2024}"##
    private static let writtenWithout =
        ##"{"fetched":"2026-11-20","gender":"women","measure":"N15008","place":"0136","placeName":"Haninge","source":"Kolada","year":2024}"##

    private static func cards() throws -> [(act: Act, json: String)] {
        var facts = ServiceCard.Facts(
            id: try id("grundskola"),
            name: "Grundskola F–9",
            keeper: try id("ekonomi"),
            cost: "N15008",
            costName: "Kostnad",
            unit: "kr per elev",
            better: .lower,
            peers: "grundskola",
            quality: [],
            costGuard: nil,
            firstYear: nil,
            remarks: [],
            sources: []
        )
        let least = facts
        facts.quality = [
            .init(
                keyFigure: "N15505",
                name: "Meritvärde",
                better: .higher,
                margin: try decimal("5"),
                reason: .numbered(1)
            )
        ]
        facts.costGuard = .init(keyFigure: "N15001", name: "Avvikelse", limit: try decimal("2.5"), reason: .numbered(2))
        facts.firstYear = .init(year: 2019, reason: .numbered(3))
        facts.remarks = [.numbered(4)]
        facts.sources = [kolada]
        return [
            (
                .comparisons(.cardRecorded(facts)),
                ##"{"better":"lower","cost":"N15008","costGuard":{"keyFigure":"N15001","limit":"2.5","name":"Avvikelse","reason":"#2"},"costName":"Kostnad","firstYear":{"reason":"#3","year":2019},"id":"grundskola","keeper":"ekonomi","name":"Grundskola F–9","peers":"grundskola","quality":[{"better":"higher","keyFigure":"N15505","margin":"5","name":"Meritvärde","reason":"#1"}],"remarks":["#4"],"sources":["Kolada"],"unit":"kr per elev"}"##
            ),
            (
                .comparisons(.cardRecorded(least)),
                ##"{"better":"lower","cost":"N15008","costName":"Kostnad","id":"grundskola","keeper":"ekonomi","name":"Grundskola F–9","peers":"grundskola","quality":[],"remarks":[],"sources":[],"unit":"kr per elev"}"##
            ),
            (
                .comparisons(.cardRetired(.init(card: try id("grundskola"), reason: .numbered(1)))),
                ##"{"card":"grundskola","reason":"#1"}"##
            ),
        ]
    }

    private static func ownMeasures() throws -> [(act: Act, json: String)] {
        var facts = OwnMeasure.Facts(
            id: try id("ko"),
            municipality: try id("haninge"),
            name: "Kö",
            definition: .numbered(1),
            unit: "dagar",
            better: nil,
            from: nil,
            remarks: [],
            sources: []
        )
        let least = facts
        facts.better = .lower
        facts.from = try day("2027-03-01")
        facts.remarks = [.numbered(2)]
        facts.sources = [kolada]
        return [
            (
                .comparisons(.ownMeasureRecorded(facts)),
                ##"{"better":"lower","definition":"#1","from":"2027-03-01","id":"ko","municipality":"haninge","name":"Kö","remarks":["#2"],"sources":["Kolada"],"unit":"dagar"}"##
            ),
            (
                .comparisons(.ownMeasureRecorded(least)),
                ##"{"definition":"#1","id":"ko","municipality":"haninge","name":"Kö","remarks":[],"sources":[],"unit":"dagar"}"##
            ),
            (
                .comparisons(
                    .ownValueRecorded(
                        .init(
                            measure: try id("ko"),
                            year: 2025,
                            value: try decimal("-0.75"),
                            remark: .numbered(1),
                            source: kolada
                        )
                    )
                ),
                ##"{"measure":"ko","remark":"#1","source":"Kolada","value":"-0.75","year":2025}"##
            ),
            (
                .comparisons(
                    .ownValueRecorded(.init(measure: try id("ko"), year: 2025, value: nil, remark: nil, source: kolada))
                ),
                ##"{"measure":"ko","source":"Kolada","year":2025}"##
            ),
        ]
    }

    private static func studies() throws -> [(act: Act, json: String)] {
        let study: Study.ID = try id("skola")
        let own = MeasureReference.own(try id("ko"))
        return [
            (
                .comparisons(
                    .studyBegun(
                        .init(
                            id: study,
                            title: "Skolan",
                            question: .numbered(1),
                            responsible: try id("ekonomi"),
                            remarks: [.numbered(2)],
                            sources: [kolada]
                        )
                    )
                ),
                ##"{"id":"skola","question":"#1","remarks":["#2"],"responsible":"ekonomi","sources":["Kolada"],"title":"Skolan"}"##
            ),
            (
                .comparisons(
                    .measuresChosen(
                        .init(
                            study: study,
                            measures: [.init(.keyFigure("N15008"), name: "Kostnad", unit: "kr"), .init(own, name: "Kö")],
                            reason: .numbered(1)
                        )
                    )
                ),
                ##"{"measures":[{"measure":"N15008","name":"Kostnad","unit":"kr"},{"measure":"eget/ko","name":"Kö"}],"reason":"#1","study":"skola"}"##
            ),
            (
                .comparisons(.measuresChosen(.init(study: study, measures: [], reason: nil))),
                ##"{"measures":[],"study":"skola"}"##
            ),
            (
                .comparisons(
                    .peersChosen(.init(study: study, places: [.init(code: "0136", name: "Haninge")], reason: .numbered(1)))
                ),
                ##"{"places":[{"code":"0136","name":"Haninge"}],"reason":"#1","study":"skola"}"##
            ),
            (
                .comparisons(.peersChosen(.init(study: study, places: [], reason: nil))),
                ##"{"places":[],"study":"skola"}"##
            ),
            (
                .comparisons(.analysed(.init(study: study, text: .numbered(1), values: [try value(), try value("0136", nil)]))),
                ##"{"study":"skola","text":"#1","values":[\##(written),\##(writtenWithout)]}"##
            ),
            (
                .comparisons(.proposed(.init(study: study, text: .numbered(1), municipalities: [try id("haninge")]))),
                ##"{"municipalities":["haninge"],"study":"skola","text":"#1"}"##
            ),
            (
                .comparisons(.presented(.init(study: study, themeDay: try id("2027")))),
                ##"{"study":"skola","themeDay":"2027"}"##
            ),
            (
                .comparisons(
                    .decided(
                        .init(
                            study: study,
                            decision: .init(body: try id("ssk"), meeting: try id("2027-02-09"), paragraph: 12),
                            followUp: try day("2028-02-09"),
                            responsible: try id("ekonomi")
                        )
                    )
                ),
                ##"{"decision":{"body":"ssk","meeting":"2027-02-09","paragraph":12},"followUp":"2028-02-09","responsible":"ekonomi","study":"skola"}"##
            ),
            (
                .comparisons(
                    .followedUp(.init(study: study, text: .numbered(1), values: [try value()], next: try day("2029-02-09")))
                ),
                ##"{"next":"2029-02-09","study":"skola","text":"#1","values":[\##(written)]}"##
            ),
            (
                .comparisons(.followedUp(.init(study: study, text: .numbered(1), values: [], next: nil))),
                ##"{"study":"skola","text":"#1","values":[]}"##
            ),
            (
                .comparisons(.ended(.init(study: study, reason: .numbered(1)))),
                ##"{"reason":"#1","study":"skola"}"##
            ),
        ]
    }

    private static func cases() throws -> [(act: Act, json: String)] {
        let study: Study.ID = try id("skola")
        let example: ImprovementCase.ID = try id("jarfalla")
        var facts = ImprovementCase.Facts(
            study: study,
            id: example,
            card: try id("grundskola"),
            cardVersion: 2,
            place: .init(code: "0123", name: "Järfälla"),
            firstYear: 2015,
            lastYear: 2022,
            change: try decimal("-11.7"),
            class: .a,
            q: try decimal("0.04"),
            source: kolada,
            fetched: try day("2026-11-20"),
            values: [],
            reason: nil
        )
        let least = facts
        facts.values = [try value()]
        facts.reason = .numbered(1)
        let common =
            ##"{"card":"grundskola","cardVersion":2,"change":"-11.7","class":"a","fetched":"2026-11-20","firstYear":2015,"id":"jarfalla","lastYear":2022,"place":{"code":"0123","name":"Järfälla"},"q":"0.04","##
        return [
            (
                .comparisons(.caseChosen(facts)),
                common + ##""reason":"#1","source":"Kolada","study":"skola","values":[\##(written)]}"##
            ),
            (.comparisons(.caseChosen(least)), common + ##""source":"Kolada","study":"skola","values":[]}"##),
            (
                .comparisons(.caseAsked(.init(study: study, example: example, text: .numbered(1)))),
                ##"{"example":"jarfalla","study":"skola","text":"#1"}"##
            ),
            (
                .comparisons(.caseAsked(.init(study: study, example: example, text: nil))),
                ##"{"example":"jarfalla","study":"skola"}"##
            ),
            (
                .comparisons(.caseAnswered(.init(study: study, example: example, text: .numbered(1), isConfirmed: true))),
                ##"{"example":"jarfalla","isConfirmed":true,"study":"skola","text":"#1"}"##
            ),
        ]
    }

    private static func themeDays() throws -> [(act: Act, json: String)] {
        var facts = ThemeDay.Facts(
            id: try id("2027"),
            title: "Temadag",
            arranger: try id("ekonomi"),
            day: nil,
            conference: nil,
            items: [],
            remarks: [],
            sources: []
        )
        let least = facts
        facts.day = try day("2027-10-26")
        facts.conference = .init(series: try id("temadag"), conference: try id("2027"))
        facts.items = [
            .init(
                "Så gjorde vi",
                minutes: 20,
                presenter: .municipality(try id("haninge")),
                example: .init(study: try id("skola"), example: try id("jarfalla"))
            ),
            .init("Inledning", minutes: 10, presenter: .body(try id("ekonomi"))),
            .init("Utblick", minutes: 15, presenter: .outside("Järfälla")), .init("Paus", minutes: 30),
        ]
        facts.remarks = [.numbered(1)]
        facts.sources = [kolada]
        return [
            (
                .comparisons(.themeDayRecorded(facts)),
                ##"{"arranger":"ekonomi","conference":{"conference":"2027","series":"temadag"},"day":"2027-10-26","id":"2027","items":[{"example":{"example":"jarfalla","study":"skola"},"minutes":20,"presenter":{"municipality":"haninge"},"title":"Så gjorde vi"},{"minutes":10,"presenter":{"body":"ekonomi"},"title":"Inledning"},{"minutes":15,"presenter":{"outside":"Järfälla"},"title":"Utblick"},{"minutes":30,"title":"Paus"}],"remarks":["#1"],"sources":["Kolada"],"title":"Temadag"}"##
            ),
            (
                .comparisons(.themeDayRecorded(least)),
                ##"{"arranger":"ekonomi","id":"2027","items":[],"remarks":[],"sources":[],"title":"Temadag"}"##
            ),
        ]
    }
}
