def all_lines(days):
    for day in days:
        for line in day:
            yield line


def parse(lines):
    for line in lines:
        user, campaign, page = line.strip().split(",")
        yield user, campaign, page


def first_clicks(clicks):
    seen = []
    for click in clicks:
        if click[0] not in seen:
            yield click
            seen.append(click[0])


def landing_pages(days, campaign):
    def only():
        for click in parse(all_lines(days)):
            if click[1] == campaign:
                yield click

    for _, _, page in first_clicks(only()):
        yield page
