"""What is taught where: whether a construct may be used in a lesson or not yet."""

from __future__ import annotations

from course.authoring.gate.content import Content
from course.catalogue.where_taught import Links


def homes(content: Content) -> dict[str, list[str]]:
    """The concepts that each construct belongs to."""
    if not content.homes:
        for module in content.modules.values():
            for name, concept in module.concepts.items():
                for construct in concept.constructs:
                    content.homes.setdefault(construct, []).append(name)
    return content.homes


def ever_taught(content: Content) -> dict[str, str]:
    """The lesson that teaches each concept."""
    if not content.teachers:
        for lesson_id, lesson in content.lessons.items():
            for name in lesson.source.teaches:
                content.teachers.setdefault(name, lesson_id)
    return content.teachers


def links_of(content: Content) -> Links:
    """Where each concept of a course was taught; made once."""
    if content.links is None:
        concepts = {
            name: concept
            for module in content.modules.values()
            for name, concept in module.concepts.items()
        }
        titles = {ident: lesson.title for ident, lesson in content.lessons.items()}
        content.links = Links(concepts, ever_taught(content), titles, content.lessons.get)
    return content.links


def later_than(
    content: Content, lesson_id: str, construct: str, ahead: tuple[str, ...] = ()
) -> str:
    """`closure (`nonlocal`), which is taught only later, in ...`; "" where it may be used.

    A construct that no taught concept claims is free, and one that is shown ahead on purpose.
    """
    teachers = ever_taught(content)
    concepts = [name for name in homes(content).get(construct, ()) if name in teachers]
    free = content.taught_before(lesson_id).union(ahead)
    if not concepts or free.intersection(concepts):
        return ""
    first = min(concepts, key=lambda name: content.lesson_ids.index(teachers[name]))
    where = f"which is taught only later, in {teachers[first]}"
    return f"{first} (`{construct}`), {where}"


def context_of(content: Content, lesson_id: str, used: set[str], practised: list[str]) -> str:
    """All that `later_than` depends on for these constructs, as a text to hash."""
    before = content.taught_before(lesson_id)
    teachers = ever_taught(content)
    claimed = homes(content)
    concepts = [
        (construct, [(name, name in before, teachers.get(name)) for name in claimed[construct]])
        for construct in sorted(used)
        if construct in claimed
    ]
    concepts += [(name, [(name, name in before, teachers.get(name))]) for name in practised]
    return repr((lesson_id, concepts))
