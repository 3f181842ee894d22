# What a request is told, and whether it can go ahead.
#
# Made by prevent build. Do not edit: change the policy and build again.
package prevent

import rego.v1

import data.prevent.kind_leaflet
import data.prevent.kind_event
import data.prevent.kind_booking
import data.prevent.policy

findings contains finding if {
	kind_leaflet.decided
	some finding in kind_leaflet.findings
}

decided if kind_leaflet.decided

faults contains fault if {
	kind_leaflet.applies
	some fault in kind_leaflet.faults
}

faults contains fault if {
	some fact in kind_leaflet.uncounted
	fault := sprintf("Working days cannot be counted from '%s'.", [fact])
}

known_kind if kind_leaflet.applies

findings contains finding if {
	kind_event.decided
	some finding in kind_event.findings
}

decided if kind_event.decided

faults contains fault if {
	kind_event.applies
	some fault in kind_event.faults
}

faults contains fault if {
	some fact in kind_event.uncounted
	fault := sprintf("Working days cannot be counted from '%s'.", [fact])
}

known_kind if kind_event.applies

findings contains finding if {
	kind_booking.decided
	some finding in kind_booking.findings
}

decided if kind_booking.decided

faults contains fault if {
	kind_booking.applies
	some fault in kind_booking.faults
}

faults contains fault if {
	some fact in kind_booking.uncounted
	fault := sprintf("Working days cannot be counted from '%s'.", [fact])
}

known_kind if kind_booking.applies

faults contains fault if {
	not known_kind
	fault := "Write kind: ... with one of: leaflet, event, booking."
}

# The worst outcome of the findings; where there is none, it is allowed.
default outcome := "not-valid"

outcome := "refused" if {
	decided
	some finding in findings
	finding.outcome == "refused"
} else := "referred" if {
	decided
	some finding in findings
	finding.outcome == "referred"
} else := "action-needed" if {
	decided
	some finding in findings
	finding.outcome == "action-needed"
} else := "allowed" if {
	decided
}

# All that is not allowed fails a run of conftest: deny, as a warning would let it pass.
deny contains object.union(finding, {"msg": message(finding)}) if {
	some finding in findings
	finding.outcome != "allowed"
}

deny contains {"msg": sprintf("This request cannot be decided. %s", [fault])} if {
	some fault in faults
}

deny contains {"msg": "This request cannot be decided."} if {
	not decided
	count(faults) == 0
}

# Conditions, notes and what is to be done afterwards stand in nobody's way.
warn contains object.union(finding, {"msg": message(finding)}) if {
	some finding in findings
	finding.outcome == "allowed"
}

message(finding) := concat("", [
	sprintf("%s: %s (clause %s).", [
		outcome_in_words[finding.outcome],
		finding.title,
		finding.clause,
	]),
	item_in_words(finding),
	who_in_words(finding),
	by_in_words(finding),
])

item_in_words(finding) := sprintf(" %s, number %d.", [finding.list, finding.item + 1]) if {
	finding.item != null
} else := ""

who_in_words(finding) := sprintf(" To act: %s.", [titles]) if {
	count(finding.who) > 0
	titles := concat(", ", [policy.roles[role] | some role in finding.who])
} else := ""

by_in_words(finding) := sprintf(" By %s.", [finding.by]) if {
	finding.by != null
} else := ""

outcome_in_words := {
	"allowed": "Can go ahead",
	"action-needed": "Not yet",
	"referred": "A decision is needed",
	"refused": "Must not go ahead",
}
