"""What the published graph says: free functions, a projection in, documented frames out."""
