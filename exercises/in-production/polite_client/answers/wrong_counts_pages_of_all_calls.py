from urllib.parse import urlsplit

import httpx

ATTEMPTS = 4
FIRST_PAUSE = 0.5  # seconds
LONGEST_PAUSE = 8
LONGEST_WAIT = 30  # what a service may ask us to wait
MOST_PAGES = 50
MAY_PASS = {429, 502, 503, 504}


class PoliteClient:
    def __init__(self, client, sleep, share):
        self.client = client
        self.sleep = sleep
        self.share = share
        self.pages = 0

    def get(self, path):
        pause = FIRST_PAUSE
        for left in reversed(range(ATTEMPTS)):
            asked = ""
            try:
                answer = self.client.get(path)
                if answer.status_code not in MAY_PASS or not left:
                    answer.raise_for_status()
                    return answer.json()
                asked = answer.headers.get("Retry-After", "")
                if asked.isdecimal() and int(asked) > LONGEST_WAIT:
                    answer.raise_for_status()
            except httpx.TransportError:
                if not left:
                    raise
            if asked.isdecimal():
                self.sleep(int(asked))
            else:
                self.sleep(min(pause, LONGEST_PAUSE) * self.share())
            pause *= 2

    def items(self, path):
        items = []
        home = self.client.base_url
        url = path
        for _ in range(MOST_PAGES):
            self.pages += 1
            if self.pages > MOST_PAGES:
                raise ValueError
            page = self.get(url)
            items.extend(page["items"])
            following = page.get("next")
            if following is None:
                return items
            here = home.join(url)
            there = here.join(following)
            if (there.scheme, there.host, there.port) != (home.scheme, home.host, home.port):
                raise ValueError(f"another service: {there}")
            url = str(there)
        raise ValueError("too many pages")
