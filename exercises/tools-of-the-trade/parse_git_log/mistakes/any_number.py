"""Any number in the subject becomes a ticket for you. "Ship 40 parcels" has none: a ticket needs a `#` right
before its digits."""

import re

TICKET = re.compile(r"(\d+)")


def parse_git_log(text):
    """Return the commits of a log as dictionaries, in the order of the log."""
    return [parse_line(line) for line in text.splitlines() if line.strip()]


def parse_line(line):
    """Return one commit as a dictionary; its ticket is a number or None."""
    commit, author, day, subject = line.strip().split("|", 3)
    found = TICKET.search(subject)
    ticket = None
    if found:
        ticket = int(found.group(1))
    return {
        "commit": commit,
        "author": author,
        "day": day,
        "subject": subject,
        "ticket": ticket,
    }
