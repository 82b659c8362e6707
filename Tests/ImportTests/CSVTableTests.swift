import Import
import Testing

@Suite("Tables") struct CSVTableTests {
    private func outcome(_ text: String) -> Result<CSVTable, ImportFaults> {
        do throws(ImportFaults) {
            return .success(try CSVTable(SourceFile("prov.csv", text)))
        } catch {
            return .failure(error)
        }
    }

    @Test(
        "fields, quotes and separators",
        arguments: [
            ("a,b\n1,2\n", [["1", "2"]]),
            ("a;b\n1,5;2\n", [["1,5", "2"]]),
            ("a,b\r\n\"1,5\",\"så \"\"här\"\"\"\r\n", [["1,5", "så \"här\""]]),
            ("a,b\n\"två\nrader\",x\n\n,\n", [["två\nrader", "x"], ["", ""]]),
            ("# kommentar\na,b\n# mitt i\n 1 , 2 \n", [["1", "2"]]),
            ("a,b\n1,2", [["1", "2"]]),
        ] as [(String, [[String]])]
    )
    func rows(_ text: String, _ expected: [[String]]) throws {
        #expect(try outcome(text).get().rows.map(\.fields) == expected)
        #expect(try outcome("\u{FEFF}" + text).get().rows.map(\.fields) == expected)
    }

    @Test("a row is told by the line it begins on")
    func lines() throws {
        let table = try outcome("# x\na,b\n\"1\n\n2\",3\n4,5\n").get()
        #expect(table.line == 2)
        #expect(table.columns == ["a", "b"])
        #expect(table.rows.map(\.line) == [3, 6])
    }

    @Test(
        "what is wrong, and where",
        arguments: [
            ("", ["1: Tabellen är tom. Börja med en rubrikrad som innehåller kolumnernas namn."]),
            (
                "a,b\n1,2,3\n4\n",
                [
                    "2: Raden har 3 fält men rubrikraden har 2. Sätt citattecken om ett fält som innehåller skiljetecken.",
                    "3: Raden har 1 fält men rubrikraden har 2. Sätt citattecken om ett fält som innehåller skiljetecken.",
                ]
            ),
            ("a,b\n1,2\n\"3,4\n", ["3: Ett citattecken öppnas på den här raden men stängs aldrig."]),
            ("a,b\n1\"2,3\n", ["2: Citattecknen går inte ihop. Ett fält med citattecken i skrivs \"så \"\"här\"\"\"."]),
            ("a,b\n\"1\"2,3\n", ["2: Citattecknen går inte ihop. Ett fält med citattecken i skrivs \"så \"\"här\"\"\"."]),
        ] as [(String, [String])]
    )
    func malformed(_ text: String, _ expected: [String]) {
        guard case .failure(let faults) = outcome(text) else {
            Issue.record("the table is wrong")
            return
        }
        #expect(faults.faults.map { "\($0.line): \($0.message)" } == expected)
    }
}
