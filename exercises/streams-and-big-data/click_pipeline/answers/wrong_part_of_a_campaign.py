def all_lines(days):
    for day in days:
        yield from day


def parse(lines):
    for line in lines:
        user, campaign, page = line.rstrip("\n").split(",")
        yield user, campaign, page


def first_clicks(clicks):
    seen = set()
    for click in clicks:
        if click[0] not in seen:
            seen.add(click[0])
            yield click


def landing_pages(days, campaign):
    clicks = (click for click in parse(all_lines(days)) if campaign in click[1])
    for user, name, page in first_clicks(clicks):
        yield page
