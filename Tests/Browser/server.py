"""The server under test, on a folder of its own."""

import os
import re
import signal
import subprocess
import tempfile
import threading
import time
import urllib.request

READY = re.compile(r"Samverka är igång: (http://\S+?)/$")
FIRST_LINK = re.compile(r"Logga in som exemplets utvecklingsledare: (http://\S+)")
SECONDS_TO_START = 60
SECONDS_TO_STOP = 20


class Server:
    """Starts the binary on an empty folder, which it fills with the example, and stops it again."""

    def __init__(self, binary):
        self.binary = binary

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="samverka-browser-")
        self.data = self.folder.name + "/data"
        self.log = tempfile.TemporaryFile()
        self.process = None
        self._start(0)
        return self

    def _start(self, port):
        self.process = subprocess.Popen(
            [self.binary, "serve", "--data", self.data, "--port", str(port)],
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
            encoding="utf-8",
        )
        self.base = self._said(READY)

    def _said(self, wanted):
        """What the next line of that form says; the server is stopped when it never comes, so that the reading ends."""
        limit = threading.Timer(SECONDS_TO_START, self.process.kill)
        limit.start()
        try:
            while line := self.process.stdout.readline():
                if found := wanted.match(line.rstrip("\n")):
                    return found.group(1)
        finally:
            limit.cancel()
        self.process.wait()
        raise SystemExit(f"Servern sa aldrig ”{wanted.pattern}”:\n" + self.output())

    def first_link(self):
        """The address that lets the example's development leader in, once."""
        return self._said(FIRST_LINK)

    def command(self, *arguments):
        """Has the server carry out a command of the program on its folder; gives what was said."""
        self._wait_for_socket()
        run = subprocess.run(
            [self.binary, *arguments[:2], "--data", self.data, *arguments[2:]],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", timeout=SECONDS_TO_START, check=False,
        )
        if run.returncode != 0:
            raise RuntimeError(f"samverka {' '.join(map(str, arguments))} slutade med koden {run.returncode}: {run.stderr}")
        return run.stdout

    def _wait_for_socket(self):
        """The line with the address can come before the command socket is there; each answer is an occasion to look again."""
        limit = time.monotonic() + SECONDS_TO_START
        while not os.path.exists(self.data + "/samverka.socket"):
            if time.monotonic() > limit:
                raise RuntimeError("servern öppnade aldrig sin kommandosockel")
            urllib.request.urlopen(self.base + "/om", timeout=SECONDS_TO_START).read()

    def output(self):
        self.log.seek(0)
        return self.log.read().decode("utf-8", "replace")

    def stop(self):
        """Asks the server to stop; returns what was wrong with how it did."""
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return [f"servern stannade inte inom {SECONDS_TO_STOP} sekunder"]
        problems = [] if code == 0 else [f"servern slutade med koden {code}"]
        bad = [line for line in self.output().splitlines() if " error " in line or " critical " in line]
        return problems + [f"i serverns logg: {line}" for line in bad]

    def restart(self, meanwhile):
        """Stops the server and starts it again at the same address; returns what was wrong.

        `meanwhile` is called with the data folder while nobody holds it.
        """
        problems = self.stop()
        self.process.stdout.close()
        meanwhile(self.data)
        self._start(int(self.base.rsplit(":", 1)[1]))
        return problems

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()
        self.folder.cleanup()
