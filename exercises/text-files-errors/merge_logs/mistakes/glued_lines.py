"""When a log's last line has no line ending, the next line is glued to it. Take the ending off
every line when you read it, and write one after each."""


def merge_logs(folder, target):
    """Write the lines of all logs to `target`, by time; return their number."""
    lines = []
    for path in sorted(folder.glob("*.log")):
        if path == target:
            continue
        with path.open(encoding="utf-8") as log:
            lines.extend([line for line in log if line.strip()])
    lines.sort(key=lambda line: line[:16])
    with target.open("w", encoding="utf-8") as merged:
        for line in lines:
            merged.write(line)
    return len(lines)
