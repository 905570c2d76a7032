"""What a JSON Schema allows, as a strategy: written for the keywords of our schemas.

A keyword that it does not know fails, so that none goes untested. Where a record must
give one of two fields, a branch is chosen before the record is made.
"""

from __future__ import annotations

from hypothesis import strategies as st


_SILENT = {"$defs", "$id", "$schema", "default", "description", "title"}
_NO_LINE_END = {"pattern": r"\n"}


def allowed(schema: dict) -> st.SearchStrategy:
    """Values that a schema allows."""
    return _Schema(schema).values(schema)


class _Schema:
    """A schema and the strategies of its definitions, each made once."""

    def __init__(self, root: dict) -> None:
        self.definitions = root.get("$defs", {})
        self.made: dict[str, st.SearchStrategy] = {}

    def values(self, node: dict) -> st.SearchStrategy:
        keys = set(node) - _SILENT
        if "$ref" in node:
            return self.referred(node["$ref"].removeprefix("#/$defs/"))
        if "anyOf" in node:
            assert {"anyOf"} == keys
            return st.one_of(*map(self.values, node["anyOf"]))
        if "const" in node:
            return st.just(node["const"])
        if "enum" in node:
            return st.sampled_from(node["enum"])
        if "null" == node["type"]:
            return st.none()
        return getattr(self, node["type"])(node, keys - {"type"})

    def referred(self, name: str) -> st.SearchStrategy:
        if name not in self.made:
            self.made[name] = self.values(self.definitions[name])
        return self.made[name]

    def string(self, node: dict, keys: set) -> st.SearchStrategy:
        assert keys <= {"pattern", "not"}
        assert _NO_LINE_END == node.get("not", _NO_LINE_END)
        found = st.from_regex(node["pattern"]) if "pattern" in node else st.text()
        return found.filter(lambda text: "\n" not in text) if "not" in node else found

    def integer(self, node: dict, keys: set) -> st.SearchStrategy:
        assert keys <= {"minimum", "maximum"}
        return st.integers(node.get("minimum"), node.get("maximum"))

    def array(self, node: dict, keys: set) -> st.SearchStrategy:
        assert keys <= {"items", "minItems", "maxItems"}
        least, most = node.get("minItems", 0), node.get("maxItems", 2)
        return st.lists(self.values(node["items"]), min_size=least, max_size=most)

    def object(self, node: dict, keys: set) -> st.SearchStrategy:
        if "propertyNames" in node:
            assert {"propertyNames", "additionalProperties"} == keys
            names = self.values(node["propertyNames"])
            found = self.values(node["additionalProperties"])
            return st.dictionaries(names, found, max_size=2)
        assert keys <= {"properties", "required", "additionalProperties", "oneOf"}
        assert node["additionalProperties"] is False
        if "oneOf" in node:
            return st.one_of(
                *(self.values(_narrowed(node, way)) for way in node["oneOf"])
            )
        fields = {name: self.values(each) for name, each in node["properties"].items()}
        required = {name: fields.pop(name) for name in node["required"]}
        return st.fixed_dictionaries(required, optional=fields)


def _narrowed(node: dict, way: dict) -> dict:
    """The schema of a record in one of the ways in which it can be given."""
    fields = dict(node["properties"])
    for name, more in way["properties"].items():
        empty = "null" == more["type"]
        options = fields[name]["anyOf"]
        kept = [each for each in options if ("null" == each.get("type")) == empty]
        fields[name] = {"anyOf": kept}
    plain = {key: value for key, value in node.items() if key != "oneOf"}
    return plain | {"properties": fields, "required": node["required"] + way["required"]}
