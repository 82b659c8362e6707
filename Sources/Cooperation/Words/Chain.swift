/// Whether one comes to a thing by going from another to what it names, and on from there.
///
/// Total: a chain that goes in a ring has an end here.
func leads<ID: Hashable>(from start: ID, to goal: ID, by next: (ID) -> ID?) -> Bool {
    var seen: Set<ID> = []
    var step: ID? = start
    while let id = step, seen.insert(id).inserted {
        if id == goal { return true }
        step = next(id)
    }
    return false
}
