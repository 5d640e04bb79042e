import queue
import threading


def parallel_totals(names, ask, workers=4):
    waiting = queue.Queue()
    totals = {}
    for name in names:
        waiting.put(name)
        totals[name] = None
    errors = []

    def work():
        while True:
            try:
                name = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                totals[name] = sum(ask(name))
            except ConnectionError:
                pass
            except Exception as error:
                errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return totals
