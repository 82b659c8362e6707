extension Collection where Element: Equatable {
    /// Whether some elements stand in it side by side.
    func contains(_ sought: some Collection<Element>) -> Bool {
        var rest = self[...]
        while rest.count >= sought.count {
            if rest.starts(with: sought) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
