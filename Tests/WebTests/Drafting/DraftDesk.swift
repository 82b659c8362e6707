import Cooperation
import HTTPTypes
import Registry
import Testing

import struct Cooperation.Draft

@testable import Web

/// A site where the next programme is being written, for tests of its pages.
struct DraftDesk: Sendable {
    let site: Exhibit
    let leader: SignedInVisitor
    let edition: Edition.ID

    /// Where the draft is.
    static let path = "/program/2027/utkast"

    /// A copy of the programme of 2019, whose goals are known.
    init() async throws {
        site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        leader = try await site.visitor(.developmentLeader)
        edition = try #require(Edition.ID("2027"))
        let outcome = try await leader.send(
            "/program/ny",
            ["titel": ["Program 2027–2030"], "galler-fran": ["2027"], "galler-till": ["2030"], "kopia-av": ["2019"]]
        )
        #expect(outcome.status == .seeOther && outcome.location == Self.path, "\(outcome.faults)")
    }

    /// The draft as it is recorded now.
    var draft: Draft { get throws { try #require(site.registrar.snapshot.cooperation.drafting[edition]) } }

    /// A part of it.
    func part(_ id: String) throws -> Edition.Node {
        try #require(draft.current.text.nodes.first { $0.id.text == id }, "\(id) isn't in the draft")
    }

    /// What the parts under another are called, in order.
    func children(of parent: String?) throws -> [String] {
        try draft.current.text.nodes.filter { $0.parent?.text == parent }.map(\.id.text)
    }

    /// Opens the draft for everybody, until a day.
    func open(until day: String = "2026-12-31", networks: [String] = [], isPublic: Bool = true) async throws {
        let outcome = try await leader.send(
            "\(Self.path)/inbjudan",
            ["organ": networks, "alla": isPublic ? [Form.yes] : [], "till": [day]]
        )
        #expect(outcome.status == .seeOther, "\(outcome.faults)")
    }

    /// Somebody who hasn't signed in says what they think.
    func say(_ text: String, on part: String? = nil, proposing wording: String? = nil, as name: String? = nil) async -> Reply {
        var pairs: Cast.Pairs = [("tycker", text)]
        if part != nil { pairs.append(("falt", "text")) }
        if let wording { pairs.append(("forslag", wording)) }
        if let name { pairs.append(("namn", name)) }
        let target = part.map { "\(Self.path)/\($0)/synpunkt" } ?? "\(Self.path)/synpunkt"
        return await site.door.ask(.post, target, body: ShownForm.encode(pairs))
    }
}
