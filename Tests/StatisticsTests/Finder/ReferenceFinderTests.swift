import FoundationEssentials
import Glibc
import Testing

@testable import Statistics

/// What the reference cases ask the finder.
struct ReferenceFinding {
    struct Inputs: Decodable {
        var values: [String: [String: [String: Double]]]
        var population_2022: [String: Double]
        var peers: [String: [String: [String]]]
        var names: [String: String]
    }

    struct Expected: Decodable {
        struct Card: Decodable {
            var id: String
            var cost: String
            var area: String
            var quality: [[Mixed]]
            var guarding: [Mixed]
            var y0: Int
            var y1: Int

            enum CodingKeys: String, CodingKey {
                case id, cost, area, quality, y0, y1
                case guarding = "guard"
            }
        }
        struct Summary: Decodable {
            struct Noise: Decodable {
                struct SizeClass: Decodable {
                    var n: Int
                    var s0: Double
                }
                var rho: Double
                var phi: Double
                var df: Double
                var classes: [String: SizeClass]
            }
            var card: String
            var n_panel: Int
            var n: Int
            var rtm_alpha: Double
            var rtm_beta: Double
            var noise: Noise
            var mk05: Double
            var p05: Double
            var p95: Double
            var median_delta: Double
            var sd_delta: Double
        }
        struct Mirror: Decodable {
            var t: Double
            var decreases: Int
            var increases: Int
            var fdr: Double
        }
        struct Quality: Decodable {
            var change: Double?
            var lo90: Double?
            var n: Int?
            var margin: Double?
            var state: String
        }
        struct Row: Decodable {
            var card: String
            var municipality: String
            var name: String
            var pop: Double
            var delta: Double
            var delta_log: Double
            var start: Double
            var expected_log: Double
            var resid: Double
            var resid_percentile: Double
            var size_class: Int
            var ols_total: Double
            var se_total: Double
            var z: Double
            var p: Double
            var mk_p: Double
            var delta_national: Double
            var loo_max: Double
            var max_jump: Double
            var guard_change: Double?
            var guard_ok: Bool?
            var quality: [String: Quality]
            var cost_first: Double
            var cost_last: Double
            var rel: [Double]
            var peers: [String]
            var q: Double
            var evidence: String
            var robust: Bool
            var classification: String

            enum CodingKeys: String, CodingKey {
                case card, municipality, name, pop, delta, delta_log, start, expected_log, resid, resid_percentile, size_class
                case ols_total, se_total, z, p, mk_p, delta_national, loo_max, max_jump, guard_change, guard_ok, quality
                case cost_first, cost_last, rel, peers, q, evidence, robust
                case classification = "class"
            }
        }
        var cards: [Card]
        var per_card: [Summary]
        var mirror: [Mirror]
        var rows: [Row]
    }

    /// Text or a number, as they stand mixed in a list.
    struct Mixed: Decodable {
        var text = ""
        var number = 0.0

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) {
                self.number = number
            } else {
                text = try container.decode(String.self)
            }
        }
    }

    static let once = Result { try ReferenceFinding() }

    let inputs: Inputs
    let expected: Expected
    let cards: [ServiceCard]
    let source: HeldSeries
    let peers: [PeerGroup]
    let report: FinderReport

    private init() throws {
        let inputs = try ReferenceCases.read(Inputs.self, "finder_inputs.json")
        let expected = try ReferenceCases.read(Expected.self, "finder.json")
        cards = try expected.cards.map { card in
            ServiceCard(
                id: card.id,
                title: card.id,
                cost: ServiceCard.Cost(try #require(KeyFigure.ID(card.cost)), unit: "kronor"),
                area: card.area,
                quality: try card.quality.map {
                    ServiceCard.Quality(
                        try #require(KeyFigure.ID($0[0].text)),
                        better: $0[1].number > 0 ? .higher : .lower,
                        margin: $0[2].number,
                        reason: "referensfall"
                    )
                },
                guarding: ServiceCard.Guard(
                    try #require(KeyFigure.ID(card.guarding[0].text)),
                    limit: card.guarding[1].number,
                    firstYear: 2019,
                    reason: "ny modell från 2019"
                ),
                reason: "referensfall"
            )
        }
        var source = HeldSeries()
        for (keyFigure, places) in inputs.values {
            source.series[try #require(KeyFigure.ID(keyFigure))] = places.mapValues { years in
                Series(firstYear: 2015, values: (2015...2022).map { years["\($0)"] ?? .nan })
            }
        }
        peers = inputs.peers.map { PeerGroup(title: "Liknande", subject: $0.key, source: "RKA", similar: $0.value) }
        self.inputs = inputs
        self.expected = expected
        self.source = source
        report = ImprovementFinder.find(
            cards: cards,
            window: .years(2015...2022),
            values: source,
            peers: peers,
            population: inputs.population_2022
        )
    }
}

@Suite("The finder and the reference cases", .enabled(if: ReferenceCases.arePresent, ReferenceCases.absence))
struct ReferenceFinderTests {
    @Test("says the same of all 1,453 rows, in every field")
    func rows() throws {
        let reference = try ReferenceFinding.once.get()
        let rows = reference.report.rows
        #expect(reference.report.faults.isEmpty)
        #expect(rows.count == 1453 && rows.count == reference.expected.rows.count)
        var wrong: [String] = []
        for (row, expected) in zip(rows, reference.expected.rows) {
            func check(_ field: String, _ isRight: Bool) {
                if !isRight { wrong.append("\(expected.card) \(expected.municipality) \(field)") }
            }
            check("card", row.card == expected.card && row.municipality == expected.municipality)
            check("pop", row.population == expected.pop && row.sizeClass == expected.size_class)
            check("delta", isClose(row.change, expected.delta) && isClose(row.logChange, expected.delta_log))
            check("start", isClose(row.regression.start, expected.start))
            check("expected_log", isClose(row.regression.expected, expected.expected_log))
            check("resid", isClose(row.regression.residual, expected.resid))
            check("resid_percentile", isClose(row.regression.percentile, expected.resid_percentile))
            check("ols_total", isClose(row.test.slope * 7, expected.ols_total))
            check("se_total", isClose(row.test.standardError, expected.se_total))
            check("z", isClose(row.test.z, expected.z) && isClose(row.test.probability, expected.p))
            check("mk_p", isClose(row.mannKendallProbability, expected.mk_p))
            check("delta_national", isClose(row.nationalChange, expected.delta_national))
            check("loo_max", isClose(row.worstLeavingOneOut, expected.loo_max))
            check("max_jump", isClose(row.largestStep, expected.max_jump))
            check("guard_ok", row.guarding?.isKept == expected.guard_ok)
            check("guard_change", (row.guarding == nil) == (expected.guard_change == nil))
            if let change = row.guarding?.change, let other = expected.guard_change {
                check("guard_change", isClose(change, other))
            }
            check("quality", row.quality.count == expected.quality.count)
            for line in row.quality {
                let other = try #require(expected.quality[line.keyFigure.description])
                check("quality state", line.state.rawValue == other.state)
                check("quality change", (other.change == nil) == (line.change == nil))
                if let change = other.change { check("quality change", isClose(line.change ?? .nan, change)) }
                if let lower = other.lo90 { check("quality lo90", isClose(line.lowerBound ?? .nan, lower)) }
                if let count = other.n { check("quality n", line.years.count == count) }
                if let margin = other.margin { check("quality margin", line.margin == margin) }
            }
            check("cost", row.costs.first == expected.cost_first && row.costs.last == expected.cost_last)
            check("rel", zip(row.differences, expected.rel).allSatisfy { isClose($0, $1) } && row.differences.count == 8)
            check("peers", row.peers == expected.peers)
            check("q", isClose(row.rate, expected.q))
            check("evidence", row.evidence.rawValue == expected.evidence)
            check("robust", row.isRobust == expected.robust)
            check("class", (row.classification?.rawValue ?? "-") == expected.classification)
        }
        #expect(wrong.isEmpty, "\(wrong.count) fields differ: \(wrong.prefix(10))")
    }

    @Test("says the same of each card, and of how many rises mirror the falls")
    func cards() throws {
        let reference = try ReferenceFinding.once.get()
        #expect(reference.report.cards.map(\.id) == reference.expected.per_card.map(\.card))
        for (card, expected) in zip(reference.report.cards, reference.expected.per_card) {
            #expect(card.withCosts == expected.n_panel && card.tested == expected.n && card.withoutPopulation.isEmpty)
            #expect(isClose(card.regressionIntercept, expected.rtm_alpha) && isClose(card.regressionSlope, expected.rtm_beta))
            #expect(isClose(card.seenAutocorrelation, expected.noise.rho) && isClose(card.autocorrelation, expected.noise.phi))
            #expect(card.degrees == expected.noise.df)
            #expect(card.sizeClasses.count == expected.noise.classes.count)
            for sizeClass in card.sizeClasses {
                let other = try #require(expected.noise.classes["\(sizeClass.sizeClass)"])
                #expect(sizeClass.municipalities == other.n && isClose(sizeClass.deviation, other.s0))
            }
            #expect(isClose(card.shareFallenByMannKendall, expected.mk05))
            #expect(isClose(card.shareFallen, expected.p05) && isClose(card.shareRisen, expected.p95))
            #expect(isClose(card.medianLogChange, expected.median_delta))
            #expect(isClose(card.deviationOfLogChanges, expected.sd_delta))
        }
        for (mirror, expected) in zip(reference.report.mirrors, reference.expected.mirror) {
            #expect(mirror.standardErrors == expected.t && mirror.falls == expected.decreases)
            #expect(mirror.rises == expected.increases && isClose(mirror.shareByChance ?? .nan, expected.fdr))
        }
    }

    @Test("visible falls are those that were computed apart")
    func visibleFalls() throws {
        struct Power: Decodable {
            struct Visible: Decodable {
                var card: String
                var size_class: Int
                var n: Int
                var need_p05: Double
            }
            var mde: [Visible]
        }
        let reference = try ReferenceFinding.once.get()
        let visible = try ReferenceCases.read(Power.self, "sim_power.json").mde
        #expect(visible.count == 24)
        for expected in visible {
            let card = try #require(reference.report.cards.first { $0.id == expected.card })
            let sizeClass = try #require(card.sizeClasses.first { $0.sizeClass == expected.size_class })
            #expect(sizeClass.municipalities == expected.n)
            #expect(isClose(sizeClass.visibleFall, expected.need_p05, 0.02), "\(expected)")
        }
    }

    @Test("the worked example can be unfolded, step by step")
    func workedExample() throws {
        struct Example: Decodable {
            var own_cost: [Double]
            var median_log_peers: [Double]
            var d: [Double]
            var theil_sen_slope: Double
            var delta_percent: Double
            var ols_slope: Double
            var s2_own: Double
            var s0_class: Double
            var rho_pooled: Double
            var phi: Double
            var ar1_trace_factor: Double
            var ar1_slope_variance: Double
            var s2_moderated: Double
            var se_total: Double
            var z: Double
            var df: Double
            var p_one_sided: Double
            var q_bh: Double
            var tests: Int
            var delta_national_percent: Double
            var leave_one_out_max_percent: Double
            var guard_change: Double
            var evidence: String
            var klass: String
        }
        let reference = try ReferenceFinding.once.get()
        let expected = try ReferenceCases.read(Example.self, "worked_example.json")
        let row = try #require(reference.report.rows.first { $0.id == FinderRow.ID(card: "grundskola", municipality: "0123") })
        let card = try #require(reference.report.cards.first { $0.id == "grundskola" })
        #expect(row.costs == expected.own_cost)
        #expect(zip(row.peersCosts, expected.median_log_peers).allSatisfy { isClose($0, exp($1)) })
        #expect(zip(row.differences, expected.d).allSatisfy { isClose($0, $1) })
        #expect(isClose(row.slope, expected.theil_sen_slope) && isClose(row.change * 100, expected.delta_percent))
        #expect(isClose(row.test.slope, expected.ols_slope) && isClose(row.test.variance, expected.s2_own))
        #expect(isClose(row.test.classDeviation, expected.s0_class) && isClose(card.seenAutocorrelation, expected.rho_pooled))
        #expect(isClose(card.autocorrelation, expected.phi) && isClose(card.varianceFactor, expected.ar1_trace_factor))
        #expect(isClose(card.slopeFactor, expected.ar1_slope_variance))
        #expect(isClose(row.test.moderatedVariance, expected.s2_moderated))
        #expect(isClose(row.test.standardError, expected.se_total) && isClose(row.test.z, expected.z))
        #expect(row.test.degrees == expected.df && isClose(row.test.probability, expected.p_one_sided))
        #expect(isClose(row.rate, expected.q_bh) && reference.report.tests == expected.tests)
        #expect(isClose(row.nationalChange * 100, expected.delta_national_percent))
        #expect(isClose(row.worstLeavingOneOut * 100, expected.leave_one_out_max_percent))
        #expect(isClose(row.guarding?.change ?? .nan, expected.guard_change))
        #expect(row.evidence.rawValue == expected.evidence && row.classification?.rawValue == expected.klass)
    }

    @Test("a row as JSON has the fields of the reference, and reads back to the same")
    func json() throws {
        let reference = try ReferenceFinding.once.get()
        for (row, expected) in zip(reference.report.rows, reference.expected.rows).prefix(300) {
            let name = try #require(reference.inputs.names[row.municipality])
            let text = try row.json(name: name)
            #expect(!text.utf8.contains(UInt8(ascii: "\n")))
            let read = try JSONDecoder().decode(ReferenceFinding.Expected.Row.self, from: Data(text.utf8))
            #expect(read.name == expected.name && read.classification == expected.classification)
            #expect(isClose(read.q, expected.q) && isClose(read.p, expected.p) && read.rel.count == expected.rel.count)
            #expect((read.guard_change == nil) == (expected.guard_change == nil))
        }
    }

    @Test("how many examples there are, and how many of them can be chance")
    func chance() throws {
        let report = try ReferenceFinding.once.get().report
        let strong = try #require(report.examples(.strong))
        let moderate = try #require(report.examples(.moderate))
        #expect(strong.count == 0 && strong.byChance == 0)
        #expect(moderate.count == 27 && isClose(moderate.byChance, 8.1))
        #expect(report.examples(.weak) == nil)
        #expect(report.largeChanges.falls == 133)
    }
}
