/// Something that was so, and when.
package struct Dated<Fact: Hashable & Sendable>: Hashable, Sendable {
    package var period: Period
    package var fact: Fact

    /// A fact with its time.
    package init(_ fact: Fact, _ period: Period) {
        self.fact = fact
        self.period = period
    }
}
