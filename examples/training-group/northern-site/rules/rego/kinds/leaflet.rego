# Requests of the kind "leaflet": "Leaflets and posters"
#
# Made by prevent build. Do not edit: change the policy and build again.
package prevent.kind_leaflet

import rego.v1

import data.prevent.request

# The fields there are, and what may be answered.
fields := {
	"title": {"type": "text", "required": true},
	"source": {"type": "choice", "required": true, "options": ["own-courses", "group", "outside"]},
	"distribute_from": {"type": "date", "required": true},
	"reference": {"type": "text", "required": false},
	"received_on": {"type": "date", "required": false},
	"says": {"type": "several", "required": false, "options": ["publisher", "contact"]},
	"displayed_until": {"type": "date", "required": false},
	"asks_for_money": {"type": "yes-no", "required": false},
	"charity": {"type": "yes-no", "required": false},
	"approvals": {"type": "approvals", "required": false, "also": ["conditions"]},
	"advice": {"type": "advice", "required": false},
	"notes": {"type": "text", "required": false},
}

# Fields that may be given only where another field has a certain answer.
only_when := {}

applies if request.kind == "leaflet"

faults := request.faults(fields, only_when) if applies

# A request that has a fault is not decided.
decided if {
	applies
	count(faults) == 0
	count(uncounted) == 0
}

stated := request.facts(fields, "leaflet") if {
	applies
	count(faults) == 0
}

# What is compared of the request as a whole.
whole := facts_of_whole(stated, days_of_whole(stated))

days_of_whole(facts) := {
	"approvals__head_of_communications__date": request.day(facts, "approvals.head-of-communications.date"),
	"distribute_from": request.day(facts, "distribute_from"),
	"advice__site_safeguarding_officer__date": request.day(facts, "advice.site-safeguarding-officer.date"),
	"distribute_from_minus_3_working_days": request.plus_working_days(request.day(facts, "distribute_from"), -3),
}

facts_of_whole(facts, days) := {
	"kind": request.text(facts, "kind"),
	"source": request.text(facts, "source"),
	"approvals__head_of_communications__decision": request.text(facts, "approvals.head-of-communications.decision"),
	"days_from_approvals__head_of_communications__date_to_distribute_from": request.gap(days["approvals__head_of_communications__date"], days["distribute_from"]),
	"days_from_approvals__head_of_communications__date_to_distribute_from_known": request.gap_known(days["approvals__head_of_communications__date"], days["distribute_from"]),
	"says__publisher": request.text(facts, "says.publisher"),
	"says__publisher_given": request.is_given(facts, "says.publisher"),
	"says__contact": request.text(facts, "says.contact"),
	"says__contact_given": request.is_given(facts, "says.contact"),
	"displayed_until_given": request.is_given(facts, "displayed_until"),
	"asks_for_money": request.text(facts, "asks_for_money"),
	"charity": request.text(facts, "charity"),
	"asks_for_money_given": request.is_given(facts, "asks_for_money"),
	"charity_given": request.is_given(facts, "charity"),
	"days_from_advice__site_safeguarding_officer__date_to_distribute_from_minus_3_working_days": request.gap(days["advice__site_safeguarding_officer__date"], days["distribute_from_minus_3_working_days"]),
	"days_from_advice__site_safeguarding_officer__date_to_distribute_from_minus_3_working_days_known": request.gap_known(days["advice__site_safeguarding_officer__date"], days["distribute_from_minus_3_working_days"]),
	"advice__site_safeguarding_officer__date_given": request.is_given(facts, "advice.site-safeguarding-officer.date"),
	"by distribute_from": request.written(days["distribute_from"]),
	"by distribute_from_minus_3_working_days": request.written(days["distribute_from_minus_3_working_days"]),
}

# Days from which working days cannot be counted.
counted := {
	"distribute_from_minus_3_working_days": "distribute_from",
}

uncounted := request.uncounted(stated, days_of_whole(stated), counted)

# METADATA
# title: "Our own courses"
# description: "This clause is not about the group's leaflets for its own courses."
# custom:
#   clause: "3"
#   statements: ["S25"]
findings contains {
	"id": "own-courses/rule/0-applies",
	"rule": "own-courses",
	"title": "Our own courses",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "leaflet"
	f.source == "own-courses"
	who := []
	by := null
}

# METADATA
# title: "The Head of Communications agrees first"
# description: "Leaflets and posters of an outside body are handed out or displayed only once the
#   Head of Communications has agreed."
# custom:
#   clause: "3"
#   statements: ["S21"]
findings contains {
	"id": "communications-agrees/head-of-communications/0-declined",
	"rule": "communications-agrees",
	"title": "The Head of Communications agrees first",
	"failure": "declined",
	"outcome": "refused",
	"clause": "3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "leaflet"
	f.source == "outside"
	f.approvals__head_of_communications__decision == "declined"
	who := ["head-of-communications"]
	by := null
}

# METADATA
# title: "The Head of Communications agrees first"
# description: "Leaflets and posters of an outside body are handed out or displayed only once the
#   Head of Communications has agreed."
# custom:
#   clause: "3"
#   statements: ["S21"]
findings contains {
	"id": "communications-agrees/head-of-communications/1-late",
	"rule": "communications-agrees",
	"title": "The Head of Communications agrees first",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "leaflet"
	f.source == "outside"
	f.approvals__head_of_communications__decision == "granted"
	either_1 := request.any_of([
		f.days_from_approvals__head_of_communications__date_to_distribute_from_known == false,
		f.days_from_approvals__head_of_communications__date_to_distribute_from < 0,
	])
	either_1
	who := ["head-of-communications"]
	by := f["by distribute_from"]
}

# METADATA
# title: "The Head of Communications agrees first"
# description: "Leaflets and posters of an outside body are handed out or displayed only once the
#   Head of Communications has agreed."
# custom:
#   clause: "3"
#   statements: ["S21"]
findings contains {
	"id": "communications-agrees/head-of-communications/2-missing",
	"rule": "communications-agrees",
	"title": "The Head of Communications agrees first",
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
	f.kind == "leaflet"
	f.source == "outside"
	f.approvals__head_of_communications__decision != "declined"
	f.approvals__head_of_communications__decision != "granted"
	who := ["head-of-communications"]
	by := f["by distribute_from"]
}

# METADATA
# title: "It says who published it and how they can be reached"
# description: "Each of them says who published it and how they can be reached."
# custom:
#   clause: "3"
#   statements: ["S22"]
findings contains {
	"id": "says-who-published-it/publisher/0-absent",
	"rule": "says-who-published-it",
	"title": "It says who published it and how they can be reached",
	"failure": "absent",
	"outcome": "action-needed",
	"clause": "3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "leaflet"
	f.source == "outside"
	either_1 := request.any_of([
		request.all_of([f.says__publisher_given == true, f.says__publisher != "yes"]),
		request.all_of([f.says__contact_given == true, f.says__contact != "yes"]),
	])
	either_1
	who := []
	by := f["by distribute_from"]
}

# METADATA
# title: "It says who published it and how they can be reached"
# description: "Each of them says who published it and how they can be reached."
# custom:
#   clause: "3"
#   statements: ["S22"]
findings contains {
	"id": "says-who-published-it/publisher/1-missing",
	"rule": "says-who-published-it",
	"title": "It says who published it and how they can be reached",
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
	f.kind == "leaflet"
	f.source == "outside"
	either_1 := request.any_of([f.says__publisher_given == false, f.says__contact_given == false])
	either_1
	who := []
	by := f["by distribute_from"]
}

# METADATA
# title: "It says until when, or it is collected again"
# description: "One that does not say until which day it may be displayed is collected again after
#   a month."
# custom:
#   clause: "3"
#   statements: ["S23"]
findings contains {
	"id": "says-until-when/rule/0-applies",
	"rule": "says-until-when",
	"title": "It says until when, or it is collected again",
	"failure": "applies",
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
	f.kind == "leaflet"
	f.source == "outside"
	f.displayed_until_given == false
	who := []
	by := f["by distribute_from"]
	conditions := ["collected-again"]
}

# METADATA
# title: "Leaflets that ask for money"
# description: "A leaflet that asks for money is refused, unless a registered charity published
#   it."
# custom:
#   clause: "3"
#   statements: ["S24"]
findings contains {
	"id": "asks-for-money/rule/0-applies",
	"rule": "asks-for-money",
	"title": "Leaflets that ask for money",
	"failure": "applies",
	"outcome": "refused",
	"clause": "3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "leaflet"
	f.asks_for_money == "yes"
	f.charity != "yes"
	f.source != "own-courses"
	who := []
	by := null
}

# METADATA
# title: "Leaflets that ask for money"
# description: "A leaflet that asks for money is refused, unless a registered charity published
#   it."
# custom:
#   clause: "3"
#   statements: ["S24"]
findings contains {
	"id": "asks-for-money/ask/asks_for_money",
	"rule": "asks-for-money",
	"title": "Leaflets that ask for money",
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
	f.kind == "leaflet"
	f.charity != "yes"
	f.source != "own-courses"
	f.asks_for_money_given == false
	who := []
	by := f["by distribute_from"]
}

# METADATA
# title: "Leaflets that ask for money"
# description: "A leaflet that asks for money is refused, unless a registered charity published
#   it."
# custom:
#   clause: "3"
#   statements: ["S24"]
findings contains {
	"id": "asks-for-money/ask/charity",
	"rule": "asks-for-money",
	"title": "Leaflets that ask for money",
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
	f.kind == "leaflet"
	either_1 := request.any_of([f.asks_for_money_given == false, f.asks_for_money == "yes"])
	either_1
	f.source != "own-courses"
	f.charity_given == false
	who := []
	by := f["by distribute_from"]
}

# METADATA
# title: "The Site Safeguarding Officer advises first"
# description: "The Site Safeguarding Officer advises on every leaflet of an outside body, at
#   least three working days before it is handed out."
# custom:
#   clause: "N3"
#   statements: ["N13"]
findings contains {
	"id": "foyle-leaflet-advice/any/0-late",
	"rule": "foyle-leaflet-advice",
	"title": "The Site Safeguarding Officer advises first",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "N3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "leaflet"
	f.source == "outside"
	f.advice__site_safeguarding_officer__date_given == true
	either_1 := request.any_of([
		f.days_from_advice__site_safeguarding_officer__date_to_distribute_from_minus_3_working_days_known == false,
		f.days_from_advice__site_safeguarding_officer__date_to_distribute_from_minus_3_working_days < 0,
	])
	either_1
	who := ["site-safeguarding-officer"]
	by := f["by distribute_from_minus_3_working_days"]
}

# METADATA
# title: "The Site Safeguarding Officer advises first"
# description: "The Site Safeguarding Officer advises on every leaflet of an outside body, at
#   least three working days before it is handed out."
# custom:
#   clause: "N3"
#   statements: ["N13"]
findings contains {
	"id": "foyle-leaflet-advice/any/1-missing",
	"rule": "foyle-leaflet-advice",
	"title": "The Site Safeguarding Officer advises first",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "N3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "leaflet"
	f.source == "outside"
	either_1 := request.any_of([
		f.days_from_advice__site_safeguarding_officer__date_to_distribute_from_minus_3_working_days_known == false,
		f.days_from_advice__site_safeguarding_officer__date_to_distribute_from_minus_3_working_days < 0,
	])
	either_1
	f.advice__site_safeguarding_officer__date_given == false
	who := ["site-safeguarding-officer"]
	by := f["by distribute_from_minus_3_working_days"]
}
