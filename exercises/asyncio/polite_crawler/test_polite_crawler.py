import asyncio

import pytest
from polite_crawler import crawl

LINKS = {
    "/": ["/tea", "/mugs", "/help"],
    "/tea": ["/", "/green"],
    "/mugs": ["/", "/tea", "/green"],
    "/help": ["/old"],
    "/green": [],
}


class Site:
    """A site whose pages take a moment; `/old` is dead. Counts what is open."""

    def __init__(self, links):
        self.links = links
        self.fetched = []
        self.open = 0
        self.most_open = 0

    async def fetch(self, page):
        self.fetched.append(page)
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        await asyncio.sleep(0.001)
        self.open -= 1
        if page == "/old":
            raise ConnectionError(page)
        return self.links[page]


def visit(site, start="/", limit=3):
    """Crawl the site; half a second is far more than it needs."""
    return asyncio.run(asyncio.wait_for(crawl(start, site.fetch, limit), 0.5))


def hub(pages):
    """Return a site with one page that links to so many others."""
    names = [f"/{number}" for number in range(pages)]
    return Site({"/": names} | {name: [] for name in names})


def test_a_page_without_links():
    assert visit(Site(LINKS), start="/green") == {"/green": 0}


def test_every_page_is_found_with_its_number_of_links():
    found = visit(Site(LINKS))
    assert found == {"/": 3, "/tea": 2, "/mugs": 3, "/help": 1, "/green": 0, "/old": None}


def test_a_dead_start_is_all_there_is():
    assert visit(Site(LINKS), start="/old") == {"/old": None}


def test_each_page_is_fetched_once():
    site = Site(LINKS)
    visit(site)
    assert sorted(site.fetched) == ["/", "/green", "/help", "/mugs", "/old", "/tea"]


def test_a_page_that_links_to_itself_and_twice_to_another():
    site = Site({"/": ["/", "/tea", "/tea"], "/tea": []})
    assert visit(site) == {"/": 3, "/tea": 0}
    assert sorted(site.fetched) == ["/", "/tea"]


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_as_many_are_open_as_allowed_and_not_more(limit):
    site = hub(8)
    assert len(visit(site, limit=limit)) == 9
    assert site.most_open == limit


def test_a_slow_page_does_not_hold_up_the_others():
    last_page = asyncio.Event()

    async def fetch(page):
        if page == "/slow":
            await last_page.wait()
        if page == "/2":
            last_page.set()
        return {"/": ["/slow", "/1"], "/1": ["/2"]}.get(page, [])

    found = asyncio.run(asyncio.wait_for(crawl("/", fetch, 2), 0.5))
    assert found == {"/": 2, "/slow": 0, "/1": 1, "/2": 0}


def test_a_high_limit_opens_all_at_once():
    site = hub(8)
    visit(site, limit=100)
    assert site.most_open == 8


def test_a_long_chain_with_a_limit_of_one_comes_to_its_end():
    site = Site({"/": ["/1"], "/1": ["/2"], "/2": ["/3"], "/3": ["/"]})
    assert visit(site, limit=1) == {"/": 1, "/1": 1, "/2": 1, "/3": 1}


def test_dead_pages_give_their_places_back():
    site = Site({"/": ["/old", "/help", "/green"], "/help": [], "/green": []})
    assert visit(site, limit=1) == {"/": 3, "/old": None, "/help": 0, "/green": 0}


def test_nothing_is_open_after_the_end():
    site = hub(4)
    visit(site)
    assert site.open == 0 and len(site.fetched) == 5


def test_a_mistake_in_the_program_is_no_dead_page():
    with pytest.raises((KeyError, ExceptionGroup)):
        visit(Site({"/": ["/misspelt"]}))


def test_an_error_that_has_nothing_to_do_with_the_connection_is_no_dead_page():
    async def fetch(page):
        raise FileNotFoundError("links.csv")

    with pytest.raises((FileNotFoundError, ExceptionGroup)):
        asyncio.run(asyncio.wait_for(crawl("/", fetch, 2), 0.5))


def test_no_fetch_is_open_when_a_mistake_comes_out():
    async def main():
        stopped = asyncio.Event()

        async def fetch(page):
            if page == "/":
                return ["/slow", "/misspelt"]
            if page == "/misspelt":
                raise KeyError(page)
            try:
                await asyncio.Event().wait()
            finally:
                for _ in range(5):  # a connection takes a moment to close
                    await asyncio.sleep(0)
                stopped.set()

        with pytest.raises((KeyError, ExceptionGroup)):
            await asyncio.wait_for(crawl("/", fetch, 2), 0.5)
        return stopped.is_set()

    assert asyncio.run(main()) is True


def test_all_pages_of_a_larger_site_are_in_the_result():
    pages = [f"/{number}" for number in range(20)]
    links = {"/": pages} | {page: ["/"] for page in pages}
    assert visit(Site(links), limit=10) == {"/": 20} | dict.fromkeys(pages, 1)
