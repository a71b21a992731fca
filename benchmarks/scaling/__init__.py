"""What the parts of benchmarks/scale.py are made of; each part that is measured runs in a process of its own."""
