"""What stands beside the core: panels, networks, other people's formats; each an extra.

Nothing here is loaded by ``import summitry``. What a module needs beyond the core is
imported when it is used, and named by the error where it is not installed.
"""
