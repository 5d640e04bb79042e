"""The steps that bring any database up to date."""
