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

    def items(self, path):
        """Return the items of all pages, from that one on."""
