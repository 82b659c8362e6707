import Cooperation
import HTTPTypes
import Journal
import Registry
import Testing

@testable import Web

@Suite("The programme is written where it is read") struct DraftPagesTests {
    @Test("a draft begins as a copy, is read by those with a seat, and is known of by nobody else")
    func begins() async throws {
        let desk = try await DraftDesk()
        let page = await desk.leader.page(DraftDesk.path)
        for text in ["Utkast till Program 2027–2030", "Utkastet skrivs.", "Infrastruktur", "Kommer från", "Flytta upp"] {
            #expect(ReadPage(page).text.holds(text), "\(text)")
        }
        #expect(await desk.leader.page("/program").holds("Läs utkastet till Program 2027–2030"))
        let member = try await desk.site.visitor(.member, in: "samarbetskommitten", for: "haninge")
        let read = await member.page(DraftDesk.path)
        #expect(read.holds("Infrastruktur") && !read.holds("/andra\""))
        #expect(await member.page("/program").holds(DraftDesk.path))
        #expect(await member.get("\(DraftDesk.path)/kontroll").status == .forbidden)
        let guest = try await desk.site.visitor(.guest, in: "samarbetskommitten", until: "2026-12-31")
        #expect(await guest.get(DraftDesk.path).status == .notFound)
    }

    @Test("nothing of a draft that isn't open is on any page, in any file, in the search, the history or the export")
    func hidden() async throws {
        let desk = try await DraftDesk()
        let secret = "Hemligtordurutkastet"
        #expect(try await desk.leader.send("\(DraftDesk.path)/infrastruktur/andra", ["text": [secret]]).status == .seeOther)
        #expect(try await desk.leader.send("\(DraftDesk.path)/framsida", ["titel": [secret]]).status == .seeOther)
        #expect(await desk.leader.page(DraftDesk.path).holds(secret))
        for target in [
            "/", "/program", "/program.json", "/program.csv", "/historik", "/historik.atom", "/oppna-data", "/ratificering",
        ] {
            let reply = await desk.site.door.ask(.get, target)
            #expect(reply.status == .ok && !reply.text.holds(secret), "\(target)")
        }
        #expect(!(await desk.site.page("/sok?fraga=\(secret)")).holds(DraftDesk.path))
        // The address tells nobody whether there is a draft: all are led to the way in.
        for edition in ["2027", "2041"] {
            for last in [
                "utkast", "utkast/jamfor", "utkast/synpunkt", "utkast/infrastruktur/synpunkt", "synpunkter",
            ] {
                let reply = await desk.site.door.ask(.get, "/program/\(edition)/\(last)")
                #expect(reply.status == .seeOther && reply.location?.hasPrefix("/logga-in?") ?? false, "\(edition) \(last)")
            }
            let file = await desk.site.door.ask(.get, "/program/\(edition)/utkast.json")
            #expect(file.status != .ok && !file.text.holds(secret), "\(edition)")
        }
        let journal = try Journal(file: desk.site.path + "/samverka.sqlite", mode: .readOnly)
        let export = try await PublicExport(journal, on: desk.site.now.swedishDay).json()
        #expect(!String(decoding: export, as: UTF8.self).holds(secret))
    }

    @Test("an open draft is read by everybody as it is now, without what stood there before it was opened")
    func opened() async throws {
        let desk = try await DraftDesk()
        #expect(
            try await desk.leader.send("\(DraftDesk.path)/infrastruktur/andra", ["text": ["Arbetsnamnet"]]).status == .seeOther
        )
        #expect(
            try await desk.leader.send("\(DraftDesk.path)/infrastruktur/andra", ["text": ["Det som visas"]]).status == .seeOther
        )
        try await desk.open(until: "2026-12-31")
        let page = await desk.site.page(DraftDesk.path)
        #expect(page.holds("Det som visas") && !page.holds("Arbetsnamnet"))
        #expect(ReadPage(page).text.holds("Alla kan säga vad de tycker om utkastet till och med den 31 december 2026."))
        #expect(ReadPage(await desk.site.page("/program")).text.holds("Tyck till om utkastet till och med den 31 december 2026."))
        #expect(!(await desk.site.page(DraftDesk.path)).holds("/andra\""))
        for last in ["versioner", "versioner/2", "kontroll", "synpunkter", "framsida"] {
            let reply = await desk.site.door.ask(.get, "\(DraftDesk.path)/\(last)")
            #expect(reply.status == .seeOther && reply.location?.hasPrefix("/logga-in?") ?? false, "\(last)")
        }
        // A version that the public hasn't been shown can't be compared with.
        #expect(await desk.site.door.ask(.get, "\(DraftDesk.path)/jamfor?fran=2&till=3").status == .notFound)
        // The day after, the draft is still there, and takes no more comments.
        desk.site.set(Instant(startOf: try #require(Day("2027-01-01"))))
        #expect(
            ReadPage(await desk.site.page(DraftDesk.path)).text.holds("tog emot synpunkter till och med den 31 december 2026")
        )
        #expect(!(await desk.site.page("/program")).holds("Tyck till"))
        #expect(await desk.say("För sent").status == .unprocessableContent)
    }

    @Test("parts are added, moved up and down, moved elsewhere, split, merged and removed")
    func outline() async throws {
        let desk = try await DraftDesk()
        let path = DraftDesk.path
        let parent = "regionala-utvecklingsfragor"
        let before = try desk.children(of: parent)
        try #require(before.count >= 3)
        // Up and down by their buttons.
        let forms = ShownForm.all(await desk.leader.page(path))
        let up = try #require(forms.first { $0.action == "\(path)/\(before[1])/upp" })
        #expect(await desk.leader.send(up).status == .seeOther)
        #expect(try desk.children(of: parent) == [before[1], before[0]] + before.dropFirst(2))
        #expect(await desk.leader.send(up).status == .seeOther, "the same button twice is one step")
        #expect(try desk.children(of: parent) == [before[1], before[0]] + before.dropFirst(2))
        let down = try #require(
            ShownForm.all(await desk.leader.page(path)).first { $0.action == "\(path)/\(before[1])/ner" }
        )
        #expect(await desk.leader.send(down).status == .seeOther)
        #expect(try desk.children(of: parent) == before)
        // A new part under another.
        let added = try await desk.leader.send(
            "\(path)/ny-del?under=\(parent)",
            ["rubrik": ["Trygghet & hälsa"], "text": ["Alla är trygga."]]
        )
        #expect(added.location == "\(path)#del-trygghet-halsa", "\(added.faults)")
        #expect(try desk.children(of: parent) == before + ["trygghet-halsa"])
        #expect(try desk.part("trygghet-halsa").predecessors == [])
        // To the first place.
        let moved = try await desk.leader.send("\(path)/trygghet-halsa/flytta", ["fore": [before[0]]])
        #expect(moved.status == .seeOther, "\(moved.faults)")
        #expect(try desk.children(of: parent) == ["trygghet-halsa"] + before)
        // A place that isn't under the part that was chosen.
        let wrong = try await desk.leader.send(
            "\(path)/trygghet-halsa/flytta",
            ["under": ["internt-samarbete"], "fore": [before[0]]]
        )
        #expect(wrong.status == .unprocessableContent && wrong.page.holds("href=\"#falt-fore\""))
        // In two.
        let split = try await desk.leader.send("\(path)/trygghet-halsa/dela", ["rubrik-1": ["Trygghet"], "rubrik-2": ["Hälsa"]])
        #expect(split.status == .seeOther, "\(split.faults)")
        #expect(try desk.children(of: parent) == ["trygghet-halsa", "halsa"] + before)
        // And one again.
        let merged = try await desk.leader.send("\(path)/sla-ihop", ["delar": ["trygghet-halsa", "halsa"], "rubrik": ["Båda"]])
        #expect(merged.status == .seeOther, "\(merged.faults)")
        #expect(try desk.children(of: parent) == ["trygghet-halsa"] + before)
        let gone = try await desk.leader.send("\(path)/trygghet-halsa/ta-bort", ["ja": [Form.yes]])
        #expect(gone.status == .seeOther, "\(gone.faults)")
        #expect(try desk.children(of: parent) == before)
        // Every step is a version, with who and what.
        let versions = ReadPage(await desk.leader.page("\(path)/versioner")).text
        for text in ["Trygghet", "flyttades", "delades i 2", "2 delar slogs ihop", "togs bort", "Utvecklingsledare"] {
            #expect(versions.holds(text), "\(text)")
        }
        // And can be gone back to.
        let number = try desk.draft.current.number
        let back = try await desk.leader.send("\(path)/versioner/1/aterstall", [:])
        #expect(back.status == .seeOther && back.location == path)
        #expect(try desk.draft.current.number == number + 1)
        #expect(try desk.draft.current.text.nodes == desk.draft.versions[0].text.nodes)
        // But isn't struck: what has been said of it goes by its number.
        let position = try desk.draft.current.position.number
        #expect(!(await desk.leader.page("/historik")).holds("/historik/\(position)/ratta"))
        for way in ["ratta", "stryk"] {
            let told = await desk.leader.page("/historik/\(position)/\(way)", status: .notFound)
            #expect(told.holds(Words.swedish.corrections.isVersion))
        }
    }

    @Test("what differs is told in words, with what was moved, split, new and gone")
    func differs() async throws {
        let desk = try await DraftDesk()
        let path = DraftDesk.path
        let parts = try desk.children(of: "regionala-utvecklingsfragor")
        _ = try await desk.leader.send("\(path)/\(parts[0])/andra", ["bakgrund": ["Bara ett ord."]])
        _ = try await desk.leader.send(
            "\(path)/ny-del?under=regionala-utvecklingsfragor",
            ["rubrik": ["Nytt"], "text": ["En ny text."]]
        )
        _ = try await desk.leader.send("\(path)/\(parts[2])/flytta", ["fore": [parts[0]]])
        _ = try await desk.leader.send("\(path)/\(parts[1])/ta-bort", ["ja": [Form.yes]])
        let page = await desk.leader.page("\(path)/jamfor?fran=1&till=5")
        let text = ReadPage(page).text
        for words in [
            "i version 5 än i version 1: en ny del", "en flyttad del", "Borttagen", "Ny", "Flyttad", "tillagt: ", "struket: ",
            "stod under",
        ] {
            #expect(text.holds(words), "\(words)")
        }
        #expect(page.holds("<ins>") && page.holds("<del>"))
        #expect(ReadPage(await desk.leader.page("\(path)/jamfor?fran=5&till=5")).text.holds("Ingenting skiljer"))
        for query in ["fran=6", "fran=1&till=9", "fran=x", "fran=3&till=2"] {
            #expect(await desk.leader.get("\(path)/jamfor?\(query)").status == .notFound, "\(query)")
        }
        // Against the programme that applies, whose goals aren't known here: that is said, and nothing is called new by it.
        let against = await desk.leader.page("\(path)/jamfor?fran=i-kraft")
        #expect(ReadPage(against).text.holds("Delarna går inte att jämföra, eftersom målen i"))
        #expect(!against.holds("class=\"label in-force\">+ Ny"))
    }

    @Test("a draft begins empty or from a file in the import format, and what is wrong in a file is told with its line")
    func beginnings() async throws {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        let leader = try await site.visitor(.developmentLeader)
        let beginning = ["titel": ["Tomt"], "galler-fran": ["2031"], "galler-till": ["2034"], "borja": ["tomt"]]
        let empty = try await leader.send("/program/ny", beginning)
        #expect(empty.location == "/program/2031/utkast", "\(empty.faults)")
        #expect(await leader.page("/program/2031/utkast").holds("Utkastet har inga delar än."))
        // Twice in the same year is another draft.
        let another = try await leader.send("/program/ny", beginning)
        #expect(another.location == "/program/2031-2/utkast")
        let file = """
            program: prov
              titel: Ett annat program
              gäller: 2035 till 2038
              uppgifter från: 2026-01-01
              nivå: Mål

              träd:
                Mål: trygghet
                  text: Alla är trygga.
                  bidrar till: rufs-2050/1
                    därför: Trygghet hör ihop med tillgänglighet.
            """
        switch site.registrar.edition(inFile: "prov.txt", Array(file.utf8)) {
        case .success(.file(let request, let servings)):
            #expect(request.nodes.map(\.id.text) == ["trygghet"])
            #expect(servings.map(\.goal.text) == ["1"])
        case .success(let origin): Issue.record("\(origin)")
        case .failure(let faults): Issue.record("\(faults.inWords)")
        }
        // What the file says of others' goals is in the draft.
        var form = try await leader.form("/program/ny")
        for (name, value) in [("titel", "Ett annat"), ("galler-fran", "2035"), ("galler-till", "2038"), ("borja", "fil")] {
            form.fill(name, [value])
        }
        let begun = await leader.send(form, file: "fil", name: "prov.txt", Array(file.utf8))
        #expect(begun.location == "/program/2035/utkast", "\(begun.faults)")
        let id = try #require(Edition.ID("2035"))
        let drafted = try #require(site.registrar.snapshot.cooperation.drafting[id])
        let serving = try #require(drafted.current.text.nodes.first?.serves?.first)
        #expect(serving.frame.text == "rufs-2050" && serving.goal.text == "1")
        #expect(ReadPage(await leader.page("/program/2035/utkast")).text.holds("Trygghet hör ihop med tillgänglighet."))
        // What came to a programme afterwards has no place in what is to be decided on.
        let later = file.replacingAll("text: Alla är trygga.", with: "text: Alla är trygga.\n      tillkom: 2026-06-01")
        guard case .failure(let refused) = site.registrar.edition(inFile: "prov.txt", Array(later.utf8)) else {
            Issue.record("a part that was added later was read")
            return
        }
        #expect(refused.inWords.holds("tillkom"))
        guard case .failure(let faults) = site.registrar.edition(inFile: "prov", Array("program: prov\n  title: x\n".utf8)) else {
            Issue.record("a file with a fault was read")
            return
        }
        #expect(faults.inWords.holds("rad 2"))
    }

    @Test("what to look at before locking is told with the way to put it right")
    func checks() async throws {
        let desk = try await DraftDesk()
        let sentence = "Kommunstyrelserna samverkar långsiktigt kring infrastrukturens finansieringsförutsättningar."
        let hard = Array(repeating: sentence, count: 4).joined(separator: " ")
        _ = try await desk.leader.send("\(DraftDesk.path)/infrastruktur/andra", ["bakgrund": [hard]])
        let page = await desk.leader.page("\(DraftDesk.path)/kontroll")
        let text = ReadPage(page).text
        for words in ["Ingen ansvarig", "”\(sentence)”", "Hela utkastet har LIX", "råd"] {
            #expect(text.holds(words), "\(words)")
        }
        #expect(page.holds("href=\"\(DraftDesk.path)/infrastruktur/andra\""))
        #expect(ReadPage(await desk.leader.page("/arbete")).text.holds("bör ses över innan utkastet låses"))
    }

    @Test("two who write different parts are merged, and two who write the same are asked")
    func together() async throws {
        let desk = try await DraftDesk()
        let other = try await desk.site.visitor(.administrator)
        let path = DraftDesk.path
        var (first, second, third) = (
            try await desk.leader.form("\(path)/infrastruktur/andra"), try await desk.leader.form("\(path)/infrastruktur/andra"),
            try await desk.leader.form("\(path)/utbildning/andra")
        )
        #expect(try await other.send("\(path)/infrastruktur/andra", ["text": ["Den andras text."]]).status == .seeOther)
        // Another part, and another text of the same part.
        third.fill("text", ["Om utbildning."])
        #expect(await desk.leader.send(third).status == .seeOther)
        first.fill("bakgrund", ["En bakgrund."])
        #expect(await desk.leader.send(first).status == .seeOther)
        let page = ReadPage(await desk.leader.page(path)).text
        for text in ["Den andras text.", "En bakgrund.", "Om utbildning."] { #expect(page.holds(text), "\(text)") }
        // The same text.
        second.fill("text", ["Min egen text."])
        let clash = await desk.leader.send(second)
        #expect(clash.status == .conflict && clash.page.holds("andras") && clash.page.holds("egen"))
        // It is told who wrote the other, also after the sender's own change of another field, and when it is shown again.
        #expect(ReadPage(clash.page).text.holds("Administratör i Kansliet"))
        let undecided = await desk.leader.send(try clash.form)
        #expect(undecided.status != .seeOther && ReadPage(undecided.page).text.holds("Administratör i Kansliet"))
        // What doesn't merge is asked to be read again.
        let split = try await desk.leader.form("\(path)/naringsliv/dela")
        #expect(try await other.send("\(path)/naringsliv/andra", ["text": ["Ändrad under tiden."]]).status == .seeOther)
        var filled = split
        filled.fill("rubrik-2", ["Två"])
        let told = await desk.leader.send(filled)
        #expect(told.status == .unprocessableContent && told.faults.contains { $0.holds("Administratör i Kansliet") })
    }
}
