"""Users who clicked in another campaign first are missing. You look for first clicks
over all campaigns and filter afterwards. By then, their click in this campaign is gone."""


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
    seen = set()
    for click in clicks:
        user = click[0]
        if user not in seen:
            seen.add(user)
            yield click


def landing_pages(days, campaign):
    """Yield the page of each user's first click in a campaign."""
    clicks = parse(all_lines(days))
    for click in first_clicks(clicks):
        if click[1] == campaign:
            yield click[2]
