"""What a learner is told about a report. Parent-side and pure: it reads, and runs nothing."""
