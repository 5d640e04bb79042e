def merge_sorted_logs(logs):
    streams = [iter(log) for log in logs]
    fronts = [next(stream, None) for stream in streams]
    while any(fronts):
        now = min(front[0] for front in fronts if front)
        texts = []
        for i, stream in enumerate(streams):
            if fronts[i] and fronts[i][0] == now:
                texts.append(fronts[i][1])
                fronts[i] = next(stream, None)
        yield now, texts
