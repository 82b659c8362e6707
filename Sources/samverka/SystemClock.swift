import Cooperation
import Glibc

/// The one clock of the program; everything else is told what time it is.
enum SystemClock {
    /// What time it is.
    static let now: @Sendable () -> Instant = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}
