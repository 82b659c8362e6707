import Cooperation
import HTTPTypes
import Import
import Journal
import Registry
import Testing

@testable import Web

@Suite("The accessibility statement and its form") struct AccessibilityPageTests {
    private func send(_ form: String, to site: Exhibit, query: String = "") async -> Reply {
        await site.door.ask(.post, "/tillganglighet" + query, body: Array(form.utf8))
    }

    private func kept(_ site: Exhibit) throws -> [Shortcoming] {
        try Shortcoming.all(in: Journal(file: site.path + "/samverka.sqlite", mode: .readOnly))
    }

    @Test("a report is kept in the vault with its day, and answered with thanks; nothing of it is shown")
    func kept() async throws {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        let position = site.registrar.snapshot.position
        let reply = await send("brist=Kartan+g%C3%A5r+inte+att+n%C3%A5&plats=Startsidan&kontakt=lasare%40example.se", to: site)
        #expect(reply.status == .seeOther && reply.fields[.location] == "/tillganglighet/tack")
        let found = try kept(site)
        #expect(found.map(\.text) == ["Kartan går inte att nå"])
        #expect(found.first?.place == "Startsidan" && found.first?.contact == "lasare@example.se")
        #expect(found.first.map { Instant(microseconds: $0.received) } == site.now)
        // It is no act: the journal can't forget.
        #expect(site.registrar.snapshot.position == position)
        for target in ["/tillganglighet", "/tillganglighet/tack", "/historik", "/sok?fraga=kartan"] {
            #expect(!(await site.page(target)).holds("lasare@example.se"))
        }
        #expect((await site.page("/tillganglighet/tack")).holds("Tack för din anmälan"))
        #expect((await send("brist=x", to: site, query: "?sprak=en")).fields[.location] == "/tillganglighet/tack?sprak=en")
    }

    @Test("the same report twice on a day is one, and another day it is another")
    func twice() async throws {
        let site = try await Exhibit(files: [])
        for _ in 0..<3 { #expect((await send("brist=Samma+sak", to: site)).status == .seeOther) }
        #expect(try kept(site).count == 1)
        site.set(Instant(microseconds: site.now.microseconds + 86_400_000_000))
        _ = await send("brist=Samma+sak", to: site)
        #expect(try kept(site).count == 2)
    }

    @Test(
        "what can't be kept comes back filled in, with what to do",
        arguments: [
            ("brist=&plats=Start", "Skriv vad som inte fungerar.", "value=\"Start\""),
            ("plats=%3Cscript%3E", "Skriv vad som inte fungerar.", "value=\"&lt;script&gt;\""),
            ("brist=%20%0A%09&kontakt=a", "Skriv vad som inte fungerar.", "value=\"a\""),
            ("brist=x&plats=" + String(repeating: "a", count: 301), "är för lång. Korta den till högst 300 tecken.", "aaaa"),
            ("brist=" + String(repeating: "b", count: 4001), "är för lång.", "bbbb"),
            ("", "Skriv vad som inte fungerar.", "name=\"brist\""),
        ]
    )
    func faults(_ form: String, _ message: String, _ held: String) async throws {
        let site = try await Exhibit(files: [])
        let reply = await send(form, to: site)
        #expect(reply.status == .unprocessableContent)
        #expect(ReadPage(reply.text).text.holds(message) && reply.text.holds(held))
        #expect(reply.text.holds("aria-invalid=\"true\"") && reply.text.holds("role=\"alert\""))
        #expect(reply.fields[.cacheControl] == "no-store")
        #expect(try kept(site).isEmpty)
    }

    @Test("random forms are kept or come back, and never break the page")
    func random() async throws {
        let site = try await Exhibit(files: [])
        var dice = Dice(7)
        let names = ["brist", "plats", "kontakt", "annat", ""]
        for _ in 0..<Effort.count(2000, otherwise: 100) {
            var form: [UInt8] = []
            for _ in 0..<dice.below(6) {
                form += dice.pick(names).utf8
                form.append(dice.happens(90) ? UInt8(ascii: "=") : UInt8(ascii: "&"))
                form += (0..<dice.below(40)).map { _ in UInt8(truncatingIfNeeded: dice.below(256)) }
                form.append(UInt8(ascii: "&"))
            }
            let reply = await site.door.ask(.post, "/tillganglighet", body: form)
            #expect([.seeOther, .unprocessableContent, .badRequest].contains(reply.status), "\(form)")
        }
    }

    @Test("no more than a thousand are kept, and the one that has no room stands in its form")
    func full() async throws {
        let site = try await Exhibit(files: [])
        for index in 0..<1000 {
            #expect(try await site.registrar.keep(Shortcoming(text: "Nummer \(index)", place: nil, contact: nil)))
        }
        let reply = await send("brist=En+till", to: site)
        #expect(reply.status == .unprocessableContent && reply.text.holds("En till") && reply.text.holds("Försök igen i morgon."))
        #expect(try kept(site).count == 1000)
    }

    @Test("after a year and a day they are erased, and the erasure is noted outside the database")
    func erased() async throws {
        let site = try await Exhibit(files: [])
        _ = await send("brist=Hemligt+ord", to: site)
        let list = site.path + "/erasures.txt"
        site.set(Instant(microseconds: site.now.microseconds + 365 * 86_400_000_000))
        #expect(try await site.registrar.eraseDue(list: list) == 0)
        site.set(Instant(microseconds: site.now.microseconds + 86_400_000_000))
        #expect(try await site.registrar.eraseDue(list: list) == 1)
        #expect(try kept(site).isEmpty)
        let files = try Place.files(in: site.path).map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(files.contains { $0.holds("gallringsfristen har gått ut") } && !files.contains { $0.holds("Hemligt ord") })
    }

    @Test("the statement says what the act asks for, in both languages")
    func statement() async throws {
        let site = try await Exhibit.sodertorn.value
        let swedish = ReadPage(await site.page("/tillganglighet")).text
        for text in ["2018:1937", "delvis förenlig", "WCAG 2.2", "Digg", "24 november 2026", "Anmäl en brist"] {
            #expect(swedish.holds(text), "\(text)")
        }
        #expect(ReadPage(await site.page("/tillganglighet?sprak=en")).text.holds("partially compliant"))
    }
}
