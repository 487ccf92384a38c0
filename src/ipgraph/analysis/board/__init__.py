"""The gap board of a chain: its topology, the figures of each segment, what they mean, and what to do about it."""
