extension Int64 {
    /// A second, in microseconds.
    static let second: Int64 = 1_000_000
    /// A minute, in microseconds.
    static let minute = 60 * second
    /// An hour, in microseconds.
    static let hour = 60 * minute
}
