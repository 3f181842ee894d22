"""From a request to a decision: the findings, in words, with who and by when."""
