import sqlite3

LEASE = 60  # seconds for which a job belongs to the worker that took it
PAUSE = 10  # seconds before the second attempt; each further one waits twice as long
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
    """Jobs in a table. Moments are whole seconds and are passed in."""

    def __init__(self, shop):
        self.shop = shop

    def add(self, key, payload, now):
        """Write the job down, in the caller's transaction; say whether it is new."""
        insert = """INSERT INTO jobs (key, payload, due) SELECT :key, :payload, :now
                    WHERE NOT EXISTS (SELECT 1 FROM jobs WHERE key = :key)"""
        job = {"key": key, "payload": payload, "now": now}
        return self.shop.execute(insert, job).rowcount == 1

    def _keep(self, sql, **values):
        values |= {"lease": LEASE, "pause": PAUSE, "most": ATTEMPTS}
        with self.shop:
            return self.shop.execute(sql, values).fetchall()

    def take(self, now):
        """Lease the job that has been due for longest: its key and payload, or None."""
        self._keep("UPDATE jobs SET dead = 1 WHERE attempts >= :most", now=now)
        taken = self._keep(
            """
            UPDATE jobs SET attempts = attempts + 1, due = :now + :lease
            WHERE key = (
                SELECT key FROM jobs
                WHERE NOT dead AND due <= :now AND attempts < :most
                ORDER BY due, key LIMIT 1
            )
            RETURNING key, payload
            """,
            now=now,
        )
        return taken[0] if taken else None

    def finish(self, key):
        """The job is done: it goes."""
        self._keep("DELETE FROM jobs WHERE key = :key", key=key)

    def fail(self, key, now):
        """Try the job again later, or put it aside after the last attempt."""
        self._keep(
            """
            UPDATE jobs SET dead = attempts >= :most, due = :now + (:pause << (attempts - 1))
            WHERE key = :key
            """,
            key=key,
            now=now,
        )

    def dead(self):
        """Return the keys of the jobs that were put aside, sorted."""
        return [key for (key,) in self.shop.execute("SELECT key FROM jobs WHERE dead ORDER BY key")]
