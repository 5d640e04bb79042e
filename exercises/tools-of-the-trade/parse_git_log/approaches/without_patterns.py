"""Finds the ticket without a regular expression: cut after `#`, then collect digits. More lines, each of
them plain; a second rule for tickets would make it unpleasant."""


def parse_git_log(text):
    """Return the commits of a log as dictionaries, in the order of the log."""
    commits = []
    for line in text.splitlines():
        if line.strip():
            commit, author, day, subject = line.strip().split("|", 3)
            commits.append(
                {
                    "commit": commit,
                    "author": author,
                    "day": day,
                    "subject": subject,
                    "ticket": ticket_in(subject),
                }
            )
    return commits


def ticket_in(subject):
    """Return the number of the first ticket in a subject, or None."""
    for part in subject.split("#")[1:]:
        digits = ""
        for character in part:
            if not character.isdecimal():
                break
            digits += character
        if digits:
            return int(digits)
    return None
