def merge_logs(folder, target):
    lines = []
    for path in sorted(p for p in folder.iterdir() if p.suffix == ".log" and p != target):
        with open(path, encoding="utf-8") as log:
            for line in log:
                if line.strip() != "":
                    lines.append(line.removesuffix("\n"))
    with open(target, "w", encoding="utf-8") as out:
        for line in sorted(lines, key=lambda text: text[0:16]):
            print(line, file=out)
    return len(lines)
