import httpx

ATTEMPTS = 4
FIRST_PAUSE = 0.5  # seconds
LONGEST_PAUSE = 8
LONGEST_WAIT = 30  # what a service may ask us to wait
MOST_PAGES = 50
MAY_PASS = {429, 502, 503, 504}


class PoliteClient:
    """Asks another service for JSON, and is patient, within reason."""

    def __init__(self, client, sleep, share):
        self.client = client  # an httpx.Client with a base URL
        self.sleep = sleep  # waits for some seconds
        self.share = share  # gives a random number from 0 to 1

    def get(self, path):
        """Return the JSON that the service answers with."""
        for attempt in range(ATTEMPTS):
            last = attempt == ATTEMPTS - 1
            wait = self.share() * min(LONGEST_PAUSE, FIRST_PAUSE * 2**attempt)
            try:
                answer = self.client.get(path)
            except httpx.TransportError:
                if last:
                    raise
            else:
                wait = wanted_wait(answer, wait)
                if answer.status_code not in MAY_PASS or last or wait > LONGEST_WAIT:
                    if answer.is_error:
                        answer.raise_for_status()
                    return answer.json()
            self.sleep(wait)

    def items(self, path):
        """Return the items of all pages, from that one on."""
        home = self.client.base_url
        found, url = [], home.join(path)
        for _ in range(MOST_PAGES):
            page = self.get(url)
            found.extend(page["items"])
            if not page.get("next"):
                return found
            url = url.join(page["next"])
            if (url.scheme, url.host, url.port) != (home.scheme, home.host, home.port):
                raise ValueError(f"the next page is on another host: {url.host}")
        raise ValueError(f"more than {MOST_PAGES} pages")


def wanted_wait(answer, otherwise):
    """The seconds that the answer asks us to wait, if it says so."""
    text = answer.headers.get("Retry-After", "")
    return int(text) if text.isdecimal() else otherwise
