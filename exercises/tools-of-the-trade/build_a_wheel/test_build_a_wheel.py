import json

from build_a_wheel import repository

LOOK = '''
import contextlib, io, json, sys, zipfile
from importlib.metadata import distributions
from pathlib import Path

here = Path(__file__).parent
wheels = sorted(here.glob("dist/*.whl"))
sys.path[0] = str(wheels[-1])
found = {"wheels": [one.name for one in wheels], "files": zipfile.ZipFile(wheels[-1]).namelist()}
[made] = distributions(path=[str(wheels[-1])])
found["name"], found["version"] = made.metadata["Name"], made.version
found["python"] = made.metadata["Requires-Python"]
scripts = [one for one in made.entry_points if one.group == "console_scripts"]
found["scripts"] = {one.name: one.value for one in scripts}
try:
    import harbour_labels
    found["says"] = getattr(harbour_labels, "__version__", None)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        found["status"] = scripts[0].load()(["Erik", "Kiel"])
    found["printed"] = printed.getvalue().splitlines()
except Exception as error:
    found["error"] = f"{type(error).__name__}: {error}"
print(json.dumps(found))
'''


def main():
    return repository.branches["main"]


def wheel():
    """What is in the wheel that `main` makes, and what its command prints."""
    assert "pyproject.toml" in main().files, "There is no `pyproject.toml` on `main` yet."
    done = main().run("build --wheel --no-isolation", "look.py", beside={"look.py": LOOK})
    said = done.output[-600:].strip()
    built = list(done.folder.glob("dist/*.whl"))
    assert built, f"`python -m build --wheel --no-isolation` makes no wheel of `main`:\n{said}"
    assert not done.status, f"The wheel cannot be read:\n{said}"
    return json.loads(done.output.splitlines()[-1])


def test_a_wheel_is_built_with_name_and_version():
    found = wheel()
    assert found["name"] == "harbour-labels", f"The package is called `{found['name']}`."
    assert found["version"] == "1.2.0", f"The wheel has the version {found['version']}, not 1.2.0."


def test_it_says_which_python_it_needs():
    assert wheel()["python"] == ">=3.11", (
        "Anybody can install it now, with an old Python too: `requires-python` is missing or wrong."
    )


def test_the_package_knows_its_own_version():
    found = wheel()
    said = found.get("says")
    assert said == "1.2.0", (
        f"The wheel is {found['version']}, and `harbour_labels.__version__` says {said}. "
        f"{found.get('error', '')} Let one of them read the other."
    )


def test_it_brings_the_command_label():
    scripts = wheel()["scripts"]
    assert list(scripts) == ["label"], (
        f"The wheel brings these commands: {', '.join(scripts) or 'none'}. It should be `label`."
    )


def test_the_command_works_where_the_source_is_not():
    found = wheel()
    assert "error" not in found, f"Installed from the wheel, `label` ends with {found['error']}"
    assert found.get("printed", [])[1:3] == ["Erik", "Kiel"], "`label Erik Kiel` prints no label."


def test_tests_are_not_installed():
    stray = [name for name in wheel()["files"] if "test" in name]
    assert not stray, f"`{stray[0]}` is in the wheel: those who install it get your tests."


def test_nothing_that_was_built_is_committed():
    built = [name for name in main().files if name.startswith("dist/") or name.endswith(".whl")]
    assert not built, f"`{built[0]}` is in the history. It can be built again: leave it to git to ignore."
    ignored = main().files.get(".gitignore", "")
    assert "dist" in ignored, "The next `git add .` would take `dist/` along: name it in `.gitignore`."


def test_the_release_is_tagged():
    assert "v1.2.0" in repository.tags, "There is no tag `v1.2.0` yet."
    assert repository.tags["v1.2.0"].id == main().id, (
        "`v1.2.0` is not on the last commit of `main`: what is tagged is not what you would build."
    )
    assert repository.tags["v1.1.0"].subject == "Print labels", (
        "`v1.1.0` has moved. A release that is out stays where it is."
    )
