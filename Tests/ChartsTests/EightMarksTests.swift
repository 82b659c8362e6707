import Markup
import Testing

@testable import Charts

@Suite("The members' marks") struct EightMarksTests {
    @Test("one mark for each, in order, with the row in words") func row() {
        let marks: [MemberMark] = [.adopted, .adopted, .awaiting, .reserved, .rejected, .sentBack, .absent, .adopted]
        let drawn = Drawn(EightMarks(marks, label: "Antaget av tre av åtta & en väntar").markup)
        #expect(drawn.problem == nil)
        #expect(drawn.elements[0].attributes["role"] == "img")
        #expect(drawn.elements[0].attributes["aria-label"] == "Antaget av tre av åtta & en väntar")
        let groups = drawn.all("g").compactMap { $0.attributes["class"] }
        #expect(
            groups == [
                "mark-adopted", "mark-adopted", "mark-awaiting", "mark-reserved", "mark-rejected", "mark-sent-back",
                "mark-absent", "mark-adopted",
            ]
        )
        #expect(drawn.outside(.narrow).isEmpty)
    }

    @Test("a row beside words that say the same is an ornament") func ornament() {
        let drawn = Drawn(EightMarks([.adopted], label: nil).markup)
        #expect(drawn.elements[0].attributes["aria-hidden"] == "true")
        #expect(drawn.elements[0].attributes["role"] == nil)
    }

    @Test("each mark has a shape of its own") func shapes() {
        let shapes = MemberMark.allCases.map { mark in
            Drawn(mark.ornament).elements.dropFirst(2).map {
                "\($0.name) \($0.attributes["fill"] ?? "") \($0.attributes["d"] ?? "")"
            }.joined()
        }
        #expect(Set(shapes).count == MemberMark.allCases.count)
        #expect(MemberMark.allCases.allSatisfy { Drawn($0.ornament).problem == nil })
    }

    @Test("a page may hold a drawing in two shapes without an id twice") func both() {
        let markup = DrawingShape.both { shape in
            BarChart([.init("Salem", 3, text: "3")], shape: shape, title: "a", description: "b", id: "c").markup
        }
        let ids = Drawn(markup).elements.compactMap { $0.attributes["id"] }
        #expect(ids.count == 4 && Set(ids).count == 4)
    }
}
