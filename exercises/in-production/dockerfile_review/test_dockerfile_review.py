import json
import re
import shlex
from fnmatch import fnmatch

import pytest
from dockerfile_review import DOCKERFILE, DOCKERIGNORE


def instructions(text):
    """The instructions of a Dockerfile, as (word, the rest): joined lines, no comments."""
    lines = [line for line in text.splitlines() if not line.strip().startswith("#")]
    joined = re.sub(r"\\\s*\n", " ", "\n".join(lines))
    pairs = [line.split(None, 1) for line in joined.splitlines() if line.strip()]
    return [(pair[0].upper(), pair[1].strip() if pair[1:] else "") for pair in pairs]


def last_stage():
    """The instructions from the last FROM on: what ends up in the image."""
    all_of_them = instructions(DOCKERFILE)
    starts = [place for place, (word, _) in enumerate(all_of_them) if word == "FROM"]
    assert starts, "no FROM"
    return all_of_them[starts[-1] :]


def last(word):
    """The rest of the last instruction with this word; "" where there is none."""
    return next((rest for name, rest in reversed(last_stage()) if name == word), "")


def listed(rest):
    """The words of an instruction in the form of a list, or after `exec`, which leaves no shell behind."""
    if rest.startswith("exec "):
        return shlex.split(rest)[1:]
    try:
        words = json.loads(rest)
    except ValueError:
        words = None
    assert isinstance(words, list), f"not a list of words: {rest}"
    assert all(isinstance(word, str) for word in words)
    return words


def started():
    """The words of what runs in the container: the entry point, and what is told to it."""
    return [word for rest in (last("ENTRYPOINT"), last("CMD")) if rest for word in listed(rest)]


def images():
    """The images that are built upon, without stages of this file."""
    stages, found = set(), []
    for word, rest in instructions(DOCKERFILE):
        if word == "FROM":
            image, *name = [part for part in rest.split() if not part.startswith("--")]
            if image not in stages:
                found.append(image)
            stages.update(name[1:])
    return found


def place_of(what):
    """The place of the first instruction that fits; a big number where there is none."""
    fitting = (place for place, pair in enumerate(last_stage()) if what(*pair))
    return next(fitting, 1000)


def installs(word, rest):
    return word == "RUN" and re.search(r"\binstall\b.*requirements\.txt", rest) is not None


def copied(word, rest):
    """The names that an instruction copies."""
    words = [part.strip('[]",') for part in rest.split() if not part.startswith("--")]
    return {name.removeprefix("./") for name in words[:-1]} if word in ("COPY", "ADD") else set()


def copies_requirements(word, rest):
    return "requirements.txt" in copied(word, rest)


def copies_everything(word, rest):
    return bool(copied(word, rest) & {".", "", "shop", "shop/"})


def is_ignored(name):
    """Whether DOCKERIGNORE keeps a file or a folder back: the last line that fits decides."""
    ignored = False
    for line in DOCKERIGNORE.splitlines():
        pattern = line.strip().removeprefix("!").strip("/").removeprefix("**/").removesuffix("/**")
        if fnmatch(name, pattern):
            ignored = not line.strip().startswith("!")
    return ignored


def test_the_version_of_python_is_named():
    found = images()
    assert found, "nothing to build upon"
    for image in found:
        assert re.match(r"python:3\.\d+", image.rpartition("/")[2]), f"built upon {image}"


@pytest.mark.parametrize("word", ["ENV", "ARG", "RUN", "LABEL", "CMD", "ENTRYPOINT"])
def test_no_secret_is_in_the_image(word):
    for name, rest in instructions(DOCKERFILE):
        if name == word:
            assert "SECRET" not in rest.upper()
            assert "tulip-lantern" not in rest


def test_secrets_and_the_history_are_not_copied():
    assert is_ignored(".env")
    assert is_ignored(".git")
    for word, rest in instructions(DOCKERFILE):
        assert not copied(word, rest) & {".env", ".git", ".git/"}


def test_what_is_ignored_stays_ignored():
    assert is_ignored("__pycache__")


def test_libraries_are_installed_before_the_code_is_copied():
    requirements, installed = place_of(copies_requirements), place_of(installs)
    code = place_of(copies_everything)
    assert requirements < installed < code < 1000
    assert not any(installs(*pair) for pair in last_stage()[code:])


def test_it_does_not_run_as_root():
    user = last("USER").partition(":")[0]
    assert user not in ("", "root", "0")


def test_nothing_is_installed_after_the_user_has_changed():
    assert place_of(installs) < place_of(lambda word, rest: word == "USER") < 1000


def test_the_program_is_the_first_process():
    words = started()
    assert words[0] not in ("sh", "bash", "/bin/sh", "/bin/bash")
    assert "shop.main:app" in words


def test_the_code_is_not_reloaded():
    assert "--reload" not in last("CMD") + last("ENTRYPOINT")


def test_it_can_be_reached_from_outside():
    told = " ".join(started()).replace("=", " ")
    assert re.search(r"(--host|--bind|-b) (0\.0\.0\.0|\[?::)", told)
    ports = re.findall(r"--port (\d+)|(?:--bind|-b) \S+:(\d+)(?: |$)", told)
    assert {one or other for one, other in ports} <= {"8000"}  # uvicorn and gunicorn take 8000 by themselves


def test_its_health_can_be_asked():
    check = last("HEALTHCHECK")
    assert "CMD" in check.upper().split()
    assert re.search(r":8000/health(?![\w/.-])", check)


def test_the_port_is_still_written_down():
    assert last("EXPOSE").partition("/")[0] == "8000"


def test_every_line_is_one_that_a_builder_knows():
    known = "FROM WORKDIR COPY ADD RUN USER EXPOSE HEALTHCHECK CMD ENTRYPOINT ENV ARG LABEL"
    known += " VOLUME STOPSIGNAL SHELL ONBUILD"
    assert {word for word, _ in instructions(DOCKERFILE)} <= set(known.split())
    names = [line.strip() for line in DOCKERIGNORE.splitlines() if line.strip()]
    assert [name for name in names if not re.match(r"[\w.*!/#]", name)] == []
