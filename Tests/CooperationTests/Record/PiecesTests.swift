import Testing

@testable import Cooperation

@Suite("A list in pieces") struct PiecesTests {
    @Test("is the list, around the edges of its pieces too", arguments: [0, 1, 2, 1023, 1024, 1025, 2047, 2048, 2049, 5000])
    func list(_ count: Int) {
        var pieces = Pieces<Int>()
        for number in 0..<count { pieces.append(number * 3) }
        #expect(pieces.count == count)
        var walked: [Int] = []
        pieces.forEach { walked.append($0) }
        #expect(walked == (0..<count).map { $0 * 3 })
        #expect((0..<count).allSatisfy { pieces[$0] == $0 * 3 })
        for outside in [-1, count, count + 1, .max, .min] { #expect(pieces[outside] == nil, "\(outside)") }
    }

    @Test("a copy that is appended to leaves the original as it was", arguments: [0, 1, 1022, 1023, 1024, 2047, 2048])
    func copy(_ count: Int) {
        var pieces = Pieces<Int>()
        for number in 0..<count { pieces.append(number) }
        var (one, other) = (pieces, pieces)
        for number in 0..<3 {
            one.append(-number)
            other.append(1000 + number)
        }
        #expect(pieces.count == count && pieces[count] == nil)
        #expect(one.count == count + 3 && other.count == count + 3)
        for index in 0..<count { #expect(one[index] == index && other[index] == index) }
        for number in 0..<3 { #expect(one[count + number] == -number && other[count + number] == 1000 + number) }
    }
}
