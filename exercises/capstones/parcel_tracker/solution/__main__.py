"""Runs the tracker: python -m parcel_tracker --database parcels.db"""

import argparse
import sys

from parcel_tracker.api import create_app
from parcel_tracker.carriers import FakeCarrier
from parcel_tracker.desk import CarrierDesk
from parcel_tracker.store import Store

NO_SERVER = """The tracker needs a server, and none is installed. This installs one:

    python -m pip install "uvicorn[standard]"
"""


def main(arguments: list[str] | None = None) -> int:
    """Serve until Ctrl+C; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m parcel_tracker", description=__doc__)
    parser.add_argument("--database", default="parcels.db", help="the file with the parcels")
    parser.add_argument("--port", type=int, default=8000, help="where browsers find it")
    parser.add_argument("--every", type=float, default=5.0, help="seconds between two rounds")
    options = parser.parse_args(arguments)
    try:
        import uvicorn
    except ImportError:
        print(NO_SERVER, file=sys.stderr)
        return 1
    carriers = {
        "gull": FakeCarrier(),
        "heron": FakeCarrier(late_every=4),
        "tern": FakeCarrier(fails_every=5),
    }
    app = create_app(Store(options.database), CarrierDesk(carriers), options.every)
    uvicorn.run(app, port=options.port)
    return 0


if __name__ == "__main__":
    sys.exit(main())
