import Glibc

/// The pages in a folder and the folders in it, in the order of their names.
func files(below folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().flatMap { name in
        name.hasSuffix(".json") ? ["\(folder)/\(name)"] : files(below: "\(folder)/\(name)")
    }
}
