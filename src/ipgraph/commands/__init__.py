"""What the commands do; `cli` reads the arguments and calls one of these."""
