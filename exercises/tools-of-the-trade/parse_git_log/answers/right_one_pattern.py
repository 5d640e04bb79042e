import re

LINE = re.compile(
    r"^\s*(?P<commit>[^|]*)\|(?P<author>[^|]*)\|(?P<day>[^|]*)\|(?P<subject>.*?)\s*$", re.M
)


def parse_git_log(text):
    commits = []
    for match in LINE.finditer(text):
        commit = match.groupdict()
        numbers = re.findall(r"#([0-9]+)", commit["subject"])
        commit["ticket"] = int(numbers[0]) if numbers else None
        commits.append(commit)
    return commits
