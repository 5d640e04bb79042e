"""`first_clicks` gives the last click of each user: a later click overwrites the first
one in your dictionary. It also has to read everything before it can give anything."""


def all_lines(days):
    """Yield every line of every day."""
    for lines in days:
        yield from lines


def parse(lines):
    """Yield (user, campaign, page) for each line."""
    for line in lines:
        yield tuple(line.strip().split(","))


def first_clicks(clicks):
    """Yield the first click of each user."""
    kept = {}
    for click in clicks:
        kept[click[0]] = click
    yield from kept.values()


def landing_pages(days, campaign):
    """Yield the page of each user's first click in a campaign."""
    clicks = parse(all_lines(days))
    in_campaign = (click for click in clicks if click[1] == campaign)
    yield from (page for _, _, page in first_clicks(in_campaign))
