import SeriesStore
import Statistics
import Testing

@Suite struct CodeTests {
    @Test("A code comes back as the text that it was", arguments: ["0126", "0001", "1", "0000", "G96274", "N15419", "G2KPI123"])
    func comesBack(_ text: String) {
        #expect(Code(text)?.description == text)
    }

    @Test("What isn't a code is none", arguments: ["", "V15E144001301", "01 26", "å", "0126\0", "-1"])
    func refuses(_ text: String) {
        #expect(Code(text) == nil)
    }

    @Test func sortAsTextDoes() {
        let texts = ["0000", "0001", "0114", "0126", "1", "10", "1280", "G1", "G10", "G2", "G96274", "N00001", "U99999"]
        #expect(texts.shuffled().compactMap { Code($0) }.sorted().map(\.description) == texts.sorted())
    }

    @Test(
        "Regions, the country and groups are no municipalities",
        arguments: [
            ("0000", false), ("0001", false), ("0025", false), ("0114", true), ("0126", true), ("2584", true), ("1", false),
            ("126", false), ("G96274", false), ("99999", false),
        ]
    )
    func municipalities(_ text: String, _ expected: Bool) {
        #expect(Code(text)?.isMunicipality == expected)
    }
}
