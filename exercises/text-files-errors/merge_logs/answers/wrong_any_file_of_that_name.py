def merge_logs(folder, target):
    lines = []
    for path in sorted(folder.glob("*.log")):
        if path.name == target.name:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                lines.append(line)
    lines.sort(key=lambda line: line[:16])
    target.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return len(lines)
