"""An app for the second factor, as somebody has it in a telephone (RFC 6238), and time that passes for it and for the server."""

import base64
import contextlib
import hmac
import pathlib
import sqlite3
import struct
import time

STEP = 30


class Authenticator:
    """Shows codes; each is good once, so that the next is of a later step than the last."""

    def __init__(self, key):
        self.secret = base64.b32decode(key.replace(" ", ""))
        self.last = 0

    def code(self):
        """A code that hasn't been used. One step before and one after the present are taken, since clocks differ."""
        # The one before the present is good a while yet, unless the next is about to begin.
        is_late = time.time() % STEP > STEP - 6
        step = max(self._now() if is_late else self._now() - 1, self.last + 1)
        while step > self._now() + 1:
            time.sleep(1)
        self.last = step
        return self._of(step)

    def wrong_code(self):
        """Six figures that are of no step near this."""
        right = {self._of(self._now() + ahead) for ahead in range(-3, 4)}
        return next(code for code in ("000000", "111111", "222222", "333333", "444444", "555555", "666666", "777777") if code not in right)

    def let_pass(self, seconds):
        self.last -= seconds // STEP

    def _now(self):
        return int(time.time()) // STEP

    def _of(self, step):
        digest = hmac.new(self.secret, struct.pack(">Q", step), "sha1").digest()
        start = digest[19] & 15
        return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 10 ** 6:06}"


def let_pass(data, seconds):
    """As if so much time had passed for everybody who is signed in: their moments in a stopped server's database are set back."""
    back = seconds * 1_000_000
    with contextlib.closing(sqlite3.connect(pathlib.Path(data, "samverka.sqlite"))) as database, database:
        sessions = database.execute(
            "UPDATE session SET began = began - ?1, staged = staged - ?1, last_seen = last_seen - ?1, factor_confirmed = factor_confirmed - ?1",
            (back,),
        )
        if sessions.rowcount < 1:
            raise RuntimeError("ingen är inloggad")
        database.execute("UPDATE factor SET last_step = last_step - ?", (seconds // STEP,))
