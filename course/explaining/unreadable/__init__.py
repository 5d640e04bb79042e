"""Files that Python cannot read: what is missing or too many, and where.

The standard library only, so that every Python can be asked what is said under it.
"""
