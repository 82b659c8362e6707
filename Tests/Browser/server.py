"""The server under test, on a folder of its own."""

import re
import signal
import subprocess
import tempfile
import threading

READY = re.compile(r"Samverka är igång: (http://\S+?)/$")
SECONDS_TO_START = 60
SECONDS_TO_STOP = 20


class Server:
    """Starts the binary on an empty folder, which it fills with the example, and stops it again."""

    def __init__(self, binary):
        self.binary = binary

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="samverka-browser-")
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [self.binary, "serve", "--data", self.folder.name + "/data", "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
            encoding="utf-8",
        )
        # A server that never says that it is ready is stopped, so that the reading below ends.
        limit = threading.Timer(SECONDS_TO_START, self.process.kill)
        limit.start()
        try:
            for line in self.process.stdout:
                ready = READY.match(line.rstrip("\n"))
                if ready:
                    self.base = ready.group(1)
                    return self
        finally:
            limit.cancel()
        self.process.wait()
        raise SystemExit("Servern startade inte:\n" + self.output())

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

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()
        self.folder.cleanup()
