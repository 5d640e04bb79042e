def parse_git_log(text):
    commits = []
    for line in text.splitlines():
        if not line.strip():
            continue
        commit, author, day, subject = line.strip().split("|", 3)
        ticket = None
        if "#" in subject:
            digits = "".join(one for one in subject.split("#")[1] if one.isdigit())
            ticket = int(digits) if digits else None
        commits.append(
            {"commit": commit, "author": author, "day": day, "subject": subject, "ticket": ticket}
        )
    return commits
