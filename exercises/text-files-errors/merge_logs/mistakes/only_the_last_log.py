"""Only the last log's lines are in the target: each file starts a new list, or empties the target
again. Gather the lines of all files first, and write once."""


def merge_logs(folder, target):
    lines = []
    for path in sorted(folder.glob("*.log")):
        if path != target:
            with path.open(encoding="utf-8") as log:
                lines = [line.rstrip("\n") for line in log if line.strip()]
    lines.sort(key=lambda line: line[:16])
    with target.open("w", encoding="utf-8") as merged:
        for line in lines:
            merged.write(line + "\n")
    return len(lines)
