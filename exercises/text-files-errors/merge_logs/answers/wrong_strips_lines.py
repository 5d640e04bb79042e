def merge_logs(folder, target):
    lines = []
    for path in sorted(folder.glob("*.log")):
        if path != target:
            text = path.read_text(encoding="utf-8")
            lines += [line.strip() for line in text.splitlines() if line.strip()]
    lines.sort(key=lambda line: line[:16])
    target.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return len(lines)
