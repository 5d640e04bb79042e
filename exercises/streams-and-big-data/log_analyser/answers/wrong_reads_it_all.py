import argparse
import sys
from collections import Counter

BAR = 40


def read_options():
    """Return the arguments that the program was started with."""
    parser = argparse.ArgumentParser(description="Report on the log of a web server.")
    parser.add_argument("file", help="the log, or - for standard input")
    parser.add_argument("--top", type=int, default=5, help="how many pages to show")
    return parser.parse_args()


def read_line(line):
    """Return hour, status and page of a request, or None for a line that is none."""
    parts = line.split()
    if len(parts) != 4:
        return None
    time, status, page, milliseconds = parts
    try:
        int(milliseconds)
        return time[11:13], int(status), page
    except ValueError:
        return None


def count(lines):
    """Return totals, requests of each page, and requests of each hour."""
    totals, pages, hours = Counter(), Counter(), Counter()
    for line in lines:
        request = read_line(line)
        if request is None:
            totals["skipped"] += 1
            continue
        hour, status, page = request
        totals["requests"] += 1
        totals["failed"] += status >= 500
        pages[page] += 1
        hours[hour] += 1
    return totals, pages, hours


def print_report(totals, pages, hours, top):
    """Print the numbers, the pages with most requests, and a bar for each hour."""
    requests = totals["requests"]
    share = 100 * totals["failed"] / requests if requests else 0
    print(f"requests {requests:8}")
    print(f"skipped  {totals['skipped']:8}")
    print(f"failed   {share:8.1f} %")
    for page in sorted(pages, key=lambda page: (-pages[page], page))[:top]:
        print(f"{page:20} {pages[page]:8}")
    for hour in sorted(hours):
        bar = max(1, BAR * hours[hour] // max(hours.values()))
        print(f"{hour}:00 {'#' * bar}")


def main():
    """Read the log that was asked for, and report on it."""
    options = read_options()
    if options.file == "-":
        counted = count(sys.stdin)
    else:
        try:
            with open(options.file, encoding="utf-8") as lines:
                counted = count(lines.readlines())
        except FileNotFoundError:
            sys.exit(f"There is no file {options.file}.")
    print_report(*counted, options.top)


main()
