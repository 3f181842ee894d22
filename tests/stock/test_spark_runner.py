"""Spark tells of random requests what the reference evaluator tells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from prevent.stock.runner import Runner
from prevent.stock.spark import Spark
from random_rows import expected, random_asked
from sample_requests import POLICIES, rules

pytestmark = pytest.mark.spark


@pytest.fixture(scope="module")
def spark() -> Iterator[Runner]:
    runner = Spark()
    assert runner.available() is None
    yield runner
    runner.close()


@pytest.mark.filterwarnings("ignore")  # Spark's own
@pytest.mark.parametrize("policy", POLICIES)
def test_spark_tells_what_the_reference_evaluator_tells(policy: str, spark: Runner) -> None:
    rule_set = rules(policy).rule_set
    for kind in rule_set.kinds.values():
        asked = random_asked(kind, rule_set, 4, 200)
        for one, answer in zip(asked, spark.decide(rule_set, kind, asked), strict=True):
            assert answer == expected(rule_set, kind, one), one
