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
        self.attempts = {}

    def add(self, key, payload, now):
        """Write the job down, in the caller's transaction; say whether it is new."""
        insert = """
            INSERT INTO jobs (key, payload, due) VALUES (?, ?, ?)
            ON CONFLICT (key) DO NOTHING
        """
        return self.shop.execute(insert, (key, payload, now)).rowcount == 1

    def take(self, now):
        """Lease the job that has been due for longest: its key and payload, or None."""
        lease = """
            UPDATE jobs SET due = ?, attempts = attempts + 1
            WHERE key = (
                SELECT key FROM jobs WHERE due <= ? AND dead = 0
                ORDER BY due, key LIMIT 1
            )
            RETURNING key, payload
        """
        with self.shop:
            for key, used in self.attempts.items():
                if used >= ATTEMPTS:
                    self.shop.execute("UPDATE jobs SET dead = 1 WHERE due <= ? AND key = ?", (now, key))
            job = self.shop.execute(lease, (now + LEASE, now)).fetchone()
            if job is not None:
                self.attempts[job[0]] = self.attempts.get(job[0], 0) + 1
            return job

    def finish(self, key):
        """The job is done: it goes."""
        with self.shop:
            self.shop.execute("DELETE FROM jobs WHERE key = ?", (key,))

    def fail(self, key, now):
        """Try the job again later, or put it aside after the last attempt."""
        later = """
            UPDATE jobs
            SET due = ?, dead = ?
            WHERE key = ?
        """
        used = self.attempts.get(key, 1)
        with self.shop:
            self.shop.execute(later, (now + PAUSE * 2 ** (used - 1), used >= ATTEMPTS, key))

    def dead(self):
        """Return the keys of the jobs that were put aside, sorted."""
        query = "SELECT key FROM jobs WHERE dead = 1 ORDER BY key"
        return [key for (key,) in self.shop.execute(query)]
