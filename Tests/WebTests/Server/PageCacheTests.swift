import HTTPTypes
import Markup
import Synchronization
import Testing

@testable import Web

@Suite("Kept pages")
struct PageCacheTests {
    @Test("a page is made once, until something changes")
    func stamps() async {
        let clock = Stage.Clock()
        let door = Stage.door(Stage.site(clock))
        let first = await door.ask(.get, "/program/2019")
        let second = await door.ask(.get, "/program/2019")
        #expect(clock.count == 1)
        #expect(first.body == second.body)
        #expect(first.fields == second.fields)
        _ = await door.ask(.head, "/program/2019")
        #expect(clock.count == 1)

        clock.advance()
        let third = await door.ask(.get, "/program/2019")
        #expect(clock.count == 2)
        #expect(third.text.contains("vid 2"))
        #expect(third.fields[.eTag] != first.fields[.eTag])
        #expect(await door.ask(.get, "/program/2019", fields: [.ifNoneMatch: first.fields[.eTag] ?? ""]).status == .ok)
        #expect(door.site.cache.load.pages == 1)
    }

    @Test("a newer stamp empties the cache at once")
    func empties() async {
        let clock = Stage.Clock()
        let door = Stage.door(Stage.site(clock))
        _ = await door.ask(.get, "/program/2019")
        _ = await door.ask(.get, "/")
        #expect(door.site.cache.load.pages == 2)
        clock.advance()
        _ = await door.ask(.get, "/kommuner/haninge")
        #expect(door.site.cache.load == (0, 0))
    }

    @Test("pages that differ are kept apart, and those that don't are one")
    func keys() async {
        let clock = Stage.Clock()
        let door = Stage.door(Stage.site(clock))
        for target in [
            "/program/2019", "/program/2020", "/program/2019.json", "/program/2019?vy=a", "/program/2019?sprak=en",
            "/program/2019?vy=a&vy=b",
        ] {
            let first = await door.ask(.get, target)
            #expect(await door.ask(.get, target).body == first.body)
        }
        #expect(clock.count == 6)
        let same = ["/program/2019?okand=1", "/program/%32019", "/program/2019?sprak=sv", "/program/2019?", "/program/2019?&&"]
        let plain = await door.ask(.get, "/program/2019")
        for target in same {
            #expect(await door.ask(.get, target).body == plain.body, "\(target)")
        }
        #expect(
            await door.ask(.get, "/program/2019?sprak=en&vy=%61").body
                == (await door.ask(.get, "/program/2019?vy=a&sprak=en").body)
        )
        #expect(clock.count == 7)
    }

    @Test(
        "a page as of a date is made anew each time",
        arguments: ["datum=2019-01-01", "kant=2019-01-01", "datum=", "vy=a&datum=2019-01-01"]
    )
    func times(_ query: String) async {
        let clock = Stage.Clock()
        let door = Stage.door(Stage.site(clock))
        for _ in 0..<2 {
            #expect(await door.ask(.get, "/program/2019?\(query)").status == .ok)
        }
        #expect(clock.count == 2)
        #expect(door.site.cache.load.pages == 0)
    }

    @Test("faults and private answers are not kept")
    func unkept() async {
        let clock = Stage.Clock()
        let routes = [
            Route(.get, "/fel", isCached: true) { _ in
                clock.rendered()
                throw Fault.notFound
            },
            Route(.get, "/eget", isCached: true) { _ in
                clock.rendered()
                return .page(Markup { $0.p("eget") }, caching: .never)
            },
        ]
        let door = Stage.door(Stage.site(clock, routes: routes))
        for _ in 0..<2 {
            _ = await door.ask(.get, "/fel")
            _ = await door.ask(.get, "/eget")
        }
        #expect(clock.count == 4)
        #expect(door.site.cache.load.pages == 0)
    }

    @Test("the cache never grows over its bound")
    func bound() async {
        let clock = Stage.Clock()
        let cache = PageCache(limit: 100_000)
        let door = Stage.door(Stage.site(clock, cache: cache))
        for year in 0..<200 {
            #expect(await door.ask(.get, "/program/\(year)").status == .ok)
            #expect(cache.load.bytes <= 100_000)
        }
        #expect(cache.load.pages > 5)
        // The newest is there, the first has gone.
        let made = clock.count
        _ = await door.ask(.get, "/program/199")
        #expect(clock.count == made)
        _ = await door.ask(.get, "/program/0")
        #expect(clock.count == made + 1)
    }

    @Test("a page is not kept if something happened while it was made")
    func race() async {
        let clock = Stage.Clock()
        let routes = [
            Route(.get, "/", isCached: true) { _ in
                clock.rendered()
                let text = "före \(clock.stamp.journalPosition)"
                if clock.count == 1 {
                    clock.advance()
                }
                return .page(Markup { $0.p(text) })
            }
        ]
        let door = Stage.door(Stage.site(clock, routes: routes))
        #expect(await door.ask(.get, "/").text == "<p>före 1</p>")
        #expect(door.site.cache.load.pages == 0)
        #expect(await door.ask(.get, "/").text == "<p>före 2</p>")
        #expect(await door.ask(.get, "/").text == "<p>före 2</p>")
        #expect(clock.count == 2)
    }

    @Test("a slow reader with an old stamp changes nothing")
    func oldStamp() async {
        let cache = PageCache()
        let old = Stamp(journalPosition: 1, vaultRevision: 0, vintage: 0, day: 0)
        let new = Stamp(journalPosition: 2, vaultRevision: 0, vintage: 0, day: 0)
        let page = await Prepared(Stage.page("x"), language: .swedish, stamp: new, compression: 6, isPrivate: false)
        cache.keep(page, as: "/", madeAt: new, now: new)
        cache.keep(page, as: "/gammal", madeAt: old, now: old)
        #expect(cache.page("/gammal", at: new) == nil)
        #expect(cache.page("/", at: old) == nil)
        #expect(cache.page("/", at: new) != nil)
    }

    @Test("many at once see only what is true", arguments: 0..<5)
    func together(_ seed: UInt64) async {
        let clock = Stage.Clock()
        let door = Stage.door(Stage.site(clock))
        await withTaskGroup(of: Void.self) { group in
            for reader in 0..<8 {
                group.addTask {
                    var dice = SteadyDice(seed: seed * 100 + UInt64(reader))
                    for _ in 0..<50 {
                        if dice.below(10) == 0 { clock.advance() }
                        let before = clock.stamp.journalPosition
                        let text = await door.ask(.get, "/").text
                        let after = clock.stamp.journalPosition
                        let shown = Int64(text.filter(\.isNumber)) ?? 0
                        #expect((before...after).contains(shown), "\(shown) is not between \(before) and \(after)")
                    }
                }
            }
        }
    }
}
