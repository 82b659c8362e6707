/// What a browser is called in the list of a person's sessions.
package enum BrowserName {
    // The order matters: every browser also calls itself by the names of those that came before it.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"),
        ("FxiOS/", "Firefox"),
        ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chromium/", "Chromium"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
        ("Macintosh", "Mac"), ("Linux", "Linux"),
    ]

    /// A browser in words, such as "Firefox på Android", from what it says of itself.
    ///
    /// Nothing of the text is passed on, so whatever somebody sends can be shown and kept.
    package static func describe(_ userAgent: String) -> String {
        let said = Array(userAgent.utf8.prefix(512))
        func first(_ names: [(mark: String, name: String)]) -> String? {
            names.first { said.contains(Array($0.mark.utf8)) }?.name
        }
        let browser = first(browsers) ?? "Okänd webbläsare"
        return first(systems).map { "\(browser) på \($0)" } ?? browser
    }
}
