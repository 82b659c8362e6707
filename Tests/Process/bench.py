"""What every test stands on: folders, processes, expectations."""
import os
import queue
import random
import re
import shutil
import signal
import subprocess
import tempfile
import sys
import threading

from wire import Command, Reader

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# Nothing here is measured. This is how long something may hang before the test gives up on it.
PATIENCE = 300


class Failure(AssertionError):
    """Something was not as expected."""


class Skipped(Exception):
    """The test can't be carried out on this machine."""


def fail(what, expected, found):
    raise Failure(f"{what}\n  expected: {shown(expected)}\n  found:    {shown(found)}")


def equal(what, found, expected):
    if found != expected:
        fail(what, expected, found)


def holds(what, condition, expected, found):
    if not condition:
        fail(what, expected, found)


def contains(what, text, part):
    if part not in text:
        fail(what, f"something with {part!r}", text)


def lacks(what, text, part):
    if part in text:
        fail(what, f"nothing with {part!r}", text)


def shown(value):
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 1500 else text[:1500] + f"… ({len(text)} characters)"


class Outcome:
    """How a command ended, and what it wrote."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def said(self):
        return self.out + self.err

    def __repr__(self):
        return f"exit code {self.code}, out {self.out!r}, err {self.err!r}"


class Bench:
    """A test's own place: whatever is made here is gone when the test ends."""

    def __init__(self, name, binary, full, seed):
        self.name, self.binary, self.full, self.seed = name, binary, full, seed
        self.random = random.Random(f"{seed} {name}")
        self.verifier = os.path.join(ROOT, "tools", "verify.py")
        self._processes = []

    def __enter__(self):
        self.place = tempfile.mkdtemp(prefix="samverka-")
        return self

    def __exit__(self, *_):
        for process in self._processes:
            if process.poll() is None:
                process.kill()
                process.wait()
            for stream in (process.stdout, process.stderr):
                if stream and not stream.closed:
                    stream.close()
        shutil.rmtree(self.place, ignore_errors=True)

    def note(self, text):
        print(f"        {self.name}: {text}", flush=True)

    def path(self, name):
        return os.path.join(self.place, name)

    def file(self, name, text):
        path = self.path(name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def start(self, arguments, **options):
        """Starts a process that does not outlive the test."""
        process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, **options)
        self._processes.append(process)
        return process

    def run(self, *arguments, binary=None, **options):
        """Runs a command of the program to its end."""
        return self.run_other(binary or self.binary, *arguments, **options)

    def run_other(self, *arguments, **options):
        process = self.start(list(arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
        out, err = process.communicate(timeout=PATIENCE)
        return Outcome(process.returncode, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))

    def verify_py(self, *arguments):
        return self.run_other(sys.executable, self.verifier, *arguments)

    def serve(self, folder, *arguments, port=0, environment=None):
        """Starts a server and waits for the line that says where it is."""
        return Server(self, folder, arguments, port, environment).ready()

    def filled(self, name="data"):
        """A data folder with the example in it, after a clean stop."""
        folder = self.path(name)
        server = self.serve(folder)
        equal("the server stops well after SIGTERM", server.stop(), 0)
        return folder

    def is_whole(self, folder, heads=True):
        """Both verifiers say that a journal is whole, with its heads; gives what the first of them said."""
        own = self.run("verify", "--data", folder, *(["--head"] if heads else []))
        equal(f"samverka verify of a whole journal: {own.said}", own.code, 0)
        contains("samverka verify says so", own.out, "Journalen är hel")
        heads_file = os.path.join(folder, "heads.txt")
        other = self.verify_py(*(["--heads", heads_file] if heads else []), os.path.join(folder, "samverka.sqlite"))
        equal(f"tools/verify.py of a whole journal: {other.said}", other.code, 0)
        own_end = re.search(r"Kedjans slut: ([0-9a-f]{64})", own.out)
        contains("both verifiers find the same end of the chain", other.out, own_end.group(1) if own_end else "Kedjans slut: …")
        return own.out


class Server:
    """A running server."""

    def __init__(self, bench, folder, arguments=(), port=0, environment=None):
        self.bench, self.folder = bench, folder
        self._log = tempfile.TemporaryFile(dir=bench.place)
        self.process = bench.start(
            [bench.binary, "serve", "--data", folder, "--port", str(port), *arguments],
            stdout=subprocess.PIPE, stderr=self._log, env={**os.environ, **(environment or {})})
        self._lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self._lines.put(line.decode("utf-8", "replace"))
        self._lines.put(None)

    @property
    def log(self):
        self._log.seek(0)
        return self._log.read().decode("utf-8", "replace")

    def line(self):
        """The next line on standard out; None when there are no more."""
        return self._lines.get(timeout=PATIENCE)

    def ready(self):
        line = self.line()
        address = re.fullmatch(r"Samverka är igång: http://127\.0\.0\.1:(\d+)/\n", line or "")
        if address is None:
            self.process.wait(timeout=PATIENCE)
            fail("the server starts", "a line with its address", f"{line!r}, exit code {self.process.returncode}, log: {self.log}")
        self.port = int(address.group(1))
        return self

    def get(self, path, method="GET", headers=None, body=None):
        """One request on a connection of its own."""
        with Reader(self.port) as reader:
            return reader.ask(method, path, headers, body)

    def wait_until_verified(self):
        """Asks for the health until the verification at the start has ended, and gives the last answer."""
        while True:
            health = self.get("/halsa")
            if "kontrolleras" not in health.text and "inte börjat" not in health.text:
                return health

    def wait_until_day_is_closed(self):
        """Asks until what the start brings about by itself is recorded, of which the signed head is the end."""
        for _ in range(2000):
            if os.path.exists(os.path.join(self.folder, "heads.txt")):
                return
            self.get("/halsa")
        fail("the server closes the day at its start", "a signed head", "none after 2000 answers from the site")

    def connect(self):
        """A connection to the command socket.

        The line with the address can come before the socket is there; each answer from the site is an occasion to look again.
        """
        path = os.path.join(self.folder, "samverka.socket")
        for _ in range(2000):
            try:
                return Command(path)
            except (FileNotFoundError, ConnectionRefusedError):
                self.get("/halsa")
        fail("the server opens its command socket", "a socket", "none after 2000 answers from the site")

    def send_signal(self, number):
        self.process.send_signal(number)

    def stop(self, number=signal.SIGTERM):
        self.send_signal(number)
        return self.process.wait(timeout=PATIENCE)

    def kill(self):
        self.process.kill()
        return self.process.wait(timeout=PATIENCE)
