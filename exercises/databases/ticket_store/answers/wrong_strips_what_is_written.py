import sqlite3


def new_store():
    """Return an empty store in a new database."""
    return TicketStore(sqlite3.connect(":memory:"))


class TicketStore:
    """The tickets of support, in a database."""

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
        """Store an open ticket; return its id."""
        cursor = self.connection.cursor()
        cursor.execute("INSERT INTO tickets VALUES (NULL, ?, ?, 1)", (customer.strip(), text.strip()))
        self.keep()
        return cursor.lastrowid

    def find(self, ticket_id):
        """Return the ticket as a dictionary, or None."""
        rows = self.connection.execute("SELECT * FROM tickets WHERE id = ?", (ticket_id,)).fetchall()
        return dict(rows[0]) if rows else None

    def close(self, ticket_id):
        """Close the ticket; say whether there is one."""
        there = self.find(ticket_id) is not None
        self.connection.execute("UPDATE tickets SET open = 0 WHERE id = ?", (ticket_id,))
        self.keep()
        return there

    def open_tickets(self):
        """Return the open tickets as dictionaries, by id."""
        return [dict(row) for row in self.connection.execute("SELECT * FROM tickets WHERE open ORDER BY id")]
