import Testing

@testable import Identity

@Suite("Codes by the standards' own examples") struct VectorTests {
    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    // RFC 3174, section 7.3; the third, of a million letters, takes too long.
    @Test(
        "SHA-1",
        arguments: zip(
            [
                "abc", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                String(repeating: "0123456701234567012345670123456701234567012345670123456701234567", count: 10),
            ],
            [
                "a9993e364706816aba3e25717850c26c9cd0d89d", "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
                "dea356a2cddd90c7a7ecedc5ebb563934f460452",
            ]
        )
    )
    func sha1(text: String, expected: String) {
        #expect(Self.hex(SHA1.hash(Array(text.utf8))) == expected)
    }

    // Around the borders of blocks; from Python's hashlib.
    @Test(
        "SHA-1 of so many letters a",
        arguments: [
            (0, "da39a3ee5e6b4b0d3255bfef95601890afd80709"), (1, "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8"),
            (55, "c1c8bbdc22796e28c0e15163d20899b65621d65a"), (56, "c2db330f6083854c99d4b5bfb6e8f29f201be699"),
            (63, "03f09f5b158a7a8cdad920bddc29b81c18a551f5"), (64, "0098ba824b5c16427bd7a1122a5a442a25ec644d"),
            (65, "11655326c708d70319be2610e8a57d9a5b959d3b"), (119, "ee971065aaa017e0632a8ca6c77bb3bf8b1dfc56"),
            (120, "f34c1488385346a55709ba056ddd08280dd4c6d6"), (200, "e61cfffe0d9195a525fc6cf06ca2d77119c24a40"),
        ]
    )
    func sha1(count: Int, expected: String) {
        #expect(Self.hex(SHA1.hash([UInt8](repeating: UInt8(ascii: "a"), count: count))) == expected)
    }

    // RFC 2202, section 3.
    @Test(
        "HMAC-SHA-1",
        arguments: [
            ([UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8), "b617318655057264e28bc0b6fb378c8ef146be00"),
            (Array("Jefe".utf8), Array("what do ya want for nothing?".utf8), "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
            (
                [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
                "125d7342b9ac11cd91a39af48aa17b4f63f175d3"
            ),
            ([UInt8](1...25), [UInt8](repeating: 0xcd, count: 50), "4c9007f4026250c6bc8414f9bf50c86c2d7235da"),
            ([UInt8](repeating: 0x0c, count: 20), Array("Test With Truncation".utf8), "4c1a03424b55e07fe7f27be1d58bb9324a9a5a04"),
            (
                [UInt8](repeating: 0xaa, count: 80), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
                "aa4ae5e15272d00e95705637ce8a3b55ed402112"
            ),
            (
                [UInt8](repeating: 0xaa, count: 80),
                Array("Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data".utf8),
                "e8e99d0f45237d786d6bbaa7965c7808bbff1a91"
            ),
        ]
    )
    func authentication(key: [UInt8], text: [UInt8], expected: String) {
        #expect(Self.hex(SHA1.authentication(of: text, key: key)) == expected)
    }

    // RFC 6238, appendix B: eight figures.
    @Test(
        "TOTP",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)]
    )
    func timeCode(seconds: Int64, expected: String) {
        let secret = Array("12345678901234567890".utf8)
        let step = TimeCode.step(at: seconds * .second)
        #expect(TimeCode.code(secret: secret, step: step, length: 8) == expected)
        #expect(TimeCode.code(secret: secret, step: step) == String(expected.suffix(6)))
    }

    // RFC 4648, section 10.
    @Test(
        "base64url and base32",
        arguments: [
            ("", "", ""), ("f", "Zg", "MY"), ("fo", "Zm8", "MZXQ"), ("foo", "Zm9v", "MZXW6"), ("foob", "Zm9vYg", "MZXW6YQ"),
            ("fooba", "Zm9vYmE", "MZXW6YTB"), ("foobar", "Zm9vYmFy", "MZXW6YTBOI"),
        ]
    )
    func bases(text: String, base64: String, base32: String) {
        #expect(Base64URL.text(Array(text.utf8)) == base64)
        #expect(Base64URL.bytes(base64) == Array(text.utf8))
        #expect(Base32.text(Array(text.utf8)) == base32)
    }

    @Test("what isn't exactly base64url is no token", arguments: ["Zh", "Zm9", "Z", "Zg==", "Zm+v", "Zm/v", "Zm9v ", "å"])
    func notBase64(text: String) {
        #expect(Base64URL.bytes(text) == nil)
    }
}

@Suite("Codes as they are typed") struct TypedCodeTests {
    @Test(
        arguments: [
            ("123456", .time("123456")), (" 123 456\u{a0}", .time("123456")), ("123-456", .time("123456")),
            ("abcde-fgh23", .recovery("abcdefgh23")), ("ABCDE FGH23", .recovery("abcdefgh23")),
            ("2345678923", .recovery("2345678923")),
            ("12345", nil), ("1234567", nil), ("", nil), ("abcde-fgh20", nil), ("abcde-fghl2", nil), ("١٢٣٤٥٦", nil),
            ("12345\0", nil),
            (String(repeating: " ", count: 100) + "123456", nil),
        ] as [(String, TypedCode?)]
    )
    func reading(text: String, expected: TypedCode?) {
        #expect(TypedCode(text) == expected)
    }

    @Test func `recovery codes are ten letters of which none looks like another, all of them in use`() {
        let codes = (0..<400).map { _ in RecoveryCode.make() }
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { $0.count == 10 && TypedCode(RecoveryCode.shown($0)) == .recovery($0) })
        #expect(Set(codes.joined()) == Set(RecoveryCode.letters))
        #expect(RecoveryCode.letters.count == 31 && !RecoveryCode.letters.contains { "01oOlLiI".contains($0) })
    }

    @Test func `an enrolment is shown in groups and as an address`() {
        let enrolment = Enrolment(secret: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        #expect(enrolment.groups == ["ABCD", "EFGH", "IJKL", "MNOP", "QRST", "UVWX", "YZ23", "4567"])
        #expect(
            enrolment.address(account: "å:b@c.se", issuer: "Sam verka&")
                == "otpauth://totp/Sam%20verka%26:%C3%A5%3Ab%40c.se?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&issuer=Sam%20verka%26"
                + "&algorithm=SHA1&digits=6&period=30"
        )
    }
}
