"""What one version counts: whom or what, at which age, since when, and what befell them."""
