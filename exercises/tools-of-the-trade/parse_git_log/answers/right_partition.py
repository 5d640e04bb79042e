def ticket_in(subject):
    for part in subject.split("#")[1:]:
        digits = ""
        for character in part:
            if not character.isdigit():
                break
            digits += character
        if digits:
            return int(digits)
    return None


def parse_git_log(text):
    commits = []
    for line in text.split("\n"):
        line = line.strip()
        if line == "":
            continue
        commit, _, rest = line.partition("|")
        author, _, rest = rest.partition("|")
        day, _, subject = rest.partition("|")
        commits.append(
            dict(commit=commit, author=author, day=day, subject=subject, ticket=ticket_in(subject))
        )
    return commits
