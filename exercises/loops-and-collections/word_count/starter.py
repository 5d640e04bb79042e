def word_count(words):
    """Count how often each word comes."""
    counts = {}
    # Write your loop here, indented by four spaces.

    return counts
