"""What the command line is made of: its options, its streams, and the answers that it prints."""
