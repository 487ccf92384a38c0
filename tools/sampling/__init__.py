"""What tools/compile_sample.py is made of."""
