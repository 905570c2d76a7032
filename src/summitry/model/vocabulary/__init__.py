"""The closed vocabularies of the field, as enumerations of their JSON words.

Each is beside the function that accepts a member or its word and explains anything else.
"""
