"""Your `close` closes all tickets. An `UPDATE` without a condition changes every row of the table."""

import sqlite3


def new_store():
    return TicketStore(sqlite3.connect(":memory:"))


class TicketStore:
    def __init__(self, connection):
        connection.row_factory = sqlite3.Row
        connection.execute(
            "CREATE TABLE tickets"
            " (id INTEGER PRIMARY KEY, customer TEXT, text TEXT, open INTEGER)"
        )
        self.connection = connection

    def keep(self):
        """Keep all changes for good: now other programs see them, too."""
        self.connection.commit()

    def add(self, customer, text):
        cursor = self.connection.execute(
            "INSERT INTO tickets (customer, text, open) VALUES (?, ?, 1)",
            (customer, text),
        )
        self.keep()
        return cursor.lastrowid

    def find(self, ticket_id):
        query = "SELECT * FROM tickets WHERE id = ?"
        row = self.connection.execute(query, (ticket_id,)).fetchone()
        if row is None:
            return None
        return dict(row)

    def close(self, ticket_id):
        cursor = self.connection.execute("UPDATE tickets SET open = 0")
        return cursor.rowcount > 0

    def open_tickets(self):
        query = "SELECT * FROM tickets WHERE open = 1 ORDER BY id"
        return [dict(row) for row in self.connection.execute(query)]
