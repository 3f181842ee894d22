# Requests of the kind "event": "Speakers and events"
#
# Made by prevent build. Do not edit: change the policy and build again.
package prevent.kind_event

import rego.v1

import data.prevent.request

# The fields there are, and what may be answered.
fields := {
	"title": {"type": "text", "required": true},
	"requested_by": {"type": "choice", "required": true, "options": ["staff", "learner", "external-agency"]},
	"date": {"type": "date", "required": true},
	"reference": {"type": "text", "required": false},
	"received_on": {"type": "date", "required": false},
	"organiser": {"type": "choice", "required": false, "options": ["confirmed", "unsure"]},
	"speakers": {"type": "list", "required": false, "fields": {"name": {"type": "text", "required": true}, "organisation": {"type": "text", "required": false}, "values": {"type": "choice", "required": false, "options": ["shared", "contrary", "unsure"]}, "extremism_concern": {"type": "choice", "required": false, "options": ["none", "possible", "unsure"]}}},
	"outline": {"type": "choice", "required": false, "options": ["shared", "promised", "withheld"]},
	"presentation": {"type": "choice", "required": false, "options": ["shared", "promised", "withheld"]},
	"risk_assessment": {"type": "completion", "required": false},
	"approvals": {"type": "approvals", "required": false, "also": []},
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
	"received_on_plus_1_months": request.plus_months(request.day(facts, "received_on"), 1),
	"date": request.day(facts, "date"),
	"risk_assessment__completed": request.day(facts, "risk_assessment.completed"),
}

facts_of_whole(facts, days) := {
	"kind": request.text(facts, "kind"),
	"speakers": request.number(facts, "speakers"),
	"approvals__managing_director__decision": request.text(facts, "approvals.managing-director.decision"),
	"requested_by": request.text(facts, "requested_by"),
	"days_from_received_on_plus_1_months_to_date": request.gap(days["received_on_plus_1_months"], days["date"]),
	"days_from_received_on_plus_1_months_to_date_known": request.gap_known(days["received_on_plus_1_months"], days["date"]),
	"received_on_given": request.is_given(facts, "received_on"),
	"organiser_given": request.is_given(facts, "organiser"),
	"organiser": request.text(facts, "organiser"),
	"advice__managing_director__date_given": request.is_given(facts, "advice.managing-director.date"),
	"advice__quality_director__date_given": request.is_given(facts, "advice.quality-director.date"),
	"outline": request.text(facts, "outline"),
	"outline_given": request.is_given(facts, "outline"),
	"presentation": request.text(facts, "presentation"),
	"presentation_given": request.is_given(facts, "presentation"),
	"days_from_risk_assessment__completed_to_date": request.gap(days["risk_assessment__completed"], days["date"]),
	"days_from_risk_assessment__completed_to_date_known": request.gap_known(days["risk_assessment__completed"], days["date"]),
	"risk_assessment__completed_given": request.is_given(facts, "risk_assessment.completed"),
	"by date": request.written(days["date"]),
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
	"values_given": request.is_given(facts, "values"),
	"extremism_concern_given": request.is_given(facts, "extremism_concern"),
	"values": request.text(facts, "values"),
	"extremism_concern": request.text(facts, "extremism_concern"),
	"advice__managing_director__date_given": request.is_given(facts, "advice.managing-director.date"),
	"advice__quality_director__date_given": request.is_given(facts, "advice.quality-director.date"),
	"by date": request.written(days["date"]),
}

# METADATA
# title: "The Managing Director authorises guest speakers"
# description: "Guest speakers are, in the main, booked and authorised by the Managing Director,
#   however if staff are unsure about the validity of speakers or organisations wishing to host
#   events in Digital Marketing Mentor, advice should be sought from the Managing Director or the
#   Quality Director."
# custom:
#   clause: "3.8"
#   statements: ["S69"]
findings contains {
	"id": "event-authorised/managing-director/0-declined",
	"rule": "event-authorised",
	"title": "The Managing Director authorises guest speakers",
	"failure": "declined",
	"outcome": "refused",
	"clause": "3.8",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.speakers >= 1
	f.approvals__managing_director__decision == "declined"
	who := ["managing-director"]
	by := null
}

# METADATA
# title: "The Managing Director authorises guest speakers"
# description: "Guest speakers are, in the main, booked and authorised by the Managing Director,
#   however if staff are unsure about the validity of speakers or organisations wishing to host
#   events in Digital Marketing Mentor, advice should be sought from the Managing Director or the
#   Quality Director."
# custom:
#   clause: "3.8"
#   statements: ["S69"]
findings contains {
	"id": "event-authorised/managing-director/1-missing",
	"rule": "event-authorised",
	"title": "The Managing Director authorises guest speakers",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.8",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.speakers >= 1
	f.approvals__managing_director__decision != "granted"
	f.approvals__managing_director__decision != "declined"
	who := ["managing-director"]
	by := f["by date"]
}

# METADATA
# title: "External agencies give a month's notice"
# description: "External agencies wishing to hold an event at Digital Marketing Mentor should
#   provide at least a month's notice and be willing to share an outline of the event and
#   presentational content prior to the event."
# custom:
#   clause: "3.8"
#   statements: ["S70"]
findings contains {
	"id": "event-notice/notice/0-missing",
	"rule": "event-notice",
	"title": "External agencies give a month's notice",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.8",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.requested_by == "external-agency"
	f.received_on_given == false
	either_1 := request.any_of([
		f.days_from_received_on_plus_1_months_to_date_known == false,
		f.days_from_received_on_plus_1_months_to_date < 0,
	])
	either_1
	who := ["managing-director"]
	by := f["by date"]
}

# METADATA
# title: "External agencies give a month's notice"
# description: "External agencies wishing to hold an event at Digital Marketing Mentor should
#   provide at least a month's notice and be willing to share an outline of the event and
#   presentational content prior to the event."
# custom:
#   clause: "3.8"
#   statements: ["S70"]
findings contains {
	"id": "event-notice/notice/1-late",
	"rule": "event-notice",
	"title": "External agencies give a month's notice",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "3.8",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.requested_by == "external-agency"
	either_1 := request.any_of([
		f.days_from_received_on_plus_1_months_to_date_known == false,
		f.days_from_received_on_plus_1_months_to_date < 0,
	])
	either_1
	f.received_on_given == true
	who := ["managing-director"]
	by := f["by date"]
}

# METADATA
# title: "If you are unsure of the organisation, ask for advice"
# description: "Guest speakers are, in the main, booked and authorised by the Managing Director,
#   however if staff are unsure about the validity of speakers or organisations wishing to host
#   events in Digital Marketing Mentor, advice should be sought from the Managing Director or the
#   Quality Director."
# custom:
#   clause: "3.8"
#   statements: ["S69"]
findings contains {
	"id": "organiser-advice/any/0-missing",
	"rule": "organiser-advice",
	"title": "If you are unsure of the organisation, ask for advice",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.8",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.requested_by == "external-agency"
	f.organiser == "unsure"
	f.advice__managing_director__date_given == false
	f.advice__quality_director__date_given == false
	who := ["managing-director", "quality-director"]
	by := f["by date"]
}

# METADATA
# title: "An outline is shared before the event"
# description: "External agencies wishing to hold an event at Digital Marketing Mentor should
#   provide at least a month's notice and be willing to share an outline of the event and
#   presentational content prior to the event."
# custom:
#   clause: "3.8"
#   statements: ["S70"]
findings contains {
	"id": "event-outline/outline/0-withheld",
	"rule": "event-outline",
	"title": "An outline is shared before the event",
	"failure": "withheld",
	"outcome": "referred",
	"clause": "3.8",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.requested_by == "external-agency"
	f.outline_given == true
	f.outline != "shared"
	f.outline != "promised"
	who := ["managing-director", "quality-director"]
	by := f["by date"]
}

# METADATA
# title: "An outline is shared before the event"
# description: "External agencies wishing to hold an event at Digital Marketing Mentor should
#   provide at least a month's notice and be willing to share an outline of the event and
#   presentational content prior to the event."
# custom:
#   clause: "3.8"
#   statements: ["S70"]
findings contains {
	"id": "event-outline/outline/1-missing",
	"rule": "event-outline",
	"title": "An outline is shared before the event",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.8",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.requested_by == "external-agency"
	f.outline_given == false
	who := []
	by := f["by date"]
}

# METADATA
# title: "The presentational content is shared before the event"
# description: "External agencies wishing to hold an event at Digital Marketing Mentor should
#   provide at least a month's notice and be willing to share an outline of the event and
#   presentational content prior to the event."
# custom:
#   clause: "3.8"
#   statements: ["S70"]
findings contains {
	"id": "event-presentation/presentation/0-withheld",
	"rule": "event-presentation",
	"title": "The presentational content is shared before the event",
	"failure": "withheld",
	"outcome": "referred",
	"clause": "3.8",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.requested_by == "external-agency"
	f.presentation_given == true
	f.presentation != "shared"
	f.presentation != "promised"
	who := ["managing-director", "quality-director"]
	by := f["by date"]
}

# METADATA
# title: "The presentational content is shared before the event"
# description: "External agencies wishing to hold an event at Digital Marketing Mentor should
#   provide at least a month's notice and be willing to share an outline of the event and
#   presentational content prior to the event."
# custom:
#   clause: "3.8"
#   statements: ["S70"]
findings contains {
	"id": "event-presentation/presentation/1-missing",
	"rule": "event-presentation",
	"title": "The presentational content is shared before the event",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.8",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.requested_by == "external-agency"
	f.presentation_given == false
	who := []
	by := f["by date"]
}

# METADATA
# title: "External bookings are risk-assessed"
# description: "Risk assessments will be undertaken for all external bookings for Digital
#   Marketing Mentor's facilities."
# custom:
#   clause: "3.8"
#   statements: ["S71"]
findings contains {
	"id": "risk-assessment/risk_assessment/0-late",
	"rule": "risk-assessment",
	"title": "External bookings are risk-assessed",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "3.8",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.requested_by == "external-agency"
	f.risk_assessment__completed_given == true
	either_1 := request.any_of([
		f.days_from_risk_assessment__completed_to_date_known == false,
		f.days_from_risk_assessment__completed_to_date < 0,
	])
	either_1
	who := ["managing-director"]
	by := f["by date"]
}

# METADATA
# title: "External bookings are risk-assessed"
# description: "Risk assessments will be undertaken for all external bookings for Digital
#   Marketing Mentor's facilities."
# custom:
#   clause: "3.8"
#   statements: ["S71"]
findings contains {
	"id": "risk-assessment/risk_assessment/1-missing",
	"rule": "risk-assessment",
	"title": "External bookings are risk-assessed",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.8",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "event"
	f.requested_by == "external-agency"
	either_1 := request.any_of([
		f.days_from_risk_assessment__completed_to_date_known == false,
		f.days_from_risk_assessment__completed_to_date < 0,
	])
	either_1
	f.risk_assessment__completed_given == false
	who := ["managing-director"]
	by := f["by date"]
}

# METADATA
# title: "A person has looked at each speaker"
# description: "However, Digital Marketing Mentor will refuse entry to those speakers whose values
#   are contrary to Digital Marketing Mentor's own and who may be wishing to engage with Digital
#   Marketing Mentor as a mechanism to promote extremist views. Guest speakers are, in the main,
#   booked and authorised by the Managing Director, however if staff are unsure about the validity
#   of speakers or organisations wishing to host events in Digital Marketing Mentor, advice should
#   be sought from the Managing Director or the Quality Director."
# custom:
#   clause: "3.8"
#   statements: ["S68", "S69"]
findings contains {
	"id": "speaker-assessed/values/0-missing",
	"rule": "speaker-assessed",
	"title": "A person has looked at each speaker",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.8",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	f.kind == "event"
	either_1 := request.any_of([f.values_given == false, f.extremism_concern_given == false])
	either_1
	who := ["all-staff"]
	by := f["by date"]
}

# METADATA
# title: "If you are unsure of a speaker, ask for advice"
# description: "Guest speakers are, in the main, booked and authorised by the Managing Director,
#   however if staff are unsure about the validity of speakers or organisations wishing to host
#   events in Digital Marketing Mentor, advice should be sought from the Managing Director or the
#   Quality Director."
# custom:
#   clause: "3.8"
#   statements: ["S69"]
findings contains {
	"id": "speaker-advice/any/0-missing",
	"rule": "speaker-advice",
	"title": "If you are unsure of a speaker, ask for advice",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.8",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	f.kind == "event"
	either_1 := request.any_of([f.values == "unsure", f.extremism_concern == "unsure"])
	either_1
	f.values != "contrary"
	f.extremism_concern != "possible"
	f.advice__managing_director__date_given == false
	f.advice__quality_director__date_given == false
	who := ["managing-director", "quality-director"]
	by := f["by date"]
}

# METADATA
# title: "Speakers the policy refuses"
# description: "However, Digital Marketing Mentor will refuse entry to those speakers whose values
#   are contrary to Digital Marketing Mentor's own and who may be wishing to engage with Digital
#   Marketing Mentor as a mechanism to promote extremist views."
# custom:
#   clause: "3.8"
#   statements: ["S68"]
findings contains {
	"id": "speaker-refused/rule/0-applies",
	"rule": "speaker-refused",
	"title": "Speakers the policy refuses",
	"failure": "applies",
	"outcome": "refused",
	"clause": "3.8",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	f.kind == "event"
	f.values == "contrary"
	f.extremism_concern == "possible"
	who := ["managing-director"]
	by := null
}

# METADATA
# title: "If only one of the two is so, a director decides"
# description: "However, Digital Marketing Mentor will refuse entry to those speakers whose values
#   are contrary to Digital Marketing Mentor's own and who may be wishing to engage with Digital
#   Marketing Mentor as a mechanism to promote extremist views."
# custom:
#   clause: "3.8"
#   statements: ["S68"]
findings contains {
	"id": "speaker-decision/rule/0-applies",
	"rule": "speaker-decision",
	"title": "If only one of the two is so, a director decides",
	"failure": "applies",
	"outcome": "referred",
	"clause": "3.8",
	"list": "speakers",
	"item": item,
	"who": who,
	"by": by,
} if {
	some item, f in items_speakers
	f.kind == "event"
	either_1 := request.any_of([f.values == "contrary", f.extremism_concern == "possible"])
	either_1
	either_2 := request.any_of([f.values != "contrary", f.extremism_concern != "possible"])
	either_2
	who := ["managing-director", "quality-director"]
	by := f["by date"]
}
