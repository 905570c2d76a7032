"""JSON Schema: made of the nouns, and beside it the files that the package ships."""
