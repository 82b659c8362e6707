import Dispatch
import Synchronization
import Testing

@testable import DocumentTools

@Suite("Lanes")
struct LanesTests {
    /// Work that tells when it has begun, and goes on until it is let.
    private final class HeldWork: Sendable {
        let begun: AsyncStream<Void>
        private let beginning: AsyncStream<Void>.Continuation
        private let gate = DispatchSemaphore(value: 0)
        private let counts = Mutex((now: 0, most: 0, refused: 0))

        init() {
            (begun, beginning) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(10))
        }

        /// How many were under way at once at most.
        var most: Int { counts.withLock(\.most) }

        /// How many were turned away.
        var refusals: Int { counts.withLock(\.refused) }

        func noteRefusal() {
            counts.withLock { $0.refused += 1 }
        }

        func hold() -> Bool {
            counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1), $0.refused) }
            beginning.yield()
            gate.wait()
            counts.withLock { $0.now -= 1 }
            return true
        }

        func letGo(_ count: Int) {
            for _ in 0..<count { gate.signal() }
        }
    }

    @Test("do two things at once, let some wait, turn the rest away, and are free again afterwards")
    func bounded() async throws {
        let lanes = Lanes(mostWaiting: 3)
        let work = HeldWork()
        @Sendable func isTaken() async -> Bool {
            do throws(DocumentFault) {
                return try await lanes.run { work.hold() }
            } catch {
                work.noteRefusal()
                return false
            }
        }
        async let first = isTaken()
        async let second = isTaken()
        var starts = work.begun.makeAsyncIterator()
        _ = await starts.next()
        _ = await starts.next()
        async let third = isTaken()
        while lanes.load < 3 { await Task.yield() }
        async let fourth = isTaken()
        // It is either turned away at once, or let in by mistake.
        while lanes.load == 3 && work.refusals == 0 { await Task.yield() }
        #expect(work.refusals == 1)
        work.letGo(4)
        let taken = await [first, second, third, fourth]
        #expect(taken == [true, true, true, false])
        #expect(work.most == 2)
        #expect(try await lanes.run { 7 } == 7)
    }

    @Test("hand on a fault, and take it off the load")
    func faults() async throws {
        let lanes = Lanes(mostWaiting: 1)
        for _ in 0..<3 {
            await #expect(throws: DocumentFault.broken) {
                try await lanes.run { () throws(DocumentFault) -> Int in throw .broken }
            }
        }
    }
}
