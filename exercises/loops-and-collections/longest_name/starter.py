def longest_name(names):
    """Find the name with the most characters, the first of equals."""
    longest = ""
    # Write your loop here, indented by four spaces.

    return longest
