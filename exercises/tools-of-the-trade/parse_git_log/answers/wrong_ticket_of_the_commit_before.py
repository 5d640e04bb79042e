import re


def parse_git_log(text):
    commits = []
    ticket = None
    for line in text.splitlines():
        if not line.strip():
            continue
        commit, author, day, subject = line.strip().split("|", 3)
        found = re.search(r"#(\d+)", subject)
        if found:
            ticket = int(found.group(1))
        commits.append(
            {"commit": commit, "author": author, "day": day, "subject": subject, "ticket": ticket}
        )
    return commits
