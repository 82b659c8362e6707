extension Words {
    /// A value with its thousands apart and a fixed number of decimals: '−18,3', '104 974'.
    func figure(_ value: Double, decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        let scaled = (value * Double(scale)).rounded()
        guard scaled.magnitude < 1e15 else { return "\(value)" }
        let number = Int(scaled)
        let whole = Array(String(number.magnitude / scale.magnitude).utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        if number < 0 { bytes += "−".utf8 }
        for (index, figure) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { bytes += dates.thousands.utf8 }
            bytes.append(figure)
        }
        if decimals > 0 {
            bytes += dates.decimal.utf8
            let fraction = String(number.magnitude % scale.magnitude).utf8
            for _ in fraction.count..<decimals { bytes.append(UInt8(ascii: "0")) }
            bytes += fraction
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Double {
    /// The value in a file: as it was given, without decimals that say nothing.
    var plain: String {
        guard self == rounded(), magnitude < 1e15 else { return "\(self)" }
        return "\(Int(self))"
    }
}
