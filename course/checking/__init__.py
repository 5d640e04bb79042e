"""Submission in, report out: processes, sandbox, verdict and diagnosis."""
