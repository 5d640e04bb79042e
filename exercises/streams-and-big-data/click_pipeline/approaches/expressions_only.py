"""Generator expressions for every stage that needs no memory: an ordinary function that
returns one is as lazy as a generator. Short, but there is no line between two values
where you could look at what is going on."""


def all_lines(days):
    """Return a stream of every line of every day."""
    return (line for lines in days for line in lines)


def parse(lines):
    """Return a stream of (user, campaign, page)."""
    return (tuple(line.strip().split(",")) for line in lines)


def first_clicks(clicks):
    """Yield the first click of each user."""
    seen = set()
    for click in clicks:
        if click[0] not in seen:
            seen.add(click[0])
            yield click


def landing_pages(days, campaign):
    """Return a stream of the page of each user's first click in a campaign."""
    clicks = parse(all_lines(days))
    in_campaign = (click for click in clicks if click[1] == campaign)
    return (click[2] for click in first_clicks(in_campaign))
