"""What runs beside the learner's code: standard library and pytest only, nothing of `course`.

It is started by `BOOT` (in `course.checking.starting`) under the package name `_course`, with the
folder `course` as its only home, so that `import course` is not needed and a learner's module
called `worker` or `sandbox` clashes with nothing.

`supervisor` starts templates; `main` holds the park, the fork server and the job; `sandbox` is
all that differs between systems. What travels to and from the app is in `protocol`, what is
recorded for time travel in `tracing`.
"""
