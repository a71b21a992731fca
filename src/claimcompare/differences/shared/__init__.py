"""What several rules ask of a version, of a pair of versions, and of what corresponds in them."""
