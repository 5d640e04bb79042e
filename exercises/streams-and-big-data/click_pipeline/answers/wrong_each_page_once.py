from itertools import chain


def all_lines(days):
    for day in days:
        yield from day


def parse(lines):
    for line in lines:
        yield tuple(line.rstrip("\n").split(","))


def first_clicks(clicks):
    seen = set()
    for click in clicks:
        if click[0] not in seen:
            seen.add(click[0])
            yield click


def landing_pages(days, campaign):
    mine = (click for click in parse(all_lines(days)) if click[1] == campaign)
    pages = set()
    for user, _, page in first_clicks(mine):
        if page not in pages:
            pages.add(page)
            yield page
