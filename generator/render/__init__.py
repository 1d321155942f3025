"""Public values in, complete outputs out: pages for readers, files for programs."""
