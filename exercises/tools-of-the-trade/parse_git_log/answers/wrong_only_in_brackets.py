import re


def parse_git_log(text):
    commits = []
    for line in text.splitlines():
        if not line.strip():
            continue
        commit, author, day, subject = line.strip().split("|", maxsplit=3)
        found = re.search(r"\(#(\d+)\)", subject)
        ticket = int(found.group(1)) if found else None
        commits.append(
            {"commit": commit, "author": author, "day": day, "subject": subject, "ticket": ticket}
        )
    return commits
