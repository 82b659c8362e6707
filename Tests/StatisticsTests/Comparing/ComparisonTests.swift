import Statistics
import Testing

@Suite("Values beside each other, and what can be told apart") struct ComparisonTests {
    private static func vintage(_ series: [String: [Double?]], from: Int = 2015, breaks: Int? = nil) throws -> StatisticsVintage {
        let id = try #require(KeyFigure.ID("N15419"))
        let values = series.flatMap { code, values in
            values.enumerated().map { Observation(id, in: code, year: from + $0, value: $1, source: "Prov") }
        }
        return StatisticsVintage(
            StatisticsTable(
                keyFigures: [
                    KeyFigure(
                        id: id,
                        title: "Prov",
                        unit: "procent",
                        subject: "skola",
                        explanation: "Prov.",
                        comparableFrom: breaks
                    )
                ],
                names: Dictionary(uniqueKeysWithValues: series.keys.map { ($0, "K\($0)") }),
                peerGroups: [PeerGroup(title: "Liknande", subject: "skola", source: "RKA", similar: ["0126": ["0127", "0128"]])],
                values: values
            )
        )
    }

    private static func comparison(_ vintage: StatisticsVintage, _ members: [String], group: [String] = []) throws -> Comparison {
        let figure = try #require(vintage.figures.first)
        return try #require(Comparison(figure, .total, in: vintage, members: members, group: group))
    }

    @Test("the members stand first and always, then the country, then the others")
    func rows() throws {
        let vintage = try Self.vintage(["0126": [1, 2], "0000": [5, 6], "1490": [3, nil], "0580": [nil, 4]])
        let comparison = try Self.comparison(vintage, ["0126", "0140"], group: ["1490", "0580", "0126"])
        #expect(comparison.rows.map(\.code) == ["0126", "0140", "0000", "0580", "1490"])
        #expect(comparison.rows.map(\.role) == [.member, .member, .country, .other, .other])
        #expect(comparison.rows.map(\.isInGroup) == [true, false, false, true, true])
        #expect(comparison.years == 2015...2016 && comparison.latestYear == 2016)
        #expect(comparison.known(2016).map(\.row.code) == ["0126", "0580"])
        // Three values are wanted for a median, and here are two.
        #expect(comparison.group(2016) == nil)
        #expect(Comparison(comparison.figure, .women, in: vintage, members: ["0126"], group: []) == nil)
        #expect(Comparison(comparison.figure, .total, in: vintage, members: ["0140"], group: ["0126"]) == nil)
        #expect(vintage.peers(of: "0126", in: comparison.figure)?.codes == ["0127", "0128"])
        #expect(vintage.peers(of: "0127", in: comparison.figure) == nil)
    }

    @Test("the group's median is of those with a value that year")
    func median() throws {
        let vintage = try Self.vintage(["0126": [1], "0127": [9], "0128": [4], "0136": [nil], "0138": [7]])
        let group = try #require(Self.comparison(vintage, ["0126"], group: ["0126", "0127", "0128", "0136", "0138"]).group(2015))
        #expect(group.low == 1 && group.median == 5.5 && group.high == 9 && group.count == 4)
    }

    @Test("a difference is clear when it is more than twice its deviation, and nothing is said where that isn't known")
    func clear() throws {
        let swinging = (0..<8).map { Optional($0.isMultiple(of: 2) ? 0.0 : 2.0) }
        let vintage = try Self.vintage(["0126": swinging, "0127": swinging, "0128": [1, 2]])
        let comparison = try Self.comparison(vintage, ["0126", "0127", "0128"])
        let noise = YearlyNoise(comparison, upTo: 2022, in: vintage)
        let one = try #require(noise.deviation(of: "0126"))
        let limit = 2 * (2 * one * one).squareRoot()
        #expect(noise.isClear(("0126", 0), ("0127", limit * 0.99)) == false)
        #expect(noise.isClear(("0126", 0), ("0127", limit * 1.01)) == true)
        #expect(noise.isClear("0126", 2 * one * 1.01, from: 0) == true && noise.isClear("0126", 2 * one * 0.99, from: 0) == false)
        let short = YearlyNoise(comparison, upTo: 2016, in: vintage)
        #expect(short.isClear(("0126", 0), ("0127", 100)) == nil && short.isClear("0126", 0, from: 100) == nil)
        let still = try Self.vintage(["0126": Array(repeating: 3, count: 8), "0127": Array(repeating: 3, count: 8)])
        let calm = YearlyNoise(try Self.comparison(still, ["0126", "0127"]), upTo: 2022, in: still)
        #expect(calm.isClear(("0126", 3), ("0127", 3)) == false && calm.isClear(("0126", 3), ("0127", 4)) == true)
    }

    @Test("nothing is held against years that are counted in another way")
    func breaks() throws {
        let jump = [1.0, 1, 1, 1, 50, 50, 50, 50].map(Optional.some)
        let vintage = try Self.vintage(["0126": jump, "0127": jump], breaks: 2019)
        let comparison = try Self.comparison(vintage, ["0126", "0127"])
        // Four years are too few to know how much the values swing.
        #expect(YearlyNoise(comparison, upTo: 2022, in: vintage).isClear(("0126", 1), ("0127", 50)) == nil)
        #expect(!comparison.figure.canCompare(2018, 2019) && comparison.figure.canCompare(2019, 2022))
        #expect(comparison.figure.firstComparable(to: 2022, from: 2015) == 2019)
        #expect(comparison.figure.firstComparable(to: 2018, from: 2015) == 2015)
    }

    @Test("those that can't be told apart share their places, and few aren't ranked")
    func ranking() throws {
        // The deviation of a value is about 0.6, so a difference has to be over 1.7.
        func swinging(_ level: Double) -> [Double?] { (0..<9).map { level + ($0.isMultiple(of: 2) ? 0.5 : -0.5) } }
        let levels: [String: Double] = ["0126": 10, "0127": 11, "0128": 20, "0136": 30, "0138": 31]
        let vintage = try Self.vintage(levels.mapValues(swinging))
        let comparison = try Self.comparison(vintage, levels.keys.sorted())
        let noise = YearlyNoise(comparison, upTo: 2023, in: vintage)
        let ranking = HonestRanking(comparison, year: 2023, noise: noise)
        #expect(ranking.refusal == nil)
        #expect(ranking.standings.map(\.code) == ["0138", "0136", "0128", "0127", "0126"])
        #expect(ranking.standings.map(\.places) == [1...2, 1...2, 3...3, 4...5, 4...5])
        let few = try Self.comparison(vintage, Array(levels.keys.sorted().dropLast()))
        #expect(HonestRanking(few, year: 2023, noise: YearlyNoise(few, upTo: 2023, in: vintage)).refusal == .few(4))
        let brief = try Self.vintage(levels.mapValues { [$0, $0] })
        let short = try Self.comparison(brief, levels.keys.sorted())
        #expect(HonestRanking(short, year: 2016, noise: YearlyNoise(short, upTo: 2016, in: brief)).refusal == .unknownNoise)
    }

    @Test(
        "a key figure's service among the groups of alike",
        arguments: [
            ("Kostnad för kommunal grundskola åk 1-9, kr/elev", "Grundskola åk 0-9 inkl förskoleklass", "grundskola"),
            ("Kostnad fritidshem, kr/inskrivet barn", "Grundskola åk 0-9 inkl förskoleklass", "fritidshem"),
            ("Kostnad boende enligt LSS, kr/inv", "Äldre och funktionshinder", "LSS"),
            ("Kostnad särskilt boende äldreomsorg", "Äldre och funktionshinder", "äldreomsorg"),
            ("Invånare totalt, antal", "Befolkning", "övergripande"), ("Vårdplatser", "Hälso- och sjukvård", nil),
        ] as [(String, String, String?)]
    )
    func subjects(_ title: String, _ area: String, _ subject: String?) {
        #expect(PeerSubject.subject(title: title, area: area) == subject)
    }
}
