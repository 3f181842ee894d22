"""The rules in SQL: a view for each database and each kind of request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from prevent.engines.forms import KindForms
from prevent.rules.ruleset import RuleSet
from prevent.targets.target import Target


class SqlViews(Target):
    """One statement a file, which makes a view over a table of requests."""

    name = "sql"
    title = "SQL: DuckDB, PostgreSQL and Spark"
    holds: ClassVar[Mapping[str, str]] = {
        "duckdb/KIND.sql": "a view of what is found of each request in a table, for DuckDB",
        "postgres/KIND.sql": "the same for PostgreSQL",
        "spark/KIND.sql": "the same for Spark",
    }

    def files(self, rule_set: RuleSet, forms: Mapping[str, KindForms]) -> dict[str, str]:
        """One file for each database and kind of request."""
        # sqlglot is slow to load, and only a build needs it.
        from prevent.targets.sql.queries import views  # noqa: PLC0415

        del forms
        return {
            f"{database}/{name}.sql": text
            for name, kind in rule_set.kinds.items()
            for database, text in views(rule_set, kind).items()
        }

    def how(self, rule_set: RuleSet) -> str:
        """A table, the view, and a query."""
        del rule_set
        return """\
Each file begins with the columns that a table `requests` must have. Load it once, then ask the view
for the `outcome` and the `findings` of every request. The day of the check is today
(`CURRENT_DATE`); to ask about another day, write that day in its place. `KIND` is the kind of
request, with `_` for `-` in the name of the view.

DuckDB, with the requests in a Parquet file:

```sh
duckdb requests.db -c "CREATE TABLE requests AS FROM 'requests.parquet'"
duckdb requests.db -f rules/sql/duckdb/KIND.sql
duckdb requests.db -c "SELECT reference, outcome, findings FROM prevent_KIND"
```

PostgreSQL, from release 12, with the requests in a table (lists, and the findings, are `jsonb`):

```sh
psql -f rules/sql/postgres/KIND.sql
psql -c "SELECT reference, outcome, jsonb_pretty(findings) FROM prevent_KIND"
```

Spark, from release 3.4, in Python:

```python
spark.read.parquet("requests.parquet").createOrReplaceTempView("requests")
spark.sql(open("rules/sql/spark/KIND.sql").read())
spark.table("prevent_KIND").show()
```

The view takes each row for a valid request of its kind: `prevent check` says what is wrong with one
that is not. Conditions that an approver sets with an approval are not among the findings.
"""
