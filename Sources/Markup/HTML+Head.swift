/// What stands in the head of a page.
extension HTML {
    /// The head; its first element says that the page is in UTF-8, which must come before any text.
    package func head(content: () -> Void) {
        sink.write("<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        content()
        sink.write("</head>")
    }

    package func title(_ text: String) {
        sink.write("<title>")
        sink.write(text: text)
        sink.write("</title>")
    }

    package func meta(_ name: MetaName, _ content: String) {
        sink.open("meta", [], [Attribute("name", .constant(name.name)), Attribute("content", .text(content))])
    }

    /// A file or a page that belongs to this one.
    package func link(_ relation: Relation, _ address: Address, _ attributes: Attribute...) {
        sink.open("link", attributes, [.rel(relation), Self.href(address)])
    }

    /// A script in a file of its own, run when the page is read in.
    package func script(_ source: Address) {
        sink.open("script", [], [source.text.map { Attribute("src", .text($0)) }, Attribute("defer", .none)])
        sink.close("script")
    }
}

extension HTML {
    /// What a page says about itself.
    package enum MetaName: Sendable {
        case description, robots, themeColor, colorScheme, author

        var name: StaticString {
            switch self {
            case .description: "description"
            case .robots: "robots"
            case .themeColor: "theme-color"
            case .colorScheme: "color-scheme"
            case .author: "author"
            }
        }
    }
}

extension HTML {
    /// How a linked thing stands to the page.
    package enum Relation: Sendable {
        case stylesheet, icon, canonical, alternate, next, previous, license, help, search, author, external, nofollow
        case noreferrer, describedBy, manifest

        var name: StaticString {
            switch self {
            case .stylesheet: "stylesheet"
            case .icon: "icon"
            case .canonical: "canonical"
            case .alternate: "alternate"
            case .next: "next"
            case .previous: "prev"
            case .license: "license"
            case .help: "help"
            case .search: "search"
            case .author: "author"
            case .external: "external"
            case .nofollow: "nofollow"
            case .noreferrer: "noreferrer"
            case .describedBy: "describedby"
            case .manifest: "manifest"
            }
        }
    }
}
