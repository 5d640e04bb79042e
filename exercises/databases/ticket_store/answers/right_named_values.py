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
        values = {"customer": customer, "text": text}
        cursor = self.connection.cursor()
        cursor.execute("INSERT INTO tickets VALUES (NULL, :customer, :text, 1)", values)
        self.keep()
        return cursor.lastrowid

    def find(self, ticket_id):
        """Return the ticket as a dictionary, or None."""
        rows = self.connection.execute("SELECT * FROM tickets WHERE id = ?", (ticket_id,))
        return next((dict(row) for row in rows), None)

    def close(self, ticket_id):
        """Close the ticket; say whether there is one."""
        update = "UPDATE tickets SET open = 0 WHERE id = ?"
        cursor = self.connection.execute(update, (ticket_id,))
        self.keep()
        return cursor.rowcount == 1

    def open_tickets(self):
        """Return the open tickets as dictionaries, by id."""
        rows = self.connection.execute("SELECT * FROM tickets WHERE open").fetchall()
        return sorted(map(dict, rows), key=lambda ticket: ticket["id"])
