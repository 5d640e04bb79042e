import functools


class Mismatch(AssertionError):
    def __init__(self, got, wanted):
        super().__init__(f"got {got!r} instead of {wanted!r}")


class Case:
    def __init__(self, function, *arguments, table=False):
        self.call = functools.partial(function, *arguments)
        self.title = function.__name__
        if table:
            self.title += f"({', '.join(repr(one) for one in arguments)})"


ALL = []


def expect(got, wanted):
    if not got == wanted:
        raise Mismatch(got, wanted)


def test(function):
    ALL.append(Case(function))
    return function


def cases(*table):
    def register(function):
        ALL.extend(Case(function, *row, table=True) for row in table)
        return function

    return register


def run():
    good, bad, broken = [], [], []
    for case in ALL:
        try:
            case.call()
            good.append(case)
            print(f"[ok] {case.title}")
        except Mismatch as why:
            bad.append(case)
            print(f"[failed] {case.title} {why}")
        except Exception as why:
            broken.append(case)
            print(f"[error] {case.title} {type(why).__name__}")
    words = [f"{len(good)} passed", f"{len(bad)} failed"]
    if broken:
        words.append(f"{len(broken)} error" + "s" * (len(broken) > 1))
    print(", ".join(words))
    return not bad and not broken
