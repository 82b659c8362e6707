"""What goes over sockets: HTTP as bytes, and lines of JSON to the command socket."""
import gzip
import json
import socket

PATIENCE = 300


class Broken(Exception):
    """The other side ended the connection before its answer was whole."""


class Answer:
    """An answer as it came."""

    def __init__(self, status, fields, body):
        self.status, self.fields = status, fields
        self.body = gzip.decompress(body) if body and fields.get("content-encoding") == "gzip" else body

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def json(self):
        return json.loads(self.body)

    def __getitem__(self, name):
        return self.fields.get(name.lower(), "")

    def __repr__(self):
        return f"{self.status} {self.fields} {self.text}"


class Reader:
    """A connection to the site, byte by byte under our control."""

    def __init__(self, port, receive_buffer=None):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(PATIENCE)
        self.socket.connect(("127.0.0.1", port))
        self.port = port
        self._held = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)

    def end(self):
        """Says that nothing more comes from us."""
        self.socket.shutdown(socket.SHUT_WR)

    def ask(self, method, path, headers=None, body=None):
        self.send(request(method, path, self.port, headers, body))
        return self.answer(method)

    def _more(self):
        part = self.socket.recv(65536)
        self._held += part
        return bool(part)

    def _until(self, mark):
        while mark not in self._held:
            if not self._more():
                raise Broken(f"before {mark!r}, after {self._held!r}")
        taken, self._held = self._held.split(mark, 1)
        return taken

    def _exactly(self, count):
        parts, have = [self._held], len(self._held)
        while have < count:
            part = self.socket.recv(1 << 20)
            if not part:
                raise Broken(f"{count - have} of {count} bytes were left")
            parts.append(part)
            have += len(part)
        data = b"".join(parts)
        self._held = data[count:]
        return data[:count]

    def answer(self, method="GET"):
        """The next answer on the connection."""
        while True:
            first, *lines = self._until(b"\r\n\r\n").decode("latin-1").split("\r\n")
            version, status = first.split(" ")[:2]
            if version != "HTTP/1.1":
                raise Broken(f"not an answer: {first!r}")
            fields = {}
            for line in lines:
                name, value = line.split(":", 1)
                fields[name.strip().lower()] = value.strip()
            if not 100 <= int(status) < 200:
                break
        if method == "HEAD" or status in ("204", "304"):
            return Answer(int(status), fields, b"")
        if "chunked" in fields.get("transfer-encoding", ""):
            body = b""
            while True:
                size = int(self._until(b"\r\n").split(b";")[0], 16)
                body += self._exactly(size)
                self._until(b"\r\n")
                if size == 0:
                    return Answer(int(status), fields, body)
        return Answer(int(status), fields, self._exactly(int(fields.get("content-length", "0"))))

    def peek(self):
        """Waits until an answer has begun to come."""
        self._held += self.socket.recv(1)

    def rest(self):
        """Everything until the other side ends; a reset is an end too."""
        try:
            while self._more():
                pass
        except ConnectionError:
            pass
        taken, self._held = self._held, b""
        return taken


def request(method, path, port, headers=None, body=None):
    """A request as bytes; what is not right in the path or the fields is sent as it stands."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if body is not None:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode("utf-8", "surrogateescape") + b"\r\n\r\n" + (body or b"")


class Command:
    """A connection to the socket in the data folder."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.settimeout(PATIENCE)
        try:
            self.socket.connect(path)
        except OSError:
            self.socket.close()
            raise
        self._held = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.socket.close()

    def send(self, form, *files):
        message = {"importing": [{"name": name, "text": text} for name, text in files], "form": form}
        self.socket.sendall(json.dumps(message).encode() + b"\n")

    def answer(self):
        """The next line as JSON; `Broken` when the server ended first."""
        while b"\n" not in self._held:
            try:
                part = self.socket.recv(65536)
            except ConnectionError as error:
                raise Broken(str(error))
            if not part:
                raise Broken("the server closed the command socket")
            self._held += part
        line, self._held = self._held.split(b"\n", 1)
        return json.loads(line)

    def ask(self, form, *files):
        self.send(form, *files)
        return self.answer()
