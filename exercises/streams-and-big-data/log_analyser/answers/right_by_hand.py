import sys

arguments = sys.argv[1:]
top = 5
if "--top" in arguments:
    place = arguments.index("--top")
    top = int(arguments[place + 1])
    del arguments[place : place + 2]
if not arguments:
    print("Which log?", file=sys.stderr)
    sys.exit(2)

try:
    log = sys.stdin if arguments[0] == "-" else open(arguments[0], encoding="utf-8")
except OSError as error:
    print(error.strerror)
    sys.exit(1)

good = bad = failed = 0
pages, hours = {}, {}
with log:
    for line in log:
        try:
            time, status, page, spent = line.split()
            status, spent = int(status), int(spent)
        except ValueError:
            bad += 1
            continue
        good += 1
        failed += 1 if status >= 500 else 0
        pages[page] = pages.get(page, 0) + 1
        hours[time[11:13]] = hours.get(time[11:13], 0) + 1

print("Requests:", good)
for page, count in sorted(sorted(pages.items()), key=lambda pair: pair[1], reverse=True)[:top]:
    print(f"{page} {count}x")
for hour in sorted(hours):
    print(f"{hour}:00 |" + "#" * (hours[hour] * 40 // max(hours.values()) or 1))
print("Skipped:", bad)
print("Failed: %.1f%%" % (failed / max(good, 1) * 100))
