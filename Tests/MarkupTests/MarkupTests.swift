import Markup
import Testing

@Test func reads() {
    let name = "Å/b"
    let m = Markup { html in
        html.section(.class("a", "b"), .id("x y")) {
            html.h1("Hej \"\u{301}", .labelled(by: "a b", "c"))
            html.table { for i in 0..<2 { html.tr { html.th("r\(i)", scope: .row); html.td("\(i)") } } }
            html.a("x", to: "/k/\(name)?d=\(1)")
            html.svg(viewBox: ViewBox(width: 10, height: 5.5), .role(.img)) { svg in svg.circle(cx: 1, cy: -2.255, r: 0.5, .fill(.colour(0x00FF01))) }
        }
        html.td()
    }
    print(String(decoding: m.bytes, as: UTF8.self))
}
