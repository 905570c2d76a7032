"""Rules of events: what cannot have happened so at a meeting."""
