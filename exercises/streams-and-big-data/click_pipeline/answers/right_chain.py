from itertools import chain


def all_lines(days):
    return chain.from_iterable(days)


def parse(lines):
    return (tuple(line.rstrip("\n").split(",")) for line in lines)


def first_clicks(clicks):
    seen = {}
    for user, campaign, page in clicks:
        if user in seen:
            continue
        seen[user] = True
        yield user, campaign, page


def landing_pages(days, campaign):
    for click in first_clicks(c for c in parse(all_lines(days)) if c[1] == campaign):
        yield click[2]
