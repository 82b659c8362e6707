import CZlib
import HTTPTypes
import Markup
import NIOCore
import Testing

@testable import Web

@Suite("Compression")
struct CompressionTests {
    @Test("what is packed comes out the same", arguments: [512, 513, 5_000, 131_072, 131_073, 400_000, 1_000_003])
    func roundTrip(_ size: Int) async throws {
        var dice = SteadyDice(seed: UInt64(size))
        let words = ["Haninge", "Salem", " ", "\n", "mål", "<td>", "2019"].map { Array($0.utf8) }
        var bytes: [UInt8] = []
        while bytes.count < size {
            bytes += words[dice.below(words.count)]
        }
        let packed = try #require(await Gzip.compress(ByteBuffer(bytes: bytes), level: 6))
        #expect(packed.readableBytes < bytes.count / 2)
        #expect(try inflated(Array(packed.readableBytesView)) == bytes)
    }

    @Test("what does not get smaller is left as it is")
    func incompressible() async {
        var dice = SteadyDice(seed: 1)
        #expect(await Gzip.compress(ByteBuffer(bytes: (0..<10_000).map { _ in UInt8(dice.below(256)) }), level: 6) == nil)
        #expect(await Gzip.compress(ByteBuffer(string: "kort"), level: 6) == nil)
    }

    @Test(
        "what a reader takes",
        arguments: [
            ("gzip", true), ("gzip, deflate, br", true), ("br, GZIP;q=0.5", true), ("*", true), ("x-gzip", true),
            ("gzip ; q=1", true),
            ("", false), ("identity", false), ("gzip;q=0", false), ("gzip; Q=0.000", false), ("*, gzip;q=0", false),
            ("*;q=0", false),
            ("br", false), ("gzipp", false), ("gzip;q=0.001", true), ("gzip;q=0, *", false), (";;,,;q=,", false),
        ]
    )
    func accepts(_ value: String, _ expected: Bool) {
        #expect(Gzip.isAccepted(by: value) == expected)
    }

    @Test("a page and its packed copy are the same page", arguments: ["/program/2019", "/program/2019?datum=2019-01-01"])
    func pages(_ target: String) async throws {
        let door = Stage.door()
        let plain = await door.ask(.get, target)
        let packed = await door.ask(.get, target, fields: [.acceptEncoding: "gzip"])
        #expect(plain.fields[.contentEncoding] == nil)
        #expect(packed.fields[.contentEncoding] == "gzip")
        #expect(packed.fields[.contentLength] == String(packed.body.count))
        #expect(try inflated(packed.body) == plain.body)
        #expect(packed.fields[.eTag] == plain.fields[.eTag])
        #expect(plain.fields[.vary] == "Accept-Encoding")
        #expect(packed.fields[.vary] == "Accept-Encoding")
        #expect(await door.ask(.get, "/", fields: [.acceptEncoding: "gzip"]).fields[.contentEncoding] == nil)
    }

    @Test("a packed answer to HEAD says how long it would have been")
    func head() async {
        let door = Stage.door()
        let get = await door.ask(.get, "/program/2019", fields: [.acceptEncoding: "gzip"])
        let head = await door.ask(.head, "/program/2019", fields: [.acceptEncoding: "gzip"])
        #expect(head.fields == get.fields)
        #expect(head.body.isEmpty)
    }
}

@Suite("Assets")
struct AssetsTests {
    private static let css = Array(String(repeating: "body { margin: 0 }\n", count: 100).utf8)

    @Test("a file has an address of its own bytes and is kept for ever")
    func file() async throws {
        let assets = await Assets([.init(name: "site.css", mediaType: "text/css; charset=utf-8", bytes: Self.css)])
        let other = await Assets([.init(name: "site.css", mediaType: "text/css; charset=utf-8", bytes: Self.css + [10])])
        let path = try #require(assets.address(of: "site.css")?.text)
        #expect(path.hasPrefix("/tillgangar/site.") && path.hasSuffix(".css"))
        #expect(other.address(of: "site.css")?.text != path)
        #expect(assets.address(of: "annan.css") == nil)

        let door = Stage.door(Stage.site(assets: assets))
        let reply = await door.ask(.get, path)
        #expect(reply.status == .ok)
        #expect(reply.body == Self.css)
        #expect(reply.fields[.contentType] == "text/css; charset=utf-8")
        #expect(reply.fields[.cacheControl] == "public, max-age=31536000, immutable")
        let packed = await door.ask(.get, path, fields: [.acceptEncoding: "gzip"])
        #expect(packed.fields[.contentEncoding] == "gzip")
        #expect(try inflated(packed.body) == Self.css)
        let tag = try #require(reply.fields[.eTag])
        #expect(await door.ask(.get, path, fields: [.ifNoneMatch: tag]).status == .notModified)
        // Somebody who has signed in gets it as well.
        #expect(await door.ask(.get, path, fields: [.cookie: "a=b"]).status == .ok)

        let unknown = try #require(other.address(of: "site.css")?.text)
        #expect(await door.ask(.get, unknown).status == .notFound)
        #expect(await door.ask(.get, "/tillgangar/site.css").status == .notFound)
        #expect(await door.ask(.get, "/tillgangar/").status == .notFound)
        #expect(await door.ask(.post, path).status == .methodNotAllowed)
    }
}

struct Unreadable: Error {}

/// The bytes that were packed, by zlib's own reader.
func inflated(_ packed: [UInt8]) throws -> [UInt8] {
    var stream = z_stream()
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { throw Unreadable() }
    defer { inflateEnd(&stream) }
    var input = packed
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    var outcome = Z_OK
    try input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        while outcome == Z_OK {
            part.withUnsafeMutableBufferPointer { output in
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                outcome = inflate(&stream, Z_NO_FLUSH)
            }
            bytes += part[..<(part.count - Int(stream.avail_out))]
        }
        guard outcome == Z_STREAM_END, stream.avail_in == 0 else { throw Unreadable() }
    }
    return bytes
}
