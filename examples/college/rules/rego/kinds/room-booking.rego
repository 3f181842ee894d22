# Requests of the kind "room-booking": "Booking a room"
#
# Made by prevent build. Do not edit: change the policy and build again.
package prevent.kind_room_booking

import rego.v1

import data.prevent.request

# The fields there are, and what may be answered.
fields := {
	"title": {"type": "text", "required": true},
	"date": {"type": "date", "required": true},
	"room_tier": {"type": "choice", "required": true, "options": ["tier-1", "tier-2", "tier-3"]},
	"audience": {"type": "number", "required": true},
	"purpose": {"type": "choice", "required": true, "options": ["talk", "class-visit", "partner-teacher", "staff-meeting", "other"]},
	"hirer": {"type": "choice", "required": true, "options": ["staff", "students", "outside"]},
	"reference": {"type": "text", "required": false},
	"received_on": {"type": "date", "required": false},
	"timetabled": {"type": "yes-no", "required": false},
	"class_only": {"type": "yes-no", "required": false},
	"insurance": {"type": "choice", "required": false, "options": ["shown", "none"]},
	"arrangements": {"type": "several", "required": false, "options": ["first-aider", "stewards", "independent-chair", "recording"]},
	"risk_assessment": {"type": "completion", "required": false},
	"provisional_approvals": {"type": "approvals", "required": false, "also": []},
	"approvals": {"type": "approvals", "required": false, "also": ["by", "conditions"]},
	"advice": {"type": "advice", "required": false},
	"changed_on": {"type": "date", "required": false},
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
	"date": request.day(facts, "date"),
	"received_on_plus_6_months": request.plus_months(request.day(facts, "received_on"), 6),
	"in_force_on": request.day(facts, "in_force_on"),
	"2026_08_31": request.day_number("2026-08-31"),
	"received_on_plus_20_working_days": request.plus_working_days(request.day(facts, "received_on"), 20),
	"received_on_plus_5_working_days": request.plus_working_days(request.day(facts, "received_on"), 5),
	"received_on_plus_3_working_days": request.plus_working_days(request.day(facts, "received_on"), 3),
	"2026_09_01": request.day_number("2026-09-01"),
	"received_on_plus_10_working_days": request.plus_working_days(request.day(facts, "received_on"), 10),
	"today": request.day(facts, "today"),
	"provisional_approvals__vice_principal__date": request.day(facts, "provisional_approvals.vice-principal.date"),
	"advice__prevent_lead__latest": request.day(facts, "advice.prevent-lead.latest"),
	"advice__prevent_lead__date": request.day(facts, "advice.prevent-lead.date"),
	"approvals__vice_principal__latest": request.day(facts, "approvals.vice-principal.latest"),
	"approvals__director_of_students__latest": request.day(facts, "approvals.director-of-students.latest"),
	"date_minus_5_working_days": request.plus_working_days(request.day(facts, "date"), -5),
	"approvals__principal__latest": request.day(facts, "approvals.principal.latest"),
	"changed_on": request.day(facts, "changed_on"),
	"approvals__assistant_principal__latest": request.day(facts, "approvals.assistant-principal.latest"),
	"approvals__duty_manager__latest": request.day(facts, "approvals.duty-manager.latest"),
	"approvals__head_of_department__latest": request.day(facts, "approvals.head-of-department.latest"),
	"approvals__estates_manager__latest": request.day(facts, "approvals.estates-manager.latest"),
	"risk_assessment__completed": request.day(facts, "risk_assessment.completed"),
	"date_minus_3_working_days": request.plus_working_days(request.day(facts, "date"), -3),
	"date_plus_12_months": request.plus_months(request.day(facts, "date"), 12),
}

facts_of_whole(facts, days) := {
	"kind": request.text(facts, "kind"),
	"purpose": request.text(facts, "purpose"),
	"timetabled": request.text(facts, "timetabled"),
	"class_only": request.text(facts, "class_only"),
	"timetabled_given": request.is_given(facts, "timetabled"),
	"class_only_given": request.is_given(facts, "class_only"),
	"days_from_date_to_received_on_plus_6_months": request.gap(days["date"], days["received_on_plus_6_months"]),
	"days_from_date_to_received_on_plus_6_months_known": request.gap_known(days["date"], days["received_on_plus_6_months"]),
	"received_on_given": request.is_given(facts, "received_on"),
	"days_from_in_force_on_to_2026_08_31": request.gap(days["in_force_on"], days["2026_08_31"]),
	"days_from_in_force_on_to_2026_08_31_known": request.gap_known(days["in_force_on"], days["2026_08_31"]),
	"days_from_received_on_plus_20_working_days_to_date": request.gap(days["received_on_plus_20_working_days"], days["date"]),
	"days_from_received_on_plus_20_working_days_to_date_known": request.gap_known(days["received_on_plus_20_working_days"], days["date"]),
	"room_tier": request.text(facts, "room_tier"),
	"audience": request.number(facts, "audience"),
	"days_from_received_on_plus_5_working_days_to_date": request.gap(days["received_on_plus_5_working_days"], days["date"]),
	"days_from_received_on_plus_5_working_days_to_date_known": request.gap_known(days["received_on_plus_5_working_days"], days["date"]),
	"days_from_received_on_plus_3_working_days_to_date": request.gap(days["received_on_plus_3_working_days"], days["date"]),
	"days_from_received_on_plus_3_working_days_to_date_known": request.gap_known(days["received_on_plus_3_working_days"], days["date"]),
	"in_force_on_given": request.is_given(facts, "in_force_on"),
	"days_from_2026_09_01_to_in_force_on": request.gap(days["2026_09_01"], days["in_force_on"]),
	"days_from_2026_09_01_to_in_force_on_known": request.gap_known(days["2026_09_01"], days["in_force_on"]),
	"days_from_received_on_plus_10_working_days_to_date": request.gap(days["received_on_plus_10_working_days"], days["date"]),
	"days_from_received_on_plus_10_working_days_to_date_known": request.gap_known(days["received_on_plus_10_working_days"], days["date"]),
	"provisional_approvals__vice_principal__decision": request.text(facts, "provisional_approvals.vice-principal.decision"),
	"days_from_today_to_received_on_plus_5_working_days": request.gap(days["today"], days["received_on_plus_5_working_days"]),
	"days_from_today_to_received_on_plus_5_working_days_known": request.gap_known(days["today"], days["received_on_plus_5_working_days"]),
	"days_from_provisional_approvals__vice_principal__date_to_advice__prevent_lead__latest": request.gap(days["provisional_approvals__vice_principal__date"], days["advice__prevent_lead__latest"]),
	"days_from_provisional_approvals__vice_principal__date_to_advice__prevent_lead__latest_known": request.gap_known(days["provisional_approvals__vice_principal__date"], days["advice__prevent_lead__latest"]),
	"advice__prevent_lead__date_given": request.is_given(facts, "advice.prevent-lead.date"),
	"approvals__vice_principal__decision": request.text(facts, "approvals.vice-principal.decision"),
	"days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest": request.gap(days["advice__prevent_lead__date"], days["approvals__vice_principal__latest"]),
	"days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest_known": request.gap_known(days["advice__prevent_lead__date"], days["approvals__vice_principal__latest"]),
	"approvals__vice_principal__decision_given": request.is_given(facts, "approvals.vice-principal.decision"),
	"approvals__director_of_students__decision": request.text(facts, "approvals.director-of-students.decision"),
	"days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest": request.gap(days["advice__prevent_lead__date"], days["approvals__director_of_students__latest"]),
	"days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest_known": request.gap_known(days["advice__prevent_lead__date"], days["approvals__director_of_students__latest"]),
	"days_from_today_to_date_minus_5_working_days": request.gap(days["today"], days["date_minus_5_working_days"]),
	"days_from_today_to_date_minus_5_working_days_known": request.gap_known(days["today"], days["date_minus_5_working_days"]),
	"approvals__principal__decision": request.text(facts, "approvals.principal.decision"),
	"days_from_advice__prevent_lead__date_to_approvals__principal__latest": request.gap(days["advice__prevent_lead__date"], days["approvals__principal__latest"]),
	"days_from_advice__prevent_lead__date_to_approvals__principal__latest_known": request.gap_known(days["advice__prevent_lead__date"], days["approvals__principal__latest"]),
	"approvals__principal__decision_given": request.is_given(facts, "approvals.principal.decision"),
	"approvals__vice_principal__by": request.text(facts, "approvals.vice-principal.by"),
	"approvals__director_of_students__by": request.text(facts, "approvals.director-of-students.by"),
	"approvals__assistant_principal__decision": request.text(facts, "approvals.assistant-principal.decision"),
	"approvals__assistant_principal__decision_given": request.is_given(facts, "approvals.assistant-principal.decision"),
	"approvals__duty_manager__decision": request.text(facts, "approvals.duty-manager.decision"),
	"approvals__head_of_department__decision": request.text(facts, "approvals.head-of-department.decision"),
	"approvals__estates_manager__decision": request.text(facts, "approvals.estates-manager.decision"),
	"changed_on_given": request.is_given(facts, "changed_on"),
	"days_from_changed_on_to_approvals__vice_principal__latest": request.gap(days["changed_on"], days["approvals__vice_principal__latest"]),
	"days_from_changed_on_to_approvals__vice_principal__latest_known": request.gap_known(days["changed_on"], days["approvals__vice_principal__latest"]),
	"days_from_changed_on_to_approvals__director_of_students__latest": request.gap(days["changed_on"], days["approvals__director_of_students__latest"]),
	"days_from_changed_on_to_approvals__director_of_students__latest_known": request.gap_known(days["changed_on"], days["approvals__director_of_students__latest"]),
	"days_from_changed_on_to_approvals__principal__latest": request.gap(days["changed_on"], days["approvals__principal__latest"]),
	"days_from_changed_on_to_approvals__principal__latest_known": request.gap_known(days["changed_on"], days["approvals__principal__latest"]),
	"days_from_changed_on_to_approvals__assistant_principal__latest": request.gap(days["changed_on"], days["approvals__assistant_principal__latest"]),
	"days_from_changed_on_to_approvals__assistant_principal__latest_known": request.gap_known(days["changed_on"], days["approvals__assistant_principal__latest"]),
	"days_from_changed_on_to_approvals__duty_manager__latest": request.gap(days["changed_on"], days["approvals__duty_manager__latest"]),
	"days_from_changed_on_to_approvals__duty_manager__latest_known": request.gap_known(days["changed_on"], days["approvals__duty_manager__latest"]),
	"days_from_changed_on_to_approvals__head_of_department__latest": request.gap(days["changed_on"], days["approvals__head_of_department__latest"]),
	"days_from_changed_on_to_approvals__head_of_department__latest_known": request.gap_known(days["changed_on"], days["approvals__head_of_department__latest"]),
	"days_from_changed_on_to_approvals__estates_manager__latest": request.gap(days["changed_on"], days["approvals__estates_manager__latest"]),
	"days_from_changed_on_to_approvals__estates_manager__latest_known": request.gap_known(days["changed_on"], days["approvals__estates_manager__latest"]),
	"days_from_risk_assessment__completed_to_date_minus_3_working_days": request.gap(days["risk_assessment__completed"], days["date_minus_3_working_days"]),
	"days_from_risk_assessment__completed_to_date_minus_3_working_days_known": request.gap_known(days["risk_assessment__completed"], days["date_minus_3_working_days"]),
	"risk_assessment__completed_given": request.is_given(facts, "risk_assessment.completed"),
	"arrangements__first_aider": request.text(facts, "arrangements.first-aider"),
	"arrangements__first_aider_given": request.is_given(facts, "arrangements.first-aider"),
	"arrangements__stewards": request.text(facts, "arrangements.stewards"),
	"arrangements__stewards_given": request.is_given(facts, "arrangements.stewards"),
	"arrangements__independent_chair": request.text(facts, "arrangements.independent-chair"),
	"arrangements__independent_chair_given": request.is_given(facts, "arrangements.independent-chair"),
	"hirer": request.text(facts, "hirer"),
	"insurance": request.text(facts, "insurance"),
	"insurance_given": request.is_given(facts, "insurance"),
	"arrangements__recording": request.text(facts, "arrangements.recording"),
	"by date": request.written(days["date"]),
	"by received_on_plus_5_working_days": request.written(days["received_on_plus_5_working_days"]),
	"by date_minus_5_working_days": request.written(days["date_minus_5_working_days"]),
	"by date_minus_3_working_days": request.written(days["date_minus_3_working_days"]),
	"by date_plus_12_months": request.written(days["date_plus_12_months"]),
}

# Days from which working days cannot be counted.
counted := {
	"received_on_plus_20_working_days": "received_on",
	"received_on_plus_5_working_days": "received_on",
	"received_on_plus_3_working_days": "received_on",
	"received_on_plus_10_working_days": "received_on",
	"date_minus_5_working_days": "date",
	"date_minus_3_working_days": "date",
}

uncounted := request.uncounted(stated, days_of_whole(stated), counted)

# METADATA
# title: "Meetings of staff and governors, and partner colleges' classes"
# description: "This policy does not apply to a meeting at which only staff and governors are
#   present, or to a teacher of a partner college who teaches a timetabled class here that nobody
#   but its own students attends."
# custom:
#   clause: "2"
#   statements: ["S16"]
findings contains {
	"id": "internal-meetings-and-teaching/rule/0-applies",
	"rule": "internal-meetings-and-teaching",
	"title": "Meetings of staff and governors, and partner colleges' classes",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	either_1 := request.any_of([
		f.purpose == "staff-meeting",
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
	])
	either_1
	who := []
	by := null
}

# METADATA
# title: "Nothing is booked more than six months ahead"
# description: "Nothing is booked more than six months ahead."
# custom:
#   clause: "3"
#   statements: ["S18"]
findings contains {
	"id": "not-too-early/longest/0-missing",
	"rule": "not-too-early",
	"title": "Nothing is booked more than six months ahead",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	f.received_on_given == false
	either_2 := request.any_of([
		f.days_from_date_to_received_on_plus_6_months_known == false,
		f.days_from_date_to_received_on_plus_6_months < 0,
	])
	either_2
	who := []
	by := f["by date"]
}

# METADATA
# title: "Nothing is booked more than six months ahead"
# description: "Nothing is booked more than six months ahead."
# custom:
#   clause: "3"
#   statements: ["S18"]
findings contains {
	"id": "not-too-early/longest/1-early",
	"rule": "not-too-early",
	"title": "Nothing is booked more than six months ahead",
	"failure": "early",
	"outcome": "refused",
	"clause": "3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	either_2 := request.any_of([
		f.days_from_date_to_received_on_plus_6_months_known == false,
		f.days_from_date_to_received_on_plus_6_months < 0,
	])
	either_2
	f.received_on_given == true
	who := []
	by := null
}

# METADATA
# title: "Notice, for requests received until 31 August 2026"
# description: "A tier 1 room is asked for at least three working days ahead, and a tier 2 room at
#   least five. A large event is asked for at least twenty working days ahead. A large event that is
#   asked for late is refused, and may be asked for again with a later date. A late request for a
#   tier 1 room may go ahead if entry is by ticket only. A late request for a tier 2 room may go
#   ahead if entry is by ticket only, stewards are on the doors and the whole event is recorded."
# custom:
#   clause: "3"
#   statements: ["S19", "S21", "S22", "S23", "S24"]
findings contains {
	"id": "notice-until-august-2026/case-1-notice/0-missing",
	"rule": "notice-until-august-2026",
	"title": "Notice, for requests received until 31 August 2026",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.days_from_in_force_on_to_2026_08_31_known == true
	f.days_from_in_force_on_to_2026_08_31 >= 0
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	f.received_on_given == false
	either_2 := request.any_of([
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		request.all_of([
			f.days_from_date_to_received_on_plus_6_months_known == true,
			f.days_from_date_to_received_on_plus_6_months >= 0,
		]),
	])
	either_2
	either_3 := request.any_of([
		request.all_of([
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			request.any_of([
				f.days_from_received_on_plus_20_working_days_to_date_known == false,
				f.days_from_received_on_plus_20_working_days_to_date < 0,
			]),
		]),
		request.all_of([
			f.audience <= 100,
			f.room_tier == "tier-2",
			request.any_of([
				f.days_from_received_on_plus_5_working_days_to_date_known == false,
				f.days_from_received_on_plus_5_working_days_to_date < 0,
			]),
		]),
		request.all_of([
			f.room_tier != "tier-3",
			f.audience <= 100,
			f.room_tier != "tier-2",
			request.any_of([
				f.days_from_received_on_plus_3_working_days_to_date_known == false,
				f.days_from_received_on_plus_3_working_days_to_date < 0,
			]),
		]),
	])
	either_3
	who := []
	by := f["by date"]
}

# METADATA
# title: "Notice, for requests received until 31 August 2026"
# description: "A tier 1 room is asked for at least three working days ahead, and a tier 2 room at
#   least five. A large event is asked for at least twenty working days ahead. A large event that is
#   asked for late is refused, and may be asked for again with a later date. A late request for a
#   tier 1 room may go ahead if entry is by ticket only. A late request for a tier 2 room may go
#   ahead if entry is by ticket only, stewards are on the doors and the whole event is recorded."
# custom:
#   clause: "3"
#   statements: ["S19", "S21", "S22", "S23", "S24"]
findings contains {
	"id": "notice-until-august-2026/case-1-notice/1-late",
	"rule": "notice-until-august-2026",
	"title": "Notice, for requests received until 31 August 2026",
	"failure": "late",
	"outcome": "refused",
	"clause": "3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.days_from_in_force_on_to_2026_08_31_known == true
	f.days_from_in_force_on_to_2026_08_31 >= 0
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	either_2 := request.any_of([f.room_tier == "tier-3", f.audience > 100])
	either_2
	either_3 := request.any_of([
		f.days_from_received_on_plus_20_working_days_to_date_known == false,
		f.days_from_received_on_plus_20_working_days_to_date < 0,
	])
	either_3
	f.received_on_given == true
	who := []
	by := null
}

# METADATA
# title: "Notice, for requests received until 31 August 2026"
# description: "A tier 1 room is asked for at least three working days ahead, and a tier 2 room at
#   least five. A large event is asked for at least twenty working days ahead. A large event that is
#   asked for late is refused, and may be asked for again with a later date. A late request for a
#   tier 1 room may go ahead if entry is by ticket only. A late request for a tier 2 room may go
#   ahead if entry is by ticket only, stewards are on the doors and the whole event is recorded."
# custom:
#   clause: "3"
#   statements: ["S19", "S21", "S22", "S23", "S24"]
findings contains {
	"id": "notice-until-august-2026/case-2-notice/1-late",
	"rule": "notice-until-august-2026",
	"title": "Notice, for requests received until 31 August 2026",
	"failure": "late",
	"outcome": "allowed",
	"clause": "3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
	"conditions": conditions,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.days_from_in_force_on_to_2026_08_31_known == true
	f.days_from_in_force_on_to_2026_08_31 >= 0
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	f.audience <= 100
	f.received_on_given == true
	either_2 := request.any_of([
		request.all_of([
			f.room_tier == "tier-2",
			request.any_of([
				f.days_from_received_on_plus_5_working_days_to_date_known == false,
				f.days_from_received_on_plus_5_working_days_to_date < 0,
			]),
		]),
		request.all_of([
			f.room_tier != "tier-3",
			f.room_tier != "tier-2",
			request.any_of([
				f.days_from_received_on_plus_3_working_days_to_date_known == false,
				f.days_from_received_on_plus_3_working_days_to_date < 0,
			]),
		]),
	])
	either_2
	who := []
	by := f["by date"]
	conditions := request.first_of([
		[request.all_of([
			f.room_tier == "tier-2",
			request.any_of([
				f.days_from_received_on_plus_5_working_days_to_date_known == false,
				f.days_from_received_on_plus_5_working_days_to_date < 0,
			]),
		]), ["ticket-only", "stewards", "recorded"]],
		[true, ["ticket-only"]],
	])
}

# METADATA
# title: "Notice, for requests received until 31 August 2026"
# description: "A tier 1 room is asked for at least three working days ahead, and a tier 2 room at
#   least five. A large event is asked for at least twenty working days ahead. A large event that is
#   asked for late is refused, and may be asked for again with a later date. A late request for a
#   tier 1 room may go ahead if entry is by ticket only. A late request for a tier 2 room may go
#   ahead if entry is by ticket only, stewards are on the doors and the whole event is recorded."
# custom:
#   clause: "3"
#   statements: ["S19", "S21", "S22", "S23", "S24"]
findings contains {
	"id": "notice-until-august-2026/ask/in_force_on",
	"rule": "notice-until-august-2026",
	"title": "Notice, for requests received until 31 August 2026",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	either_1 := request.any_of([
		f.days_from_in_force_on_to_2026_08_31_known == false,
		f.days_from_in_force_on_to_2026_08_31 >= 0,
	])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	f.in_force_on_given == false
	either_3 := request.any_of([
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		f.received_on_given == true,
		request.all_of([
			f.days_from_date_to_received_on_plus_6_months_known == true,
			f.days_from_date_to_received_on_plus_6_months >= 0,
		]),
	])
	either_3
	either_4 := request.any_of([
		f.days_from_in_force_on_to_2026_08_31_known == false,
		f.days_from_in_force_on_to_2026_08_31 < 0,
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		request.all_of([f.room_tier != "tier-3", f.audience <= 100]),
		f.received_on_given == true,
		request.all_of([
			f.days_from_received_on_plus_20_working_days_to_date_known == true,
			f.days_from_received_on_plus_20_working_days_to_date >= 0,
		]),
	])
	either_4
	either_5 := request.any_of([
		f.days_from_in_force_on_to_2026_08_31_known == false,
		f.days_from_in_force_on_to_2026_08_31 < 0,
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		f.audience > 100,
		f.room_tier != "tier-2",
		f.received_on_given == true,
		request.all_of([
			f.days_from_received_on_plus_5_working_days_to_date_known == true,
			f.days_from_received_on_plus_5_working_days_to_date >= 0,
		]),
	])
	either_5
	either_6 := request.any_of([
		f.days_from_in_force_on_to_2026_08_31_known == false,
		f.days_from_in_force_on_to_2026_08_31 < 0,
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		f.room_tier == "tier-3",
		f.audience > 100,
		f.room_tier == "tier-2",
		f.received_on_given == true,
		request.all_of([
			f.days_from_received_on_plus_3_working_days_to_date_known == true,
			f.days_from_received_on_plus_3_working_days_to_date >= 0,
		]),
	])
	either_6
	either_7 := request.any_of([
		f.days_from_2026_09_01_to_in_force_on_known == false,
		f.days_from_2026_09_01_to_in_force_on < 0,
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		request.all_of([f.room_tier != "tier-3", f.audience <= 100]),
		f.received_on_given == true,
		request.all_of([
			f.days_from_received_on_plus_20_working_days_to_date_known == true,
			f.days_from_received_on_plus_20_working_days_to_date >= 0,
		]),
	])
	either_7
	either_8 := request.any_of([
		f.days_from_2026_09_01_to_in_force_on_known == false,
		f.days_from_2026_09_01_to_in_force_on < 0,
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		f.audience > 100,
		f.room_tier != "tier-2",
		f.received_on_given == true,
		request.all_of([
			f.days_from_received_on_plus_10_working_days_to_date_known == true,
			f.days_from_received_on_plus_10_working_days_to_date >= 0,
		]),
	])
	either_8
	either_9 := request.any_of([
		f.days_from_2026_09_01_to_in_force_on_known == false,
		f.days_from_2026_09_01_to_in_force_on < 0,
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		f.room_tier == "tier-3",
		f.audience > 100,
		f.room_tier == "tier-2",
		f.received_on_given == true,
		request.all_of([
			f.days_from_received_on_plus_3_working_days_to_date_known == true,
			f.days_from_received_on_plus_3_working_days_to_date >= 0,
		]),
	])
	either_9
	who := []
	by := f["by date"]
}

# METADATA
# title: "Notice"
# description: "A tier 1 room is asked for at least three working days ahead, and a tier 2 room at
#   least ten. A large event is asked for at least twenty working days ahead. A large event that is
#   asked for late is refused, and may be asked for again with a later date. A late request for a
#   tier 1 room may go ahead if entry is by ticket only. A late request for a tier 2 room may go
#   ahead if entry is by ticket only, stewards are on the doors and the whole event is recorded."
# custom:
#   clause: "3"
#   statements: ["S20", "S21", "S22", "S23", "S24"]
findings contains {
	"id": "notice/case-1-notice/0-missing",
	"rule": "notice",
	"title": "Notice",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.days_from_2026_09_01_to_in_force_on_known == true
	f.days_from_2026_09_01_to_in_force_on >= 0
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	f.received_on_given == false
	either_2 := request.any_of([
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		request.all_of([
			f.days_from_date_to_received_on_plus_6_months_known == true,
			f.days_from_date_to_received_on_plus_6_months >= 0,
		]),
	])
	either_2
	either_3 := request.any_of([
		request.all_of([
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			request.any_of([
				f.days_from_received_on_plus_20_working_days_to_date_known == false,
				f.days_from_received_on_plus_20_working_days_to_date < 0,
			]),
			request.any_of([
				f.days_from_in_force_on_to_2026_08_31_known == false,
				f.days_from_in_force_on_to_2026_08_31 < 0,
				request.all_of([
					f.purpose == "partner-teacher",
					f.timetabled == "yes",
					f.class_only == "yes",
				]),
				request.all_of([f.room_tier != "tier-3", f.audience <= 100]),
				request.all_of([
					f.days_from_received_on_plus_20_working_days_to_date_known == true,
					f.days_from_received_on_plus_20_working_days_to_date >= 0,
				]),
			]),
			request.any_of([
				f.days_from_in_force_on_to_2026_08_31_known == false,
				f.days_from_in_force_on_to_2026_08_31 < 0,
				request.all_of([
					f.purpose == "partner-teacher",
					f.timetabled == "yes",
					f.class_only == "yes",
				]),
				f.audience > 100,
				f.room_tier != "tier-2",
				request.all_of([
					f.days_from_received_on_plus_5_working_days_to_date_known == true,
					f.days_from_received_on_plus_5_working_days_to_date >= 0,
				]),
			]),
			request.any_of([
				f.days_from_in_force_on_to_2026_08_31_known == false,
				f.days_from_in_force_on_to_2026_08_31 < 0,
				request.all_of([
					f.purpose == "partner-teacher",
					f.timetabled == "yes",
					f.class_only == "yes",
				]),
				f.room_tier == "tier-3",
				f.audience > 100,
				f.room_tier == "tier-2",
				request.all_of([
					f.days_from_received_on_plus_3_working_days_to_date_known == true,
					f.days_from_received_on_plus_3_working_days_to_date >= 0,
				]),
			]),
		]),
		request.all_of([
			f.audience <= 100,
			f.room_tier == "tier-2",
			request.any_of([
				f.days_from_received_on_plus_10_working_days_to_date_known == false,
				f.days_from_received_on_plus_10_working_days_to_date < 0,
			]),
			request.any_of([
				f.days_from_in_force_on_to_2026_08_31_known == false,
				f.days_from_in_force_on_to_2026_08_31 < 0,
				request.all_of([
					f.purpose == "partner-teacher",
					f.timetabled == "yes",
					f.class_only == "yes",
				]),
				request.all_of([
					f.days_from_received_on_plus_5_working_days_to_date_known == true,
					f.days_from_received_on_plus_5_working_days_to_date >= 0,
				]),
			]),
		]),
		request.all_of([
			f.room_tier != "tier-3",
			f.audience <= 100,
			f.room_tier != "tier-2",
			request.any_of([
				f.days_from_received_on_plus_3_working_days_to_date_known == false,
				f.days_from_received_on_plus_3_working_days_to_date < 0,
			]),
			request.any_of([
				f.days_from_in_force_on_to_2026_08_31_known == false,
				f.days_from_in_force_on_to_2026_08_31 < 0,
				request.all_of([
					f.purpose == "partner-teacher",
					f.timetabled == "yes",
					f.class_only == "yes",
				]),
				request.all_of([
					f.days_from_received_on_plus_3_working_days_to_date_known == true,
					f.days_from_received_on_plus_3_working_days_to_date >= 0,
				]),
			]),
		]),
	])
	either_3
	who := []
	by := f["by date"]
}

# METADATA
# title: "Notice"
# description: "A tier 1 room is asked for at least three working days ahead, and a tier 2 room at
#   least ten. A large event is asked for at least twenty working days ahead. A large event that is
#   asked for late is refused, and may be asked for again with a later date. A late request for a
#   tier 1 room may go ahead if entry is by ticket only. A late request for a tier 2 room may go
#   ahead if entry is by ticket only, stewards are on the doors and the whole event is recorded."
# custom:
#   clause: "3"
#   statements: ["S20", "S21", "S22", "S23", "S24"]
findings contains {
	"id": "notice/case-1-notice/1-late",
	"rule": "notice",
	"title": "Notice",
	"failure": "late",
	"outcome": "refused",
	"clause": "3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.days_from_2026_09_01_to_in_force_on_known == true
	f.days_from_2026_09_01_to_in_force_on >= 0
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	either_2 := request.any_of([f.room_tier == "tier-3", f.audience > 100])
	either_2
	either_3 := request.any_of([
		f.days_from_received_on_plus_20_working_days_to_date_known == false,
		f.days_from_received_on_plus_20_working_days_to_date < 0,
	])
	either_3
	f.received_on_given == true
	who := []
	by := null
}

# METADATA
# title: "Notice"
# description: "A tier 1 room is asked for at least three working days ahead, and a tier 2 room at
#   least ten. A large event is asked for at least twenty working days ahead. A large event that is
#   asked for late is refused, and may be asked for again with a later date. A late request for a
#   tier 1 room may go ahead if entry is by ticket only. A late request for a tier 2 room may go
#   ahead if entry is by ticket only, stewards are on the doors and the whole event is recorded."
# custom:
#   clause: "3"
#   statements: ["S20", "S21", "S22", "S23", "S24"]
findings contains {
	"id": "notice/case-2-notice/1-late",
	"rule": "notice",
	"title": "Notice",
	"failure": "late",
	"outcome": "allowed",
	"clause": "3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
	"conditions": conditions,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.days_from_2026_09_01_to_in_force_on_known == true
	f.days_from_2026_09_01_to_in_force_on >= 0
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	f.audience <= 100
	f.received_on_given == true
	either_2 := request.any_of([
		request.all_of([
			f.room_tier == "tier-2",
			request.any_of([
				f.days_from_received_on_plus_10_working_days_to_date_known == false,
				f.days_from_received_on_plus_10_working_days_to_date < 0,
			]),
		]),
		request.all_of([
			f.room_tier != "tier-3",
			f.room_tier != "tier-2",
			request.any_of([
				f.days_from_received_on_plus_3_working_days_to_date_known == false,
				f.days_from_received_on_plus_3_working_days_to_date < 0,
			]),
		]),
	])
	either_2
	who := []
	by := f["by date"]
	conditions := request.first_of([
		[request.all_of([
			f.room_tier == "tier-2",
			request.any_of([
				f.days_from_received_on_plus_10_working_days_to_date_known == false,
				f.days_from_received_on_plus_10_working_days_to_date < 0,
			]),
		]), ["ticket-only", "stewards", "recorded"]],
		[true, ["ticket-only"]],
	])
}

# METADATA
# title: "Notice"
# description: "A tier 1 room is asked for at least three working days ahead, and a tier 2 room at
#   least ten. A large event is asked for at least twenty working days ahead. A large event that is
#   asked for late is refused, and may be asked for again with a later date. A late request for a
#   tier 1 room may go ahead if entry is by ticket only. A late request for a tier 2 room may go
#   ahead if entry is by ticket only, stewards are on the doors and the whole event is recorded."
# custom:
#   clause: "3"
#   statements: ["S20", "S21", "S22", "S23", "S24"]
findings contains {
	"id": "notice/ask/in_force_on",
	"rule": "notice",
	"title": "Notice",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	either_1 := request.any_of([
		f.days_from_2026_09_01_to_in_force_on_known == false,
		f.days_from_2026_09_01_to_in_force_on >= 0,
	])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	f.in_force_on_given == false
	either_3 := request.any_of([
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		f.received_on_given == true,
		request.all_of([
			f.days_from_date_to_received_on_plus_6_months_known == true,
			f.days_from_date_to_received_on_plus_6_months >= 0,
		]),
	])
	either_3
	either_4 := request.any_of([
		f.days_from_in_force_on_to_2026_08_31_known == false,
		f.days_from_in_force_on_to_2026_08_31 < 0,
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		request.all_of([f.room_tier != "tier-3", f.audience <= 100]),
		f.received_on_given == true,
		request.all_of([
			f.days_from_received_on_plus_20_working_days_to_date_known == true,
			f.days_from_received_on_plus_20_working_days_to_date >= 0,
		]),
	])
	either_4
	either_5 := request.any_of([
		f.days_from_in_force_on_to_2026_08_31_known == false,
		f.days_from_in_force_on_to_2026_08_31 < 0,
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		f.audience > 100,
		f.room_tier != "tier-2",
		f.received_on_given == true,
		request.all_of([
			f.days_from_received_on_plus_5_working_days_to_date_known == true,
			f.days_from_received_on_plus_5_working_days_to_date >= 0,
		]),
	])
	either_5
	either_6 := request.any_of([
		f.days_from_in_force_on_to_2026_08_31_known == false,
		f.days_from_in_force_on_to_2026_08_31 < 0,
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		f.room_tier == "tier-3",
		f.audience > 100,
		f.room_tier == "tier-2",
		f.received_on_given == true,
		request.all_of([
			f.days_from_received_on_plus_3_working_days_to_date_known == true,
			f.days_from_received_on_plus_3_working_days_to_date >= 0,
		]),
	])
	either_6
	either_7 := request.any_of([
		f.days_from_2026_09_01_to_in_force_on_known == false,
		f.days_from_2026_09_01_to_in_force_on < 0,
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		request.all_of([f.room_tier != "tier-3", f.audience <= 100]),
		f.received_on_given == true,
		request.all_of([
			f.days_from_received_on_plus_20_working_days_to_date_known == true,
			f.days_from_received_on_plus_20_working_days_to_date >= 0,
		]),
	])
	either_7
	either_8 := request.any_of([
		f.days_from_2026_09_01_to_in_force_on_known == false,
		f.days_from_2026_09_01_to_in_force_on < 0,
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		f.audience > 100,
		f.room_tier != "tier-2",
		f.received_on_given == true,
		request.all_of([
			f.days_from_received_on_plus_10_working_days_to_date_known == true,
			f.days_from_received_on_plus_10_working_days_to_date >= 0,
		]),
	])
	either_8
	either_9 := request.any_of([
		f.days_from_2026_09_01_to_in_force_on_known == false,
		f.days_from_2026_09_01_to_in_force_on < 0,
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
		f.room_tier == "tier-3",
		f.audience > 100,
		f.room_tier == "tier-2",
		f.received_on_given == true,
		request.all_of([
			f.days_from_received_on_plus_3_working_days_to_date_known == true,
			f.days_from_received_on_plus_3_working_days_to_date >= 0,
		]),
	])
	either_9
	either_10 := request.any_of([
		request.all_of([
			f.days_from_in_force_on_to_2026_08_31_known == true,
			f.days_from_in_force_on_to_2026_08_31 < 0,
		]),
		request.all_of([
			f.purpose == "partner-teacher",
			f.timetabled == "yes",
			f.class_only == "yes",
		]),
	])
	either_10
	who := []
	by := f["by date"]
}

# METADATA
# title: "A large event is approved provisionally first"
# description: "The Vice Principal approves a large event in two steps: The Vice Principal gives
#   provisional approval within five working days of the request, and the Prevent Lead then advises.
#   Where a decision is overdue, the request goes up: from the Assistant Principal to the Vice
#   Principal, and from the Vice Principal to the Principal. No request is approved because nobody
#   has answered it."
# custom:
#   clause: "4"
#   statements: ["S29", "S30", "S33", "S34"]
findings contains {
	"id": "provisional-approval/vice-principal/0-declined",
	"rule": "provisional-approval",
	"title": "A large event is approved provisionally first",
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
	either_1 := request.any_of([f.room_tier == "tier-3", f.audience > 100])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	f.provisional_approvals__vice_principal__decision == "declined"
	who := ["vice-principal"]
	by := null
}

# METADATA
# title: "A large event is approved provisionally first"
# description: "The Vice Principal approves a large event in two steps: The Vice Principal gives
#   provisional approval within five working days of the request, and the Prevent Lead then advises.
#   Where a decision is overdue, the request goes up: from the Assistant Principal to the Vice
#   Principal, and from the Vice Principal to the Principal. No request is approved because nobody
#   has answered it."
# custom:
#   clause: "4"
#   statements: ["S29", "S30", "S33", "S34"]
findings contains {
	"id": "provisional-approval/vice-principal/1-overdue",
	"rule": "provisional-approval",
	"title": "A large event is approved provisionally first",
	"failure": "overdue",
	"outcome": "referred",
	"clause": "4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	either_1 := request.any_of([f.room_tier == "tier-3", f.audience > 100])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	f.days_from_today_to_received_on_plus_5_working_days_known == true
	f.days_from_today_to_received_on_plus_5_working_days < 0
	f.provisional_approvals__vice_principal__decision != "granted"
	f.provisional_approvals__vice_principal__decision != "declined"
	who := ["principal"]
	by := f["by date"]
}

# METADATA
# title: "A large event is approved provisionally first"
# description: "The Vice Principal approves a large event in two steps: The Vice Principal gives
#   provisional approval within five working days of the request, and the Prevent Lead then advises.
#   Where a decision is overdue, the request goes up: from the Assistant Principal to the Vice
#   Principal, and from the Vice Principal to the Principal. No request is approved because nobody
#   has answered it."
# custom:
#   clause: "4"
#   statements: ["S29", "S30", "S33", "S34"]
findings contains {
	"id": "provisional-approval/vice-principal/2-missing",
	"rule": "provisional-approval",
	"title": "A large event is approved provisionally first",
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
	either_1 := request.any_of([f.room_tier == "tier-3", f.audience > 100])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	f.provisional_approvals__vice_principal__decision != "granted"
	f.provisional_approvals__vice_principal__decision != "declined"
	either_3 := request.any_of([
		f.days_from_today_to_received_on_plus_5_working_days_known == false,
		f.days_from_today_to_received_on_plus_5_working_days >= 0,
	])
	either_3
	who := ["vice-principal"]
	by := f["by received_on_plus_5_working_days"]
}

# METADATA
# title: "The Prevent Lead advises on a large event"
# description: "The Vice Principal gives provisional approval within five working days of the
#   request, and the Prevent Lead then advises."
# custom:
#   clause: "4"
#   statements: ["S30"]
findings contains {
	"id": "prevent-advice/any/0-early",
	"rule": "prevent-advice",
	"title": "The Prevent Lead advises on a large event",
	"failure": "early",
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
	either_1 := request.any_of([f.room_tier == "tier-3", f.audience > 100])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	f.advice__prevent_lead__date_given == true
	either_3 := request.any_of([
		f.days_from_provisional_approvals__vice_principal__date_to_advice__prevent_lead__latest_known == false,
		f.days_from_provisional_approvals__vice_principal__date_to_advice__prevent_lead__latest < 0,
	])
	either_3
	who := ["prevent-lead"]
	by := f["by date_minus_5_working_days"]
}

# METADATA
# title: "The Prevent Lead advises on a large event"
# description: "The Vice Principal gives provisional approval within five working days of the
#   request, and the Prevent Lead then advises."
# custom:
#   clause: "4"
#   statements: ["S30"]
findings contains {
	"id": "prevent-advice/any/1-missing",
	"rule": "prevent-advice",
	"title": "The Prevent Lead advises on a large event",
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
	either_1 := request.any_of([f.room_tier == "tier-3", f.audience > 100])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	either_3 := request.any_of([
		f.days_from_provisional_approvals__vice_principal__date_to_advice__prevent_lead__latest_known == false,
		f.days_from_provisional_approvals__vice_principal__date_to_advice__prevent_lead__latest < 0,
	])
	either_3
	f.advice__prevent_lead__date_given == false
	who := ["prevent-lead"]
	by := f["by date_minus_5_working_days"]
}

# METADATA
# title: "Approval"
# description: "The Head of Department or the Estates Manager approves the use of a tier 1 room by
#   up to 50 people. The Assistant Principal approves the use of a tier 2 room, and any event for
#   more than 50 people that is not large. The Assistant Principal decides within five working days
#   of the request; where they have not decided, the Duty Manager may decide in their place. The
#   Vice Principal approves a large event in two steps: After that advice, and at least five working
#   days before the event, the Vice Principal gives final approval; where they have not decided, the
#   Director of Students may decide in their place. The Principal signs the final approval as well,
#   unless the same person holds both posts. Where a decision is overdue, the request goes up: from
#   the Assistant Principal to the Vice Principal, and from the Vice Principal to the Principal. No
#   request is approved because nobody has answered it."
# custom:
#   clause: "4"
#   statements: ["S26", "S27", "S28", "S29", "S31", "S32", "S33", "S34"]
findings contains {
	"id": "approval/case-1-vice-principal/0-declined",
	"rule": "approval",
	"title": "Approval",
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
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	either_2 := request.any_of([
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			f.approvals__vice_principal__decision == "declined",
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			f.approvals__vice_principal__decision_given == false,
			f.approvals__director_of_students__decision == "declined",
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			f.approvals__principal__decision == "declined",
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			request.any_of([f.room_tier == "tier-2", f.audience > 50]),
			f.approvals__assistant_principal__decision == "declined",
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			request.any_of([f.room_tier == "tier-2", f.audience > 50]),
			f.approvals__assistant_principal__decision_given == false,
			f.approvals__duty_manager__decision == "declined",
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			f.room_tier != "tier-2",
			f.audience <= 50,
			f.approvals__head_of_department__decision == "declined",
			f.approvals__estates_manager__decision == "declined",
		]),
	])
	either_2
	who := request.who({
		"vice-principal": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			f.approvals__vice_principal__decision == "declined",
		]),
		"director-of-students": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			f.approvals__vice_principal__decision_given == false,
			f.approvals__director_of_students__decision == "declined",
		]),
		"principal": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			f.approvals__principal__decision == "declined",
		]),
		"assistant-principal": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			request.any_of([f.room_tier == "tier-2", f.audience > 50]),
			f.approvals__assistant_principal__decision == "declined",
		]),
		"duty-manager": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			request.any_of([f.room_tier == "tier-2", f.audience > 50]),
			f.approvals__assistant_principal__decision_given == false,
			f.approvals__duty_manager__decision == "declined",
		]),
		"head-of-department": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			f.room_tier != "tier-2",
			f.audience <= 50,
			f.approvals__head_of_department__decision == "declined",
			f.approvals__estates_manager__decision == "declined",
		]),
		"estates-manager": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			f.room_tier != "tier-2",
			f.audience <= 50,
			f.approvals__head_of_department__decision == "declined",
			f.approvals__estates_manager__decision == "declined",
		]),
	})
	by := null
}

# METADATA
# title: "Approval"
# description: "The Head of Department or the Estates Manager approves the use of a tier 1 room by
#   up to 50 people. The Assistant Principal approves the use of a tier 2 room, and any event for
#   more than 50 people that is not large. The Assistant Principal decides within five working days
#   of the request; where they have not decided, the Duty Manager may decide in their place. The
#   Vice Principal approves a large event in two steps: After that advice, and at least five working
#   days before the event, the Vice Principal gives final approval; where they have not decided, the
#   Director of Students may decide in their place. The Principal signs the final approval as well,
#   unless the same person holds both posts. Where a decision is overdue, the request goes up: from
#   the Assistant Principal to the Vice Principal, and from the Vice Principal to the Principal. No
#   request is approved because nobody has answered it."
# custom:
#   clause: "4"
#   statements: ["S26", "S27", "S28", "S29", "S31", "S32", "S33", "S34"]
findings contains {
	"id": "approval/case-1-vice-principal/2-early",
	"rule": "approval",
	"title": "Approval",
	"failure": "early",
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
		f.purpose != "class-visit",
		f.timetabled != "yes",
		f.room_tier != "tier-1",
		f.audience > 50,
	])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	either_3 := request.any_of([f.room_tier == "tier-3", f.audience > 100])
	either_3
	f.approvals__vice_principal__decision == "granted"
	either_4 := request.any_of([
		f.days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest_known == false,
		f.days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest < 0,
	])
	either_4
	who := ["vice-principal"]
	by := f["by date"]
}

# METADATA
# title: "Approval"
# description: "The Head of Department or the Estates Manager approves the use of a tier 1 room by
#   up to 50 people. The Assistant Principal approves the use of a tier 2 room, and any event for
#   more than 50 people that is not large. The Assistant Principal decides within five working days
#   of the request; where they have not decided, the Duty Manager may decide in their place. The
#   Vice Principal approves a large event in two steps: After that advice, and at least five working
#   days before the event, the Vice Principal gives final approval; where they have not decided, the
#   Director of Students may decide in their place. The Principal signs the final approval as well,
#   unless the same person holds both posts. Where a decision is overdue, the request goes up: from
#   the Assistant Principal to the Vice Principal, and from the Vice Principal to the Principal. No
#   request is approved because nobody has answered it."
# custom:
#   clause: "4"
#   statements: ["S26", "S27", "S28", "S29", "S31", "S32", "S33", "S34"]
findings contains {
	"id": "approval/case-1-vice-principal/3-early",
	"rule": "approval",
	"title": "Approval",
	"failure": "early",
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
		f.purpose != "class-visit",
		f.timetabled != "yes",
		f.room_tier != "tier-1",
		f.audience > 50,
	])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	either_3 := request.any_of([f.room_tier == "tier-3", f.audience > 100])
	either_3
	f.approvals__vice_principal__decision_given == false
	f.approvals__director_of_students__decision == "granted"
	either_4 := request.any_of([
		f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest_known == false,
		f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest < 0,
	])
	either_4
	who := ["director-of-students"]
	by := f["by date"]
}

# METADATA
# title: "Approval"
# description: "The Head of Department or the Estates Manager approves the use of a tier 1 room by
#   up to 50 people. The Assistant Principal approves the use of a tier 2 room, and any event for
#   more than 50 people that is not large. The Assistant Principal decides within five working days
#   of the request; where they have not decided, the Duty Manager may decide in their place. The
#   Vice Principal approves a large event in two steps: After that advice, and at least five working
#   days before the event, the Vice Principal gives final approval; where they have not decided, the
#   Director of Students may decide in their place. The Principal signs the final approval as well,
#   unless the same person holds both posts. Where a decision is overdue, the request goes up: from
#   the Assistant Principal to the Vice Principal, and from the Vice Principal to the Principal. No
#   request is approved because nobody has answered it."
# custom:
#   clause: "4"
#   statements: ["S26", "S27", "S28", "S29", "S31", "S32", "S33", "S34"]
findings contains {
	"id": "approval/case-1-vice-principal/4-overdue",
	"rule": "approval",
	"title": "Approval",
	"failure": "overdue",
	"outcome": "referred",
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
		f.purpose != "class-visit",
		f.timetabled != "yes",
		f.room_tier != "tier-1",
		f.audience > 50,
	])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	either_3 := request.any_of([
		request.all_of([
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			f.days_from_today_to_date_minus_5_working_days_known == true,
			f.days_from_today_to_date_minus_5_working_days < 0,
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "granted",
				f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest_known == false,
				f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest < 0,
			]),
			f.approvals__vice_principal__decision != "declined",
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "declined",
			]),
			f.approvals__vice_principal__decision != "granted",
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "granted",
			]),
		]),
		request.all_of([
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			f.days_from_today_to_date_minus_5_working_days_known == true,
			f.days_from_today_to_date_minus_5_working_days < 0,
			request.any_of([
				f.approvals__vice_principal__decision != "granted",
				f.days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest_known == false,
				f.days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest < 0,
				f.approvals__vice_principal__by != "ines ashcombe",
			]),
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "granted",
				f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest_known == false,
				f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest < 0,
				f.approvals__director_of_students__by != "ines ashcombe",
			]),
			f.approvals__principal__decision != "declined",
			f.approvals__principal__decision != "granted",
		]),
		request.all_of([
			f.room_tier != "tier-3",
			f.audience <= 100,
			request.any_of([f.room_tier == "tier-2", f.audience > 50]),
			f.days_from_today_to_received_on_plus_5_working_days_known == true,
			f.days_from_today_to_received_on_plus_5_working_days < 0,
			f.approvals__assistant_principal__decision != "granted",
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "granted",
			]),
			f.approvals__assistant_principal__decision != "declined",
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "declined",
			]),
		]),
	])
	either_3
	who := request.who({
		"principal": request.any_of([
			request.all_of([
				request.any_of([f.room_tier == "tier-3", f.audience > 100]),
				f.days_from_today_to_date_minus_5_working_days_known == true,
				f.days_from_today_to_date_minus_5_working_days < 0,
				request.any_of([
					f.approvals__vice_principal__decision_given == true,
					f.approvals__director_of_students__decision != "granted",
					f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest_known == false,
					f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest < 0,
				]),
				f.approvals__vice_principal__decision != "declined",
				request.any_of([
					f.approvals__vice_principal__decision_given == true,
					f.approvals__director_of_students__decision != "declined",
				]),
				f.approvals__vice_principal__decision != "granted",
				request.any_of([
					f.approvals__vice_principal__decision_given == true,
					f.approvals__director_of_students__decision != "granted",
				]),
			]),
			request.all_of([
				request.any_of([f.room_tier == "tier-3", f.audience > 100]),
				f.days_from_today_to_date_minus_5_working_days_known == true,
				f.days_from_today_to_date_minus_5_working_days < 0,
				request.any_of([
					f.approvals__vice_principal__decision != "granted",
					f.days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest_known == false,
					f.days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest < 0,
					f.approvals__vice_principal__by != "ines ashcombe",
				]),
				request.any_of([
					f.approvals__vice_principal__decision_given == true,
					f.approvals__director_of_students__decision != "granted",
					f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest_known == false,
					f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest < 0,
					f.approvals__director_of_students__by != "ines ashcombe",
				]),
				f.approvals__principal__decision != "declined",
				f.approvals__principal__decision != "granted",
			]),
		]),
		"vice-principal": request.all_of([
			f.room_tier != "tier-3",
			f.audience <= 100,
			request.any_of([f.room_tier == "tier-2", f.audience > 50]),
			f.days_from_today_to_received_on_plus_5_working_days_known == true,
			f.days_from_today_to_received_on_plus_5_working_days < 0,
			f.approvals__assistant_principal__decision != "granted",
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "granted",
			]),
			f.approvals__assistant_principal__decision != "declined",
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "declined",
			]),
		]),
	})
	by := f["by date"]
}

# METADATA
# title: "Approval"
# description: "The Head of Department or the Estates Manager approves the use of a tier 1 room by
#   up to 50 people. The Assistant Principal approves the use of a tier 2 room, and any event for
#   more than 50 people that is not large. The Assistant Principal decides within five working days
#   of the request; where they have not decided, the Duty Manager may decide in their place. The
#   Vice Principal approves a large event in two steps: After that advice, and at least five working
#   days before the event, the Vice Principal gives final approval; where they have not decided, the
#   Director of Students may decide in their place. The Principal signs the final approval as well,
#   unless the same person holds both posts. Where a decision is overdue, the request goes up: from
#   the Assistant Principal to the Vice Principal, and from the Vice Principal to the Principal. No
#   request is approved because nobody has answered it."
# custom:
#   clause: "4"
#   statements: ["S26", "S27", "S28", "S29", "S31", "S32", "S33", "S34"]
findings contains {
	"id": "approval/case-1-vice-principal/5-missing",
	"rule": "approval",
	"title": "Approval",
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
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	either_2 := request.any_of([
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "granted",
				f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest_known == false,
				f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest < 0,
			]),
			f.approvals__vice_principal__decision != "declined",
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "declined",
			]),
			f.approvals__vice_principal__decision != "granted",
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "granted",
			]),
			request.any_of([
				f.days_from_today_to_date_minus_5_working_days_known == false,
				f.days_from_today_to_date_minus_5_working_days >= 0,
			]),
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			request.any_of([
				f.approvals__vice_principal__decision != "granted",
				f.days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest_known == false,
				f.days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest < 0,
				f.approvals__vice_principal__by != "ines ashcombe",
			]),
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "granted",
				f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest_known == false,
				f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest < 0,
				f.approvals__director_of_students__by != "ines ashcombe",
			]),
			f.approvals__principal__decision != "declined",
			f.approvals__principal__decision != "granted",
			request.any_of([
				f.days_from_today_to_date_minus_5_working_days_known == false,
				f.days_from_today_to_date_minus_5_working_days >= 0,
			]),
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			request.any_of([f.room_tier == "tier-2", f.audience > 50]),
			f.approvals__assistant_principal__decision != "granted",
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "granted",
			]),
			f.approvals__assistant_principal__decision != "declined",
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "declined",
			]),
			request.any_of([
				f.days_from_today_to_received_on_plus_5_working_days_known == false,
				f.days_from_today_to_received_on_plus_5_working_days >= 0,
			]),
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			f.room_tier != "tier-2",
			f.audience <= 50,
			f.approvals__head_of_department__decision != "granted",
			f.approvals__estates_manager__decision != "granted",
			request.any_of([
				f.approvals__head_of_department__decision != "declined",
				f.approvals__estates_manager__decision != "declined",
			]),
		]),
	])
	either_2
	who := request.who({
		"vice-principal": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "granted",
				f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest_known == false,
				f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest < 0,
			]),
			f.approvals__vice_principal__decision != "declined",
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "declined",
			]),
			f.approvals__vice_principal__decision != "granted",
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "granted",
			]),
			request.any_of([
				f.days_from_today_to_date_minus_5_working_days_known == false,
				f.days_from_today_to_date_minus_5_working_days >= 0,
			]),
		]),
		"principal": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			request.any_of([
				f.approvals__vice_principal__decision != "granted",
				f.days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest_known == false,
				f.days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest < 0,
				f.approvals__vice_principal__by != "ines ashcombe",
			]),
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "granted",
				f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest_known == false,
				f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest < 0,
				f.approvals__director_of_students__by != "ines ashcombe",
			]),
			f.approvals__principal__decision != "declined",
			f.approvals__principal__decision != "granted",
			request.any_of([
				f.days_from_today_to_date_minus_5_working_days_known == false,
				f.days_from_today_to_date_minus_5_working_days >= 0,
			]),
		]),
		"assistant-principal": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			request.any_of([f.room_tier == "tier-2", f.audience > 50]),
			f.approvals__assistant_principal__decision != "granted",
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "granted",
			]),
			f.approvals__assistant_principal__decision != "declined",
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "declined",
			]),
			request.any_of([
				f.days_from_today_to_received_on_plus_5_working_days_known == false,
				f.days_from_today_to_received_on_plus_5_working_days >= 0,
			]),
		]),
		"head-of-department": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			f.room_tier != "tier-2",
			f.audience <= 50,
			f.approvals__head_of_department__decision != "granted",
			f.approvals__estates_manager__decision != "granted",
			request.any_of([
				f.approvals__head_of_department__decision != "declined",
				f.approvals__estates_manager__decision != "declined",
			]),
		]),
		"estates-manager": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			f.room_tier != "tier-2",
			f.audience <= 50,
			f.approvals__head_of_department__decision != "granted",
			f.approvals__estates_manager__decision != "granted",
			request.any_of([
				f.approvals__head_of_department__decision != "declined",
				f.approvals__estates_manager__decision != "declined",
			]),
		]),
	})
	by := request.first_of([
		[request.any_of([
			request.all_of([
				request.any_of([
					f.purpose != "class-visit",
					f.timetabled != "yes",
					f.room_tier != "tier-1",
					f.audience > 50,
				]),
				request.any_of([f.room_tier == "tier-3", f.audience > 100]),
				request.any_of([
					f.approvals__vice_principal__decision_given == true,
					f.approvals__director_of_students__decision != "granted",
					f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest_known == false,
					f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest < 0,
				]),
				f.approvals__vice_principal__decision != "declined",
				request.any_of([
					f.approvals__vice_principal__decision_given == true,
					f.approvals__director_of_students__decision != "declined",
				]),
				f.approvals__vice_principal__decision != "granted",
				request.any_of([
					f.approvals__vice_principal__decision_given == true,
					f.approvals__director_of_students__decision != "granted",
				]),
				request.any_of([
					f.days_from_today_to_date_minus_5_working_days_known == false,
					f.days_from_today_to_date_minus_5_working_days >= 0,
				]),
			]),
			request.all_of([
				request.any_of([
					f.purpose != "class-visit",
					f.timetabled != "yes",
					f.room_tier != "tier-1",
					f.audience > 50,
				]),
				request.any_of([f.room_tier == "tier-3", f.audience > 100]),
				request.any_of([
					f.approvals__vice_principal__decision != "granted",
					f.days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest_known == false,
					f.days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest < 0,
					f.approvals__vice_principal__by != "ines ashcombe",
				]),
				request.any_of([
					f.approvals__vice_principal__decision_given == true,
					f.approvals__director_of_students__decision != "granted",
					f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest_known == false,
					f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest < 0,
					f.approvals__director_of_students__by != "ines ashcombe",
				]),
				f.approvals__principal__decision != "declined",
				f.approvals__principal__decision != "granted",
				request.any_of([
					f.days_from_today_to_date_minus_5_working_days_known == false,
					f.days_from_today_to_date_minus_5_working_days >= 0,
				]),
			]),
		]), f["by date_minus_5_working_days"]],
		[request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			request.any_of([f.room_tier == "tier-2", f.audience > 50]),
			f.approvals__assistant_principal__decision != "granted",
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "granted",
			]),
			f.approvals__assistant_principal__decision != "declined",
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "declined",
			]),
			request.any_of([
				f.days_from_today_to_received_on_plus_5_working_days_known == false,
				f.days_from_today_to_received_on_plus_5_working_days >= 0,
			]),
		]), f["by received_on_plus_5_working_days"]],
		[true, f["by date"]],
	])
}

# METADATA
# title: "Approval"
# description: "The Head of Department or the Estates Manager approves the use of a tier 1 room by
#   up to 50 people. The Assistant Principal approves the use of a tier 2 room, and any event for
#   more than 50 people that is not large. The Assistant Principal decides within five working days
#   of the request; where they have not decided, the Duty Manager may decide in their place. The
#   Vice Principal approves a large event in two steps: After that advice, and at least five working
#   days before the event, the Vice Principal gives final approval; where they have not decided, the
#   Director of Students may decide in their place. The Principal signs the final approval as well,
#   unless the same person holds both posts. Where a decision is overdue, the request goes up: from
#   the Assistant Principal to the Vice Principal, and from the Vice Principal to the Principal. No
#   request is approved because nobody has answered it."
# custom:
#   clause: "4"
#   statements: ["S26", "S27", "S28", "S29", "S31", "S32", "S33", "S34"]
findings contains {
	"id": "approval/case-1-counter-principal/1-early",
	"rule": "approval",
	"title": "Approval",
	"failure": "early",
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
		f.purpose != "class-visit",
		f.timetabled != "yes",
		f.room_tier != "tier-1",
		f.audience > 50,
	])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	either_3 := request.any_of([f.room_tier == "tier-3", f.audience > 100])
	either_3
	f.approvals__principal__decision == "granted"
	either_4 := request.any_of([
		f.days_from_advice__prevent_lead__date_to_approvals__principal__latest_known == false,
		f.days_from_advice__prevent_lead__date_to_approvals__principal__latest < 0,
	])
	either_4
	either_5 := request.any_of([
		f.approvals__vice_principal__decision != "granted",
		f.days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest_known == false,
		f.days_from_advice__prevent_lead__date_to_approvals__vice_principal__latest < 0,
		f.approvals__vice_principal__by != "ines ashcombe",
	])
	either_5
	either_6 := request.any_of([
		f.approvals__vice_principal__decision_given == true,
		f.approvals__director_of_students__decision != "granted",
		f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest_known == false,
		f.days_from_advice__prevent_lead__date_to_approvals__director_of_students__latest < 0,
		f.approvals__director_of_students__by != "ines ashcombe",
	])
	either_6
	who := ["principal"]
	by := f["by date"]
}

# METADATA
# title: "Approval"
# description: "The Head of Department or the Estates Manager approves the use of a tier 1 room by
#   up to 50 people. The Assistant Principal approves the use of a tier 2 room, and any event for
#   more than 50 people that is not large. The Assistant Principal decides within five working days
#   of the request; where they have not decided, the Duty Manager may decide in their place. The
#   Vice Principal approves a large event in two steps: After that advice, and at least five working
#   days before the event, the Vice Principal gives final approval; where they have not decided, the
#   Director of Students may decide in their place. The Principal signs the final approval as well,
#   unless the same person holds both posts. Where a decision is overdue, the request goes up: from
#   the Assistant Principal to the Vice Principal, and from the Vice Principal to the Principal. No
#   request is approved because nobody has answered it."
# custom:
#   clause: "4"
#   statements: ["S26", "S27", "S28", "S29", "S31", "S32", "S33", "S34"]
findings contains {
	"id": "approval/ask/timetabled",
	"rule": "approval",
	"title": "Approval",
	"failure": "unanswered",
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
	f.purpose == "class-visit"
	f.room_tier == "tier-1"
	f.audience <= 50
	f.timetabled_given == false
	who := []
	by := f["by date"]
}

# METADATA
# title: "Visits to a class are presumed to be approved"
# description: "A visit by an employer, a university or a public service to a timetabled class of
#   up to 50 in a tier 1 room is presumed to be approved."
# custom:
#   clause: "4"
#   statements: ["S35"]
findings contains {
	"id": "presumed-approval/rule/0-applies",
	"rule": "presumed-approval",
	"title": "Visits to a class are presumed to be approved",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.purpose == "class-visit"
	f.timetabled == "yes"
	f.room_tier == "tier-1"
	f.audience <= 50
	who := []
	by := f["by date"]
}

# METADATA
# title: "Visits to a class are presumed to be approved"
# description: "A visit by an employer, a university or a public service to a timetabled class of
#   up to 50 in a tier 1 room is presumed to be approved."
# custom:
#   clause: "4"
#   statements: ["S35"]
findings contains {
	"id": "presumed-approval/ask/timetabled",
	"rule": "presumed-approval",
	"title": "Visits to a class are presumed to be approved",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	false
	who := []
	by := f["by date"]
}

# METADATA
# title: "What has changed is approved again"
# description: "If the date, the room or a speaker changes after approval, it is approved again by
#   whoever has to approve it."
# custom:
#   clause: "7"
#   statements: ["S46"]
findings contains {
	"id": "approved-again/case-1-vice-principal/0-declined",
	"rule": "approved-again",
	"title": "What has changed is approved again",
	"failure": "declined",
	"outcome": "refused",
	"clause": "7",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.changed_on_given == true
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	either_2 := request.any_of([
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			f.approvals__vice_principal__decision == "declined",
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			f.approvals__vice_principal__decision_given == false,
			f.approvals__director_of_students__decision == "declined",
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			f.approvals__principal__decision == "declined",
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			request.any_of([f.room_tier == "tier-2", f.audience > 50]),
			f.approvals__assistant_principal__decision == "declined",
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			request.any_of([f.room_tier == "tier-2", f.audience > 50]),
			f.approvals__assistant_principal__decision_given == false,
			f.approvals__duty_manager__decision == "declined",
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			f.room_tier != "tier-2",
			f.audience <= 50,
			f.approvals__head_of_department__decision == "declined",
			f.approvals__estates_manager__decision == "declined",
		]),
	])
	either_2
	who := request.who({
		"vice-principal": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			f.approvals__vice_principal__decision == "declined",
		]),
		"director-of-students": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			f.approvals__vice_principal__decision_given == false,
			f.approvals__director_of_students__decision == "declined",
		]),
		"principal": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			f.approvals__principal__decision == "declined",
		]),
		"assistant-principal": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			request.any_of([f.room_tier == "tier-2", f.audience > 50]),
			f.approvals__assistant_principal__decision == "declined",
		]),
		"duty-manager": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			request.any_of([f.room_tier == "tier-2", f.audience > 50]),
			f.approvals__assistant_principal__decision_given == false,
			f.approvals__duty_manager__decision == "declined",
		]),
		"head-of-department": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			f.room_tier != "tier-2",
			f.audience <= 50,
			f.approvals__head_of_department__decision == "declined",
			f.approvals__estates_manager__decision == "declined",
		]),
		"estates-manager": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			f.room_tier != "tier-2",
			f.audience <= 50,
			f.approvals__head_of_department__decision == "declined",
			f.approvals__estates_manager__decision == "declined",
		]),
	})
	by := null
}

# METADATA
# title: "What has changed is approved again"
# description: "If the date, the room or a speaker changes after approval, it is approved again by
#   whoever has to approve it."
# custom:
#   clause: "7"
#   statements: ["S46"]
findings contains {
	"id": "approved-again/case-1-vice-principal/2-early",
	"rule": "approved-again",
	"title": "What has changed is approved again",
	"failure": "early",
	"outcome": "action-needed",
	"clause": "7",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.changed_on_given == true
	either_1 := request.any_of([
		f.purpose != "class-visit",
		f.timetabled != "yes",
		f.room_tier != "tier-1",
		f.audience > 50,
	])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	either_3 := request.any_of([f.room_tier == "tier-3", f.audience > 100])
	either_3
	f.approvals__vice_principal__decision == "granted"
	either_4 := request.any_of([
		f.days_from_changed_on_to_approvals__vice_principal__latest_known == false,
		f.days_from_changed_on_to_approvals__vice_principal__latest < 0,
	])
	either_4
	who := ["vice-principal"]
	by := f["by date"]
}

# METADATA
# title: "What has changed is approved again"
# description: "If the date, the room or a speaker changes after approval, it is approved again by
#   whoever has to approve it."
# custom:
#   clause: "7"
#   statements: ["S46"]
findings contains {
	"id": "approved-again/case-1-vice-principal/3-early",
	"rule": "approved-again",
	"title": "What has changed is approved again",
	"failure": "early",
	"outcome": "action-needed",
	"clause": "7",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.changed_on_given == true
	either_1 := request.any_of([
		f.purpose != "class-visit",
		f.timetabled != "yes",
		f.room_tier != "tier-1",
		f.audience > 50,
	])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	either_3 := request.any_of([f.room_tier == "tier-3", f.audience > 100])
	either_3
	f.approvals__vice_principal__decision_given == false
	f.approvals__director_of_students__decision == "granted"
	either_4 := request.any_of([
		f.days_from_changed_on_to_approvals__director_of_students__latest_known == false,
		f.days_from_changed_on_to_approvals__director_of_students__latest < 0,
	])
	either_4
	who := ["director-of-students"]
	by := f["by date"]
}

# METADATA
# title: "What has changed is approved again"
# description: "If the date, the room or a speaker changes after approval, it is approved again by
#   whoever has to approve it."
# custom:
#   clause: "7"
#   statements: ["S46"]
findings contains {
	"id": "approved-again/case-1-vice-principal/4-missing",
	"rule": "approved-again",
	"title": "What has changed is approved again",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "7",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.changed_on_given == true
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	either_2 := request.any_of([
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "granted",
				f.days_from_changed_on_to_approvals__director_of_students__latest_known == false,
				f.days_from_changed_on_to_approvals__director_of_students__latest < 0,
			]),
			f.approvals__vice_principal__decision != "declined",
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "declined",
			]),
			f.approvals__vice_principal__decision != "granted",
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "granted",
			]),
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			request.any_of([
				f.approvals__vice_principal__decision != "granted",
				f.days_from_changed_on_to_approvals__vice_principal__latest_known == false,
				f.days_from_changed_on_to_approvals__vice_principal__latest < 0,
				f.approvals__vice_principal__by != "ines ashcombe",
			]),
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "granted",
				f.days_from_changed_on_to_approvals__director_of_students__latest_known == false,
				f.days_from_changed_on_to_approvals__director_of_students__latest < 0,
				f.approvals__director_of_students__by != "ines ashcombe",
			]),
			f.approvals__principal__decision != "declined",
			f.approvals__principal__decision != "granted",
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			request.any_of([f.room_tier == "tier-2", f.audience > 50]),
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "granted",
				f.days_from_changed_on_to_approvals__duty_manager__latest_known == false,
				f.days_from_changed_on_to_approvals__duty_manager__latest < 0,
			]),
			f.approvals__assistant_principal__decision != "declined",
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "declined",
			]),
			f.approvals__assistant_principal__decision != "granted",
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "granted",
			]),
		]),
		request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			f.room_tier != "tier-2",
			f.audience <= 50,
			request.any_of([
				f.approvals__head_of_department__decision != "declined",
				f.approvals__estates_manager__decision != "declined",
			]),
			f.approvals__head_of_department__decision != "granted",
			f.approvals__estates_manager__decision != "granted",
		]),
	])
	either_2
	who := request.who({
		"vice-principal": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "granted",
				f.days_from_changed_on_to_approvals__director_of_students__latest_known == false,
				f.days_from_changed_on_to_approvals__director_of_students__latest < 0,
			]),
			f.approvals__vice_principal__decision != "declined",
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "declined",
			]),
			f.approvals__vice_principal__decision != "granted",
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "granted",
			]),
		]),
		"principal": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			request.any_of([f.room_tier == "tier-3", f.audience > 100]),
			request.any_of([
				f.approvals__vice_principal__decision != "granted",
				f.days_from_changed_on_to_approvals__vice_principal__latest_known == false,
				f.days_from_changed_on_to_approvals__vice_principal__latest < 0,
				f.approvals__vice_principal__by != "ines ashcombe",
			]),
			request.any_of([
				f.approvals__vice_principal__decision_given == true,
				f.approvals__director_of_students__decision != "granted",
				f.days_from_changed_on_to_approvals__director_of_students__latest_known == false,
				f.days_from_changed_on_to_approvals__director_of_students__latest < 0,
				f.approvals__director_of_students__by != "ines ashcombe",
			]),
			f.approvals__principal__decision != "declined",
			f.approvals__principal__decision != "granted",
		]),
		"assistant-principal": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
				f.audience > 50,
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			request.any_of([f.room_tier == "tier-2", f.audience > 50]),
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "granted",
				f.days_from_changed_on_to_approvals__duty_manager__latest_known == false,
				f.days_from_changed_on_to_approvals__duty_manager__latest < 0,
			]),
			f.approvals__assistant_principal__decision != "declined",
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "declined",
			]),
			f.approvals__assistant_principal__decision != "granted",
			request.any_of([
				f.approvals__assistant_principal__decision_given == true,
				f.approvals__duty_manager__decision != "granted",
			]),
		]),
		"head-of-department": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			f.room_tier != "tier-2",
			f.audience <= 50,
			request.any_of([
				f.approvals__head_of_department__decision != "declined",
				f.approvals__estates_manager__decision != "declined",
			]),
			f.approvals__head_of_department__decision != "granted",
			f.approvals__estates_manager__decision != "granted",
		]),
		"estates-manager": request.all_of([
			request.any_of([
				f.purpose != "class-visit",
				f.timetabled != "yes",
				f.room_tier != "tier-1",
			]),
			f.room_tier != "tier-3",
			f.audience <= 100,
			f.room_tier != "tier-2",
			f.audience <= 50,
			request.any_of([
				f.approvals__head_of_department__decision != "declined",
				f.approvals__estates_manager__decision != "declined",
			]),
			f.approvals__head_of_department__decision != "granted",
			f.approvals__estates_manager__decision != "granted",
		]),
	})
	by := f["by date"]
}

# METADATA
# title: "What has changed is approved again"
# description: "If the date, the room or a speaker changes after approval, it is approved again by
#   whoever has to approve it."
# custom:
#   clause: "7"
#   statements: ["S46"]
findings contains {
	"id": "approved-again/case-1-counter-principal/1-early",
	"rule": "approved-again",
	"title": "What has changed is approved again",
	"failure": "early",
	"outcome": "action-needed",
	"clause": "7",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.changed_on_given == true
	either_1 := request.any_of([
		f.purpose != "class-visit",
		f.timetabled != "yes",
		f.room_tier != "tier-1",
		f.audience > 50,
	])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	either_3 := request.any_of([f.room_tier == "tier-3", f.audience > 100])
	either_3
	f.approvals__principal__decision == "granted"
	either_4 := request.any_of([
		f.days_from_changed_on_to_approvals__principal__latest_known == false,
		f.days_from_changed_on_to_approvals__principal__latest < 0,
	])
	either_4
	either_5 := request.any_of([
		f.approvals__vice_principal__decision != "granted",
		f.days_from_changed_on_to_approvals__vice_principal__latest_known == false,
		f.days_from_changed_on_to_approvals__vice_principal__latest < 0,
		f.approvals__vice_principal__by != "ines ashcombe",
	])
	either_5
	either_6 := request.any_of([
		f.approvals__vice_principal__decision_given == true,
		f.approvals__director_of_students__decision != "granted",
		f.days_from_changed_on_to_approvals__director_of_students__latest_known == false,
		f.days_from_changed_on_to_approvals__director_of_students__latest < 0,
		f.approvals__director_of_students__by != "ines ashcombe",
	])
	either_6
	who := ["principal"]
	by := f["by date"]
}

# METADATA
# title: "What has changed is approved again"
# description: "If the date, the room or a speaker changes after approval, it is approved again by
#   whoever has to approve it."
# custom:
#   clause: "7"
#   statements: ["S46"]
findings contains {
	"id": "approved-again/case-2-assistant-principal/2-early",
	"rule": "approved-again",
	"title": "What has changed is approved again",
	"failure": "early",
	"outcome": "action-needed",
	"clause": "7",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.changed_on_given == true
	either_1 := request.any_of([
		f.purpose != "class-visit",
		f.timetabled != "yes",
		f.room_tier != "tier-1",
		f.audience > 50,
	])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	f.room_tier != "tier-3"
	f.audience <= 100
	either_3 := request.any_of([f.room_tier == "tier-2", f.audience > 50])
	either_3
	f.approvals__assistant_principal__decision == "granted"
	either_4 := request.any_of([
		f.days_from_changed_on_to_approvals__assistant_principal__latest_known == false,
		f.days_from_changed_on_to_approvals__assistant_principal__latest < 0,
	])
	either_4
	who := ["assistant-principal"]
	by := f["by date"]
}

# METADATA
# title: "What has changed is approved again"
# description: "If the date, the room or a speaker changes after approval, it is approved again by
#   whoever has to approve it."
# custom:
#   clause: "7"
#   statements: ["S46"]
findings contains {
	"id": "approved-again/case-2-assistant-principal/3-early",
	"rule": "approved-again",
	"title": "What has changed is approved again",
	"failure": "early",
	"outcome": "action-needed",
	"clause": "7",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.changed_on_given == true
	either_1 := request.any_of([
		f.purpose != "class-visit",
		f.timetabled != "yes",
		f.room_tier != "tier-1",
		f.audience > 50,
	])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	f.room_tier != "tier-3"
	f.audience <= 100
	either_3 := request.any_of([f.room_tier == "tier-2", f.audience > 50])
	either_3
	f.approvals__assistant_principal__decision_given == false
	f.approvals__duty_manager__decision == "granted"
	either_4 := request.any_of([
		f.days_from_changed_on_to_approvals__duty_manager__latest_known == false,
		f.days_from_changed_on_to_approvals__duty_manager__latest < 0,
	])
	either_4
	who := ["duty-manager"]
	by := f["by date"]
}

# METADATA
# title: "What has changed is approved again"
# description: "If the date, the room or a speaker changes after approval, it is approved again by
#   whoever has to approve it."
# custom:
#   clause: "7"
#   statements: ["S46"]
findings contains {
	"id": "approved-again/case-3-any/1-early",
	"rule": "approved-again",
	"title": "What has changed is approved again",
	"failure": "early",
	"outcome": "action-needed",
	"clause": "7",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.changed_on_given == true
	either_1 := request.any_of([
		f.purpose != "class-visit",
		f.timetabled != "yes",
		f.room_tier != "tier-1",
	])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	f.room_tier != "tier-3"
	f.audience <= 100
	f.room_tier != "tier-2"
	f.audience <= 50
	f.approvals__head_of_department__decision == "granted"
	either_3 := request.any_of([
		f.days_from_changed_on_to_approvals__head_of_department__latest_known == false,
		f.days_from_changed_on_to_approvals__head_of_department__latest < 0,
	])
	either_3
	either_4 := request.any_of([
		f.approvals__estates_manager__decision != "granted",
		f.days_from_changed_on_to_approvals__estates_manager__latest_known == false,
		f.days_from_changed_on_to_approvals__estates_manager__latest < 0,
	])
	either_4
	who := ["head-of-department"]
	by := f["by date"]
}

# METADATA
# title: "What has changed is approved again"
# description: "If the date, the room or a speaker changes after approval, it is approved again by
#   whoever has to approve it."
# custom:
#   clause: "7"
#   statements: ["S46"]
findings contains {
	"id": "approved-again/case-3-any/2-early",
	"rule": "approved-again",
	"title": "What has changed is approved again",
	"failure": "early",
	"outcome": "action-needed",
	"clause": "7",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.changed_on_given == true
	either_1 := request.any_of([
		f.purpose != "class-visit",
		f.timetabled != "yes",
		f.room_tier != "tier-1",
	])
	either_1
	f.purpose != "staff-meeting"
	either_2 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_2
	f.room_tier != "tier-3"
	f.audience <= 100
	f.room_tier != "tier-2"
	f.audience <= 50
	f.approvals__estates_manager__decision == "granted"
	either_3 := request.any_of([
		f.days_from_changed_on_to_approvals__estates_manager__latest_known == false,
		f.days_from_changed_on_to_approvals__estates_manager__latest < 0,
	])
	either_3
	f.approvals__head_of_department__decision != "granted"
	who := ["estates-manager"]
	by := f["by date"]
}

# METADATA
# title: "Events for more than 50 people are risk-assessed"
# description: "Where more than 50 people are expected, a risk assessment is completed at least
#   three working days before the event."
# custom:
#   clause: "6"
#   statements: ["S42"]
findings contains {
	"id": "risk-assessment/risk_assessment/0-late",
	"rule": "risk-assessment",
	"title": "Events for more than 50 people are risk-assessed",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "6",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.audience > 50
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	f.risk_assessment__completed_given == true
	either_2 := request.any_of([
		f.days_from_risk_assessment__completed_to_date_minus_3_working_days_known == false,
		f.days_from_risk_assessment__completed_to_date_minus_3_working_days < 0,
	])
	either_2
	who := []
	by := f["by date_minus_3_working_days"]
}

# METADATA
# title: "Events for more than 50 people are risk-assessed"
# description: "Where more than 50 people are expected, a risk assessment is completed at least
#   three working days before the event."
# custom:
#   clause: "6"
#   statements: ["S42"]
findings contains {
	"id": "risk-assessment/risk_assessment/1-missing",
	"rule": "risk-assessment",
	"title": "Events for more than 50 people are risk-assessed",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "6",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.audience > 50
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	either_2 := request.any_of([
		f.days_from_risk_assessment__completed_to_date_minus_3_working_days_known == false,
		f.days_from_risk_assessment__completed_to_date_minus_3_working_days < 0,
	])
	either_2
	f.risk_assessment__completed_given == false
	who := []
	by := f["by date_minus_3_working_days"]
}

# METADATA
# title: "First-aider, stewards and chair"
# description: "Where more than 50 people are expected there is a first-aider, and where more than
#   100 are expected there are stewards and an independent chair as well."
# custom:
#   clause: "6"
#   statements: ["S43"]
findings contains {
	"id": "safety-arrangements/case-1-first-aider/0-absent",
	"rule": "safety-arrangements",
	"title": "First-aider, stewards and chair",
	"failure": "absent",
	"outcome": "action-needed",
	"clause": "6",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.audience > 50
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	either_2 := request.any_of([
		request.all_of([
			f.audience > 100,
			f.arrangements__first_aider_given == true,
			f.arrangements__first_aider != "yes",
		]),
		request.all_of([
			f.audience > 100,
			f.arrangements__stewards_given == true,
			f.arrangements__stewards != "yes",
		]),
		request.all_of([
			f.audience > 100,
			f.arrangements__independent_chair_given == true,
			f.arrangements__independent_chair != "yes",
		]),
		request.all_of([
			f.audience <= 100,
			f.arrangements__first_aider_given == true,
			f.arrangements__first_aider != "yes",
		]),
	])
	either_2
	who := []
	by := f["by date"]
}

# METADATA
# title: "First-aider, stewards and chair"
# description: "Where more than 50 people are expected there is a first-aider, and where more than
#   100 are expected there are stewards and an independent chair as well."
# custom:
#   clause: "6"
#   statements: ["S43"]
findings contains {
	"id": "safety-arrangements/case-1-first-aider/1-missing",
	"rule": "safety-arrangements",
	"title": "First-aider, stewards and chair",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "6",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.audience > 50
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	either_2 := request.any_of([
		request.all_of([f.audience > 100, f.arrangements__first_aider_given == false]),
		request.all_of([f.audience > 100, f.arrangements__stewards_given == false]),
		request.all_of([f.audience > 100, f.arrangements__independent_chair_given == false]),
		request.all_of([f.audience <= 100, f.arrangements__first_aider_given == false]),
	])
	either_2
	who := []
	by := f["by date"]
}

# METADATA
# title: "An outside hirer is insured"
# description: "An outside hirer shows us a certificate of public liability insurance; without
#   one, no room is let."
# custom:
#   clause: "6"
#   statements: ["S44"]
findings contains {
	"id": "insurance/insurance/0-withheld",
	"rule": "insurance",
	"title": "An outside hirer is insured",
	"failure": "withheld",
	"outcome": "refused",
	"clause": "6",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.hirer == "outside"
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	f.insurance_given == true
	f.insurance != "shown"
	who := []
	by := null
}

# METADATA
# title: "An outside hirer is insured"
# description: "An outside hirer shows us a certificate of public liability insurance; without
#   one, no room is let."
# custom:
#   clause: "6"
#   statements: ["S44"]
findings contains {
	"id": "insurance/insurance/1-missing",
	"rule": "insurance",
	"title": "An outside hirer is insured",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "6",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.hirer == "outside"
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	f.insurance_given == false
	who := ["estates-manager"]
	by := f["by date"]
}

# METADATA
# title: "The record is kept"
# description: "The Events Office keeps the record of every event for twelve months after it."
# custom:
#   clause: "9"
#   statements: ["S55"]
findings contains {
	"id": "keep-record/rule/0-applies",
	"rule": "keep-record",
	"title": "The record is kept",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "9",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	who := ["events-office"]
	by := f["by date_plus_12_months"]
}

# METADATA
# title: "A recording is kept, and then deleted"
# description: "A recording is kept for the same twelve months and is then deleted."
# custom:
#   clause: "9"
#   statements: ["S56"]
findings contains {
	"id": "keep-recording/rule/0-applies",
	"rule": "keep-recording",
	"title": "A recording is kept, and then deleted",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "9",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "room-booking"
	f.arrangements__recording == "yes"
	f.purpose != "staff-meeting"
	either_1 := request.any_of([
		f.purpose != "partner-teacher",
		f.timetabled != "yes",
		f.class_only != "yes",
	])
	either_1
	who := ["events-office"]
	by := f["by date_plus_12_months"]
}
