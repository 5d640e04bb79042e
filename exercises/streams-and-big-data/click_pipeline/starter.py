def all_lines(days):
    """Yield every line of every day."""


def parse(lines):
    """Yield (user, campaign, page) for each line."""


def first_clicks(clicks):
    """Yield the first click of each user."""


def landing_pages(days, campaign):
    """Yield the page of each user's first click in a campaign."""
