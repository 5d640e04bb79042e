def all_lines(days):
    for lines in days:
        yield from lines


def parse(lines):
    for line in lines:
        yield tuple(line.strip().split(","))


def first_clicks(clicks):
    last = None
    for click in clicks:
        if click[0] != last:
            yield click
        last = click[0]


def landing_pages(days, campaign):
    in_campaign = (click for click in parse(all_lines(days)) if click[1] == campaign)
    for click in first_clicks(in_campaign):
        yield click[2]
