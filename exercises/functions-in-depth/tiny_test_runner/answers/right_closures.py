class Different(AssertionError):
    pass


jobs = []


def expect(got, wanted):
    if got == wanted:
        return
    raise Different("expected " + repr(wanted) + " and got " + repr(got))


def add(name, call):
    jobs.append({"name": name, "call": call})


def test(function):
    add(function.__name__, function)
    return function


def cases(*rows):
    def decorate(function):
        for row in rows:
            add(function.__name__ + "(" + ", ".join(map(repr, row)) + ")", with_arguments(function, row))
        return function

    return decorate


def with_arguments(function, row):
    def call():
        return function(*row)

    return call


def outcome(job):
    try:
        job["call"]()
    except Different as problem:
        return "FAILED", f" ({problem})"
    except Exception as problem:
        return "ERROR", f" ({problem!r})"
    return "OK", ""


def run():
    tally = {"OK": 0, "FAILED": 0, "ERROR": 0}
    for job in jobs:
        word, more = outcome(job)
        tally[word] += 1
        print(job["name"], "...", word + more)
    print("Passed:", f"{tally['OK']} passed,", f"{tally['FAILED']} failed,", f"{tally['ERROR']} errors")
    return tally["FAILED"] + tally["ERROR"] == 0
