"""Whether what two versions tell is one thing, one act, and of one time and place."""
