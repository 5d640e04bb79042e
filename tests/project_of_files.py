"""A project of several files, for tests: two milestones, a page that is no Python."""

from __future__ import annotations

from pathlib import Path

EXERCISE = """\
title: Plan a van
kind: project
minutes: 20
brief: |
  A van takes what fits. The package has two parts, and a page to print.
hints:
  - Look at one file after the other.
  - The weight comes first, then the label.
"""
FILES = {
    "starter/__init__.py": '"""Plan a van."""\n',
    "starter/weights.py": 'def total(parcels):\n    """Grams of all parcels together."""\n',
    "starter/labels.py": 'def label(parcels):\n    """The label of the van."""\n',
    "starter/pages/van.html": "<h1>Van</h1>\n",
    "solution/__init__.py": '"""Plan a van."""\n',
    "solution/weights.py": (
        'def total(parcels):\n    """Grams of all parcels together."""\n    return sum(parcels)\n'
    ),
    "solution/labels.py": (
        "from pathlib import Path\n\nfrom van_plan.weights import total\n\n\n"
        'def label(parcels):\n    """The label of the van."""\n'
        '    page = Path(__file__).with_name("pages") / "van.html"\n'
        '    return f"{page.read_text().strip()} {total(parcels)} g"\n'
    ),
    "solution/pages/van.html": "<h1>Van</h1>\n",
    "milestones/01-weigh/milestone.yaml": (
        "title: Weigh\nbrief: Write `total(parcels)` in `weights.py`.\nhints: [Add them up.]\n"
    ),
    "milestones/01-weigh/test_weigh.py": (
        "from van_plan.weights import total\n\n\n"
        "def test_adds_up():\n    assert total([200, 50]) == 250\n\n\n"
        "def test_an_empty_van_weighs_nothing():\n    assert total([]) == 0\n"
    ),
    "milestones/01-weigh/solution/labels.py": (
        'def label(parcels):\n    """The label of the van."""\n'
    ),
    "milestones/02-label/milestone.yaml": (
        "title: Label\nbrief: Write `label(parcels)` in `labels.py`.\nhints: [Use `total`.]\n"
    ),
    "milestones/02-label/test_label.py": (
        "from van_plan.labels import label\n\n\n"
        "def test_the_label_has_the_page_and_the_weight():\n"
        '    assert label([200, 50]) == "<h1>Van</h1> 250 g"\n\n\n'
        "def test_an_empty_van_has_a_label():\n"
        '    assert label([]) == "<h1>Van</h1> 0 g"\n'
    ),
}


def write_project(content: Path, module: str, lesson: str) -> Path:
    """Write `<module>/van_plan` into a copy of a course and put it last in a lesson's file."""
    folder = content / "exercises" / module / "van_plan"
    for name, text in {"exercise.yaml": EXERCISE, **FILES}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    place = content / "lessons" / lesson
    steps = place.read_text(encoding="utf-8")
    place.write_text(f"{steps.rstrip()}\n  - exercise: {module}/van_plan\n", encoding="utf-8")
    return folder


DJANGO_FILES = {
    "exercise.yaml": "title: Van site\nkind: project\nbrief: A page.\nneeds: [django]\n",
    "starter/__init__.py": "",
    "solution/__init__.py": "",
    "solution/settings.py": (
        'INSTALLED_APPS = ["van_site"]\n'
        'TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", '
        '"APP_DIRS": True}]\n'
    ),
    "solution/templates/van.html": "<h1>{{ name }}</h1>\n",
    "milestones/01-page/milestone.yaml": "title: Page\nbrief: A page.\nhints: [One.]\n",
    "milestones/01-page/test_page.py": (
        "import os\n\nimport django\n\nimport van_site\n\n"
        'os.environ["DJANGO_SETTINGS_MODULE"] = "van_site.settings"\n'
        "django.setup()\n\n"
        "from django.template.loader import render_to_string\n\n\n"
        "def test_the_page():\n"
        '    assert render_to_string("van.html", {"name": "Van"}) == "<h1>Van</h1>\\n"\n'
    ),
}


def write_django_project(content: Path) -> Path:
    """Write `sites/van_site`, a Django project with one template."""
    folder = content / "exercises" / "sites" / "van_site"
    for name, text in DJANGO_FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
