"""From the points of all pairs of versions to the differences of a cluster, with their readings."""
