"""JSON for a person to read: what fits on a line stands on one."""

from __future__ import annotations

import json

WIDTH = 100


def json_text(data: object, indent: str = "") -> str:
    """The JSON of some data, over several lines where it is long; it ends with a line end."""
    line = json.dumps(data, ensure_ascii=False)
    if not isinstance(data, (dict, list)) or not data or len(indent) + len(line) <= WIDTH:
        return line if indent else line + "\n"
    inner = indent + "  "
    if isinstance(data, dict):
        parts = [f"{json.dumps(key)}: {json_text(value, inner)}" for key, value in data.items()]
        brackets = "{}"
    else:
        parts = [json_text(value, inner) for value in data]
        brackets = "[]"
    text = f",\n{inner}".join(parts)
    ended = "" if indent else "\n"
    return f"{brackets[0]}\n{inner}{text}\n{indent}{brackets[1]}{ended}"
