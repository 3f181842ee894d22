# Requests of the kind "event": "Events"
#
# Made by prevent build. Do not edit: change the policy and build again.
package prevent.kind_event

import rego.v1

import data.prevent.request

# The fields there are, and what may be answered.
fields := {
	"title": {"type": "text", "required": true},
	"date": {"type": "date", "required": true},
	"held_by": {"type": "choice", "required": true, "options": ["group", "outside"]},
	"reference": {"type": "text", "required": false},
	"received_on": {"type": "date", "required": false},
	"speakers": {"type": "list", "required": false, "fields": {"name": {"type": "text", "required": true}, "concern": {"type": "choice", "required": false, "options": ["none", "some", "unsure"]}}},
	"outline": {"type": "choice", "required": false, "options": ["shown", "withheld"]},
	"approvals": {"type": "approvals", "required": false, "also": ["conditions"]},
	"advice": {"type": "advice", "required": false},
	"notes": {"type": "text", "required": false},
}

# Fields that may be given only where another field has a certain answer.
only_when := {}

applies if request.kind == "event"

faults := request.faults(fields, only_when) if applies

# A request that has a fault is not decided.
decided if {
	applies
	count(faults) == 0
	count(uncounted) == 0
}

stated := request.facts(fields, "event") if {
	applies
	count(faults) == 0
}

# What is compared of the request as a whole.
whole := facts_of_whole(stated, days_of_whole(stated))

days_of_whole(facts) := {
	"received_on_plus_2_months": request.plus_months(request.day(facts, "received_on"), 2),
	"date": request.day(facts, "date"),
	"received_on_plus_1_months": request.plus_months(request.day(facts, "received_on"), 1),
	"received_on_plus_12_months": request.plus_months(request.day(facts, "received_on"), 12),
	"approvals__centre_manager__date": request.day(facts, "approvals.centre-manager.date"),
	"date_plus_12_months": request.plus_months(request.day(facts, "date"), 12),
}

facts_of_whole(facts, days) := {
	"kind": request.text(facts, "kind"),
	"speakers": request.number(facts, "speakers"),
	"held_by": request.text(facts, "held_by"),
	"days_from_received_on_plus_2_months_to_date": request.gap(days["received_on_plus_2_months"], days["date"]),
	"days_from_received_on_plus_2_months_to_date_known": request.gap_known(days["received_on_plus_2_months"], days["date"]),
	"received_on_given": request.is_given(facts, "received_on"),
	"days_from_received_on_plus_1_months_to_date": request.gap(days["received_on_plus_1_months"], days["date"]),
	"days_from_received_on_plus_1_months_to_date_known": request.gap_known(days["received_on_plus_1_months"], days["date"]),
	"days_from_date_to_received_on_plus_12_months": request.gap(days["date"], days["received_on_plus_12_months"]),
	"days_from_date_to_received_on_plus_12_months_known": request.gap_known(days["date"], days["received_on_plus_12_months"]),
	"approvals__centre_manager__decision": request.text(facts, "approvals.centre-manager.decision"),
	"days_from_approvals__centre_manager__date_to_date": request.gap(days["approvals__centre_manager__date"], days["date"]),
	"days_from_approvals__centre_manager__date_to_date_known": request.gap_known(days["approvals__centre_manager__date"], days["date"]),
	"outline": request.text(facts, "outline"),
	"outline_given": request.is_given(facts, "outline"),
	"by date": request.written(days["date"]),
	"by date_plus_12_months": request.written(days["date_plus_12_months"]),
}

# Days from which working days cannot be counted.
counted := {}

uncounted := request.uncounted(stated, days_of_whole(stated), counted)

# What is compared of each item of "speakers".
items_speakers := [facts_of_items_speakers(facts, days_of_items_speakers(facts)) |
	some item in request.items(fields, "speakers")
	facts := object.union(stated, item)
]

days_of_items_speakers(facts) := {
	"date": request.day(facts, "date"),
}

facts_of_items_speakers(facts, days) := {
	"kind": request.text(facts, "kind"),
	"concern_given": request.is_given(facts, "concern"),
	"concern": request.text(facts, "concern"),
	"advice__head_of_safeguarding__date_given": request.is_given(facts, "advice.head-of-safeguarding.date"),
	"by date": request.written(days["date"]),
}

# METADATA
# title: "A month's notice, or two"
# description: "An event with a visiting speaker is asked for at least one month before it is
#   held. An event of an outside body is asked for at least two months before it is held."
# custom:
#   clause: "2"
#   statements: ["S11", "S12"]
findings contains {
	"id": "event-notice/case-1-notice/0-missing",
	"rule": "event-notice",
	"title": "A month's notice, or two",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.received_on_given == false
	either_1 := request.any_of([
		request.all_of([
			f.held_by == "outside",
			request.any_of([
				f.days_from_received_on_plus_2_months_to_date_known == false,
				f.days_from_received_on_plus_2_months_to_date < 0,
			]),
		]),
		request.all_of([
			f.speakers >= 1,
			f.held_by != "outside",
			request.any_of([
				f.days_from_received_on_plus_1_months_to_date_known == false,
				f.days_from_received_on_plus_1_months_to_date < 0,
			]),
		]),
	])
	either_1
	who := []
	by := f["by date"]
}

# METADATA
# title: "A month's notice, or two"
# description: "An event with a visiting speaker is asked for at least one month before it is
#   held. An event of an outside body is asked for at least two months before it is held."
# custom:
#   clause: "2"
#   statements: ["S11", "S12"]
findings contains {
	"id": "event-notice/case-1-notice/1-late",
	"rule": "event-notice",
	"title": "A month's notice, or two",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.received_on_given == true
	either_1 := request.any_of([
		request.all_of([
			f.held_by == "outside",
			request.any_of([
				f.days_from_received_on_plus_2_months_to_date_known == false,
				f.days_from_received_on_plus_2_months_to_date < 0,
			]),
		]),
		request.all_of([
			f.speakers >= 1,
			f.held_by != "outside",
			request.any_of([
				f.days_from_received_on_plus_1_months_to_date_known == false,
				f.days_from_received_on_plus_1_months_to_date < 0,
			]),
		]),
	])
	either_1
	who := []
	by := f["by date"]
}

# METADATA
# title: "No more than a year ahead"
# description: "No event is agreed more than a year ahead."
# custom:
#   clause: "2"
#   statements: ["S13"]
findings contains {
	"id": "not-too-early/longest/0-missing",
	"rule": "not-too-early",
	"title": "No more than a year ahead",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.received_on_given == false
	either_1 := request.any_of([
		f.days_from_date_to_received_on_plus_12_months_known == false,
		f.days_from_date_to_received_on_plus_12_months < 0,
	])
	either_1
	either_2 := request.any_of([
		f.held_by != "outside",
		request.all_of([
			f.days_from_received_on_plus_2_months_to_date_known == true,
			f.days_from_received_on_plus_2_months_to_date >= 0,
		]),
	])
	either_2
	either_3 := request.any_of([
		f.speakers < 1,
		f.held_by == "outside",
		request.all_of([
			f.days_from_received_on_plus_1_months_to_date_known == true,
			f.days_from_received_on_plus_1_months_to_date >= 0,
		]),
	])
	either_3
	who := []
	by := f["by date"]
}

# METADATA
# title: "No more than a year ahead"
# description: "No event is agreed more than a year ahead."
# custom:
#   clause: "2"
#   statements: ["S13"]
findings contains {
	"id": "not-too-early/longest/1-early",
	"rule": "not-too-early",
	"title": "No more than a year ahead",
	"failure": "early",
	"outcome": "refused",
	"clause": "2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	either_1 := request.any_of([
		f.days_from_date_to_received_on_plus_12_months_known == false,
		f.days_from_date_to_received_on_plus_12_months < 0,
	])
	either_1
	f.received_on_given == true
	who := []
	by := null
}

# METADATA
# title: "The Centre Manager agrees"
# description: "The Centre Manager agrees to every event with a visiting speaker before it is
#   held."
# custom:
#   clause: "2"
#   statements: ["S14"]
findings contains {
	"id": "manager-agrees/centre-manager/0-declined",
	"rule": "manager-agrees",
	"title": "The Centre Manager agrees",
	"failure": "declined",
	"outcome": "refused",
	"clause": "2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.speakers >= 1
	f.approvals__centre_manager__decision == "declined"
	who := ["centre-manager"]
	by := null
}

# METADATA
# title: "The Centre Manager agrees"
# description: "The Centre Manager agrees to every event with a visiting speaker before it is
#   held."
# custom:
#   clause: "2"
#   statements: ["S14"]
findings contains {
	"id": "manager-agrees/centre-manager/1-late",
	"rule": "manager-agrees",
	"title": "The Centre Manager agrees",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.speakers >= 1
	f.approvals__centre_manager__decision == "granted"
	either_1 := request.any_of([
		f.days_from_approvals__centre_manager__date_to_date_known == false,
		f.days_from_approvals__centre_manager__date_to_date < 0,
	])
	either_1
	who := ["centre-manager"]
	by := f["by date"]
}

# METADATA
# title: "The Centre Manager agrees"
# description: "The Centre Manager agrees to every event with a visiting speaker before it is
#   held."
# custom:
#   clause: "2"
#   statements: ["S14"]
findings contains {
	"id": "manager-agrees/centre-manager/2-missing",
	"rule": "manager-agrees",
	"title": "The Centre Manager agrees",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.speakers >= 1
	f.approvals__centre_manager__decision != "declined"
	f.approvals__centre_manager__decision != "granted"
	who := ["centre-manager"]
	by := f["by date"]
}

# METADATA
# title: "An outside body shows an outline"
# description: "An outside body shows us an outline of what will be said. If it will not, its
#   event does not take place."
# custom:
#   clause: "2"
#   statements: ["S18", "S19"]
findings contains {
	"id": "outline-shown/outline/0-withheld",
	"rule": "outline-shown",
	"title": "An outside body shows an outline",
	"failure": "withheld",
	"outcome": "refused",
	"clause": "2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.held_by == "outside"
	f.outline_given == true
	f.outline != "shown"
	who := []
	by := null
}

# METADATA
# title: "An outside body shows an outline"
# description: "An outside body shows us an outline of what will be said. If it will not, its
#   event does not take place."
# custom:
#   clause: "2"
#   statements: ["S18", "S19"]
findings contains {
	"id": "outline-shown/outline/1-missing",
	"rule": "outline-shown",
	"title": "An outside body shows an outline",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.held_by == "outside"
	f.outline_given == false
	who := []
	by := f["by date"]
}

# METADATA
# title: "What was agreed is kept"
# description: "What was agreed about an event is kept for a year after it."
# custom:
#   clause: "6"
#   statements: ["S35"]
findings contains {
	"id": "kept-for-a-year/rule/0-applies",
	"rule": "kept-for-a-year",
	"title": "What was agreed is kept",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "6",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	who := ["centre-manager"]
	by := f["by date_plus_12_months"]
}

# METADATA
# title: "What is known of each speaker"
# description: "Whoever organises the event says of each visiting speaker whether anything known
#   about them gives cause for concern."
# custom:
#   clause: "2"
#   statements: ["S15"]
findings contains {
	"id": "speaker-known/concern/0-missing",
	"rule": "speaker-known",
	"title": "What is known of each speaker",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "2",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	f.kind == "event"
	f.concern_given == false
	who := []
	by := f["by date"]
}

# METADATA
# title: "If you are unsure of a speaker, ask"
# description: "Anybody who is unsure asks the Head of Safeguarding for advice."
# custom:
#   clause: "2"
#   statements: ["S16"]
findings contains {
	"id": "speaker-advice/any/0-missing",
	"rule": "speaker-advice",
	"title": "If you are unsure of a speaker, ask",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "2",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	f.kind == "event"
	f.concern == "unsure"
	f.advice__head_of_safeguarding__date_given == false
	who := ["head-of-safeguarding"]
	by := f["by date"]
}

# METADATA
# title: "Where there is cause for concern"
# description: "Where there is cause for concern, the Head of Safeguarding decides whether the
#   speaker may come."
# custom:
#   clause: "2"
#   statements: ["S17"]
findings contains {
	"id": "speaker-concern/rule/0-applies",
	"rule": "speaker-concern",
	"title": "Where there is cause for concern",
	"failure": "applies",
	"outcome": "referred",
	"clause": "2",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	f.kind == "event"
	f.concern == "some"
	who := ["head-of-safeguarding"]
	by := f["by date"]
}
