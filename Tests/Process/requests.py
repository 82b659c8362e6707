"""Bad input over a real connection: every answer is a proper one, and the server lives on."""
import datetime
import html
import re

from bench import contains, equal, fail, holds
from wire import Broken, Reader, request

PATHS = ["/", "/index.json", "/program", "/program.json", "/program.csv", "/program/2023", "/program/2019.json", "/kommuner",
         "/kommuner.csv", "/kommuner/haninge", "/kommuner/haninge.json", "/om", "/om.json", "/halsa"]

# A municipality whose page is larger than the buffers between a server and a reader that doesn't read.
LARGE = """kommun: nyby
  namn: Ny
  officiellt namn: Ny kommun
  kod: 9903
  medlem från: 2024-01-01
  anmärkning: """ + "Ord och åter ord." * 230_000 + "\n"


def html_error(what, answer, status):
    """An error as a page: its status, in Swedish, not kept anywhere."""
    equal(f"{what}: {answer}", answer.status, status)
    contains(f"{what}: the type", answer["content-type"], "text/html")
    contains(f"{what}: the language", answer.text, '<html lang="sv">')
    equal(f"{what}: Content-Language", answer["content-language"], "sv")
    equal(f"{what}: Cache-Control", answer["cache-control"], "no-store")
    contains(f"{what}: a heading", answer.text, "<h1>")
    return answer


def json_error(what, answer, status):
    """An error as JSON: {"fel": …} with Swedish words."""
    equal(f"{what}: {answer}", answer.status, status)
    contains(f"{what}: the type", answer["content-type"], "application/json")
    fault = answer.json.get("fel", {})
    equal(f"{what}: the status in the JSON", fault.get("status"), status)
    for name in ("rubrik", "meddelande", "nummer"):
        holds(f"{what}: {name}", bool(fault.get(name)), "a text", fault)
    return fault


def is_alive(server, what="the server afterwards"):
    equal(f"{what}: {server.log[-2000:]}", server.process.poll(), None)
    equal(f"{what}: the start page", server.get("/").status, 200)
    equal(f"{what}: the health", server.get("/halsa").status, 200)


def unscathed(bench, server):
    """The server is well, has not failed at anything, and stops in order."""
    is_alive(server)
    for word in ("a page failed", " error ", " critical ", "Fatal"):
        lines = [line for line in server.log.splitlines() if word in line]
        equal(f"lines with {word!r} in the log", lines, [])
    equal("the server stops well after SIGTERM", server.stop(), 0)


def test_unknown_address(bench):
    """An unknown address is 404: as a page in Swedish, as JSON by suffix or by Accept."""
    server = bench.serve(bench.path("data"))
    for path in ("/nix", "/program/1850", "/program/2023/nix", "/kommuner/nix", "/kommuner/Haninge", "/%E5", "//program", "/program//2023"):
        status = 400 if path == "/%E5" else 404
        html_error(f"GET {path}", server.get(path), status)
        json_error(f"GET {path} as JSON", server.get(path, headers={"Accept": "application/json"}), status)
    json_error("GET /nix.json", server.get("/nix.json"), 404)
    json_error("GET /kommuner/nix.json", server.get("/kommuner/nix.json"), 404)
    json_error("GET /kommuner/nix.json for browsers", server.get("/kommuner/nix.json", headers={"Accept": "text/html"}), 404)
    equal("HEAD of an unknown address", server.get("/nix", "HEAD").status, 404)
    unscathed(bench, server)


def test_wrong_method(bench):
    """A method that an address doesn't take is 405 and names those it takes; OPTIONS is answered."""
    server = bench.serve(bench.path("data"))
    for path in ("/", "/program", "/kommuner/haninge", "/halsa"):
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            answer = html_error(f"{method} {path}", server.get(path, method), 405)
            equal(f"{method} {path}: Allow", answer["allow"], "GET, HEAD, OPTIONS")
            json_error(f"{method} {path} as JSON", server.get(path, method, {"Accept": "application/json"}), 405)
        answer = server.get(path, "OPTIONS")
        equal(f"OPTIONS {path}", (answer.status, answer["allow"]), (204, "GET, HEAD, OPTIONS"))
    style = re.search(r'href="(/tillgangar/[^"]+\.css)"', server.get("/").text).group(1)
    equal("POST to the style sheet", server.get(style, "POST").status, 405)
    with Reader(server.port) as reader:
        answer = reader.ask("POST", "/program", body=b"a=b")
        equal("POST with a body", answer.status, 405)
    unscathed(bench, server)


def test_addresses(bench):
    """Overlong and malformed addresses get 400, 414 or 431 with words, never a closed connection without an answer."""
    server = bench.serve(bench.path("data"))
    html_error("a long address", server.get("/" + "a" * 4096), 414)
    html_error("a long query", server.get("/program?x=" + "a" * 4090), 414)
    equal("an address just short enough", server.get("/" + "a" * 4095).status, 404)
    answer = server.get("/" + "a" * 9000)
    holds("an address beyond the header limit", answer.status in (414, 431), "414 or 431", answer)
    for path in ("/%", "/%zz", "/%00", "/%0a", "/a%2", "/..", "/../etc/passwd", "/%2e%2e/x", "/program/%2e%2e", "/%ff%fe", "/%c0%ae",
                 "/?%", "/?datum=%zz", "/?datum=%00", "/?a=%ff", "/?%e5=1"):
        html_error(f"GET {path}", server.get(path), 400)
        json_error(f"GET {path} as JSON", server.get(path, headers={"Accept": "application/json"}), 400)
    for target in ("nix", "http://example.org/", "*", "?datum=2020-01-01", "/a b", "/å", "/\x01", "/\x7f", "/#x", "//example.org/", "/program/"):
        with Reader(server.port) as reader:
            reader.send(f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            answer = reader.answer()
            expected = (308,) if target == "/program/" else (200, 400, 404)
            holds(f"the target {target!r}", answer.status in expected, expected, answer)
            if target == "//example.org/":
                equal("no redirect away", answer["location"], "")
    unscathed(bench, server)


def test_days(bench):
    """A day that doesn't exist, a day that hasn't been and nonsense are 400 and say so."""
    server = bench.serve(bench.path("data"))
    tomorrow = datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days=2)
    months = "januari februari mars april maj juni juli augusti september oktober november december".split()
    cases = [("2027-02-30", "Dagen 30 februari 2027 finns inte"), ("2023-02-29", "Dagen 29 februari 2023 finns inte"),
             (str(tomorrow), f"Dagen {tomorrow.day} {months[tomorrow.month - 1]} {tomorrow.year} har inte varit än"),
             ("9999-12-31", "har inte varit än"), ("hej", "”hej” är inte en dag"), ("2020-13-01", "är inte en dag"),
             ("2020-1-1", "finns inte"), ("20200101", "är inte en dag"), ("<script>", "är inte en dag"), ("-1-1-1", "är inte en dag"),
             ("\"><b>x", "är inte en dag"), ("å" * 500, "är inte en dag"), ("99999999999999999999-01-01", "är inte en dag")]
    for path in ("/", "/program", "/kommuner/haninge"):
        for name in ("datum", "kant"):
            for typed, message in cases:
                query = f"{name}=" + "".join(f"%{byte:02X}" for byte in typed.encode())
                what = f"GET {path}?{name}={typed[:40]}"
                answer = html_error(what, server.get(f"{path}?{query}"), 400)
                contains(f"{what}: the message", html.unescape(answer.text), message)
                lacks_markup(what, answer.text)
                separator = ".json" if path != "/" else "index.json"
                contains(f"{what} as a file", json_error(what, server.get(f"{path}{separator}?{query}"), 400)["meddelande"], message)
    for typed in ("", "%20", "2020-01-01", "1000-01-01", "0001-01-01"):
        answer = server.get(f"/program?datum={typed}")
        holds(f"datum={typed}", answer.status in (200, 400, 404), "200, 400 or 404", answer)
    answer = server.get("/program?datum=2027-02-30&sprak=en")
    equal("the same in English", answer.status, 400)
    contains("the same in English", answer.text, '<html lang="en">')
    contains("the same in English", answer.text, "February 2027 doesn")
    unscathed(bench, server)


def test_typed_day(bench):
    """What was typed as a day comes back in the field of the page that refuses it, and the field leads to the same page."""
    server = bench.serve(bench.path("data"))
    for path in ("/", "/program", "/kommuner/haninge"):
        for typed in ("2027-02-30", "hej", "\"><b>x", "å" * 30):
            query = "".join(f"%{byte:02X}" for byte in typed.encode())
            answer = html_error(f"GET {path}?datum={typed}", server.get(f"{path}?datum={query}"), 400)
            fields = [html.unescape(value) for value in field_values(answer.text)]
            holds(f"GET {path}?datum={typed}: what was typed is kept in the field", typed in fields, f"a field with {typed!r}", fields)
            forms = re.findall(r"<form[^>]*>", answer.text)
            holds(f"GET {path}?datum={typed}: the form", any(f'action="{path}"' in form for form in forms) or
                  any("action=" not in form for form in forms), f"a form for {path}", forms)
    unscathed(bench, server)


def field_values(page):
    return re.findall(r'<input[^>]*name="datum"[^>]*value="([^"]*)"', page) + re.findall(r'<input[^>]*value="([^"]*)"[^>]*name="datum"', page)


def lacks_markup(what, page):
    holds(f"{what}: what was typed is not markup", "<script>" not in page and "<b>x" not in page, "escaped text", page)


def test_limits(bench):
    """Heads and bodies over the limits get 431 and 413, whether the length is told or not."""
    server = bench.serve(bench.path("data"))
    for what, headers in [("one large field", {"X-Large": "a" * 9000}), ("a large head", {f"X-{n}": "a" * 4000 for n in range(12)}),
                          ("many fields", {f"X-{n}": "a" for n in range(150)}), ("a long name", {"X" * 9000: "a"})]:
        with Reader(server.port) as reader:
            answer = reader.ask("GET", "/", headers)
            equal(f"{what}: {answer}", answer.status, 431)
            contains(f"{what}: the words", answer.text, "Anropets huvud är för stort")
            equal(f"{what}: the connection ends", answer["connection"], "close")
            equal(f"{what}: nothing follows", reader.rest(), b"")
    for what, first in [("a told length", f"Content-Length: {1 << 30}"), ("chunks", "Transfer-Encoding: chunked")]:
        with Reader(server.port) as reader:
            reader.send(f"POST /program HTTP/1.1\r\nHost: x\r\n{first}\r\n\r\n".encode())
            answer = reader.answer()
            holds(f"a large body with {what}: {answer}", answer.status in (405, 413), "405 or 413", answer.status)
            equal(f"a large body with {what}: the connection ends", answer["connection"], "close")
    with Reader(server.port) as reader:
        reader.send(b"GET /program HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n" + b"a" * 1000)
        holds("a page that is asked for with a body", reader.answer().status in (200, 400, 413), "200, 400 or 413", "another")
    with Reader(server.port) as reader:
        reader.send(b"POST /program HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
        equal("a body that waits to be asked for", reader.answer().status, 405)
    for what, sent in [("two lengths", b"Content-Length: 5\r\nContent-Length: 6"), ("a length and chunks", b"Content-Length: 5\r\nTransfer-Encoding: chunked"),
                       ("a negative length", b"Content-Length: -5"), ("a length in words", b"Content-Length: fem"),
                       ("an overlong length", b"Content-Length: 99999999999999999999999"), ("a space in a name", b"X Y: 1"),
                       ("a name without end", b"XY"), ("a field without name", b": x"), ("a folded line", b"X: a\r\n  b"), ("a bare CR", b"X: a\rb: c")]:
        with Reader(server.port) as reader:
            reader.send(b"POST /program HTTP/1.1\r\nHost: x\r\n" + sent + b"\r\n\r\nhello")
            reader.end()
            data = reader.rest()
            statuses = re.findall(rb"HTTP/1\.1 (\d+)", data)
            holds(f"{what}: {data!r}", statuses and all(400 <= int(status) < 500 for status in statuses[:1]) and b" 500 " not in data,
                  "one 4xx first", statuses)
    unscathed(bench, server)


def test_pipelining(bench):
    """Requests sent at once are answered in their order, also after one that can't be read."""
    server = bench.serve(bench.path("data"))
    order = bench.random.choices(PATHS + ["/nix", "/?datum=hej"], k=100)
    expected = {path: server.get(path).status for path in set(order)}
    with Reader(server.port) as reader:
        reader.send(b"".join(request("GET", path, server.port) for path in order))
        for number, path in enumerate(order):
            equal(f"answer {number + 1} of 100 sent at once, {path}", reader.answer().status, expected[path])
    with Reader(server.port) as reader:
        reader.send(b"".join(request("GET", path, server.port) for path in order[:5]) + b"nonsense\r\n\r\n" + request("GET", "/", server.port))
        for path in order[:5]:
            equal(f"an answer before what can't be read, {path}", reader.answer().status, expected[path])
        equal("what can't be read", reader.answer().status, 400)
        equal("nothing after it", reader.rest(), b"")
    for body in (b"", b"x=1"):
        with Reader(server.port) as reader:
            reader.send(request("POST", "/program", server.port, body=body) + request("GET", "/om", server.port))
            reader.end()
            data = reader.rest()
            statuses = re.findall(rb"HTTP/1\.1 (\d+)", data)
            expected = [b"405"] if body else [b"405", b"200"]
            equal(f"a POST with the body {body!r} and a GET behind it", statuses, expected)
    unscathed(bench, server)


def test_upgrades(bench):
    """A request for another protocol, as curl --http2 sends it, is answered, and so is the next one unless the answer says that it ends."""
    server = bench.serve(bench.path("data"))
    for method, target, headers in [("GET", "/halsa", {"Connection": "Upgrade", "Upgrade": "h2c"}),
                                    ("GET", "/halsa", {"Connection": "Upgrade", "Upgrade": "websocket"}), ("CONNECT", "localhost:80", {})]:
        with Reader(server.port) as reader:
            first = reader.ask(method, target, headers)
            holds(f"{method} {target} with {headers}", first.status in (200, 400, 404, 405), "an answer", first)
            if first["connection"] == "close":
                equal("nothing after an answer that says close", reader.rest(), b"")
                continue
            try:
                equal("the request after it", reader.ask("GET", "/").status, 200)
            except (Broken, ConnectionError) as error:
                fail(f"the request after {method} {target} with {headers}", "an answer, or 'Connection: close' in the first", repr(error))
    unscathed(bench, server)


def test_slow_readers(bench):
    """A large page reaches a slow reader whole, also one that has said that it sends nothing more."""
    server = bench.serve(bench.path("data"))
    with server.connect() as connection:
        answer = connection.ask("ab" * 32, ("ny.txt", LARGE))
        holds("a large text is recorded", answer.get("recorded"), "an answer", answer)
    whole = server.get("/kommuner/nyby").body
    for what, sent, ends in [("HTTP/1.0", b"GET /kommuner/nyby HTTP/1.0\r\n\r\n", False),
                             ("Connection: close", b"GET /kommuner/nyby HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", False),
                             ("a connection that is kept", b"GET /kommuner/nyby HTTP/1.1\r\nHost: x\r\n\r\n", False),
                             ("a connection whose reader has ended its half", b"GET /kommuner/nyby HTTP/1.1\r\nHost: x\r\n\r\n", True)]:
        with Reader(server.port, receive_buffer=4096) as reader:
            reader.send(sent)
            if ends:
                reader.end()
            reader.peek()
            # Meanwhile the server has written what the buffers between us take, and waits.
            server.get("/halsa")
            try:
                body = reader.answer().body
            except (Broken, ConnectionError) as error:
                fail(f"a page of {len(whole)} bytes by {what}", "all of it", repr(error))
            holds(f"a page of {len(whole)} bytes by {what}", body == whole, "all of it", f"{len(body)} bytes")
    unscathed(bench, server)


def test_half_requests(bench):
    """Requests that end in the middle, at every byte, do no harm."""
    server = bench.serve(bench.path("data"))
    whole = b"POST /program?datum=2020-01-01 HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nContent-Length: 20\r\n\r\ndatum=2020-01-01&a=b"
    lengths = range(len(whole)) if bench.full else range(0, len(whole), 3)
    for length in lengths:
        for politely in (True, False):
            with Reader(server.port) as reader:
                reader.send(whole[:length])
                if politely:
                    reader.end()
                    data = reader.rest()
                    holds(f"{length} bytes of a request and then the end: {data[:300]!r}", b" 500 " not in data.split(b"\r\n")[0], "no 500", "a 500")
    for chunk in (b"5\r\nhel", b"5\r\nhello\r\n", b"zz\r\n", b"ffffffffffffffffff\r\n", b"-1\r\n"):
        with Reader(server.port) as reader:
            reader.send(b"POST /program HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk)
            reader.end()
            data = reader.rest()
            holds(f"a broken chunk {chunk!r}: {data[:300]!r}", b" 500 " not in data.split(b"\r\n")[0], "no 500", "a 500")
    unscathed(bench, server)


def test_random(bench):
    """Random requests never get a 500 or a broken answer, and error pages are in Swedish."""
    count = 10_000 if bench.full else 2_000
    chance = bench.random
    server = bench.serve(bench.path("data"))
    statuses = {}
    reader = None
    for number in range(count):
        sent, is_bytes, wants_json = drawn(chance)
        what = f"request {number + 1} (seed {bench.seed}): {sent[:400]!r}"
        if reader is None:
            reader = Reader(server.port)
        try:
            reader.send(sent)
            if is_bytes:
                reader.end()
                data = reader.rest()
                status = re.match(rb"HTTP/1\.1 (\d+)", data)
                statuses["bytes"] = statuses.get("bytes", 0) + 1
                holds(what, not re.search(rb"HTTP/1\.1 50[0-24-9]", data), "no 500", data[:400])
                holds(what, status or not data, "an answer or none", data[:400])
                reader.close()
                reader = None
                continue
            answer = reader.answer(sent.split(b" ", 1)[0].decode("latin-1"))
        except (Broken, ConnectionError) as error:
            fail(what, "an answer", f"{type(error).__name__}: {error}, exit code {server.process.poll()}, log {server.log[-1500:]}")
        statuses[answer.status] = statuses.get(answer.status, 0) + 1
        holds(what, answer.status < 500, "no 5xx", answer)
        is_head = sent.startswith(b"HEAD ")
        if answer.status >= 400 and not is_head:
            if "html" in answer["content-type"]:
                language = "en" if b"sprak=en" in sent.split(b"\r\n")[0] else "sv"
                holds(what, f'<html lang="{language}">' in answer.text or '<html lang="sv">' in answer.text, f'<html lang="{language}">', answer.text[:300])
            elif "json" in answer["content-type"]:
                holds(what, answer.json.get("fel", {}).get("status") == answer.status, '{"fel":…}', answer.text)
            else:
                holds(what, answer.status in (400, 408, 431) and answer.text.startswith("Anropet"), "a page, JSON or a line in Swedish", answer)
        if wants_json and answer.status in (404, 405) and not is_head:
            contains(what, answer["content-type"], "json")
        if answer["connection"] == "close" or b"Connection: close" in sent or number % 50 == 49:
            reader.close()
            reader = None
    if reader:
        reader.close()
    bench.note(f"seed {bench.seed}: {count} requests, {dict(sorted(statuses.items(), key=str))}")
    unscathed(bench, server)


def drawn(chance):
    """A random request: its bytes, whether it is mere bytes, and whether it asks for JSON."""
    if chance.random() < 0.15:
        return drawn_bytes(chance), True, False
    method = chance.choice(["GET"] * 8 + ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"])
    path = drawn_path(chance)
    if chance.random() < 0.5:
        path += "?" + "&".join(drawn_pair(chance) for _ in range(chance.randrange(1, 4)))
    headers = {}
    for _ in range(chance.randrange(0, 4)):
        name, value = chance.choice([
            ("Accept", "text/html"), ("Accept", "*/*;q=0"), ("Accept", ""), ("Accept-Encoding", "gzip"), ("Accept-Encoding", "gzip;q=0, *;q=1"),
            ("Accept-Encoding", "br;q=x,,;"), ("If-None-Match", '"x", W/"y", *'), ("If-None-Match", '"' + word(chance)), ("Cookie", word(chance)),
            ("Authorization", "Bearer " + word(chance)), ("Range", "bytes=0-10"), ("If-Modified-Since", "i går"), ("X-" + word(chance), word(chance) * 20),
            ("Accept-Language", "en"), ("Connection", "close"), ("Expect", "100-continue"), ("Host", "evil.example"), ("X-Forwarded-For", "1.2.3.4"),
            ("Content-Type", "application/json"), ("Content-Type", "multipart/form-data; boundary=" + word(chance)), ("Upgrade", "h2c"), ("Referer", "http://" + word(chance))])
        headers[name] = value
    wants_json = chance.random() < 0.2
    if wants_json:
        headers["Accept"] = "application/json"
    body = chance.randbytes(chance.randrange(0, 200)) if method in ("POST", "PUT", "PATCH") and chance.random() < 0.5 else None
    if body is None:
        headers.pop("Expect", None)
    return request(method, path, 80, headers, body), False, wants_json


def drawn_bytes(chance):
    whole = bytearray(request("GET", drawn_path(chance), 80, {"Accept": "text/html"}))
    kind = chance.randrange(4)
    if kind == 0:
        return chance.randbytes(chance.randrange(1, 400))
    if kind == 1:
        for _ in range(chance.randrange(1, 5)):
            whole[chance.randrange(len(whole))] = chance.randrange(256)
        return bytes(whole)
    if kind == 2:
        return bytes(whole[:chance.randrange(len(whole))])
    place = chance.randrange(len(whole))
    return bytes(whole[:place]) + chance.randbytes(chance.randrange(1, 20)) + bytes(whole[place:])


def drawn_path(chance):
    path = chance.choice(PATHS + ["/dokument/samarbetsavtal", "/dokument/samarbetsavtal/filer/0123456789abcdef"])
    for _ in range(chance.randrange(0, 3)):
        place = chance.randrange(len(path) + 1)
        change = chance.randrange(6)
        if change == 0:
            path = path[:place] + "/" + word(chance)
        elif change == 1:
            path += chance.choice([".json", ".csv", ".pdf", ".x", ".", "/", "//", "%20", "%2F", "%00", "%", "%c3%a5", "%C3"])
        elif change == 2:
            path = path[:place] + path[place + 1:]
        elif change == 3:
            path = path[:place] + word(chance) + path[place:]
        elif change == 4:
            path = path.upper()
        else:
            path = path + "/" + chance.choice(["a" * 300, "..", ".", "é", "..%2f", ";x=y", "index.json"])
    path = path if path.startswith("/") else "/" + path
    return "".join(char if "!" <= char <= "~" and char != "#" and char != "?" else f"%{ord(char):02X}" if ord(char) < 128 else
                   "".join(f"%{byte:02X}" for byte in char.encode()) for char in path)


def drawn_pair(chance):
    name = chance.choice(["datum", "kant", "sprak", "datum", "kant", word(chance), ""])
    day = f"{chance.randrange(1990, 2040)}-{chance.randrange(0, 14):02}-{chance.randrange(0, 33):02}"
    value = chance.choice([day, day, day, "en", "sv", "", "2027-02-30", "0", "-1", "9" * 30, "%00", "%zz", "+", "%C3%A5", word(chance), "a=b=c"])
    return f"{name}={value}" if chance.random() < 0.9 else name


def word(chance):
    return "".join(chance.choice("abcåäöxyz0189-_.~'") for _ in range(chance.randrange(1, 12))).encode("ascii", "ignore").decode() or "x"
