/// Who may do what with news: the secretariat writes it and changes it.
///
/// To withdraw an item and to show it again is `changeVisibility`.
extension Permission {
    package static let publishNews = Permission("news.publish", .by(.developmentLeader, .administrator))
}
