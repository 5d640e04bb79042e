def merge_logs(folder, target):
    entries = []
    for path in folder.glob("*.log"):
        if path != target:
            for number, line in enumerate(path.read_text(encoding="utf-8").split("\n")):
                if not line.isspace() and line:
                    entries.append((line[:16], path.name, number, line))
    entries.sort()
    target.write_text("".join(entry[3] + "\n" for entry in entries), encoding="utf-8")
    return len(entries)
