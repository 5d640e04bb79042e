import sqlite3

LEASE = 60
PAUSE = 10
ATTEMPTS = 4

TABLE = """
    CREATE TABLE IF NOT EXISTS jobs (
        key TEXT PRIMARY KEY,
        payload TEXT NOT NULL,
        due INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        dead INTEGER NOT NULL DEFAULT 0
    )
"""


def connect(path=":memory:"):
    """Return a connection to a database with the table."""
    shop = sqlite3.connect(path, timeout=0)
    shop.execute(TABLE)
    shop.commit()
    return shop


class JobQueue:
    def __init__(self, shop):
        self.shop = shop

    def add(self, key, payload, now):
        sql = "INSERT OR IGNORE INTO jobs (key, payload, due) VALUES (?, ?, ?)"
        return self.shop.execute(sql, (key, payload, now)).rowcount == 1

    def take(self, now):
        with self.shop:
            self.shop.execute(
                "UPDATE jobs SET dead = 1 WHERE dead = 0 AND due <= ? AND attempts >= ?", (now, ATTEMPTS)
            )
            rows = self.shop.execute(
                """UPDATE jobs SET due = ?, attempts = attempts + 1 WHERE key =
                (SELECT key FROM jobs WHERE dead = 0 AND due <= ? ORDER BY due, rowid LIMIT 1)
                RETURNING key, payload""",
                (now + LEASE, now),
            ).fetchall()
        return rows[0] if rows else None

    def finish(self, key):
        with self.shop:
            self.shop.execute("DELETE FROM jobs WHERE key = ?", (key,))

    def fail(self, key, now):
        with self.shop:
            self.shop.execute(
                """UPDATE jobs SET dead = (attempts >= ?),
                due = ? + ? * (1 << max(attempts - 1, 0)) WHERE key = ?""",
                (ATTEMPTS, now, PAUSE, key),
            )

    def dead(self):
        return [k for (k,) in self.shop.execute("SELECT key FROM jobs WHERE dead = 1 ORDER BY key")]
