"""The chain of a journal, read and written without the program: docs/journal-format.md in Python."""
import contextlib
import hashlib
import sqlite3

COLUMNS = ["position", "previous", "recorded", "happened", "precision", "actor", "kind", "payload", "hash"]


def fields(*values):
    """Each value after its length in eight bytes."""
    written = b""
    for value in values:
        if isinstance(value, int):
            value = value.to_bytes(8, "big", signed=True)
        elif isinstance(value, str):
            value = value.encode()
        written += len(value).to_bytes(8, "big") + value
    return written


def digest(previous, position, recorded, happened, precision, actor, kind, payload):
    """The hash of an entry."""
    return hashlib.sha256(fields("samverka.journal.1", previous, position, recorded, happened, precision, actor, kind, payload)).digest()


def in_one_file(database):
    """Brings what stands in the log into the file, when the program has left that to whoever opens it next."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()


@contextlib.contextmanager
def unguarded(database):
    """A connection for somebody who owns the file and has taken the triggers away; all is in the one file afterwards."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()


def change(database, statement, *values):
    """Alters a journal without mending its chain."""
    with unguarded(database) as connection:
        connection.execute(statement, values)


def append(database, kind, payload, actor="import", happened=20000, precision="day"):
    """Adds a valid entry at the end of the chain."""
    with unguarded(database) as connection:
        position, previous, recorded = connection.execute(
            "SELECT position, hash, recorded FROM journal ORDER BY position DESC LIMIT 1").fetchone()
        entry = [previous, position + 1, recorded + 1, happened, precision, actor, kind, payload]
        connection.execute(
            "INSERT INTO journal(previous, position, recorded, happened, precision, actor, kind, payload, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [*entry, digest(*entry)])


def cut(database, count):
    """Takes the last entries away."""
    change(database, "DELETE FROM journal WHERE position > (SELECT max(position) FROM journal) - ?", count)


def rewrite(database, position):
    """Moves the moment of one entry and makes a whole chain of it again."""
    with unguarded(database) as connection:
        connection.execute("UPDATE journal SET recorded = recorded + 1 WHERE position = ?", (position,))
        rows = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM journal ORDER BY position").fetchall()
        previous = bytes(32)
        for place, _, recorded, happened, precision, actor, kind, payload, _ in rows:
            end = digest(previous, place, recorded, happened, precision, actor, kind, payload)
            connection.execute("UPDATE journal SET previous = ?, hash = ? WHERE position = ?", (previous, end, place))
            previous = end
