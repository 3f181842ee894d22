"""Whatever the rules and the requests: one answer, whole messages, and nothing for silence."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from prevent.bundle.make import rules_of
from prevent.faults import PreventError
from prevent.policy.outcomes import OUTCOMES
from rules.written_rules import Written, as_text, exemptions, requests, rules
from small_policy import Asked, write_policy

AS_OF = date(2026, 5, 26)

RULES = st.tuples(*(rules(f"rule-{number}") for number in range(3))).map(list)


@contextmanager
def asked_of(written: list[Written], exempt: list[Written]) -> Iterator[Asked | None]:
    """The rules as a policy; None where its own checks refuse them."""
    with tempfile.TemporaryDirectory() as folder:
        more = f"does_not_apply:\n{as_text(exempt)}" if exempt else ""
        policy = write_policy(Path(folder), as_text(written), more=more)
        try:
            asked = Asked(rules_of(policy, "policy"))
        except PreventError:
            yield None
            return
        try:
            yield asked
        finally:
            asked.close()


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(RULES, st.lists(exemptions(), max_size=1), st.lists(requests(), min_size=1, max_size=6))
def test_both_evaluators_agree_and_every_message_is_whole(
    written: list[Written], exempt: list[Written], asked_for: list[Mapping[str, object]]
) -> None:
    with asked_of(written, exempt) as asked:
        assume(asked is not None)
        assert asked is not None
        for request in asked_for:
            decision = asked.decide(request, AS_OF)
            told = (*decision.findings, *decision.notes)
            for text in [each.message for each in told]:
                assert not set(text) & set("{}"), text
                assert text[:1].isupper() or not text[:1].isalpha(), text
                assert "  " not in text, text
            everything = {*decision.passed, *decision.not_applicable, *decision.undecided}
            everything |= {each.rule for each in (*told, *decision.conditions)}
            # Of two rules that impose one condition, the first is named.
            everything |= {str(each["id"]) for each in written if "quiet" in json.dumps(each)}
            assert everything >= {f"rule-{number}" for number in range(3)}
            assert all(each.outcome != "allowed" for each in decision.findings)


ANSWERS = ("size", "indoors", "source", "outline", "labels", "received_on", "deadline")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(RULES, st.lists(exemptions(), max_size=1), requests(), st.sampled_from(ANSWERS), st.data())
def test_leaving_an_answer_out_is_never_better_than_every_answer_there_could_be(
    written: list[Written],
    exempt: list[Written],
    request: Mapping[str, object],
    left_out: str,
    data: st.DataObject,
) -> None:
    # Whether an answer is given may itself be asked for; that is what "given" says.
    assume("given" not in json.dumps(written + exempt))
    with asked_of(written, exempt) as asked:
        assume(asked is not None)
        assert asked is not None
        silent = {key: value for key, value in request.items() if key != left_out}
        # By one version of the policy: without a day of receipt, that of the day of the check.
        if asked.decide(silent, AS_OF, AS_OF).outcome != "allowed":
            return
        others = data.draw(st.lists(requests(), min_size=4, max_size=8))
        said = [{**silent, left_out: other[left_out]} for other in others if left_out in other]
        outcomes = [asked.decide(each, AS_OF, AS_OF).outcome for each in said]
        # Where silence is allowed, so is every answer: nothing turned on it.
        assert not outcomes or min(map(OUTCOMES.index, outcomes)) == OUTCOMES.index("allowed")
