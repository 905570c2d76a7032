"""Reports as people and programs read them: text, tables, JSON, SARIF, annotations.

Each module turns parts, which are reports with the files that they are about, into one
text. :class:`~summitry.rules.report.Report` imports them when it is asked.
"""
