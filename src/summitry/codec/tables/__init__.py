"""Records as tables, for Arrow, Parquet and CSV: columns, cells, rows, and the way back."""
