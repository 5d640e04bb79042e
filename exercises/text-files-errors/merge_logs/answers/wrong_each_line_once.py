def merge_logs(folder, target):
    lines = []
    for file in sorted(folder.iterdir(), key=lambda p: p.name):
        if not file.name.endswith(".log") or file.resolve() == target.resolve():
            continue
        with open(file, encoding="utf-8", newline="\n") as log:
            for line in log:
                line = line.removesuffix("\n")
                if line.strip() and line not in lines:
                    lines.append(line)
    lines.sort(key=lambda line: line[:16])
    with open(target, "w", encoding="utf-8") as out:
        for line in lines:
            out.write(line + "\n")
    return len(lines)
