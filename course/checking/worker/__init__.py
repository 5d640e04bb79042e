"""What runs beside the learner's code: standard library and pytest only, nothing of `course`.

A worker is started by `BOOT` (in `course.checking.launch`) under the package name `_course`,
with the folder `course` as its only home, so that `import course` is not needed and a
learner's module called `worker` or `sandbox` clashes with nothing.

What a worker says is in `channel`; the park and the fork server are in `main`.
"""
