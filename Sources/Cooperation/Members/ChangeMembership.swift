/// Asks that a municipality be recorded as having joined, begun to take part, or left.
///
/// A member that joins or leaves changes the count of members from that day, not before.
package struct ChangeMembership: Request {
    /// What happened to the membership.
    package enum Change: String, Hashable, Sendable, CaseIterable {
        case join, associate, leave
    }

    package var change: Change
    package var municipality: Municipality.ID
    package var remarks: [String]
    package var sources: [Source]

    /// The change of a municipality's membership; texts are plain.
    package init(_ change: Change, _ municipality: Municipality.ID, remarks: [String] = [], sources: [Source] = []) {
        self.change = change
        self.municipality = municipality
        self.remarks = remarks
        self.sources = sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        let remarks = pen.write(remarks)
        let act: MembersAct =
            switch change {
            case .join: .joined(.init(municipality: municipality, remarks: remarks, sources: sources))
            case .associate: .associated(.init(municipality: municipality, remarks: remarks, sources: sources))
            case .leave: .left(.init(municipality: municipality, remarks: remarks, sources: sources))
            }
        return try cooperation.accepting(.members(act))
    }
}
