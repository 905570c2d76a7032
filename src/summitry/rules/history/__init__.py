"""Rules of history: what cannot have been so at the time."""
