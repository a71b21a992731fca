"""Labels: other words, differently loaded, for one thing."""
