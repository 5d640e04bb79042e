"""Run the bot: python -m shopping_list_bot --api http://127.0.0.1:8081 --token 7:TEST"""

import argparse
import asyncio
import contextlib
import logging
import os
import signal
import sys
from collections.abc import Sequence

import httpx

from shopping_list_bot.api import BotApi, Refused
from shopping_list_bot.bot import Bot
from shopping_list_bot.storage import Storage

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM)


async def serve(api: str, token: str, file: str) -> None:
    """Answer messages until Ctrl+C, or until the system ends the program."""
    async with httpx.AsyncClient(base_url=api) as client:
        with contextlib.closing(Storage(file)) as storage:
            bot = Bot(BotApi(client, token), storage)
            with contextlib.suppress(NotImplementedError):  # Windows ends it by an exception
                for number in STOP_SIGNALS:
                    asyncio.get_running_loop().add_signal_handler(number, bot.stop)
            await bot.run()


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line and run the bot; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m shopping_list_bot", description=__doc__)
    parser.add_argument("--api", default="https://api.telegram.org", help="address of the API")
    parser.add_argument("--token", default=os.environ.get("BOT_TOKEN"), help="or BOT_TOKEN")
    parser.add_argument("--file", default="shopping.db", help="where the lists are kept")
    options = parser.parse_args(arguments)
    if not options.token:
        parser.error("give the bot's token: --token, or the environment variable BOT_TOKEN")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)  # its lines have the token in them
    try:
        logging.info("listening to %s; Ctrl+C stops", options.api)
        asyncio.run(serve(options.api, options.token, options.file))
    except Refused as problem:
        print(f"The API refuses: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
