import Dispatch
import Glibc
import Synchronization

/// How many things can be done at once here.
let coreCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

/// Does something for each number below a count, on all cores, and returns when all is done.
///
/// It holds the calling thread for that long, so it isn't for the threads that serve requests.
///
/// - Parameters:
///   - count: how many.
///   - each: done once for each, in any order.
func inParallel(_ count: Int, _ each: @Sendable (Int) -> Void) {
    inParallel(count) { next in
        while let index = next() { each(index) }
    }
}

/// Lets some workers, one a core, take numbers below a count until there are none left, and returns when all have.
///
/// - Parameters:
///   - count: how many.
///   - work: done once by each worker with a function that gives it its next number.
func inParallel(_ count: Int, work: @Sendable (() -> Int?) -> Void) {
    let taken = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(coreCount, count))) { _ in
        work {
            let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
            return index < count ? index : nil
        }
    }
}
