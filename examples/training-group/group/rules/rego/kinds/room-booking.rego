# Requests of the kind "room-booking": "Rooms for outside bodies"
#
# Made by prevent build. Do not edit: change the policy and build again.
package prevent.kind_room_booking

import rego.v1

import data.prevent.request

# The fields there are, and what may be answered.
fields := {
	"title": {"type": "text", "required": true},
	"date": {"type": "date", "required": true},
	"people": {"type": "number", "required": true},
	"reference": {"type": "text", "required": false},
	"received_on": {"type": "date", "required": false},
	"fire_plan": {"type": "completion", "required": false},
	"approvals": {"type": "approvals", "required": false, "also": ["conditions"]},
	"notes": {"type": "text", "required": false},
}

# Fields that may be given only where another field has a certain answer.
only_when := {}

applies if request.kind == "room-booking"

faults := request.faults(fields, only_when) if applies

# A request that has a fault is not decided.
decided if {
	applies
	count(faults) == 0
	count(uncounted) == 0
}

stated := request.facts(fields, "room-booking") if {
	applies
	count(faults) == 0
}

# What is compared of the request as a whole.
whole := facts_of_whole(stated, days_of_whole(stated))

days_of_whole(facts) := {
	"received_on_plus_1_months": request.plus_months(request.day(facts, "received_on"), 1),
	"date": request.day(facts, "date"),
	"approvals__centre_manager__date": request.day(facts, "approvals.centre-manager.date"),
	"date_minus_1_weeks": request.plus_weeks(request.day(facts, "date"), -1),
	"fire_plan__completed": request.day(facts, "fire_plan.completed"),
	"date_minus_1_days": request.plus_days(request.day(facts, "date"), -1),
}

facts_of_whole(facts, days) := {
	"kind": request.text(facts, "kind"),
	"days_from_received_on_plus_1_months_to_date": request.gap(days["received_on_plus_1_months"], days["date"]),
	"days_from_received_on_plus_1_months_to_date_known": request.gap_known(days["received_on_plus_1_months"], days["date"]),
	"received_on_given": request.is_given(facts, "received_on"),
	"approvals__centre_manager__decision": request.text(facts, "approvals.centre-manager.decision"),
	"days_from_approvals__centre_manager__date_to_date_minus_1_weeks": request.gap(days["approvals__centre_manager__date"], days["date_minus_1_weeks"]),
	"days_from_approvals__centre_manager__date_to_date_minus_1_weeks_known": request.gap_known(days["approvals__centre_manager__date"], days["date_minus_1_weeks"]),
	"people": request.number(facts, "people"),
	"days_from_fire_plan__completed_to_date_minus_1_days": request.gap(days["fire_plan__completed"], days["date_minus_1_days"]),
	"days_from_fire_plan__completed_to_date_minus_1_days_known": request.gap_known(days["fire_plan__completed"], days["date_minus_1_days"]),
	"fire_plan__completed_given": request.is_given(facts, "fire_plan.completed"),
	"by date": request.written(days["date"]),
	"by date_minus_1_weeks": request.written(days["date_minus_1_weeks"]),
	"by date_minus_1_days": request.written(days["date_minus_1_days"]),
}

# Days from which working days cannot be counted.
counted := {}

uncounted := request.uncounted(stated, days_of_whole(stated), counted)

# METADATA
# title: "A month's notice"
# description: "An outside body asks for a room at least one month before the day."
# custom:
#   clause: "4"
#   statements: ["S27"]
findings contains {
	"id": "room-notice/notice/0-missing",
	"rule": "room-notice",
	"title": "A month's notice",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.received_on_given == false
	either_1 := request.any_of([
		f.days_from_received_on_plus_1_months_to_date_known == false,
		f.days_from_received_on_plus_1_months_to_date < 0,
	])
	either_1
	who := []
	by := f["by date"]
}

# METADATA
# title: "A month's notice"
# description: "An outside body asks for a room at least one month before the day."
# custom:
#   clause: "4"
#   statements: ["S27"]
findings contains {
	"id": "room-notice/notice/1-late",
	"rule": "room-notice",
	"title": "A month's notice",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	either_1 := request.any_of([
		f.days_from_received_on_plus_1_months_to_date_known == false,
		f.days_from_received_on_plus_1_months_to_date < 0,
	])
	either_1
	f.received_on_given == true
	who := []
	by := f["by date"]
}

# METADATA
# title: "The Centre Manager agrees a week before"
# description: "The Centre Manager agrees at least a week before the day."
# custom:
#   clause: "4"
#   statements: ["S28"]
findings contains {
	"id": "room-agreed/centre-manager/0-declined",
	"rule": "room-agreed",
	"title": "The Centre Manager agrees a week before",
	"failure": "declined",
	"outcome": "refused",
	"clause": "4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.approvals__centre_manager__decision == "declined"
	who := ["centre-manager"]
	by := null
}

# METADATA
# title: "The Centre Manager agrees a week before"
# description: "The Centre Manager agrees at least a week before the day."
# custom:
#   clause: "4"
#   statements: ["S28"]
findings contains {
	"id": "room-agreed/centre-manager/1-late",
	"rule": "room-agreed",
	"title": "The Centre Manager agrees a week before",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.approvals__centre_manager__decision == "granted"
	either_1 := request.any_of([
		f.days_from_approvals__centre_manager__date_to_date_minus_1_weeks_known == false,
		f.days_from_approvals__centre_manager__date_to_date_minus_1_weeks < 0,
	])
	either_1
	who := ["centre-manager"]
	by := f["by date_minus_1_weeks"]
}

# METADATA
# title: "The Centre Manager agrees a week before"
# description: "The Centre Manager agrees at least a week before the day."
# custom:
#   clause: "4"
#   statements: ["S28"]
findings contains {
	"id": "room-agreed/centre-manager/2-missing",
	"rule": "room-agreed",
	"title": "The Centre Manager agrees a week before",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.approvals__centre_manager__decision != "declined"
	f.approvals__centre_manager__decision != "granted"
	who := ["centre-manager"]
	by := f["by date_minus_1_weeks"]
}

# METADATA
# title: "A fire plan for more than 60 people"
# description: "Wherever more than 60 people are expected, a fire plan is completed before the
#   room is used."
# custom:
#   clause: "4"
#   statements: ["S29"]
findings contains {
	"id": "fire-plan/fire_plan/0-late",
	"rule": "fire-plan",
	"title": "A fire plan for more than 60 people",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.people > 60
	f.fire_plan__completed_given == true
	either_1 := request.any_of([
		f.days_from_fire_plan__completed_to_date_minus_1_days_known == false,
		f.days_from_fire_plan__completed_to_date_minus_1_days < 0,
	])
	either_1
	who := []
	by := f["by date_minus_1_days"]
}

# METADATA
# title: "A fire plan for more than 60 people"
# description: "Wherever more than 60 people are expected, a fire plan is completed before the
#   room is used."
# custom:
#   clause: "4"
#   statements: ["S29"]
findings contains {
	"id": "fire-plan/fire_plan/1-missing",
	"rule": "fire-plan",
	"title": "A fire plan for more than 60 people",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.people > 60
	either_1 := request.any_of([
		f.days_from_fire_plan__completed_to_date_minus_1_days_known == false,
		f.days_from_fire_plan__completed_to_date_minus_1_days < 0,
	])
	either_1
	f.fire_plan__completed_given == false
	who := []
	by := f["by date_minus_1_days"]
}

# METADATA
# title: "Somebody of the group is there"
# description: "Rooms are let on condition that somebody who works for the group is in the
#   building."
# custom:
#   clause: "4"
#   statements: ["S30"]
findings contains {
	"id": "staff-present/rule/0-applies",
	"rule": "staff-present",
	"title": "Somebody of the group is there",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
	"conditions": conditions,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	who := []
	by := f["by date"]
	conditions := ["staff-in-building"]
}
