"""Harbour's usage report: features, users and e-mails out of a log of any size."""
