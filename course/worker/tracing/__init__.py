"""What is recorded beside the learner's code, for time travel."""
