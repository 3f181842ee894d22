"""Rows that are not valid requests, each with the column that is wrong and part of the reason."""

from __future__ import annotations

from typing import Any

from registers import EVENT, LEAFLET

GRANTED = {"approvals__managing_director__decision": "granted"}
DATED = {"approvals__managing_director__date": "2026-03-01"}
BOOKING = {**EVENT, "kind": "booking", "hosts_event": "no"}

SLIPS: dict[str, tuple[dict[str, Any], str, str]] = {
    "an option that there is not": ({**LEAFLET, "source": "dm"}, "source", "'dm' is not accepted"),
    "a required answer that is missing": ({**LEAFLET, "source": None}, "source", "missing"),
    "a date with strokes": (
        {**LEAFLET, "distribute_from": "20/04/2026"},
        "distribute_from",
        "YYYY",
    ),
    "a date in words": ({**LEAFLET, "distribute_from": "20 April 2026"}, "distribute_from", "YYYY"),
    "a date without noughts": (
        {**LEAFLET, "distribute_from": "2026-4-2"},
        "distribute_from",
        "YYYY",
    ),
    "a date and a time": (
        {**LEAFLET, "distribute_from": "2026-04-20T00:00:00"},
        "distribute_from",
        "YYYY",
    ),
    "figures of another script": (
        {**LEAFLET, "distribute_from": "٢٠٢٦-٠٤-٢٠"},
        "distribute_from",
        "YYYY",
    ),
    "a day that there is not": (
        {**LEAFLET, "distribute_from": "2026-02-30"},
        "distribute_from",
        "YYYY",
    ),
    "a year that is a slip": (
        {**LEAFLET, "distribute_from": "1026-04-20"},
        "distribute_from",
        "1900",
    ),
    "neither yes nor no": (
        {**LEAFLET, "related_to_programme": "maybe"},
        "related_to_programme",
        "yes or no",
    ),
    "a decision without its date": (
        {**LEAFLET, **GRANTED},
        "approvals__managing_director__decision",
        "without 'approvals__managing_director__date'",
    ),
    "a date without its decision": (
        {**LEAFLET, **DATED},
        "approvals__managing_director__date",
        "without 'approvals__managing_director__decision'",
    ),
    "a kind that there is not": ({**LEAFLET, "kind": "leaflt"}, "kind", "'leaflt' is not a kind"),
    "no kind": ({**LEAFLET, "kind": None}, "kind", "missing"),
    "a blank reference": ({**LEAFLET, "reference": " \u00a0"}, "reference", "blank"),
    "a reference as long as a book": (
        {**LEAFLET, "reference": "x" * 10_001},
        "reference",
        "longer",
    ),
    "a NUL in a reference": ({**LEAFLET, "reference": "x\0"}, "reference", "NUL"),
    "an answer that may not be given": (
        {**BOOKING, "outline": "shared"},
        "outline",
        "only where 'hosts_event' is yes",
    ),
    "an item without its name": (
        {**EVENT, "speakers": [{"name": "A"}, {"values": "shared"}]},
        "speakers",
        "Item 2: name: This is missing",
    ),
    "an item with an option that there is not": (
        {**EVENT, "speakers": [{"name": "A", "values": "good"}]},
        "speakers",
        "Item 1: values: 'good'",
    ),
    "an item that is empty": ({**EVENT, "speakers": [None]}, "speakers", "[null]"),
    "an item with an answer that is not known": (
        {**EVENT, "speakers": [{"name": "A", "value": "contrary"}]},
        "speakers",
        "'value' is not known",
    ),
    "a list that is none": ({**EVENT, "speakers": "A. Speaker"}, "speakers", "Write a list"),
    "more items than there can be": (
        {**EVENT, "speakers": [{"name": "A"}] * 1001},
        "speakers",
        "more than 1000",
    ),
}
