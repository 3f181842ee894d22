# Requests of the kind "meeting": "Speakers"
#
# Made by prevent build. Do not edit: change the policy and build again.
package prevent.kind_meeting

import rego.v1

import data.prevent.request

# The fields there are, and what may be answered.
fields := {
	"title": {"type": "text", "required": true},
	"society": {"type": "text", "required": true},
	"date": {"type": "date", "required": true},
	"reference": {"type": "text", "required": false},
	"received_on": {"type": "date", "required": false},
	"status": {"type": "choice", "required": false, "options": ["planned", "cancelled"]},
	"attendance": {"type": "choice", "required": false, "options": ["members", "union", "public"]},
	"expected": {"type": "number", "required": false},
	"chaired_by": {"type": "choice", "required": false, "options": ["member", "other"]},
	"speakers": {"type": "list", "required": false, "fields": {"name": {"type": "text", "required": true}, "speaks_for": {"type": "text", "required": false}, "platform": {"type": "choice", "required": false, "options": ["never-refused", "refused", "unsure"]}, "organisation": {"type": "choice", "required": false, "options": ["lawful", "banned", "unsure"]}, "law": {"type": "choice", "required": false, "options": ["keeps-to-it", "may-break-it", "unsure"]}}},
	"protest": {"type": "choice", "required": false, "options": ["unlikely", "likely", "unsure"]},
	"security": {"type": "choice", "required": false, "options": ["enough", "more-needed", "unsure"]},
	"press": {"type": "choice", "required": false, "options": ["not-expected", "expected", "unsure"]},
	"outline": {"type": "choice", "required": false, "options": ["shared", "withheld"]},
	"risk_assessment": {"type": "completion", "required": false},
	"approvals": {"type": "approvals", "required": false, "also": ["conditions"]},
	"advice": {"type": "advice", "required": false},
	"notes": {"type": "text", "required": false},
}

# Fields that may be given only where another field has a certain answer.
only_when := {}

applies if request.kind == "meeting"

faults := request.faults(fields, only_when) if applies

# A request that has a fault is not decided.
decided if {
	applies
	count(faults) == 0
	count(uncounted) == 0
}

stated := request.facts(fields, "meeting") if {
	applies
	count(faults) == 0
}

# What is compared of the request as a whole.
whole := facts_of_whole(stated, days_of_whole(stated))

days_of_whole(facts) := {
	"received_on": request.day(facts, "received_on"),
	"date_minus_34_days": request.plus_days(request.day(facts, "date"), -34),
	"date_minus_20_days": request.plus_days(request.day(facts, "date"), -20),
	"approvals__president__date": request.day(facts, "approvals.president.date"),
	"date": request.day(facts, "date"),
	"approvals__vp_societies__date": request.day(facts, "approvals.vp-societies.date"),
	"approvals__vp_welfare__date": request.day(facts, "approvals.vp-welfare.date"),
	"today": request.day(facts, "today"),
	"received_on_plus_10_working_days": request.plus_working_days(request.day(facts, "received_on"), 10),
	"risk_assessment__completed": request.day(facts, "risk_assessment.completed"),
	"date_minus_5_working_days": request.plus_working_days(request.day(facts, "date"), -5),
	"date_plus_5_working_days": request.plus_working_days(request.day(facts, "date"), 5),
	"date_plus_24_months": request.plus_months(request.day(facts, "date"), 24),
}

facts_of_whole(facts, days) := {
	"kind": request.text(facts, "kind"),
	"attendance": request.text(facts, "attendance"),
	"speakers": request.number(facts, "speakers"),
	"status": request.text(facts, "status"),
	"attendance_given": request.is_given(facts, "attendance"),
	"status_given": request.is_given(facts, "status"),
	"days_from_received_on_to_date_minus_34_days": request.gap(days["received_on"], days["date_minus_34_days"]),
	"days_from_received_on_to_date_minus_34_days_known": request.gap_known(days["received_on"], days["date_minus_34_days"]),
	"received_on_given": request.is_given(facts, "received_on"),
	"expected": request.number(facts, "expected"),
	"expected_given": request.is_given(facts, "expected"),
	"days_from_received_on_to_date_minus_20_days": request.gap(days["received_on"], days["date_minus_20_days"]),
	"days_from_received_on_to_date_minus_20_days_known": request.gap_known(days["received_on"], days["date_minus_20_days"]),
	"protest": request.text(facts, "protest"),
	"security": request.text(facts, "security"),
	"press": request.text(facts, "press"),
	"approvals__university_secretary__decision": request.text(facts, "approvals.university-secretary.decision"),
	"protest_given": request.is_given(facts, "protest"),
	"security_given": request.is_given(facts, "security"),
	"press_given": request.is_given(facts, "press"),
	"advice__vp_societies__date_given": request.is_given(facts, "advice.vp-societies.date"),
	"advice__university_secretary__date_given": request.is_given(facts, "advice.university-secretary.date"),
	"approvals__president__decision": request.text(facts, "approvals.president.decision"),
	"days_from_approvals__president__date_to_date": request.gap(days["approvals__president__date"], days["date"]),
	"days_from_approvals__president__date_to_date_known": request.gap_known(days["approvals__president__date"], days["date"]),
	"approvals__vp_societies__decision": request.text(facts, "approvals.vp-societies.decision"),
	"days_from_approvals__vp_societies__date_to_date": request.gap(days["approvals__vp_societies__date"], days["date"]),
	"days_from_approvals__vp_societies__date_to_date_known": request.gap_known(days["approvals__vp_societies__date"], days["date"]),
	"approvals__vp_welfare__decision": request.text(facts, "approvals.vp-welfare.decision"),
	"days_from_approvals__vp_welfare__date_to_date": request.gap(days["approvals__vp_welfare__date"], days["date"]),
	"days_from_approvals__vp_welfare__date_to_date_known": request.gap_known(days["approvals__vp_welfare__date"], days["date"]),
	"approvals__president__date_given": request.is_given(facts, "approvals.president.date"),
	"approvals__vp_societies__date_given": request.is_given(facts, "approvals.vp-societies.date"),
	"approvals__vp_welfare__date_given": request.is_given(facts, "approvals.vp-welfare.date"),
	"days_from_today_to_received_on_plus_10_working_days": request.gap(days["today"], days["received_on_plus_10_working_days"]),
	"days_from_today_to_received_on_plus_10_working_days_known": request.gap_known(days["today"], days["received_on_plus_10_working_days"]),
	"approvals__vp_societies__decision_given": request.is_given(facts, "approvals.vp-societies.decision"),
	"chaired_by": request.text(facts, "chaired_by"),
	"chaired_by_given": request.is_given(facts, "chaired_by"),
	"outline": request.text(facts, "outline"),
	"outline_given": request.is_given(facts, "outline"),
	"days_from_risk_assessment__completed_to_date_minus_5_working_days": request.gap(days["risk_assessment__completed"], days["date_minus_5_working_days"]),
	"days_from_risk_assessment__completed_to_date_minus_5_working_days_known": request.gap_known(days["risk_assessment__completed"], days["date_minus_5_working_days"]),
	"risk_assessment__completed_given": request.is_given(facts, "risk_assessment.completed"),
	"by date": request.written(days["date"]),
	"by received_on_plus_10_working_days": request.written(days["received_on_plus_10_working_days"]),
	"by date_minus_5_working_days": request.written(days["date_minus_5_working_days"]),
	"by date_plus_5_working_days": request.written(days["date_plus_5_working_days"]),
	"by date_plus_24_months": request.written(days["date_plus_24_months"]),
}

# Days from which working days cannot be counted.
counted := {
	"received_on_plus_10_working_days": "received_on",
	"date_minus_5_working_days": "date",
	"date_plus_5_working_days": "date",
}

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
	"attendance_given": request.is_given(facts, "attendance"),
	"attendance": request.text(facts, "attendance"),
	"speakers": request.number(facts, "speakers"),
	"status_given": request.is_given(facts, "status"),
	"status": request.text(facts, "status"),
	"platform_given": request.is_given(facts, "platform"),
	"organisation_given": request.is_given(facts, "organisation"),
	"law_given": request.is_given(facts, "law"),
	"organisation": request.text(facts, "organisation"),
	"platform": request.text(facts, "platform"),
	"law": request.text(facts, "law"),
	"approvals__university_secretary__decision": request.text(facts, "approvals.university-secretary.decision"),
	"advice__vp_societies__date_given": request.is_given(facts, "advice.vp-societies.date"),
	"advice__university_secretary__date_given": request.is_given(facts, "advice.university-secretary.date"),
	"by date": request.written(days["date"]),
}

# METADATA
# title: "Meetings of members only"
# description: "It is not for a meeting that only members of the society attend and at which no
#   guest speaks."
# custom:
#   clause: "3.1"
#   statements: ["S33"]
findings contains {
	"id": "members-only/rule/0-applies",
	"rule": "members-only",
	"title": "Meetings of members only",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "3.1",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	f.attendance == "members"
	f.speakers <= 0
	who := []
	by := null
}

# METADATA
# title: "Meetings that are cancelled"
# description: "A meeting that has been cancelled is not looked at any further."
# custom:
#   clause: "3.1"
#   statements: ["S34"]
findings contains {
	"id": "cancelled/rule/0-applies",
	"rule": "cancelled",
	"title": "Meetings that are cancelled",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "3.1",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	f.status == "cancelled"
	who := []
	by := null
}

# METADATA
# title: "Three weeks ahead, or five"
# description: "A request reaches the Union at least three weeks before the meeting, counted back
#   from the day of the meeting, with both days included. Where more than 30 people are expected, it
#   is five weeks. A request that comes too late lapses: the society asks again, for a later day,
#   and the time is counted anew."
# custom:
#   clause: "3.2"
#   statements: ["S35", "S36", "S37"]
findings contains {
	"id": "meeting-notice/case-1-notice/0-missing",
	"rule": "meeting-notice",
	"title": "Three weeks ahead, or five",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.expected_given == true
	f.received_on_given == false
	either_2 := request.any_of([
		request.all_of([
			f.expected > 30,
			request.any_of([
				f.days_from_received_on_to_date_minus_34_days_known == false,
				f.days_from_received_on_to_date_minus_34_days < 0,
			]),
		]),
		request.all_of([
			f.expected <= 30,
			request.any_of([
				f.days_from_received_on_to_date_minus_20_days_known == false,
				f.days_from_received_on_to_date_minus_20_days < 0,
			]),
		]),
	])
	either_2
	who := []
	by := f["by date"]
}

# METADATA
# title: "Three weeks ahead, or five"
# description: "A request reaches the Union at least three weeks before the meeting, counted back
#   from the day of the meeting, with both days included. Where more than 30 people are expected, it
#   is five weeks. A request that comes too late lapses: the society asks again, for a later day,
#   and the time is counted anew."
# custom:
#   clause: "3.2"
#   statements: ["S35", "S36", "S37"]
findings contains {
	"id": "meeting-notice/case-1-notice/1-late",
	"rule": "meeting-notice",
	"title": "Three weeks ahead, or five",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "3.2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.expected_given == true
	f.received_on_given == true
	either_2 := request.any_of([
		request.all_of([
			f.expected > 30,
			request.any_of([
				f.days_from_received_on_to_date_minus_34_days_known == false,
				f.days_from_received_on_to_date_minus_34_days < 0,
			]),
		]),
		request.all_of([
			f.expected <= 30,
			request.any_of([
				f.days_from_received_on_to_date_minus_20_days_known == false,
				f.days_from_received_on_to_date_minus_20_days < 0,
			]),
		]),
	])
	either_2
	who := []
	by := null
}

# METADATA
# title: "Three weeks ahead, or five"
# description: "A request reaches the Union at least three weeks before the meeting, counted back
#   from the day of the meeting, with both days included. Where more than 30 people are expected, it
#   is five weeks. A request that comes too late lapses: the society asks again, for a later day,
#   and the time is counted anew."
# custom:
#   clause: "3.2"
#   statements: ["S35", "S36", "S37"]
findings contains {
	"id": "meeting-notice/ask/expected",
	"rule": "meeting-notice",
	"title": "Three weeks ahead, or five",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3.2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.expected_given == false
	who := []
	by := f["by date"]
}

# METADATA
# title: "A meeting the University Secretary decides on"
# description: "The request goes up to the University Secretary, who decides, where any of these
#   is so: a protest against the meeting is likely; the meeting needs more security than the Union
#   can give; the press or a broadcaster is expected."
# custom:
#   clause: "3.3"
#   statements: ["S40", "S43", "S44", "S45"]
findings contains {
	"id": "meeting-goes-up/university-secretary/0-declined",
	"rule": "meeting-goes-up",
	"title": "A meeting the University Secretary decides on",
	"failure": "declined",
	"outcome": "refused",
	"clause": "3.3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([
		f.protest == "likely",
		f.security == "more-needed",
		f.press == "expected",
	])
	either_1
	either_2 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_2
	f.status != "cancelled"
	f.approvals__university_secretary__decision == "declined"
	who := ["university-secretary"]
	by := null
}

# METADATA
# title: "A meeting the University Secretary decides on"
# description: "The request goes up to the University Secretary, who decides, where any of these
#   is so: a protest against the meeting is likely; the meeting needs more security than the Union
#   can give; the press or a broadcaster is expected."
# custom:
#   clause: "3.3"
#   statements: ["S40", "S43", "S44", "S45"]
findings contains {
	"id": "meeting-goes-up/university-secretary/1-missing",
	"rule": "meeting-goes-up",
	"title": "A meeting the University Secretary decides on",
	"failure": "missing",
	"outcome": "referred",
	"clause": "3.3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([
		f.protest == "likely",
		f.security == "more-needed",
		f.press == "expected",
	])
	either_1
	either_2 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_2
	f.status != "cancelled"
	f.approvals__university_secretary__decision != "granted"
	f.approvals__university_secretary__decision != "declined"
	who := ["university-secretary"]
	by := f["by date"]
}

# METADATA
# title: "A meeting the University Secretary decides on"
# description: "The request goes up to the University Secretary, who decides, where any of these
#   is so: a protest against the meeting is likely; the meeting needs more security than the Union
#   can give; the press or a broadcaster is expected."
# custom:
#   clause: "3.3"
#   statements: ["S40", "S43", "S44", "S45"]
findings contains {
	"id": "meeting-goes-up/ask/protest",
	"rule": "meeting-goes-up",
	"title": "A meeting the University Secretary decides on",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3.3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.security != "more-needed"
	f.press != "expected"
	f.protest_given == false
	who := []
	by := f["by date"]
}

# METADATA
# title: "A meeting the University Secretary decides on"
# description: "The request goes up to the University Secretary, who decides, where any of these
#   is so: a protest against the meeting is likely; the meeting needs more security than the Union
#   can give; the press or a broadcaster is expected."
# custom:
#   clause: "3.3"
#   statements: ["S40", "S43", "S44", "S45"]
findings contains {
	"id": "meeting-goes-up/ask/security",
	"rule": "meeting-goes-up",
	"title": "A meeting the University Secretary decides on",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3.3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.protest != "likely"
	f.press != "expected"
	f.security_given == false
	who := []
	by := f["by date"]
}

# METADATA
# title: "A meeting the University Secretary decides on"
# description: "The request goes up to the University Secretary, who decides, where any of these
#   is so: a protest against the meeting is likely; the meeting needs more security than the Union
#   can give; the press or a broadcaster is expected."
# custom:
#   clause: "3.3"
#   statements: ["S40", "S43", "S44", "S45"]
findings contains {
	"id": "meeting-goes-up/ask/press",
	"rule": "meeting-goes-up",
	"title": "A meeting the University Secretary decides on",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3.3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.protest != "likely"
	f.security != "more-needed"
	f.press_given == false
	who := []
	by := f["by date"]
}

# METADATA
# title: "If you are unsure of the meeting, ask"
# description: "A society that is unsure of any of these asks the Vice-President Societies or the
#   University Secretary for advice before it goes further. Advice is advice: the society need not
#   follow it."
# custom:
#   clause: "3.3"
#   statements: ["S46", "S47"]
findings contains {
	"id": "meeting-unsure/any/0-missing",
	"rule": "meeting-unsure",
	"title": "If you are unsure of the meeting, ask",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.protest == "unsure", f.security == "unsure", f.press == "unsure"])
	either_1
	either_2 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_2
	f.status != "cancelled"
	f.advice__vp_societies__date_given == false
	f.advice__university_secretary__date_given == false
	who := ["vp-societies", "university-secretary"]
	by := f["by date"]
}

# METADATA
# title: "If you are unsure of the meeting, ask"
# description: "A society that is unsure of any of these asks the Vice-President Societies or the
#   University Secretary for advice before it goes further. Advice is advice: the society need not
#   follow it."
# custom:
#   clause: "3.3"
#   statements: ["S46", "S47"]
findings contains {
	"id": "meeting-unsure/ask/protest",
	"rule": "meeting-unsure",
	"title": "If you are unsure of the meeting, ask",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3.3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.security != "unsure"
	f.press != "unsure"
	f.protest_given == false
	either_2 := request.any_of([
		request.all_of([f.attendance == "members", f.speakers <= 0]),
		f.security == "more-needed",
		f.press == "expected",
	])
	either_2
	who := []
	by := f["by date"]
}

# METADATA
# title: "If you are unsure of the meeting, ask"
# description: "A society that is unsure of any of these asks the Vice-President Societies or the
#   University Secretary for advice before it goes further. Advice is advice: the society need not
#   follow it."
# custom:
#   clause: "3.3"
#   statements: ["S46", "S47"]
findings contains {
	"id": "meeting-unsure/ask/security",
	"rule": "meeting-unsure",
	"title": "If you are unsure of the meeting, ask",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3.3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.protest != "unsure"
	f.press != "unsure"
	f.security_given == false
	either_2 := request.any_of([
		request.all_of([f.attendance == "members", f.speakers <= 0]),
		f.protest == "likely",
		f.press == "expected",
	])
	either_2
	who := []
	by := f["by date"]
}

# METADATA
# title: "If you are unsure of the meeting, ask"
# description: "A society that is unsure of any of these asks the Vice-President Societies or the
#   University Secretary for advice before it goes further. Advice is advice: the society need not
#   follow it."
# custom:
#   clause: "3.3"
#   statements: ["S46", "S47"]
findings contains {
	"id": "meeting-unsure/ask/press",
	"rule": "meeting-unsure",
	"title": "If you are unsure of the meeting, ask",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3.3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.protest != "unsure"
	f.security != "unsure"
	f.press_given == false
	either_2 := request.any_of([
		request.all_of([f.attendance == "members", f.speakers <= 0]),
		f.protest == "likely",
		f.security == "more-needed",
	])
	either_2
	who := []
	by := f["by date"]
}

# METADATA
# title: "Who approves a meeting"
# description: "The Vice-President Societies approves a meeting; while they are away the President
#   does so in their place. Where more than 30 people are expected, at least two of the three
#   sabbatical officers approve it instead. Whoever approves a meeting does so within ten working
#   days of the day on which the request reached the Union, and if they say nothing it is not
#   approved."
# custom:
#   clause: "3.4"
#   statements: ["S48", "S49", "S50"]
findings contains {
	"id": "meeting-approved/case-1-at-least-2/0-declined",
	"rule": "meeting-approved",
	"title": "Who approves a meeting",
	"failure": "declined",
	"outcome": "refused",
	"clause": "3.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.expected_given == true
	either_2 := request.any_of([
		request.all_of([
			f.expected > 30,
			f.approvals__president__decision == "declined",
			f.approvals__vp_societies__decision == "declined",
		]),
		request.all_of([
			f.expected > 30,
			f.approvals__president__decision == "declined",
			f.approvals__vp_welfare__decision == "declined",
			f.approvals__vp_societies__decision != "declined",
		]),
		request.all_of([
			f.expected > 30,
			f.approvals__vp_societies__decision == "declined",
			f.approvals__vp_welfare__decision == "declined",
			f.approvals__president__decision != "declined",
		]),
		request.all_of([f.expected <= 30, f.approvals__vp_societies__decision == "declined"]),
		request.all_of([
			f.expected <= 30,
			f.approvals__vp_societies__decision_given == false,
			f.approvals__president__decision == "declined",
		]),
	])
	either_2
	who := request.who({
		"president": request.any_of([
			request.all_of([
				f.expected > 30,
				f.approvals__president__decision == "declined",
				f.approvals__vp_societies__decision == "declined",
			]),
			request.all_of([
				f.expected > 30,
				f.approvals__president__decision == "declined",
				f.approvals__vp_welfare__decision == "declined",
				f.approvals__vp_societies__decision != "declined",
			]),
			request.all_of([
				f.expected <= 30,
				f.approvals__vp_societies__decision_given == false,
				f.approvals__president__decision == "declined",
			]),
		]),
		"vp-societies": request.any_of([
			request.all_of([
				f.expected > 30,
				f.approvals__president__decision == "declined",
				f.approvals__vp_societies__decision == "declined",
			]),
			request.all_of([
				f.expected > 30,
				f.approvals__vp_societies__decision == "declined",
				f.approvals__vp_welfare__decision == "declined",
				f.approvals__president__decision != "declined",
			]),
			request.all_of([f.expected <= 30, f.approvals__vp_societies__decision == "declined"]),
		]),
		"vp-welfare": request.any_of([
			request.all_of([
				f.expected > 30,
				f.approvals__president__decision == "declined",
				f.approvals__vp_welfare__decision == "declined",
				f.approvals__vp_societies__decision != "declined",
			]),
			request.all_of([
				f.expected > 30,
				f.approvals__vp_societies__decision == "declined",
				f.approvals__vp_welfare__decision == "declined",
				f.approvals__president__decision != "declined",
			]),
		]),
	})
	by := null
}

# METADATA
# title: "Who approves a meeting"
# description: "The Vice-President Societies approves a meeting; while they are away the President
#   does so in their place. Where more than 30 people are expected, at least two of the three
#   sabbatical officers approve it instead. Whoever approves a meeting does so within ten working
#   days of the day on which the request reached the Union, and if they say nothing it is not
#   approved."
# custom:
#   clause: "3.4"
#   statements: ["S48", "S49", "S50"]
findings contains {
	"id": "meeting-approved/case-1-at-least-2/3-late",
	"rule": "meeting-approved",
	"title": "Who approves a meeting",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "3.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.expected_given == true
	f.approvals__president__decision == "granted"
	either_2 := request.any_of([
		request.all_of([
			f.expected > 30,
			request.any_of([
				f.approvals__president__date_given == false,
				request.all_of([
					f.days_from_approvals__president__date_to_date_known == true,
					f.days_from_approvals__president__date_to_date < 0,
				]),
			]),
			request.any_of([
				request.all_of([
					request.any_of([
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_societies__decision != "granted",
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.approvals__vp_societies__decision != "granted",
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "declined",
				f.approvals__vp_welfare__decision != "declined",
			]),
		]),
		request.all_of([
			f.expected <= 30,
			f.approvals__vp_societies__decision_given == false,
			request.any_of([
				f.days_from_approvals__president__date_to_date_known == false,
				f.days_from_approvals__president__date_to_date < 0,
			]),
		]),
	])
	either_2
	who := ["president"]
	by := f["by date"]
}

# METADATA
# title: "Who approves a meeting"
# description: "The Vice-President Societies approves a meeting; while they are away the President
#   does so in their place. Where more than 30 people are expected, at least two of the three
#   sabbatical officers approve it instead. Whoever approves a meeting does so within ten working
#   days of the day on which the request reached the Union, and if they say nothing it is not
#   approved."
# custom:
#   clause: "3.4"
#   statements: ["S48", "S49", "S50"]
findings contains {
	"id": "meeting-approved/case-1-at-least-2/4-late",
	"rule": "meeting-approved",
	"title": "Who approves a meeting",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "3.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.expected_given == true
	f.approvals__vp_societies__decision == "granted"
	either_2 := request.any_of([
		request.all_of([
			f.expected > 30,
			request.any_of([
				f.approvals__vp_societies__date_given == false,
				request.all_of([
					f.days_from_approvals__vp_societies__date_to_date_known == true,
					f.days_from_approvals__vp_societies__date_to_date < 0,
				]),
			]),
			request.any_of([
				request.all_of([
					request.any_of([
						f.approvals__president__decision != "granted",
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.approvals__president__decision != "granted",
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__president__decision != "declined",
				f.approvals__vp_welfare__decision != "declined",
			]),
			request.any_of([
				f.approvals__president__decision != "granted",
				request.all_of([
					f.approvals__president__date_given == true,
					request.any_of([
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date >= 0,
					]),
				]),
			]),
		]),
		request.all_of([
			f.expected <= 30,
			request.any_of([
				f.days_from_approvals__vp_societies__date_to_date_known == false,
				f.days_from_approvals__vp_societies__date_to_date < 0,
			]),
		]),
	])
	either_2
	who := ["vp-societies"]
	by := f["by date"]
}

# METADATA
# title: "Who approves a meeting"
# description: "The Vice-President Societies approves a meeting; while they are away the President
#   does so in their place. Where more than 30 people are expected, at least two of the three
#   sabbatical officers approve it instead. Whoever approves a meeting does so within ten working
#   days of the day on which the request reached the Union, and if they say nothing it is not
#   approved."
# custom:
#   clause: "3.4"
#   statements: ["S48", "S49", "S50"]
findings contains {
	"id": "meeting-approved/case-1-at-least-2/5-late",
	"rule": "meeting-approved",
	"title": "Who approves a meeting",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "3.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.expected_given == true
	f.expected > 30
	f.approvals__vp_welfare__decision == "granted"
	either_2 := request.any_of([
		f.approvals__vp_welfare__date_given == false,
		request.all_of([
			f.days_from_approvals__vp_welfare__date_to_date_known == true,
			f.days_from_approvals__vp_welfare__date_to_date < 0,
		]),
	])
	either_2
	either_3 := request.any_of([
		request.all_of([
			request.any_of([
				f.approvals__president__decision != "granted",
				f.days_from_approvals__president__date_to_date_known == false,
				f.days_from_approvals__president__date_to_date < 0,
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				f.days_from_approvals__vp_societies__date_to_date_known == false,
				f.days_from_approvals__vp_societies__date_to_date < 0,
			]),
		]),
		request.all_of([
			request.any_of([
				f.approvals__president__decision != "granted",
				f.days_from_approvals__president__date_to_date_known == false,
				f.days_from_approvals__president__date_to_date < 0,
			]),
			request.any_of([
				f.days_from_approvals__vp_welfare__date_to_date_known == false,
				f.days_from_approvals__vp_welfare__date_to_date < 0,
			]),
		]),
		request.all_of([
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				f.days_from_approvals__vp_societies__date_to_date_known == false,
				f.days_from_approvals__vp_societies__date_to_date < 0,
			]),
			request.any_of([
				f.days_from_approvals__vp_welfare__date_to_date_known == false,
				f.days_from_approvals__vp_welfare__date_to_date < 0,
			]),
		]),
	])
	either_3
	either_4 := request.any_of([
		f.approvals__president__decision != "declined",
		f.approvals__vp_societies__decision != "declined",
	])
	either_4
	either_5 := request.any_of([
		f.approvals__president__decision != "granted",
		request.all_of([
			f.approvals__president__date_given == true,
			request.any_of([
				f.days_from_approvals__president__date_to_date_known == false,
				f.days_from_approvals__president__date_to_date >= 0,
			]),
		]),
	])
	either_5
	either_6 := request.any_of([
		f.approvals__vp_societies__decision != "granted",
		request.all_of([
			f.approvals__vp_societies__date_given == true,
			request.any_of([
				f.days_from_approvals__vp_societies__date_to_date_known == false,
				f.days_from_approvals__vp_societies__date_to_date >= 0,
			]),
		]),
	])
	either_6
	who := ["vp-welfare"]
	by := f["by date"]
}

# METADATA
# title: "Who approves a meeting"
# description: "The Vice-President Societies approves a meeting; while they are away the President
#   does so in their place. Where more than 30 people are expected, at least two of the three
#   sabbatical officers approve it instead. Whoever approves a meeting does so within ten working
#   days of the day on which the request reached the Union, and if they say nothing it is not
#   approved."
# custom:
#   clause: "3.4"
#   statements: ["S48", "S49", "S50"]
findings contains {
	"id": "meeting-approved/case-1-at-least-2/6-overdue",
	"rule": "meeting-approved",
	"title": "Who approves a meeting",
	"failure": "overdue",
	"outcome": "action-needed",
	"clause": "3.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.expected_given == true
	f.days_from_today_to_received_on_plus_10_working_days_known == true
	f.days_from_today_to_received_on_plus_10_working_days < 0
	either_2 := request.any_of([
		request.all_of([
			f.expected > 30,
			request.any_of([
				request.all_of([
					request.any_of([
						f.approvals__president__decision != "granted",
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_societies__decision != "granted",
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.approvals__president__decision != "granted",
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.approvals__vp_societies__decision != "granted",
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__president__decision != "declined",
				f.approvals__vp_societies__decision != "declined",
			]),
			request.any_of([
				f.approvals__president__decision != "declined",
				f.approvals__vp_welfare__decision != "declined",
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "declined",
				f.approvals__vp_welfare__decision != "declined",
			]),
			request.any_of([
				f.approvals__president__decision != "granted",
				request.all_of([
					f.approvals__president__date_given == true,
					request.any_of([
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				request.all_of([
					f.approvals__vp_societies__date_given == true,
					request.any_of([
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__vp_welfare__decision != "granted",
				request.all_of([
					f.approvals__vp_welfare__date_given == true,
					request.any_of([
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date >= 0,
					]),
				]),
			]),
		]),
		request.all_of([
			f.expected <= 30,
			request.any_of([
				f.approvals__vp_societies__decision_given == true,
				f.approvals__president__decision != "granted",
				f.days_from_approvals__president__date_to_date_known == false,
				f.days_from_approvals__president__date_to_date < 0,
			]),
			f.approvals__vp_societies__decision != "declined",
			request.any_of([
				f.approvals__vp_societies__decision_given == true,
				f.approvals__president__decision != "declined",
			]),
			f.approvals__vp_societies__decision != "granted",
			request.any_of([
				f.approvals__vp_societies__decision_given == true,
				f.approvals__president__decision != "granted",
			]),
		]),
	])
	either_2
	who := request.who({
		"president": request.all_of([
			f.expected > 30,
			request.any_of([
				request.all_of([
					request.any_of([
						f.approvals__president__decision != "granted",
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_societies__decision != "granted",
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.approvals__president__decision != "granted",
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.approvals__vp_societies__decision != "granted",
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__president__decision != "declined",
				f.approvals__vp_societies__decision != "declined",
			]),
			request.any_of([
				f.approvals__president__decision != "declined",
				f.approvals__vp_welfare__decision != "declined",
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "declined",
				f.approvals__vp_welfare__decision != "declined",
			]),
			request.any_of([
				f.approvals__president__decision != "granted",
				request.all_of([
					f.approvals__president__date_given == true,
					request.any_of([
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				request.all_of([
					f.approvals__vp_societies__date_given == true,
					request.any_of([
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__vp_welfare__decision != "granted",
				request.all_of([
					f.approvals__vp_welfare__date_given == true,
					request.any_of([
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date >= 0,
					]),
				]),
			]),
		]),
		"vp-societies": true,
		"vp-welfare": request.all_of([
			f.expected > 30,
			request.any_of([
				request.all_of([
					request.any_of([
						f.approvals__president__decision != "granted",
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_societies__decision != "granted",
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.approvals__president__decision != "granted",
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.approvals__vp_societies__decision != "granted",
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__president__decision != "declined",
				f.approvals__vp_societies__decision != "declined",
			]),
			request.any_of([
				f.approvals__president__decision != "declined",
				f.approvals__vp_welfare__decision != "declined",
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "declined",
				f.approvals__vp_welfare__decision != "declined",
			]),
			request.any_of([
				f.approvals__president__decision != "granted",
				request.all_of([
					f.approvals__president__date_given == true,
					request.any_of([
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				request.all_of([
					f.approvals__vp_societies__date_given == true,
					request.any_of([
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__vp_welfare__decision != "granted",
				request.all_of([
					f.approvals__vp_welfare__date_given == true,
					request.any_of([
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date >= 0,
					]),
				]),
			]),
		]),
	})
	by := f["by date"]
}

# METADATA
# title: "Who approves a meeting"
# description: "The Vice-President Societies approves a meeting; while they are away the President
#   does so in their place. Where more than 30 people are expected, at least two of the three
#   sabbatical officers approve it instead. Whoever approves a meeting does so within ten working
#   days of the day on which the request reached the Union, and if they say nothing it is not
#   approved."
# custom:
#   clause: "3.4"
#   statements: ["S48", "S49", "S50"]
findings contains {
	"id": "meeting-approved/case-1-at-least-2/7-missing",
	"rule": "meeting-approved",
	"title": "Who approves a meeting",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.expected_given == true
	either_2 := request.any_of([
		f.days_from_today_to_received_on_plus_10_working_days_known == false,
		f.days_from_today_to_received_on_plus_10_working_days >= 0,
	])
	either_2
	either_3 := request.any_of([
		request.all_of([
			f.expected > 30,
			request.any_of([
				request.all_of([
					request.any_of([
						f.approvals__president__decision != "granted",
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_societies__decision != "granted",
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.approvals__president__decision != "granted",
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.approvals__vp_societies__decision != "granted",
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__president__decision != "declined",
				f.approvals__vp_societies__decision != "declined",
			]),
			request.any_of([
				f.approvals__president__decision != "declined",
				f.approvals__vp_welfare__decision != "declined",
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "declined",
				f.approvals__vp_welfare__decision != "declined",
			]),
			request.any_of([
				f.approvals__president__decision != "granted",
				request.all_of([
					f.approvals__president__date_given == true,
					request.any_of([
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				request.all_of([
					f.approvals__vp_societies__date_given == true,
					request.any_of([
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__vp_welfare__decision != "granted",
				request.all_of([
					f.approvals__vp_welfare__date_given == true,
					request.any_of([
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date >= 0,
					]),
				]),
			]),
		]),
		request.all_of([
			f.expected <= 30,
			request.any_of([
				f.approvals__vp_societies__decision_given == true,
				f.approvals__president__decision != "granted",
				f.days_from_approvals__president__date_to_date_known == false,
				f.days_from_approvals__president__date_to_date < 0,
			]),
			f.approvals__vp_societies__decision != "declined",
			request.any_of([
				f.approvals__vp_societies__decision_given == true,
				f.approvals__president__decision != "declined",
			]),
			f.approvals__vp_societies__decision != "granted",
			request.any_of([
				f.approvals__vp_societies__decision_given == true,
				f.approvals__president__decision != "granted",
			]),
		]),
	])
	either_3
	who := request.who({
		"president": request.all_of([
			f.expected > 30,
			request.any_of([
				request.all_of([
					request.any_of([
						f.approvals__president__decision != "granted",
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_societies__decision != "granted",
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.approvals__president__decision != "granted",
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.approvals__vp_societies__decision != "granted",
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__president__decision != "declined",
				f.approvals__vp_societies__decision != "declined",
			]),
			request.any_of([
				f.approvals__president__decision != "declined",
				f.approvals__vp_welfare__decision != "declined",
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "declined",
				f.approvals__vp_welfare__decision != "declined",
			]),
			request.any_of([
				f.approvals__president__decision != "granted",
				request.all_of([
					f.approvals__president__date_given == true,
					request.any_of([
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				request.all_of([
					f.approvals__vp_societies__date_given == true,
					request.any_of([
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__vp_welfare__decision != "granted",
				request.all_of([
					f.approvals__vp_welfare__date_given == true,
					request.any_of([
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date >= 0,
					]),
				]),
			]),
		]),
		"vp-societies": true,
		"vp-welfare": request.all_of([
			f.expected > 30,
			request.any_of([
				request.all_of([
					request.any_of([
						f.approvals__president__decision != "granted",
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_societies__decision != "granted",
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.approvals__president__decision != "granted",
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
				request.all_of([
					request.any_of([
						f.approvals__vp_societies__decision != "granted",
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date < 0,
					]),
					request.any_of([
						f.approvals__vp_welfare__decision != "granted",
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date < 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__president__decision != "declined",
				f.approvals__vp_societies__decision != "declined",
			]),
			request.any_of([
				f.approvals__president__decision != "declined",
				f.approvals__vp_welfare__decision != "declined",
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "declined",
				f.approvals__vp_welfare__decision != "declined",
			]),
			request.any_of([
				f.approvals__president__decision != "granted",
				request.all_of([
					f.approvals__president__date_given == true,
					request.any_of([
						f.days_from_approvals__president__date_to_date_known == false,
						f.days_from_approvals__president__date_to_date >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				request.all_of([
					f.approvals__vp_societies__date_given == true,
					request.any_of([
						f.days_from_approvals__vp_societies__date_to_date_known == false,
						f.days_from_approvals__vp_societies__date_to_date >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__vp_welfare__decision != "granted",
				request.all_of([
					f.approvals__vp_welfare__date_given == true,
					request.any_of([
						f.days_from_approvals__vp_welfare__date_to_date_known == false,
						f.days_from_approvals__vp_welfare__date_to_date >= 0,
					]),
				]),
			]),
		]),
	})
	by := f["by received_on_plus_10_working_days"]
}

# METADATA
# title: "A member takes the chair"
# description: "A member of the Union takes the chair."
# custom:
#   clause: "3.4"
#   statements: ["S51"]
findings contains {
	"id": "meeting-chair/rule/0-applies",
	"rule": "meeting-chair",
	"title": "A member takes the chair",
	"failure": "applies",
	"outcome": "action-needed",
	"clause": "3.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	f.chaired_by == "other"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	who := ["society-chair"]
	by := f["by date"]
}

# METADATA
# title: "A member takes the chair"
# description: "A member of the Union takes the chair."
# custom:
#   clause: "3.4"
#   statements: ["S51"]
findings contains {
	"id": "meeting-chair/ask/chaired_by",
	"rule": "meeting-chair",
	"title": "A member takes the chair",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.chaired_by_given == false
	who := []
	by := f["by date"]
}

# METADATA
# title: "Stewards and tickets for more than 100"
# description: "Where more than 100 people are expected, the first two of these always hold."
# custom:
#   clause: "3.4"
#   statements: ["S58"]
findings contains {
	"id": "meeting-large/rule/0-applies",
	"rule": "meeting-large",
	"title": "Stewards and tickets for more than 100",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "3.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
	"conditions": conditions,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	f.expected_given == true
	f.expected > 100
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	who := []
	by := f["by date"]
	conditions := ["stewards", "ticket-only"]
}

# METADATA
# title: "An outline, or a recording"
# description: "The society shares an outline of what will be said; where it will not, the last of
#   them holds."
# custom:
#   clause: "3.4"
#   statements: ["S59"]
findings contains {
	"id": "meeting-outline/outline/0-withheld",
	"rule": "meeting-outline",
	"title": "An outline, or a recording",
	"failure": "withheld",
	"outcome": "allowed",
	"clause": "3.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
	"conditions": conditions,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.outline_given == true
	f.outline != "shared"
	who := []
	by := f["by date"]
	conditions := ["recording"]
}

# METADATA
# title: "An outline, or a recording"
# description: "The society shares an outline of what will be said; where it will not, the last of
#   them holds."
# custom:
#   clause: "3.4"
#   statements: ["S59"]
findings contains {
	"id": "meeting-outline/outline/1-missing",
	"rule": "meeting-outline",
	"title": "An outline, or a recording",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.outline_given == false
	who := []
	by := f["by date"]
}

# METADATA
# title: "A risk assessment where more than 30 are expected"
# description: "Where more than 30 people are expected, a risk assessment is completed at least
#   five working days before the meeting."
# custom:
#   clause: "3.4"
#   statements: ["S60"]
findings contains {
	"id": "meeting-risks/risk_assessment/0-late",
	"rule": "meeting-risks",
	"title": "A risk assessment where more than 30 are expected",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "3.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	f.expected_given == true
	f.expected > 30
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	f.risk_assessment__completed_given == true
	either_2 := request.any_of([
		f.days_from_risk_assessment__completed_to_date_minus_5_working_days_known == false,
		f.days_from_risk_assessment__completed_to_date_minus_5_working_days < 0,
	])
	either_2
	who := ["society-chair"]
	by := f["by date_minus_5_working_days"]
}

# METADATA
# title: "A risk assessment where more than 30 are expected"
# description: "Where more than 30 people are expected, a risk assessment is completed at least
#   five working days before the meeting."
# custom:
#   clause: "3.4"
#   statements: ["S60"]
findings contains {
	"id": "meeting-risks/risk_assessment/1-missing",
	"rule": "meeting-risks",
	"title": "A risk assessment where more than 30 are expected",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	f.expected_given == true
	f.expected > 30
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	either_2 := request.any_of([
		f.days_from_risk_assessment__completed_to_date_minus_5_working_days_known == false,
		f.days_from_risk_assessment__completed_to_date_minus_5_working_days < 0,
	])
	either_2
	f.risk_assessment__completed_given == false
	who := ["society-chair"]
	by := f["by date_minus_5_working_days"]
}

# METADATA
# title: "Report to the Union"
# description: "Within five working days of the meeting the society reports to the Union how it
#   went."
# custom:
#   clause: "3.5"
#   statements: ["S61"]
findings contains {
	"id": "meeting-report/rule/0-applies",
	"rule": "meeting-report",
	"title": "Report to the Union",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "3.5",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	who := ["society-chair"]
	by := f["by date_plus_5_working_days"]
}

# METADATA
# title: "Keep the records"
# description: "The Union keeps the request, the decision and the report for two years."
# custom:
#   clause: "3.5"
#   statements: ["S62"]
findings contains {
	"id": "meeting-records/rule/0-applies",
	"rule": "meeting-records",
	"title": "Keep the records",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "3.5",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	who := ["vp-societies"]
	by := f["by date_plus_24_months"]
}

# METADATA
# title: "The society has looked at each speaker"
# description: "For each speaker the society says whether a platform has been refused to them in
#   the last three years, whether they speak for a banned organisation, and whether what they say
#   may break the law."
# custom:
#   clause: "3.3"
#   statements: ["S38"]
findings contains {
	"id": "speaker-known/platform/0-missing",
	"rule": "speaker-known",
	"title": "The society has looked at each speaker",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.3",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	f.kind == "meeting"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	either_2 := request.any_of([
		f.platform_given == false,
		f.organisation_given == false,
		f.law_given == false,
	])
	either_2
	who := ["society-chair"]
	by := f["by date"]
}

# METADATA
# title: "Nobody speaks for a banned organisation"
# description: "Nobody speaks for an organisation that the law has banned."
# custom:
#   clause: "3.3"
#   statements: ["S39"]
findings contains {
	"id": "speaker-banned/rule/0-applies",
	"rule": "speaker-banned",
	"title": "Nobody speaks for a banned organisation",
	"failure": "applies",
	"outcome": "refused",
	"clause": "3.3",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	f.kind == "meeting"
	f.organisation == "banned"
	either_1 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_1
	f.status != "cancelled"
	who := []
	by := null
}

# METADATA
# title: "A speaker the University Secretary decides on"
# description: "The request goes up to the University Secretary, who decides, where any of these
#   is so: a platform has been refused to a speaker, here or elsewhere, in the last three years;
#   what a speaker says may break the law;"
# custom:
#   clause: "3.3"
#   statements: ["S40", "S41", "S42"]
findings contains {
	"id": "speaker-goes-up/university-secretary/0-declined",
	"rule": "speaker-goes-up",
	"title": "A speaker the University Secretary decides on",
	"failure": "declined",
	"outcome": "refused",
	"clause": "3.3",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	f.kind == "meeting"
	either_1 := request.any_of([f.platform == "refused", f.law == "may-break-it"])
	either_1
	either_2 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_2
	f.status != "cancelled"
	f.approvals__university_secretary__decision == "declined"
	who := ["university-secretary"]
	by := null
}

# METADATA
# title: "A speaker the University Secretary decides on"
# description: "The request goes up to the University Secretary, who decides, where any of these
#   is so: a platform has been refused to a speaker, here or elsewhere, in the last three years;
#   what a speaker says may break the law;"
# custom:
#   clause: "3.3"
#   statements: ["S40", "S41", "S42"]
findings contains {
	"id": "speaker-goes-up/university-secretary/1-missing",
	"rule": "speaker-goes-up",
	"title": "A speaker the University Secretary decides on",
	"failure": "missing",
	"outcome": "referred",
	"clause": "3.3",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	f.kind == "meeting"
	either_1 := request.any_of([f.platform == "refused", f.law == "may-break-it"])
	either_1
	either_2 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_2
	f.status != "cancelled"
	f.approvals__university_secretary__decision != "granted"
	f.approvals__university_secretary__decision != "declined"
	who := ["university-secretary"]
	by := f["by date"]
}

# METADATA
# title: "A speaker the University Secretary decides on"
# description: "The request goes up to the University Secretary, who decides, where any of these
#   is so: a platform has been refused to a speaker, here or elsewhere, in the last three years;
#   what a speaker says may break the law;"
# custom:
#   clause: "3.3"
#   statements: ["S40", "S41", "S42"]
findings contains {
	"id": "speaker-goes-up/ask/platform",
	"rule": "speaker-goes-up",
	"title": "A speaker the University Secretary decides on",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3.3",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	false
	who := ["society-chair"]
	by := f["by date"]
}

# METADATA
# title: "A speaker the University Secretary decides on"
# description: "The request goes up to the University Secretary, who decides, where any of these
#   is so: a platform has been refused to a speaker, here or elsewhere, in the last three years;
#   what a speaker says may break the law;"
# custom:
#   clause: "3.3"
#   statements: ["S40", "S41", "S42"]
findings contains {
	"id": "speaker-goes-up/ask/law",
	"rule": "speaker-goes-up",
	"title": "A speaker the University Secretary decides on",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3.3",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	false
	who := ["society-chair"]
	by := f["by date"]
}

# METADATA
# title: "If you are unsure of a speaker, ask"
# description: "A society that is unsure of any of these asks the Vice-President Societies or the
#   University Secretary for advice before it goes further. Advice is advice: the society need not
#   follow it."
# custom:
#   clause: "3.3"
#   statements: ["S46", "S47"]
findings contains {
	"id": "speaker-unsure/any/0-missing",
	"rule": "speaker-unsure",
	"title": "If you are unsure of a speaker, ask",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.3",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	f.kind == "meeting"
	either_1 := request.any_of([f.platform == "unsure", f.organisation == "unsure", f.law == "unsure"])
	either_1
	either_2 := request.any_of([f.attendance != "members", f.speakers > 0])
	either_2
	f.status != "cancelled"
	f.advice__vp_societies__date_given == false
	f.advice__university_secretary__date_given == false
	who := ["vp-societies", "university-secretary"]
	by := f["by date"]
}

# METADATA
# title: "If you are unsure of a speaker, ask"
# description: "A society that is unsure of any of these asks the Vice-President Societies or the
#   University Secretary for advice before it goes further. Advice is advice: the society need not
#   follow it."
# custom:
#   clause: "3.3"
#   statements: ["S46", "S47"]
findings contains {
	"id": "speaker-unsure/ask/platform",
	"rule": "speaker-unsure",
	"title": "If you are unsure of a speaker, ask",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3.3",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	false
	who := ["society-chair"]
	by := f["by date"]
}

# METADATA
# title: "If you are unsure of a speaker, ask"
# description: "A society that is unsure of any of these asks the Vice-President Societies or the
#   University Secretary for advice before it goes further. Advice is advice: the society need not
#   follow it."
# custom:
#   clause: "3.3"
#   statements: ["S46", "S47"]
findings contains {
	"id": "speaker-unsure/ask/organisation",
	"rule": "speaker-unsure",
	"title": "If you are unsure of a speaker, ask",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3.3",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	false
	who := ["society-chair"]
	by := f["by date"]
}

# METADATA
# title: "If you are unsure of a speaker, ask"
# description: "A society that is unsure of any of these asks the Vice-President Societies or the
#   University Secretary for advice before it goes further. Advice is advice: the society need not
#   follow it."
# custom:
#   clause: "3.3"
#   statements: ["S46", "S47"]
findings contains {
	"id": "speaker-unsure/ask/law",
	"rule": "speaker-unsure",
	"title": "If you are unsure of a speaker, ask",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3.3",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	false
	who := ["society-chair"]
	by := f["by date"]
}
