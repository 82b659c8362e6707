"""A server on this machine that answers as Kolada does, and as badly as one wants."""
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

MEMBERS = ["0126", "0127", "0136", "0138", "0181", "0184", "0192", "0140"]
PLACES = ["0000", "0001"] + [f"{code:04}" for code in range(114, 200)]
KEY_FIGURES = [f"N{number}" for number in range(15000, 15040)]


def value(kpi, place, year):
    return (int(kpi[1:]) * 7 + int(place.strip("G")) * 3 + int(year)) / 8


def figure(kpi):
    return {
        "id": kpi, "title": f"Kostnad {kpi}, kr/inv", "description": "Kostnad.\\nKälla: SCB.", "is_divided_by_gender": False,
        "municipality_type": "K", "auspice": None, "operating_area": "Grundskola", "perspective": "Resurser",
        "prel_publication_date": None, "publication_date": None, "publ_period": None, "has_ou_data": False,
    }


def entries(path):
    parts = path.strip("/").split("/")
    if parts == ["kpi"]:
        return [figure(kpi) for kpi in KEY_FIGURES]
    if parts == ["municipality"]:
        return [{"id": code, "title": f"Plats {code}", "type": "L" if code < "0100" else "K"} for code in PLACES]
    if parts == ["municipality_groups"]:
        return [{"id": "G1", "title": "Liknande kommuner grundskola, Plats 0126, 2024", "members": [{"member_id": "0150", "member_title": "x"}]}]
    if len(parts) == 7 and parts[:2] == ["data", "kpi"]:
        lists = [part.split(",") for part in parts[2::2]]
        if any(len(part) > 25 for part in lists):
            return None
        return [
            {"kpi": kpi, "municipality": place, "period": int(year),
             "values": [{"gender": "T", "count": 1, "status": "", "value": value(kpi, place, year), "isdeleted": False}]}
            for kpi in lists[0] for place in lists[1] for year in lists[2] if int(year) >= 2020
        ]
    return None


class Replay:
    """The server; `instead` may answer a question first, by giving (status, fields, body), or None to close the connection."""

    def __init__(self, per_page=500, tls=None):
        self.asked, self.lock, self.per_page, self.instead = [], threading.Lock(), per_page, None
        replay = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_GET(self):
                with replay.lock:
                    replay.asked.append(self.path)
                    number = len(replay.asked)
                if replay.instead:
                    other = replay.instead(self.path, number)
                    if other == "close":
                        self.close_connection = True
                        return
                    if other:
                        return self.give(*other)
                found = replay.answer(self.path)
                if found is None:
                    self.give(422, {"Content-Type": "application/json"}, b'{"detail":[]}')
                else:
                    self.give(200, {"Content-Type": "application/json"}, json.dumps(found).encode())

            def give(self, status, fields, body):
                self.send_response(status)
                for name, field in fields.items():
                    self.send_header(name, field)
                if "Content-Length" not in fields:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                try:
                    self.wfile.write(body)
                except OSError:
                    self.close_connection = True

        class Quiet(ThreadingHTTPServer):
            def handle_error(self, *_):
                """Those who ask are killed, and their connections end in whatever way."""

        self.server = Quiet(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        if tls:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        self.scheme = "https" if tls else "http"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, path):
        parts = urlsplit(path)
        found = entries(parts.path)
        if found is None:
            return None
        page = int(parse_qs(parts.query).get("page", ["1"])[0])
        here = found[(page - 1) * self.per_page : page * self.per_page]
        more = page * self.per_page < len(found)
        return {
            "values": here, "next_url": f"{self.address}{parts.path}?page={page + 1}" if more else None, "previous_url": None,
            "count": len(here),
        }

    @property
    def address(self):
        return f"{self.scheme}://127.0.0.1:{self.server.server_port}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()
