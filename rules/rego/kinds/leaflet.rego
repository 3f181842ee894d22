# Requests of the kind "leaflet": "Leaflets and other literature"
#
# Made by prevent build. Do not edit: change the policy and build again.
package prevent.kind_leaflet

import rego.v1

import data.prevent.request

# The fields there are, and what may be answered.
fields := {
	"title": {"type": "text", "required": true},
	"requested_by": {"type": "choice", "required": true, "options": ["staff", "learner", "external-agency"]},
	"source": {"type": "choice", "required": true, "options": ["external-agency", "learner", "dmm"]},
	"distribute_from": {"type": "date", "required": true},
	"reference": {"type": "text", "required": false},
	"received_on": {"type": "date", "required": false},
	"related_to_programme": {"type": "yes-no", "required": false},
	"approvals": {"type": "approvals", "required": false, "also": []},
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
	"approvals__managing_director__date": request.day(facts, "approvals.managing-director.date"),
	"distribute_from": request.day(facts, "distribute_from"),
	"approvals__quality_director__date": request.day(facts, "approvals.quality-director.date"),
}

facts_of_whole(facts, days) := {
	"kind": request.text(facts, "kind"),
	"source": request.text(facts, "source"),
	"requested_by": request.text(facts, "requested_by"),
	"related_to_programme": request.text(facts, "related_to_programme"),
	"approvals__managing_director__decision": request.text(facts, "approvals.managing-director.decision"),
	"days_from_approvals__managing_director__date_to_distribute_from": request.gap(days["approvals__managing_director__date"], days["distribute_from"]),
	"days_from_approvals__managing_director__date_to_distribute_from_known": request.gap_known(days["approvals__managing_director__date"], days["distribute_from"]),
	"approvals__quality_director__decision": request.text(facts, "approvals.quality-director.decision"),
	"days_from_approvals__quality_director__date_to_distribute_from": request.gap(days["approvals__quality_director__date"], days["distribute_from"]),
	"days_from_approvals__quality_director__date_to_distribute_from_known": request.gap_known(days["approvals__quality_director__date"], days["distribute_from"]),
	"related_to_programme_given": request.is_given(facts, "related_to_programme"),
	"by distribute_from": request.written(days["distribute_from"]),
}

# Days from which working days cannot be counted.
counted := {}

uncounted := request.uncounted(stated, days_of_whole(stated), counted)

# METADATA
# title: "Both directors agree first"
# description: "Prior to any literature being distributed in Digital Marketing Mentor from
#   external agencies or by learners when this literature is not related to their programme of
#   study, the permission of the Managing Director and Quality Director should be sought."
# custom:
#   clause: "3.7"
#   statements: ["S65"]
findings contains {
	"id": "leaflet-permission/managing-director/0-declined",
	"rule": "leaflet-permission",
	"title": "Both directors agree first",
	"failure": "declined",
	"outcome": "refused",
	"clause": "3.7",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "leaflet"
	either_1 := request.any_of([f.source == "external-agency", f.requested_by == "learner"])
	either_1
	either_2 := request.any_of([
		request.all_of([f.source != "learner", f.source != "dmm"]),
		f.related_to_programme != "yes",
	])
	either_2
	either_3 := request.any_of([
		f.approvals__managing_director__decision == "declined",
		f.approvals__quality_director__decision == "declined",
	])
	either_3
	who := request.who({
		"managing-director": f.approvals__managing_director__decision == "declined",
		"quality-director": f.approvals__quality_director__decision == "declined",
	})
	by := null
}

# METADATA
# title: "Both directors agree first"
# description: "Prior to any literature being distributed in Digital Marketing Mentor from
#   external agencies or by learners when this literature is not related to their programme of
#   study, the permission of the Managing Director and Quality Director should be sought."
# custom:
#   clause: "3.7"
#   statements: ["S65"]
findings contains {
	"id": "leaflet-permission/managing-director/1-late",
	"rule": "leaflet-permission",
	"title": "Both directors agree first",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "3.7",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "leaflet"
	either_1 := request.any_of([f.source == "external-agency", f.requested_by == "learner"])
	either_1
	either_2 := request.any_of([
		request.all_of([f.source != "learner", f.source != "dmm"]),
		f.related_to_programme != "yes",
	])
	either_2
	f.approvals__managing_director__decision == "granted"
	either_3 := request.any_of([
		f.days_from_approvals__managing_director__date_to_distribute_from_known == false,
		f.days_from_approvals__managing_director__date_to_distribute_from < 0,
	])
	either_3
	who := ["managing-director"]
	by := f["by distribute_from"]
}

# METADATA
# title: "Both directors agree first"
# description: "Prior to any literature being distributed in Digital Marketing Mentor from
#   external agencies or by learners when this literature is not related to their programme of
#   study, the permission of the Managing Director and Quality Director should be sought."
# custom:
#   clause: "3.7"
#   statements: ["S65"]
findings contains {
	"id": "leaflet-permission/managing-director/2-missing",
	"rule": "leaflet-permission",
	"title": "Both directors agree first",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "3.7",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "leaflet"
	either_1 := request.any_of([f.source == "external-agency", f.requested_by == "learner"])
	either_1
	either_2 := request.any_of([
		request.all_of([f.source != "learner", f.source != "dmm"]),
		f.related_to_programme != "yes",
	])
	either_2
	either_3 := request.any_of([
		request.all_of([
			f.approvals__managing_director__decision != "declined",
			f.approvals__managing_director__decision != "granted",
		]),
		request.all_of([
			f.approvals__quality_director__decision != "declined",
			f.approvals__quality_director__decision != "granted",
		]),
	])
	either_3
	who := request.who({
		"managing-director": request.all_of([
			f.approvals__managing_director__decision != "declined",
			f.approvals__managing_director__decision != "granted",
		]),
		"quality-director": request.all_of([
			f.approvals__quality_director__decision != "declined",
			f.approvals__quality_director__decision != "granted",
		]),
	})
	by := f["by distribute_from"]
}

# METADATA
# title: "Both directors agree first"
# description: "Prior to any literature being distributed in Digital Marketing Mentor from
#   external agencies or by learners when this literature is not related to their programme of
#   study, the permission of the Managing Director and Quality Director should be sought."
# custom:
#   clause: "3.7"
#   statements: ["S65"]
findings contains {
	"id": "leaflet-permission/quality-director/1-late",
	"rule": "leaflet-permission",
	"title": "Both directors agree first",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "3.7",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "leaflet"
	either_1 := request.any_of([f.source == "external-agency", f.requested_by == "learner"])
	either_1
	either_2 := request.any_of([
		request.all_of([f.source != "learner", f.source != "dmm"]),
		f.related_to_programme != "yes",
	])
	either_2
	f.approvals__quality_director__decision == "granted"
	either_3 := request.any_of([
		f.days_from_approvals__quality_director__date_to_distribute_from_known == false,
		f.days_from_approvals__quality_director__date_to_distribute_from < 0,
	])
	either_3
	who := ["quality-director"]
	by := f["by distribute_from"]
}

# METADATA
# title: "Both directors agree first"
# description: "Prior to any literature being distributed in Digital Marketing Mentor from
#   external agencies or by learners when this literature is not related to their programme of
#   study, the permission of the Managing Director and Quality Director should be sought."
# custom:
#   clause: "3.7"
#   statements: ["S65"]
findings contains {
	"id": "leaflet-permission/ask/related_to_programme",
	"rule": "leaflet-permission",
	"title": "Both directors agree first",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "3.7",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "leaflet"
	either_1 := request.any_of([f.source == "external-agency", f.requested_by == "learner"])
	either_1
	either_2 := request.any_of([f.source == "learner", f.source == "dmm"])
	either_2
	f.related_to_programme_given == false
	who := []
	by := f["by distribute_from"]
}
