"""Real git repositories: built from data, read as facts, and handed to tests as values.

A *repo* exercise has a folder with one repository or several instead of a file. `build` makes it
from the exercise's script, `facts` reads what is in it, and `module` writes those facts as the
module that the exercise's tests import. Tests look at commits, trees and refs; how the learner got
there, by which commands and in which program, is theirs.
"""
