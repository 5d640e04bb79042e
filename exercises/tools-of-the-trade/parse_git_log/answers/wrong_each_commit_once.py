import re


def parse_git_log(text):
    commits = []
    for line in text.splitlines():
        if not line.strip():
            continue
        commit, author, day, subject = line.strip().split("|", 3)
        ticket = re.search(r"#(\d+)", subject)
        if any(c['commit'] == commit for c in commits):
            continue
        commits.append({
            "commit": commit, "author": author, "day": day, "subject": subject,
            "ticket": int(ticket[1]) if ticket else None,
        })
    return commits
