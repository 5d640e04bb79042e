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
        cursor = self.connection.execute(
            "INSERT INTO tickets (customer, text, open) VALUES (?, ?, 1)",
            (customer, text or "(no text)"),
        )
        self.keep()
        return cursor.lastrowid

    def find(self, ticket_id):
        """Return the ticket as a dictionary, or None."""
        query = "SELECT * FROM tickets WHERE id = ?"
        row = self.connection.execute(query, (ticket_id,)).fetchone()
        if row is None:
            return None
        return dict(row)

    def close(self, ticket_id):
        """Close the ticket; say whether there is one."""
        update = "UPDATE tickets SET open = 0 WHERE id = ?"
        cursor = self.connection.execute(update, (ticket_id,))
        self.keep()
        return cursor.rowcount == 1

    def open_tickets(self):
        """Return the open tickets as dictionaries, by id."""
        query = "SELECT * FROM tickets WHERE open = 1 ORDER BY id"
        return [dict(row) for row in self.connection.execute(query)]
