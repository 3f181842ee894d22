"""The procedures of a policy, read from their files: those that are sound, and all the faults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from prevent.faults import Fault
from prevent.loading.checks import check_use
from prevent.loading.entry import Entry, mappings, whole
from prevent.loading.files import Files
from prevent.loading.ids import Ids
from prevent.loading.procedures import added_uses, afterwards, exemption, procedure, written_rule
from prevent.loading.schemas import policy_schema
from prevent.loading.written_conditions import NotNamedError, Written
from prevent.policy.model import Policy
from prevent.policy.written import Procedure, WrittenRule
from prevent.reading.documents import Document
from prevent.reading.schema import schema_faults

RULE_PARTS = {"rules": written_rule, "does_not_apply": exemption, "afterwards": afterwards}
"""The parts of a procedure's file that hold rules, and how each is read."""


class ProcedureFiles:
    """Reads the procedures of one policy, which may add to those of a ``base``.

    ``layer`` is the layer that its rules belong to. ``sound`` says, once they are read, whether
    every file was.
    """

    def __init__(self, files: Files, ids: Ids, layer: str, base: Policy | None) -> None:
        self.faults: list[Fault] = []
        # A policy that adds to another may do without fields of its own.
        readable = "fields" in files.single or base is not None
        self.sound = files.all_procedures and readable
        self._documents = files.procedures if readable else ()
        self._fields = {field.id: field for field in ids.fields}
        self._schema = policy_schema("procedure", ids)
        self._layer = layer
        self._base = base
        self.conditions = Written(self._field_of, dict(base.conditions) if base else {})

    def read(self) -> tuple[tuple[Procedure, ...], tuple[WrittenRule, ...]]:
        """All procedures and rules that are sound, in the order of the policy's clauses."""
        for document in self._documents:
            self.faults += schema_faults(document, self._schema)
            self._name_conditions(document)
        self.sound = self.sound and not self.faults
        base = self._base
        procedures = {procedure.id: procedure for procedure in base.procedures} if base else {}
        rules = [*base.rules] if base else []
        read = [pair for document in self._documents if (pair := self._procedure(document))]
        read.sort(key=lambda pair: [_order(number) for number in pair[0].clauses])
        for own, own_rules in read:
            procedures[own.id] = own
            rules += own_rules
        every = tuple(procedures.values())
        return tuple(_with_all_told(each, every) for each in every), tuple(rules)

    def written(self) -> list[Entry]:
        """The rules, exemptions and duties of this policy's own files, as they are written."""
        files = [whole(document) for document in self._documents]
        return [each for file in files for part in RULE_PARTS for each in mappings(file, part)]

    def _field_of(self, kind: str) -> str:
        """The first field of a type. Where there is none, the rule's own check says so."""
        found = (field.id for field in self._fields.values() if field.type == kind)
        return next(found, kind)

    def _name_conditions(self, document: Document) -> None:
        """Name the conditions of a file that have no fault, each of which may call on those above.

        A condition that calls on one with a fault goes without a fault of its own, and without a
        name.
        """
        own = {"$defs": self._schema["$defs"], "$ref": "#/$defs/condition"}
        faulty: set[str] = set()
        for entry in mappings(whole(document), "conditions"):
            name = entry.text("id")
            at = (*entry.path, "when")
            if "when" not in entry.data or schema_faults(document, own, at=at):
                faulty.add(name)
                continue
            try:
                self.conditions.named[name] = self.conditions.condition(entry.data["when"])
            except NotNamedError as error:
                if error.name not in faulty:
                    message = f"The condition '{name}' calls '{error.name}', which is not above it."
                    hint = "A condition may call only those that stand above it."
                    self.faults.append(
                        Fault(entry.place_of_word(error.name, ("when",)), message, hint)
                    )
                faulty.add(name)

    def _procedure(self, document: Document) -> tuple[Procedure, list[WrittenRule]] | None:
        own = self._about(document)
        if own is None:
            return None
        file = whole(document)
        found: dict[str, list[WrittenRule]] = {part: [] for part in RULE_PARTS}
        for part, read in RULE_PARTS.items():
            name = {"rules": "rule"}.get(part, part)
            own_schema = {"$defs": self._schema["$defs"], "$ref": f"#/$defs/{name}"}
            for entry in mappings(file, part):
                # A rule that calls a condition with a fault waits until that is mended.
                with suppress(NotNamedError):
                    if not schema_faults(document, own_schema, at=entry.path):
                        found[part].append(read(entry, own, self.conditions, self._layer))
        own = replace(
            own,
            exemptions=(*own.exemptions, *found["does_not_apply"]),
            afterwards=(*own.afterwards, *found["afterwards"]),
        )
        return own, found["rules"]

    def _about(self, document: Document) -> Procedure | None:
        """What a file says of its procedure: one of its own, or one of the base that it adds to."""
        file = whole(document)
        base = {each.id: each for each in self._base.procedures} if self._base else {}
        added = base.get(file.text("adds_to"))
        if added is not None:
            if _part_faults(document, self._schema, "request"):
                return None
            return added_uses(added, file, self._fields)
        if "adds_to" in file.data or any(
            _part_faults(document, self._schema, part) for part in ("procedure", "request")
        ):
            return None
        own = procedure(file, self._fields)
        self.faults += check_use(own, document)
        return own


def _with_all_told(procedure: Procedure, every: Sequence[Procedure]) -> Procedure:
    """The procedure with the exemptions and duties that any procedure has for its requests."""
    kind = procedure.kind
    return replace(
        procedure,
        exemptions=_for_kind(kind, (each for other in every for each in other.exemptions)),
        afterwards=_for_kind(kind, (each for other in every for each in other.afterwards)),
    )


def _for_kind(kind: str, told: Iterable[WrittenRule]) -> tuple[WrittenRule, ...]:
    return tuple({each.place: each for each in told if kind in each.kinds}.values())


def _part_faults(document: Document, schema: Mapping[str, object], part: str) -> list[Fault]:
    """The faults of one top-level part; a missing part that is required is a fault too."""
    data = document.data
    properties = schema["properties"]
    assert isinstance(properties, dict)
    if not isinstance(data, dict) or (part not in data and "adds_to" not in data):
        return [Fault(document.place(()), f"'{part}' is missing.")]
    if part not in data:
        return []
    return schema_faults(document, {"$defs": schema["$defs"], **properties[part]}, at=(part,))


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split(".") if part.isdecimal())
