"""Details: what one version has and the other lacks."""
