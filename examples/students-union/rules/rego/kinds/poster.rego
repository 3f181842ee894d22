# Requests of the kind "poster": "Posters"
#
# Made by prevent build. Do not edit: change the policy and build again.
package prevent.kind_poster

import rego.v1

import data.prevent.request

# The fields there are, and what may be answered.
fields := {
	"title": {"type": "text", "required": true},
	"society": {"type": "text", "required": true},
	"display_from": {"type": "date", "required": true},
	"expires_on": {"type": "date", "required": true},
	"place": {"type": "choice", "required": true, "options": ["union-boards", "union-foyer", "library-boards", "hall", "elsewhere"]},
	"size": {"type": "choice", "required": true, "options": ["a4", "a3", "a2", "larger"]},
	"reference": {"type": "text", "required": false},
	"received_on": {"type": "date", "required": false},
	"issued_by": {"type": "choice", "required": false, "options": ["society", "returning-officer"]},
	"labels": {"type": "several", "required": false, "options": ["responsible-body", "approval-mark", "expiry-date", "translation"]},
	"language": {"type": "choice", "required": false, "options": ["english", "gaelic", "another"]},
	"about": {"type": "several", "required": false, "options": ["alcohol", "candidate", "named-person"]},
	"removed_on": {"type": "date", "required": false},
	"changed_on": {"type": "date", "required": false},
	"on_display": {"type": "yes-no", "required": false},
	"approvals": {"type": "approvals", "required": false, "also": ["conditions"]},
	"notes": {"type": "text", "required": false},
}

# Fields that may be given only where another field has a certain answer.
only_when := {}

applies if request.kind == "poster"

faults := request.faults(fields, only_when) if applies

# A request that has a fault is not decided.
decided if {
	applies
	count(faults) == 0
	count(uncounted) == 0
}

stated := request.facts(fields, "poster") if {
	applies
	count(faults) == 0
}

# What is compared of the request as a whole.
whole := facts_of_whole(stated, days_of_whole(stated))

days_of_whole(facts) := {
	"approvals__hall_warden__date": request.day(facts, "approvals.hall-warden.date"),
	"display_from": request.day(facts, "display_from"),
	"expires_on": request.day(facts, "expires_on"),
	"display_from_plus_4_weeks": request.plus_weeks(request.day(facts, "display_from"), 4),
	"removed_on": request.day(facts, "removed_on"),
	"expires_on_plus_2_working_days": request.plus_working_days(request.day(facts, "expires_on"), 2),
	"approvals__society_chair__date": request.day(facts, "approvals.society-chair.date"),
	"approvals__vp_societies__date": request.day(facts, "approvals.vp-societies.date"),
	"approvals__society_chair__latest": request.day(facts, "approvals.society-chair.latest"),
	"approvals__vp_societies__latest": request.day(facts, "approvals.vp-societies.latest"),
	"approvals__events_office__date": request.day(facts, "approvals.events-office.date"),
	"approvals__events_office__latest": request.day(facts, "approvals.events-office.latest"),
	"changed_on": request.day(facts, "changed_on"),
	"received_on": request.day(facts, "received_on"),
	"display_from_minus_5_working_days": request.plus_working_days(request.day(facts, "display_from"), -5),
	"approvals__president__date": request.day(facts, "approvals.president.date"),
	"approvals__vp_welfare__date": request.day(facts, "approvals.vp-welfare.date"),
	"today": request.day(facts, "today"),
	"received_on_plus_3_working_days": request.plus_working_days(request.day(facts, "received_on"), 3),
	"expires_on_plus_12_months": request.plus_months(request.day(facts, "expires_on"), 12),
}

facts_of_whole(facts, days) := {
	"kind": request.text(facts, "kind"),
	"issued_by": request.text(facts, "issued_by"),
	"issued_by_given": request.is_given(facts, "issued_by"),
	"labels__responsible_body": request.text(facts, "labels.responsible-body"),
	"labels__responsible_body_given": request.is_given(facts, "labels.responsible-body"),
	"labels__approval_mark": request.text(facts, "labels.approval-mark"),
	"labels__approval_mark_given": request.is_given(facts, "labels.approval-mark"),
	"labels__expiry_date": request.text(facts, "labels.expiry-date"),
	"labels__expiry_date_given": request.is_given(facts, "labels.expiry-date"),
	"language": request.text(facts, "language"),
	"labels__translation": request.text(facts, "labels.translation"),
	"labels__translation_given": request.is_given(facts, "labels.translation"),
	"language_given": request.is_given(facts, "language"),
	"place": request.text(facts, "place"),
	"approvals__hall_warden__decision": request.text(facts, "approvals.hall-warden.decision"),
	"days_from_approvals__hall_warden__date_to_display_from": request.gap(days["approvals__hall_warden__date"], days["display_from"]),
	"days_from_approvals__hall_warden__date_to_display_from_known": request.gap_known(days["approvals__hall_warden__date"], days["display_from"]),
	"size": request.text(facts, "size"),
	"days_from_expires_on_to_display_from_plus_4_weeks": request.gap(days["expires_on"], days["display_from_plus_4_weeks"]),
	"days_from_expires_on_to_display_from_plus_4_weeks_known": request.gap_known(days["expires_on"], days["display_from_plus_4_weeks"]),
	"days_from_display_from_to_expires_on": request.gap(days["display_from"], days["expires_on"]),
	"days_from_display_from_to_expires_on_known": request.gap_known(days["display_from"], days["expires_on"]),
	"removed_on_given": request.is_given(facts, "removed_on"),
	"days_from_removed_on_to_expires_on_plus_2_working_days": request.gap(days["removed_on"], days["expires_on_plus_2_working_days"]),
	"days_from_removed_on_to_expires_on_plus_2_working_days_known": request.gap_known(days["removed_on"], days["expires_on_plus_2_working_days"]),
	"on_display": request.text(facts, "on_display"),
	"approvals__society_chair__decision_given": request.is_given(facts, "approvals.society-chair.decision"),
	"approvals__society_chair__decision": request.text(facts, "approvals.society-chair.decision"),
	"approvals__vp_societies__decision_given": request.is_given(facts, "approvals.vp-societies.decision"),
	"approvals__vp_societies__decision": request.text(facts, "approvals.vp-societies.decision"),
	"approvals__events_office__decision_given": request.is_given(facts, "approvals.events-office.decision"),
	"approvals__events_office__decision": request.text(facts, "approvals.events-office.decision"),
	"on_display_given": request.is_given(facts, "on_display"),
	"changed_on_given": request.is_given(facts, "changed_on"),
	"days_from_approvals__society_chair__date_to_display_from": request.gap(days["approvals__society_chair__date"], days["display_from"]),
	"days_from_approvals__society_chair__date_to_display_from_known": request.gap_known(days["approvals__society_chair__date"], days["display_from"]),
	"days_from_approvals__vp_societies__date_to_display_from": request.gap(days["approvals__vp_societies__date"], days["display_from"]),
	"days_from_approvals__vp_societies__date_to_display_from_known": request.gap_known(days["approvals__vp_societies__date"], days["display_from"]),
	"days_from_approvals__society_chair__latest_to_approvals__vp_societies__date": request.gap(days["approvals__society_chair__latest"], days["approvals__vp_societies__date"]),
	"days_from_approvals__society_chair__latest_to_approvals__vp_societies__date_known": request.gap_known(days["approvals__society_chair__latest"], days["approvals__vp_societies__date"]),
	"days_from_approvals__vp_societies__latest_to_display_from": request.gap(days["approvals__vp_societies__latest"], days["display_from"]),
	"days_from_approvals__vp_societies__latest_to_display_from_known": request.gap_known(days["approvals__vp_societies__latest"], days["display_from"]),
	"days_from_approvals__society_chair__latest_to_approvals__vp_societies__latest": request.gap(days["approvals__society_chair__latest"], days["approvals__vp_societies__latest"]),
	"days_from_approvals__society_chair__latest_to_approvals__vp_societies__latest_known": request.gap_known(days["approvals__society_chair__latest"], days["approvals__vp_societies__latest"]),
	"approvals__vp_societies__date_given": request.is_given(facts, "approvals.vp-societies.date"),
	"days_from_approvals__events_office__date_to_display_from": request.gap(days["approvals__events_office__date"], days["display_from"]),
	"days_from_approvals__events_office__date_to_display_from_known": request.gap_known(days["approvals__events_office__date"], days["display_from"]),
	"days_from_approvals__vp_societies__latest_to_approvals__events_office__date": request.gap(days["approvals__vp_societies__latest"], days["approvals__events_office__date"]),
	"days_from_approvals__vp_societies__latest_to_approvals__events_office__date_known": request.gap_known(days["approvals__vp_societies__latest"], days["approvals__events_office__date"]),
	"days_from_approvals__events_office__latest_to_display_from": request.gap(days["approvals__events_office__latest"], days["display_from"]),
	"days_from_approvals__events_office__latest_to_display_from_known": request.gap_known(days["approvals__events_office__latest"], days["display_from"]),
	"days_from_approvals__vp_societies__latest_to_approvals__events_office__latest": request.gap(days["approvals__vp_societies__latest"], days["approvals__events_office__latest"]),
	"days_from_approvals__vp_societies__latest_to_approvals__events_office__latest_known": request.gap_known(days["approvals__vp_societies__latest"], days["approvals__events_office__latest"]),
	"approvals__events_office__date_given": request.is_given(facts, "approvals.events-office.date"),
	"days_from_changed_on_to_approvals__society_chair__date": request.gap(days["changed_on"], days["approvals__society_chair__date"]),
	"days_from_changed_on_to_approvals__society_chair__date_known": request.gap_known(days["changed_on"], days["approvals__society_chair__date"]),
	"days_from_changed_on_to_approvals__society_chair__latest": request.gap(days["changed_on"], days["approvals__society_chair__latest"]),
	"days_from_changed_on_to_approvals__society_chair__latest_known": request.gap_known(days["changed_on"], days["approvals__society_chair__latest"]),
	"days_from_approvals__society_chair__latest_to_display_from": request.gap(days["approvals__society_chair__latest"], days["display_from"]),
	"days_from_approvals__society_chair__latest_to_display_from_known": request.gap_known(days["approvals__society_chair__latest"], days["display_from"]),
	"approvals__society_chair__latest_given": request.is_given(facts, "approvals.society-chair.latest"),
	"approvals__society_chair__date_given": request.is_given(facts, "approvals.society-chair.date"),
	"days_from_changed_on_to_approvals__vp_societies__date": request.gap(days["changed_on"], days["approvals__vp_societies__date"]),
	"days_from_changed_on_to_approvals__vp_societies__date_known": request.gap_known(days["changed_on"], days["approvals__vp_societies__date"]),
	"days_from_changed_on_to_approvals__vp_societies__latest": request.gap(days["changed_on"], days["approvals__vp_societies__latest"]),
	"days_from_changed_on_to_approvals__vp_societies__latest_known": request.gap_known(days["changed_on"], days["approvals__vp_societies__latest"]),
	"approvals__vp_societies__latest_given": request.is_given(facts, "approvals.vp-societies.latest"),
	"days_from_changed_on_to_approvals__events_office__date": request.gap(days["changed_on"], days["approvals__events_office__date"]),
	"days_from_changed_on_to_approvals__events_office__date_known": request.gap_known(days["changed_on"], days["approvals__events_office__date"]),
	"days_from_changed_on_to_approvals__events_office__latest": request.gap(days["changed_on"], days["approvals__events_office__latest"]),
	"days_from_changed_on_to_approvals__events_office__latest_known": request.gap_known(days["changed_on"], days["approvals__events_office__latest"]),
	"approvals__events_office__latest_given": request.is_given(facts, "approvals.events-office.latest"),
	"days_from_received_on_to_display_from_minus_5_working_days": request.gap(days["received_on"], days["display_from_minus_5_working_days"]),
	"days_from_received_on_to_display_from_minus_5_working_days_known": request.gap_known(days["received_on"], days["display_from_minus_5_working_days"]),
	"received_on_given": request.is_given(facts, "received_on"),
	"about": request.number(facts, "about"),
	"about_given": request.is_given(facts, "about"),
	"approvals__president__decision": request.text(facts, "approvals.president.decision"),
	"days_from_approvals__president__date_to_display_from": request.gap(days["approvals__president__date"], days["display_from"]),
	"days_from_approvals__president__date_to_display_from_known": request.gap_known(days["approvals__president__date"], days["display_from"]),
	"approvals__vp_welfare__decision": request.text(facts, "approvals.vp-welfare.decision"),
	"days_from_approvals__vp_welfare__date_to_display_from": request.gap(days["approvals__vp_welfare__date"], days["display_from"]),
	"days_from_approvals__vp_welfare__date_to_display_from_known": request.gap_known(days["approvals__vp_welfare__date"], days["display_from"]),
	"approvals__president__date_given": request.is_given(facts, "approvals.president.date"),
	"approvals__vp_welfare__date_given": request.is_given(facts, "approvals.vp-welfare.date"),
	"days_from_today_to_received_on_plus_3_working_days": request.gap(days["today"], days["received_on_plus_3_working_days"]),
	"days_from_today_to_received_on_plus_3_working_days_known": request.gap_known(days["today"], days["received_on_plus_3_working_days"]),
	"by display_from": request.written(days["display_from"]),
	"by expires_on_plus_2_working_days": request.written(days["expires_on_plus_2_working_days"]),
	"by today": request.written(days["today"]),
	"by received_on_plus_3_working_days": request.written(days["received_on_plus_3_working_days"]),
	"by removed_on": request.written(days["removed_on"]),
	"by expires_on_plus_12_months": request.written(days["expires_on_plus_12_months"]),
}

# Days from which working days cannot be counted.
counted := {
	"expires_on_plus_2_working_days": "expires_on",
	"display_from_minus_5_working_days": "display_from",
	"received_on_plus_3_working_days": "received_on",
}

uncounted := request.uncounted(stated, days_of_whole(stated), counted)

# METADATA
# title: "Notices of the Returning Officer"
# description: "The notices of an election that the Returning Officer issues need none of this."
# custom:
#   clause: "2.4"
#   statements: ["S27"]
findings contains {
	"id": "election-notices/rule/0-applies",
	"rule": "election-notices",
	"title": "Notices of the Returning Officer",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.issued_by == "returning-officer"
	who := []
	by := null
}

# METADATA
# title: "What every poster shows"
# description: "Every poster shows the name of the body that is responsible for it, the Union's
#   approval mark and the date on which it expires."
# custom:
#   clause: "2.1"
#   statements: ["S10"]
findings contains {
	"id": "poster-labels/responsible-body/0-absent",
	"rule": "poster-labels",
	"title": "What every poster shows",
	"failure": "absent",
	"outcome": "action-needed",
	"clause": "2.1",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.issued_by != "returning-officer"
	either_1 := request.any_of([
		request.all_of([
			f.labels__responsible_body_given == true,
			f.labels__responsible_body != "yes",
		]),
		request.all_of([
			f.labels__approval_mark_given == true,
			f.labels__approval_mark != "yes",
		]),
		request.all_of([f.labels__expiry_date_given == true, f.labels__expiry_date != "yes"]),
	])
	either_1
	who := []
	by := f["by display_from"]
}

# METADATA
# title: "What every poster shows"
# description: "Every poster shows the name of the body that is responsible for it, the Union's
#   approval mark and the date on which it expires."
# custom:
#   clause: "2.1"
#   statements: ["S10"]
findings contains {
	"id": "poster-labels/responsible-body/1-missing",
	"rule": "poster-labels",
	"title": "What every poster shows",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "2.1",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.issued_by != "returning-officer"
	either_1 := request.any_of([
		f.labels__responsible_body_given == false,
		f.labels__approval_mark_given == false,
		f.labels__expiry_date_given == false,
	])
	either_1
	who := []
	by := f["by display_from"]
}

# METADATA
# title: "Another language is translated"
# description: "A poster in any language but English or Gaelic carries a translation into English
#   as well."
# custom:
#   clause: "2.1"
#   statements: ["S11"]
findings contains {
	"id": "poster-translation/translation/0-absent",
	"rule": "poster-translation",
	"title": "Another language is translated",
	"failure": "absent",
	"outcome": "action-needed",
	"clause": "2.1",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.language == "another"
	f.issued_by != "returning-officer"
	f.labels__translation_given == true
	f.labels__translation != "yes"
	who := []
	by := f["by display_from"]
}

# METADATA
# title: "Another language is translated"
# description: "A poster in any language but English or Gaelic carries a translation into English
#   as well."
# custom:
#   clause: "2.1"
#   statements: ["S11"]
findings contains {
	"id": "poster-translation/translation/1-missing",
	"rule": "poster-translation",
	"title": "Another language is translated",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "2.1",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.language == "another"
	f.issued_by != "returning-officer"
	f.labels__translation_given == false
	who := []
	by := f["by display_from"]
}

# METADATA
# title: "Another language is translated"
# description: "A poster in any language but English or Gaelic carries a translation into English
#   as well."
# custom:
#   clause: "2.1"
#   statements: ["S11"]
findings contains {
	"id": "poster-translation/ask/language",
	"rule": "poster-translation",
	"title": "Another language is translated",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "2.1",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.issued_by != "returning-officer"
	f.language_given == false
	who := []
	by := f["by display_from"]
}

# METADATA
# title: "Where posters go"
# description: "Posters go on the boards of the Union, in its foyer, on the boards of the Library
#   and in the halls of residence, and nowhere else."
# custom:
#   clause: "2.2"
#   statements: ["S12"]
findings contains {
	"id": "poster-place/rule/0-applies",
	"rule": "poster-place",
	"title": "Where posters go",
	"failure": "applies",
	"outcome": "refused",
	"clause": "2.2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.place == "elsewhere"
	f.issued_by != "returning-officer"
	who := []
	by := null
}

# METADATA
# title: "The warden agrees to posters in a hall"
# description: "In a hall of residence the warden agrees first."
# custom:
#   clause: "2.2"
#   statements: ["S13"]
findings contains {
	"id": "poster-warden/hall-warden/0-declined",
	"rule": "poster-warden",
	"title": "The warden agrees to posters in a hall",
	"failure": "declined",
	"outcome": "refused",
	"clause": "2.2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.place == "hall"
	f.issued_by != "returning-officer"
	f.approvals__hall_warden__decision == "declined"
	who := ["hall-warden"]
	by := null
}

# METADATA
# title: "The warden agrees to posters in a hall"
# description: "In a hall of residence the warden agrees first."
# custom:
#   clause: "2.2"
#   statements: ["S13"]
findings contains {
	"id": "poster-warden/hall-warden/1-late",
	"rule": "poster-warden",
	"title": "The warden agrees to posters in a hall",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "2.2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.place == "hall"
	f.issued_by != "returning-officer"
	f.approvals__hall_warden__decision == "granted"
	either_1 := request.any_of([
		f.days_from_approvals__hall_warden__date_to_display_from_known == false,
		f.days_from_approvals__hall_warden__date_to_display_from < 0,
	])
	either_1
	who := ["hall-warden"]
	by := f["by display_from"]
}

# METADATA
# title: "The warden agrees to posters in a hall"
# description: "In a hall of residence the warden agrees first."
# custom:
#   clause: "2.2"
#   statements: ["S13"]
findings contains {
	"id": "poster-warden/hall-warden/2-missing",
	"rule": "poster-warden",
	"title": "The warden agrees to posters in a hall",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "2.2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.place == "hall"
	f.issued_by != "returning-officer"
	f.approvals__hall_warden__decision != "declined"
	f.approvals__hall_warden__decision != "granted"
	who := ["hall-warden"]
	by := f["by display_from"]
}

# METADATA
# title: "How large a poster may be"
# description: "Posters are A4 or A3. An A2 poster may go up in the foyer of the Union, on
#   condition that it hangs in one of the Union's frames. Nothing larger is put up."
# custom:
#   clause: "2.2"
#   statements: ["S14", "S15", "S16"]
findings contains {
	"id": "poster-size/case-1-rule/0-applies",
	"rule": "poster-size",
	"title": "How large a poster may be",
	"failure": "applies",
	"outcome": "refused",
	"clause": "2.2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.issued_by != "returning-officer"
	f.size == "larger"
	who := []
	by := null
}

# METADATA
# title: "How large a poster may be"
# description: "Posters are A4 or A3. An A2 poster may go up in the foyer of the Union, on
#   condition that it hangs in one of the Union's frames. Nothing larger is put up."
# custom:
#   clause: "2.2"
#   statements: ["S14", "S15", "S16"]
findings contains {
	"id": "poster-size/case-2-rule/0-applies",
	"rule": "poster-size",
	"title": "How large a poster may be",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "2.2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
	"conditions": conditions,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.issued_by != "returning-officer"
	f.size == "a2"
	f.place == "union-foyer"
	who := []
	by := f["by display_from"]
	conditions := ["framed"]
}

# METADATA
# title: "How large a poster may be"
# description: "Posters are A4 or A3. An A2 poster may go up in the foyer of the Union, on
#   condition that it hangs in one of the Union's frames. Nothing larger is put up."
# custom:
#   clause: "2.2"
#   statements: ["S14", "S15", "S16"]
findings contains {
	"id": "poster-size/case-3-rule/0-applies",
	"rule": "poster-size",
	"title": "How large a poster may be",
	"failure": "applies",
	"outcome": "action-needed",
	"clause": "2.2",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.issued_by != "returning-officer"
	f.place != "union-foyer"
	f.size == "a2"
	who := []
	by := f["by display_from"]
}

# METADATA
# title: "Four weeks at most"
# description: "A poster expires no more than four weeks after the day on which it first goes up,
#   and not before that day."
# custom:
#   clause: "2.3"
#   statements: ["S17"]
findings contains {
	"id": "poster-expiry/longest/2-early",
	"rule": "poster-expiry",
	"title": "Four weeks at most",
	"failure": "early",
	"outcome": "action-needed",
	"clause": "2.3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.issued_by != "returning-officer"
	either_1 := request.any_of([
		f.days_from_expires_on_to_display_from_plus_4_weeks_known == false,
		f.days_from_expires_on_to_display_from_plus_4_weeks < 0,
	])
	either_1
	who := []
	by := f["by display_from"]
}

# METADATA
# title: "A poster does not expire before it goes up"
# description: "A poster expires no more than four weeks after the day on which it first goes up,
#   and not before that day."
# custom:
#   clause: "2.3"
#   statements: ["S17"]
findings contains {
	"id": "poster-expires-after-it-goes-up/rule/0-applies",
	"rule": "poster-expires-after-it-goes-up",
	"title": "A poster does not expire before it goes up",
	"failure": "applies",
	"outcome": "action-needed",
	"clause": "2.3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.days_from_display_from_to_expires_on_known == true
	f.days_from_display_from_to_expires_on < 0
	f.issued_by != "returning-officer"
	who := []
	by := f["by display_from"]
}

# METADATA
# title: "The society says when it comes down"
# description: "The society names the day on which it will take the poster down, which is no later
#   than two working days after it expires."
# custom:
#   clause: "2.3"
#   statements: ["S18"]
findings contains {
	"id": "poster-removal-named/removed_on/0-missing",
	"rule": "poster-removal-named",
	"title": "The society says when it comes down",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "2.3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.issued_by != "returning-officer"
	f.removed_on_given == false
	who := []
	by := f["by display_from"]
}

# METADATA
# title: "It comes down in two working days"
# description: "The society names the day on which it will take the poster down, which is no later
#   than two working days after it expires."
# custom:
#   clause: "2.3"
#   statements: ["S18"]
findings contains {
	"id": "poster-removal/longest/2-early",
	"rule": "poster-removal",
	"title": "It comes down in two working days",
	"failure": "early",
	"outcome": "action-needed",
	"clause": "2.3",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.removed_on_given == true
	f.issued_by != "returning-officer"
	either_1 := request.any_of([
		f.days_from_removed_on_to_expires_on_plus_2_working_days_known == false,
		f.days_from_removed_on_to_expires_on_plus_2_working_days < 0,
	])
	either_1
	who := []
	by := f["by expires_on_plus_2_working_days"]
}

# METADATA
# title: "Held until approved"
# description: "A poster is held until it has been approved, and one that is already up comes down
#   at once."
# custom:
#   clause: "2.4"
#   statements: ["S19"]
findings contains {
	"id": "poster-held/rule/0-applies",
	"rule": "poster-held",
	"title": "Held until approved",
	"failure": "applies",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.on_display == "yes"
	either_1 := request.any_of([
		request.all_of([f.place != "union-boards", f.place != "union-foyer"]),
		f.approvals__society_chair__decision != "granted",
		f.approvals__vp_societies__decision != "granted",
	])
	either_1
	either_2 := request.any_of([
		request.all_of([f.place != "library-boards", f.place != "hall"]),
		f.approvals__society_chair__decision != "granted",
		f.approvals__vp_societies__decision != "granted",
		f.approvals__events_office__decision != "granted",
	])
	either_2
	f.issued_by != "returning-officer"
	who := ["society-chair"]
	by := f["by today"]
}

# METADATA
# title: "Held until approved"
# description: "A poster is held until it has been approved, and one that is already up comes down
#   at once."
# custom:
#   clause: "2.4"
#   statements: ["S19"]
findings contains {
	"id": "poster-held/ask/on_display",
	"rule": "poster-held",
	"title": "Held until approved",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	either_1 := request.any_of([
		request.all_of([f.place != "union-boards", f.place != "union-foyer"]),
		f.approvals__society_chair__decision != "granted",
		f.approvals__vp_societies__decision != "granted",
	])
	either_1
	either_2 := request.any_of([
		request.all_of([f.place != "library-boards", f.place != "hall"]),
		f.approvals__society_chair__decision != "granted",
		f.approvals__vp_societies__decision != "granted",
		f.approvals__events_office__decision != "granted",
	])
	either_2
	f.issued_by != "returning-officer"
	f.on_display_given == false
	who := []
	by := f["by display_from"]
}

# METADATA
# title: "Approved in turn"
# description: "It is approved in turn by the chair of the society, by the Vice-President
#   Societies and, where it goes up in a building of the University, by the University's Events
#   Office. Each of them approves on or before the day on which it first goes up."
# custom:
#   clause: "2.4"
#   statements: ["S20", "S21"]
findings contains {
	"id": "poster-approved/case-1-society-chair/0-declined",
	"rule": "poster-approved",
	"title": "Approved in turn",
	"failure": "declined",
	"outcome": "refused",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.changed_on_given == false
	f.issued_by != "returning-officer"
	either_1 := request.any_of([
		request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			f.approvals__society_chair__decision == "declined",
		]),
		request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			f.approvals__vp_societies__decision == "declined",
		]),
		request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			f.approvals__events_office__decision == "declined",
		]),
		request.all_of([
			f.place != "library-boards",
			f.place != "hall",
			request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
			f.approvals__society_chair__decision == "declined",
		]),
		request.all_of([
			f.place != "library-boards",
			f.place != "hall",
			request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
			f.approvals__vp_societies__decision == "declined",
		]),
	])
	either_1
	who := request.who({
		"society-chair": request.any_of([
			request.all_of([
				request.any_of([f.place == "library-boards", f.place == "hall"]),
				f.approvals__society_chair__decision == "declined",
			]),
			request.all_of([
				f.place != "library-boards",
				f.place != "hall",
				request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
				f.approvals__society_chair__decision == "declined",
			]),
		]),
		"vp-societies": request.any_of([
			request.all_of([
				request.any_of([f.place == "library-boards", f.place == "hall"]),
				f.approvals__vp_societies__decision == "declined",
			]),
			request.all_of([
				f.place != "library-boards",
				f.place != "hall",
				request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
				f.approvals__vp_societies__decision == "declined",
			]),
		]),
		"events-office": request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			f.approvals__events_office__decision == "declined",
		]),
	})
	by := null
}

# METADATA
# title: "Approved in turn"
# description: "It is approved in turn by the chair of the society, by the Vice-President
#   Societies and, where it goes up in a building of the University, by the University's Events
#   Office. Each of them approves on or before the day on which it first goes up."
# custom:
#   clause: "2.4"
#   statements: ["S20", "S21"]
findings contains {
	"id": "poster-approved/case-1-society-chair/1-late",
	"rule": "poster-approved",
	"title": "Approved in turn",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.changed_on_given == false
	f.issued_by != "returning-officer"
	f.approvals__society_chair__decision == "granted"
	either_1 := request.any_of([
		f.days_from_approvals__society_chair__date_to_display_from_known == false,
		f.days_from_approvals__society_chair__date_to_display_from < 0,
	])
	either_1
	either_2 := request.any_of([
		f.place == "library-boards",
		f.place == "hall",
		f.place == "union-boards",
		f.place == "union-foyer",
	])
	either_2
	who := ["society-chair"]
	by := f["by display_from"]
}

# METADATA
# title: "Approved in turn"
# description: "It is approved in turn by the chair of the society, by the Vice-President
#   Societies and, where it goes up in a building of the University, by the University's Events
#   Office. Each of them approves on or before the day on which it first goes up."
# custom:
#   clause: "2.4"
#   statements: ["S20", "S21"]
findings contains {
	"id": "poster-approved/case-1-society-chair/2-missing",
	"rule": "poster-approved",
	"title": "Approved in turn",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.changed_on_given == false
	f.issued_by != "returning-officer"
	either_1 := request.any_of([
		request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			f.approvals__society_chair__decision != "declined",
			f.approvals__society_chair__decision != "granted",
		]),
		request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			f.approvals__vp_societies__decision != "declined",
			f.approvals__vp_societies__decision != "granted",
		]),
		request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			f.approvals__events_office__decision != "declined",
			f.approvals__events_office__decision != "granted",
		]),
		request.all_of([
			f.place != "library-boards",
			f.place != "hall",
			request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
			f.approvals__society_chair__decision != "declined",
			f.approvals__society_chair__decision != "granted",
		]),
		request.all_of([
			f.place != "library-boards",
			f.place != "hall",
			request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
			f.approvals__vp_societies__decision != "declined",
			f.approvals__vp_societies__decision != "granted",
		]),
	])
	either_1
	who := request.who({
		"society-chair": request.any_of([
			request.all_of([
				request.any_of([f.place == "library-boards", f.place == "hall"]),
				f.approvals__society_chair__decision != "declined",
				f.approvals__society_chair__decision != "granted",
			]),
			request.all_of([
				f.place != "library-boards",
				f.place != "hall",
				request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
				f.approvals__society_chair__decision != "declined",
				f.approvals__society_chair__decision != "granted",
			]),
		]),
		"vp-societies": request.any_of([
			request.all_of([
				request.any_of([f.place == "library-boards", f.place == "hall"]),
				f.approvals__vp_societies__decision != "declined",
				f.approvals__vp_societies__decision != "granted",
			]),
			request.all_of([
				f.place != "library-boards",
				f.place != "hall",
				request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
				f.approvals__vp_societies__decision != "declined",
				f.approvals__vp_societies__decision != "granted",
			]),
		]),
		"events-office": request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			f.approvals__events_office__decision != "declined",
			f.approvals__events_office__decision != "granted",
		]),
	})
	by := f["by display_from"]
}

# METADATA
# title: "Approved in turn"
# description: "It is approved in turn by the chair of the society, by the Vice-President
#   Societies and, where it goes up in a building of the University, by the University's Events
#   Office. Each of them approves on or before the day on which it first goes up."
# custom:
#   clause: "2.4"
#   statements: ["S20", "S21"]
findings contains {
	"id": "poster-approved/case-1-vp-societies/1-late",
	"rule": "poster-approved",
	"title": "Approved in turn",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.changed_on_given == false
	f.issued_by != "returning-officer"
	f.approvals__vp_societies__decision == "granted"
	either_1 := request.any_of([
		f.approvals__vp_societies__date_given == false,
		request.all_of([
			f.days_from_approvals__vp_societies__date_to_display_from_known == true,
			f.days_from_approvals__vp_societies__date_to_display_from < 0,
		]),
	])
	either_1
	either_2 := request.any_of([
		f.days_from_approvals__vp_societies__date_to_display_from_known == false,
		f.days_from_approvals__vp_societies__date_to_display_from < 0,
		f.approvals__society_chair__decision != "granted",
		f.days_from_approvals__society_chair__latest_to_approvals__vp_societies__date_known == false,
		f.days_from_approvals__society_chair__latest_to_approvals__vp_societies__date < 0,
	])
	either_2
	either_3 := request.any_of([
		f.days_from_approvals__vp_societies__latest_to_display_from_known == false,
		f.days_from_approvals__vp_societies__latest_to_display_from < 0,
		f.approvals__society_chair__decision != "granted",
		f.days_from_approvals__society_chair__latest_to_approvals__vp_societies__latest_known == false,
		f.days_from_approvals__society_chair__latest_to_approvals__vp_societies__latest < 0,
	])
	either_3
	either_4 := request.any_of([
		f.place == "library-boards",
		f.place == "hall",
		f.place == "union-boards",
		f.place == "union-foyer",
	])
	either_4
	who := ["vp-societies"]
	by := f["by display_from"]
}

# METADATA
# title: "Approved in turn"
# description: "It is approved in turn by the chair of the society, by the Vice-President
#   Societies and, where it goes up in a building of the University, by the University's Events
#   Office. Each of them approves on or before the day on which it first goes up."
# custom:
#   clause: "2.4"
#   statements: ["S20", "S21"]
findings contains {
	"id": "poster-approved/case-1-vp-societies/2-out_of_order",
	"rule": "poster-approved",
	"title": "Approved in turn",
	"failure": "out_of_order",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.changed_on_given == false
	f.issued_by != "returning-officer"
	f.approvals__vp_societies__decision == "granted"
	either_1 := request.any_of([
		f.days_from_approvals__vp_societies__date_to_display_from_known == false,
		f.days_from_approvals__vp_societies__date_to_display_from < 0,
		f.approvals__society_chair__decision != "granted",
		f.days_from_approvals__society_chair__latest_to_approvals__vp_societies__date_known == false,
		f.days_from_approvals__society_chair__latest_to_approvals__vp_societies__date < 0,
	])
	either_1
	either_2 := request.any_of([
		f.days_from_approvals__vp_societies__latest_to_display_from_known == false,
		f.days_from_approvals__vp_societies__latest_to_display_from < 0,
		f.approvals__society_chair__decision != "granted",
		f.days_from_approvals__society_chair__latest_to_approvals__vp_societies__latest_known == false,
		f.days_from_approvals__society_chair__latest_to_approvals__vp_societies__latest < 0,
	])
	either_2
	f.approvals__vp_societies__date_given == true
	either_3 := request.any_of([
		f.days_from_approvals__vp_societies__date_to_display_from_known == false,
		f.days_from_approvals__vp_societies__date_to_display_from >= 0,
	])
	either_3
	either_4 := request.any_of([
		f.place == "library-boards",
		f.place == "hall",
		f.place == "union-boards",
		f.place == "union-foyer",
	])
	either_4
	who := ["vp-societies"]
	by := f["by display_from"]
}

# METADATA
# title: "Approved in turn"
# description: "It is approved in turn by the chair of the society, by the Vice-President
#   Societies and, where it goes up in a building of the University, by the University's Events
#   Office. Each of them approves on or before the day on which it first goes up."
# custom:
#   clause: "2.4"
#   statements: ["S20", "S21"]
findings contains {
	"id": "poster-approved/case-1-events-office/1-late",
	"rule": "poster-approved",
	"title": "Approved in turn",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.changed_on_given == false
	f.issued_by != "returning-officer"
	either_1 := request.any_of([f.place == "library-boards", f.place == "hall"])
	either_1
	f.approvals__events_office__decision == "granted"
	either_2 := request.any_of([
		f.approvals__events_office__date_given == false,
		request.all_of([
			f.days_from_approvals__events_office__date_to_display_from_known == true,
			f.days_from_approvals__events_office__date_to_display_from < 0,
		]),
	])
	either_2
	either_3 := request.any_of([
		f.days_from_approvals__events_office__date_to_display_from_known == false,
		f.days_from_approvals__events_office__date_to_display_from < 0,
		f.approvals__vp_societies__decision != "granted",
		f.days_from_approvals__vp_societies__latest_to_approvals__events_office__date_known == false,
		f.days_from_approvals__vp_societies__latest_to_approvals__events_office__date < 0,
	])
	either_3
	either_4 := request.any_of([
		f.days_from_approvals__events_office__latest_to_display_from_known == false,
		f.days_from_approvals__events_office__latest_to_display_from < 0,
		f.approvals__vp_societies__decision != "granted",
		f.days_from_approvals__vp_societies__latest_to_approvals__events_office__latest_known == false,
		f.days_from_approvals__vp_societies__latest_to_approvals__events_office__latest < 0,
	])
	either_4
	who := ["events-office"]
	by := f["by display_from"]
}

# METADATA
# title: "Approved in turn"
# description: "It is approved in turn by the chair of the society, by the Vice-President
#   Societies and, where it goes up in a building of the University, by the University's Events
#   Office. Each of them approves on or before the day on which it first goes up."
# custom:
#   clause: "2.4"
#   statements: ["S20", "S21"]
findings contains {
	"id": "poster-approved/case-1-events-office/2-out_of_order",
	"rule": "poster-approved",
	"title": "Approved in turn",
	"failure": "out_of_order",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.changed_on_given == false
	f.issued_by != "returning-officer"
	either_1 := request.any_of([f.place == "library-boards", f.place == "hall"])
	either_1
	f.approvals__events_office__decision == "granted"
	either_2 := request.any_of([
		f.days_from_approvals__events_office__date_to_display_from_known == false,
		f.days_from_approvals__events_office__date_to_display_from < 0,
		f.approvals__vp_societies__decision != "granted",
		f.days_from_approvals__vp_societies__latest_to_approvals__events_office__date_known == false,
		f.days_from_approvals__vp_societies__latest_to_approvals__events_office__date < 0,
	])
	either_2
	either_3 := request.any_of([
		f.days_from_approvals__events_office__latest_to_display_from_known == false,
		f.days_from_approvals__events_office__latest_to_display_from < 0,
		f.approvals__vp_societies__decision != "granted",
		f.days_from_approvals__vp_societies__latest_to_approvals__events_office__latest_known == false,
		f.days_from_approvals__vp_societies__latest_to_approvals__events_office__latest < 0,
	])
	either_3
	f.approvals__events_office__date_given == true
	either_4 := request.any_of([
		f.days_from_approvals__events_office__date_to_display_from_known == false,
		f.days_from_approvals__events_office__date_to_display_from >= 0,
	])
	either_4
	who := ["events-office"]
	by := f["by display_from"]
}

# METADATA
# title: "A poster that is changed is approved again"
# description: "A poster that is changed after it was sent in is approved again, by each of them."
# custom:
#   clause: "2.4"
#   statements: ["S26"]
findings contains {
	"id": "poster-approved-again/case-1-society-chair/0-declined",
	"rule": "poster-approved-again",
	"title": "A poster that is changed is approved again",
	"failure": "declined",
	"outcome": "refused",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.changed_on_given == true
	f.issued_by != "returning-officer"
	either_1 := request.any_of([
		request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			f.approvals__society_chair__decision == "declined",
		]),
		request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			f.approvals__vp_societies__decision == "declined",
		]),
		request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			f.approvals__events_office__decision == "declined",
		]),
		request.all_of([
			f.place != "library-boards",
			f.place != "hall",
			request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
			f.approvals__society_chair__decision == "declined",
		]),
		request.all_of([
			f.place != "library-boards",
			f.place != "hall",
			request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
			f.approvals__vp_societies__decision == "declined",
		]),
	])
	either_1
	who := request.who({
		"society-chair": request.any_of([
			request.all_of([
				request.any_of([f.place == "library-boards", f.place == "hall"]),
				f.approvals__society_chair__decision == "declined",
			]),
			request.all_of([
				f.place != "library-boards",
				f.place != "hall",
				request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
				f.approvals__society_chair__decision == "declined",
			]),
		]),
		"vp-societies": request.any_of([
			request.all_of([
				request.any_of([f.place == "library-boards", f.place == "hall"]),
				f.approvals__vp_societies__decision == "declined",
			]),
			request.all_of([
				f.place != "library-boards",
				f.place != "hall",
				request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
				f.approvals__vp_societies__decision == "declined",
			]),
		]),
		"events-office": request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			f.approvals__events_office__decision == "declined",
		]),
	})
	by := null
}

# METADATA
# title: "A poster that is changed is approved again"
# description: "A poster that is changed after it was sent in is approved again, by each of them."
# custom:
#   clause: "2.4"
#   statements: ["S26"]
findings contains {
	"id": "poster-approved-again/case-1-society-chair/1-early",
	"rule": "poster-approved-again",
	"title": "A poster that is changed is approved again",
	"failure": "early",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.changed_on_given == true
	f.issued_by != "returning-officer"
	f.approvals__society_chair__decision == "granted"
	either_1 := request.any_of([
		f.approvals__society_chair__latest_given == false,
		request.all_of([
			f.days_from_changed_on_to_approvals__society_chair__latest_known == true,
			f.days_from_changed_on_to_approvals__society_chair__latest < 0,
		]),
	])
	either_1
	either_2 := request.any_of([
		f.days_from_changed_on_to_approvals__society_chair__date_known == false,
		f.days_from_changed_on_to_approvals__society_chair__date < 0,
		f.days_from_approvals__society_chair__date_to_display_from_known == false,
		f.days_from_approvals__society_chair__date_to_display_from < 0,
	])
	either_2
	either_3 := request.any_of([
		f.days_from_changed_on_to_approvals__society_chair__latest_known == false,
		f.days_from_changed_on_to_approvals__society_chair__latest < 0,
		f.days_from_approvals__society_chair__latest_to_display_from_known == false,
		f.days_from_approvals__society_chair__latest_to_display_from < 0,
	])
	either_3
	either_4 := request.any_of([
		f.place == "library-boards",
		f.place == "hall",
		f.place == "union-boards",
		f.place == "union-foyer",
	])
	either_4
	who := ["society-chair"]
	by := f["by display_from"]
}

# METADATA
# title: "A poster that is changed is approved again"
# description: "A poster that is changed after it was sent in is approved again, by each of them."
# custom:
#   clause: "2.4"
#   statements: ["S26"]
findings contains {
	"id": "poster-approved-again/case-1-society-chair/2-late",
	"rule": "poster-approved-again",
	"title": "A poster that is changed is approved again",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.changed_on_given == true
	f.issued_by != "returning-officer"
	f.approvals__society_chair__decision == "granted"
	either_1 := request.any_of([
		f.approvals__society_chair__date_given == false,
		request.all_of([
			request.any_of([
				request.all_of([
					f.days_from_changed_on_to_approvals__society_chair__date_known == true,
					f.days_from_changed_on_to_approvals__society_chair__date < 0,
				]),
				request.all_of([
					f.days_from_approvals__society_chair__date_to_display_from_known == true,
					f.days_from_approvals__society_chair__date_to_display_from < 0,
				]),
			]),
			request.any_of([
				request.all_of([
					f.days_from_changed_on_to_approvals__society_chair__latest_known == true,
					f.days_from_changed_on_to_approvals__society_chair__latest < 0,
				]),
				request.all_of([
					f.days_from_approvals__society_chair__latest_to_display_from_known == true,
					f.days_from_approvals__society_chair__latest_to_display_from < 0,
				]),
			]),
		]),
	])
	either_1
	either_2 := request.any_of([
		f.days_from_changed_on_to_approvals__society_chair__date_known == false,
		f.days_from_changed_on_to_approvals__society_chair__date < 0,
		f.days_from_approvals__society_chair__date_to_display_from_known == false,
		f.days_from_approvals__society_chair__date_to_display_from < 0,
	])
	either_2
	either_3 := request.any_of([
		f.days_from_changed_on_to_approvals__society_chair__latest_known == false,
		f.days_from_changed_on_to_approvals__society_chair__latest < 0,
		f.days_from_approvals__society_chair__latest_to_display_from_known == false,
		f.days_from_approvals__society_chair__latest_to_display_from < 0,
	])
	either_3
	f.approvals__society_chair__latest_given == true
	either_4 := request.any_of([
		f.days_from_changed_on_to_approvals__society_chair__latest_known == false,
		f.days_from_changed_on_to_approvals__society_chair__latest >= 0,
	])
	either_4
	either_5 := request.any_of([
		f.place == "library-boards",
		f.place == "hall",
		f.place == "union-boards",
		f.place == "union-foyer",
	])
	either_5
	who := ["society-chair"]
	by := f["by display_from"]
}

# METADATA
# title: "A poster that is changed is approved again"
# description: "A poster that is changed after it was sent in is approved again, by each of them."
# custom:
#   clause: "2.4"
#   statements: ["S26"]
findings contains {
	"id": "poster-approved-again/case-1-society-chair/3-missing",
	"rule": "poster-approved-again",
	"title": "A poster that is changed is approved again",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.changed_on_given == true
	f.issued_by != "returning-officer"
	either_1 := request.any_of([
		request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			request.any_of([
				f.approvals__society_chair__decision != "granted",
				request.all_of([
					request.any_of([
						f.days_from_changed_on_to_approvals__society_chair__date_known == false,
						f.days_from_changed_on_to_approvals__society_chair__date < 0,
						f.days_from_approvals__society_chair__date_to_display_from_known == false,
						f.days_from_approvals__society_chair__date_to_display_from < 0,
					]),
					request.any_of([
						f.days_from_changed_on_to_approvals__society_chair__latest_known == false,
						f.days_from_changed_on_to_approvals__society_chair__latest < 0,
						f.days_from_approvals__society_chair__latest_to_display_from_known == false,
						f.days_from_approvals__society_chair__latest_to_display_from < 0,
					]),
				]),
			]),
			f.approvals__society_chair__decision != "declined",
			request.any_of([
				f.approvals__society_chair__decision != "granted",
				request.all_of([
					f.approvals__society_chair__latest_given == true,
					request.any_of([
						f.days_from_changed_on_to_approvals__society_chair__latest_known == false,
						f.days_from_changed_on_to_approvals__society_chair__latest >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__society_chair__decision != "granted",
				request.all_of([
					f.approvals__society_chair__date_given == true,
					f.approvals__society_chair__latest_given == true,
					request.any_of([
						request.all_of([
							request.any_of([
								f.days_from_changed_on_to_approvals__society_chair__date_known == false,
								f.days_from_changed_on_to_approvals__society_chair__date >= 0,
							]),
							request.any_of([
								f.days_from_approvals__society_chair__date_to_display_from_known == false,
								f.days_from_approvals__society_chair__date_to_display_from >= 0,
							]),
						]),
						request.all_of([
							request.any_of([
								f.days_from_changed_on_to_approvals__society_chair__latest_known == false,
								f.days_from_changed_on_to_approvals__society_chair__latest >= 0,
							]),
							request.any_of([
								f.days_from_approvals__society_chair__latest_to_display_from_known == false,
								f.days_from_approvals__society_chair__latest_to_display_from >= 0,
							]),
						]),
					]),
				]),
			]),
		]),
		request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				request.all_of([
					request.any_of([
						f.days_from_changed_on_to_approvals__vp_societies__date_known == false,
						f.days_from_changed_on_to_approvals__vp_societies__date < 0,
						f.days_from_approvals__vp_societies__date_to_display_from_known == false,
						f.days_from_approvals__vp_societies__date_to_display_from < 0,
					]),
					request.any_of([
						f.days_from_changed_on_to_approvals__vp_societies__latest_known == false,
						f.days_from_changed_on_to_approvals__vp_societies__latest < 0,
						f.days_from_approvals__vp_societies__latest_to_display_from_known == false,
						f.days_from_approvals__vp_societies__latest_to_display_from < 0,
					]),
				]),
			]),
			f.approvals__vp_societies__decision != "declined",
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				request.all_of([
					f.approvals__vp_societies__latest_given == true,
					request.any_of([
						f.days_from_changed_on_to_approvals__vp_societies__latest_known == false,
						f.days_from_changed_on_to_approvals__vp_societies__latest >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				request.all_of([
					f.approvals__vp_societies__date_given == true,
					f.approvals__vp_societies__latest_given == true,
					request.any_of([
						request.all_of([
							request.any_of([
								f.days_from_changed_on_to_approvals__vp_societies__date_known == false,
								f.days_from_changed_on_to_approvals__vp_societies__date >= 0,
							]),
							request.any_of([
								f.days_from_approvals__vp_societies__date_to_display_from_known == false,
								f.days_from_approvals__vp_societies__date_to_display_from >= 0,
							]),
						]),
						request.all_of([
							request.any_of([
								f.days_from_changed_on_to_approvals__vp_societies__latest_known == false,
								f.days_from_changed_on_to_approvals__vp_societies__latest >= 0,
							]),
							request.any_of([
								f.days_from_approvals__vp_societies__latest_to_display_from_known == false,
								f.days_from_approvals__vp_societies__latest_to_display_from >= 0,
							]),
						]),
					]),
				]),
			]),
		]),
		request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			request.any_of([
				f.approvals__events_office__decision != "granted",
				request.all_of([
					request.any_of([
						f.days_from_changed_on_to_approvals__events_office__date_known == false,
						f.days_from_changed_on_to_approvals__events_office__date < 0,
						f.days_from_approvals__events_office__date_to_display_from_known == false,
						f.days_from_approvals__events_office__date_to_display_from < 0,
					]),
					request.any_of([
						f.days_from_changed_on_to_approvals__events_office__latest_known == false,
						f.days_from_changed_on_to_approvals__events_office__latest < 0,
						f.days_from_approvals__events_office__latest_to_display_from_known == false,
						f.days_from_approvals__events_office__latest_to_display_from < 0,
					]),
				]),
			]),
			f.approvals__events_office__decision != "declined",
			request.any_of([
				f.approvals__events_office__decision != "granted",
				request.all_of([
					f.approvals__events_office__latest_given == true,
					request.any_of([
						f.days_from_changed_on_to_approvals__events_office__latest_known == false,
						f.days_from_changed_on_to_approvals__events_office__latest >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__events_office__decision != "granted",
				request.all_of([
					f.approvals__events_office__date_given == true,
					f.approvals__events_office__latest_given == true,
					request.any_of([
						request.all_of([
							request.any_of([
								f.days_from_changed_on_to_approvals__events_office__date_known == false,
								f.days_from_changed_on_to_approvals__events_office__date >= 0,
							]),
							request.any_of([
								f.days_from_approvals__events_office__date_to_display_from_known == false,
								f.days_from_approvals__events_office__date_to_display_from >= 0,
							]),
						]),
						request.all_of([
							request.any_of([
								f.days_from_changed_on_to_approvals__events_office__latest_known == false,
								f.days_from_changed_on_to_approvals__events_office__latest >= 0,
							]),
							request.any_of([
								f.days_from_approvals__events_office__latest_to_display_from_known == false,
								f.days_from_approvals__events_office__latest_to_display_from >= 0,
							]),
						]),
					]),
				]),
			]),
		]),
		request.all_of([
			f.place != "library-boards",
			f.place != "hall",
			request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
			request.any_of([
				f.approvals__society_chair__decision != "granted",
				request.all_of([
					request.any_of([
						f.days_from_changed_on_to_approvals__society_chair__date_known == false,
						f.days_from_changed_on_to_approvals__society_chair__date < 0,
						f.days_from_approvals__society_chair__date_to_display_from_known == false,
						f.days_from_approvals__society_chair__date_to_display_from < 0,
					]),
					request.any_of([
						f.days_from_changed_on_to_approvals__society_chair__latest_known == false,
						f.days_from_changed_on_to_approvals__society_chair__latest < 0,
						f.days_from_approvals__society_chair__latest_to_display_from_known == false,
						f.days_from_approvals__society_chair__latest_to_display_from < 0,
					]),
				]),
			]),
			f.approvals__society_chair__decision != "declined",
			request.any_of([
				f.approvals__society_chair__decision != "granted",
				request.all_of([
					f.approvals__society_chair__latest_given == true,
					request.any_of([
						f.days_from_changed_on_to_approvals__society_chair__latest_known == false,
						f.days_from_changed_on_to_approvals__society_chair__latest >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__society_chair__decision != "granted",
				request.all_of([
					f.approvals__society_chair__date_given == true,
					f.approvals__society_chair__latest_given == true,
					request.any_of([
						request.all_of([
							request.any_of([
								f.days_from_changed_on_to_approvals__society_chair__date_known == false,
								f.days_from_changed_on_to_approvals__society_chair__date >= 0,
							]),
							request.any_of([
								f.days_from_approvals__society_chair__date_to_display_from_known == false,
								f.days_from_approvals__society_chair__date_to_display_from >= 0,
							]),
						]),
						request.all_of([
							request.any_of([
								f.days_from_changed_on_to_approvals__society_chair__latest_known == false,
								f.days_from_changed_on_to_approvals__society_chair__latest >= 0,
							]),
							request.any_of([
								f.days_from_approvals__society_chair__latest_to_display_from_known == false,
								f.days_from_approvals__society_chair__latest_to_display_from >= 0,
							]),
						]),
					]),
				]),
			]),
		]),
		request.all_of([
			f.place != "library-boards",
			f.place != "hall",
			request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				request.all_of([
					request.any_of([
						f.days_from_changed_on_to_approvals__vp_societies__date_known == false,
						f.days_from_changed_on_to_approvals__vp_societies__date < 0,
						f.days_from_approvals__vp_societies__date_to_display_from_known == false,
						f.days_from_approvals__vp_societies__date_to_display_from < 0,
					]),
					request.any_of([
						f.days_from_changed_on_to_approvals__vp_societies__latest_known == false,
						f.days_from_changed_on_to_approvals__vp_societies__latest < 0,
						f.days_from_approvals__vp_societies__latest_to_display_from_known == false,
						f.days_from_approvals__vp_societies__latest_to_display_from < 0,
					]),
				]),
			]),
			f.approvals__vp_societies__decision != "declined",
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				request.all_of([
					f.approvals__vp_societies__latest_given == true,
					request.any_of([
						f.days_from_changed_on_to_approvals__vp_societies__latest_known == false,
						f.days_from_changed_on_to_approvals__vp_societies__latest >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				request.all_of([
					f.approvals__vp_societies__date_given == true,
					f.approvals__vp_societies__latest_given == true,
					request.any_of([
						request.all_of([
							request.any_of([
								f.days_from_changed_on_to_approvals__vp_societies__date_known == false,
								f.days_from_changed_on_to_approvals__vp_societies__date >= 0,
							]),
							request.any_of([
								f.days_from_approvals__vp_societies__date_to_display_from_known == false,
								f.days_from_approvals__vp_societies__date_to_display_from >= 0,
							]),
						]),
						request.all_of([
							request.any_of([
								f.days_from_changed_on_to_approvals__vp_societies__latest_known == false,
								f.days_from_changed_on_to_approvals__vp_societies__latest >= 0,
							]),
							request.any_of([
								f.days_from_approvals__vp_societies__latest_to_display_from_known == false,
								f.days_from_approvals__vp_societies__latest_to_display_from >= 0,
							]),
						]),
					]),
				]),
			]),
		]),
	])
	either_1
	who := request.who({
		"society-chair": request.any_of([
			request.all_of([
				request.any_of([f.place == "library-boards", f.place == "hall"]),
				request.any_of([
					f.approvals__society_chair__decision != "granted",
					request.all_of([
						request.any_of([
							f.days_from_changed_on_to_approvals__society_chair__date_known == false,
							f.days_from_changed_on_to_approvals__society_chair__date < 0,
							f.days_from_approvals__society_chair__date_to_display_from_known == false,
							f.days_from_approvals__society_chair__date_to_display_from < 0,
						]),
						request.any_of([
							f.days_from_changed_on_to_approvals__society_chair__latest_known == false,
							f.days_from_changed_on_to_approvals__society_chair__latest < 0,
							f.days_from_approvals__society_chair__latest_to_display_from_known == false,
							f.days_from_approvals__society_chair__latest_to_display_from < 0,
						]),
					]),
				]),
				f.approvals__society_chair__decision != "declined",
				request.any_of([
					f.approvals__society_chair__decision != "granted",
					request.all_of([
						f.approvals__society_chair__latest_given == true,
						request.any_of([
							f.days_from_changed_on_to_approvals__society_chair__latest_known == false,
							f.days_from_changed_on_to_approvals__society_chair__latest >= 0,
						]),
					]),
				]),
				request.any_of([
					f.approvals__society_chair__decision != "granted",
					request.all_of([
						f.approvals__society_chair__date_given == true,
						f.approvals__society_chair__latest_given == true,
						request.any_of([
							request.all_of([
								request.any_of([
									f.days_from_changed_on_to_approvals__society_chair__date_known == false,
									f.days_from_changed_on_to_approvals__society_chair__date >= 0,
								]),
								request.any_of([
									f.days_from_approvals__society_chair__date_to_display_from_known == false,
									f.days_from_approvals__society_chair__date_to_display_from >= 0,
								]),
							]),
							request.all_of([
								request.any_of([
									f.days_from_changed_on_to_approvals__society_chair__latest_known == false,
									f.days_from_changed_on_to_approvals__society_chair__latest >= 0,
								]),
								request.any_of([
									f.days_from_approvals__society_chair__latest_to_display_from_known == false,
									f.days_from_approvals__society_chair__latest_to_display_from >= 0,
								]),
							]),
						]),
					]),
				]),
			]),
			request.all_of([
				f.place != "library-boards",
				f.place != "hall",
				request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
				request.any_of([
					f.approvals__society_chair__decision != "granted",
					request.all_of([
						request.any_of([
							f.days_from_changed_on_to_approvals__society_chair__date_known == false,
							f.days_from_changed_on_to_approvals__society_chair__date < 0,
							f.days_from_approvals__society_chair__date_to_display_from_known == false,
							f.days_from_approvals__society_chair__date_to_display_from < 0,
						]),
						request.any_of([
							f.days_from_changed_on_to_approvals__society_chair__latest_known == false,
							f.days_from_changed_on_to_approvals__society_chair__latest < 0,
							f.days_from_approvals__society_chair__latest_to_display_from_known == false,
							f.days_from_approvals__society_chair__latest_to_display_from < 0,
						]),
					]),
				]),
				f.approvals__society_chair__decision != "declined",
				request.any_of([
					f.approvals__society_chair__decision != "granted",
					request.all_of([
						f.approvals__society_chair__latest_given == true,
						request.any_of([
							f.days_from_changed_on_to_approvals__society_chair__latest_known == false,
							f.days_from_changed_on_to_approvals__society_chair__latest >= 0,
						]),
					]),
				]),
				request.any_of([
					f.approvals__society_chair__decision != "granted",
					request.all_of([
						f.approvals__society_chair__date_given == true,
						f.approvals__society_chair__latest_given == true,
						request.any_of([
							request.all_of([
								request.any_of([
									f.days_from_changed_on_to_approvals__society_chair__date_known == false,
									f.days_from_changed_on_to_approvals__society_chair__date >= 0,
								]),
								request.any_of([
									f.days_from_approvals__society_chair__date_to_display_from_known == false,
									f.days_from_approvals__society_chair__date_to_display_from >= 0,
								]),
							]),
							request.all_of([
								request.any_of([
									f.days_from_changed_on_to_approvals__society_chair__latest_known == false,
									f.days_from_changed_on_to_approvals__society_chair__latest >= 0,
								]),
								request.any_of([
									f.days_from_approvals__society_chair__latest_to_display_from_known == false,
									f.days_from_approvals__society_chair__latest_to_display_from >= 0,
								]),
							]),
						]),
					]),
				]),
			]),
		]),
		"vp-societies": request.any_of([
			request.all_of([
				request.any_of([f.place == "library-boards", f.place == "hall"]),
				request.any_of([
					f.approvals__vp_societies__decision != "granted",
					request.all_of([
						request.any_of([
							f.days_from_changed_on_to_approvals__vp_societies__date_known == false,
							f.days_from_changed_on_to_approvals__vp_societies__date < 0,
							f.days_from_approvals__vp_societies__date_to_display_from_known == false,
							f.days_from_approvals__vp_societies__date_to_display_from < 0,
						]),
						request.any_of([
							f.days_from_changed_on_to_approvals__vp_societies__latest_known == false,
							f.days_from_changed_on_to_approvals__vp_societies__latest < 0,
							f.days_from_approvals__vp_societies__latest_to_display_from_known == false,
							f.days_from_approvals__vp_societies__latest_to_display_from < 0,
						]),
					]),
				]),
				f.approvals__vp_societies__decision != "declined",
				request.any_of([
					f.approvals__vp_societies__decision != "granted",
					request.all_of([
						f.approvals__vp_societies__latest_given == true,
						request.any_of([
							f.days_from_changed_on_to_approvals__vp_societies__latest_known == false,
							f.days_from_changed_on_to_approvals__vp_societies__latest >= 0,
						]),
					]),
				]),
				request.any_of([
					f.approvals__vp_societies__decision != "granted",
					request.all_of([
						f.approvals__vp_societies__date_given == true,
						f.approvals__vp_societies__latest_given == true,
						request.any_of([
							request.all_of([
								request.any_of([
									f.days_from_changed_on_to_approvals__vp_societies__date_known == false,
									f.days_from_changed_on_to_approvals__vp_societies__date >= 0,
								]),
								request.any_of([
									f.days_from_approvals__vp_societies__date_to_display_from_known == false,
									f.days_from_approvals__vp_societies__date_to_display_from >= 0,
								]),
							]),
							request.all_of([
								request.any_of([
									f.days_from_changed_on_to_approvals__vp_societies__latest_known == false,
									f.days_from_changed_on_to_approvals__vp_societies__latest >= 0,
								]),
								request.any_of([
									f.days_from_approvals__vp_societies__latest_to_display_from_known == false,
									f.days_from_approvals__vp_societies__latest_to_display_from >= 0,
								]),
							]),
						]),
					]),
				]),
			]),
			request.all_of([
				f.place != "library-boards",
				f.place != "hall",
				request.any_of([f.place == "union-boards", f.place == "union-foyer"]),
				request.any_of([
					f.approvals__vp_societies__decision != "granted",
					request.all_of([
						request.any_of([
							f.days_from_changed_on_to_approvals__vp_societies__date_known == false,
							f.days_from_changed_on_to_approvals__vp_societies__date < 0,
							f.days_from_approvals__vp_societies__date_to_display_from_known == false,
							f.days_from_approvals__vp_societies__date_to_display_from < 0,
						]),
						request.any_of([
							f.days_from_changed_on_to_approvals__vp_societies__latest_known == false,
							f.days_from_changed_on_to_approvals__vp_societies__latest < 0,
							f.days_from_approvals__vp_societies__latest_to_display_from_known == false,
							f.days_from_approvals__vp_societies__latest_to_display_from < 0,
						]),
					]),
				]),
				f.approvals__vp_societies__decision != "declined",
				request.any_of([
					f.approvals__vp_societies__decision != "granted",
					request.all_of([
						f.approvals__vp_societies__latest_given == true,
						request.any_of([
							f.days_from_changed_on_to_approvals__vp_societies__latest_known == false,
							f.days_from_changed_on_to_approvals__vp_societies__latest >= 0,
						]),
					]),
				]),
				request.any_of([
					f.approvals__vp_societies__decision != "granted",
					request.all_of([
						f.approvals__vp_societies__date_given == true,
						f.approvals__vp_societies__latest_given == true,
						request.any_of([
							request.all_of([
								request.any_of([
									f.days_from_changed_on_to_approvals__vp_societies__date_known == false,
									f.days_from_changed_on_to_approvals__vp_societies__date >= 0,
								]),
								request.any_of([
									f.days_from_approvals__vp_societies__date_to_display_from_known == false,
									f.days_from_approvals__vp_societies__date_to_display_from >= 0,
								]),
							]),
							request.all_of([
								request.any_of([
									f.days_from_changed_on_to_approvals__vp_societies__latest_known == false,
									f.days_from_changed_on_to_approvals__vp_societies__latest >= 0,
								]),
								request.any_of([
									f.days_from_approvals__vp_societies__latest_to_display_from_known == false,
									f.days_from_approvals__vp_societies__latest_to_display_from >= 0,
								]),
							]),
						]),
					]),
				]),
			]),
		]),
		"events-office": request.all_of([
			request.any_of([f.place == "library-boards", f.place == "hall"]),
			request.any_of([
				f.approvals__events_office__decision != "granted",
				request.all_of([
					request.any_of([
						f.days_from_changed_on_to_approvals__events_office__date_known == false,
						f.days_from_changed_on_to_approvals__events_office__date < 0,
						f.days_from_approvals__events_office__date_to_display_from_known == false,
						f.days_from_approvals__events_office__date_to_display_from < 0,
					]),
					request.any_of([
						f.days_from_changed_on_to_approvals__events_office__latest_known == false,
						f.days_from_changed_on_to_approvals__events_office__latest < 0,
						f.days_from_approvals__events_office__latest_to_display_from_known == false,
						f.days_from_approvals__events_office__latest_to_display_from < 0,
					]),
				]),
			]),
			f.approvals__events_office__decision != "declined",
			request.any_of([
				f.approvals__events_office__decision != "granted",
				request.all_of([
					f.approvals__events_office__latest_given == true,
					request.any_of([
						f.days_from_changed_on_to_approvals__events_office__latest_known == false,
						f.days_from_changed_on_to_approvals__events_office__latest >= 0,
					]),
				]),
			]),
			request.any_of([
				f.approvals__events_office__decision != "granted",
				request.all_of([
					f.approvals__events_office__date_given == true,
					f.approvals__events_office__latest_given == true,
					request.any_of([
						request.all_of([
							request.any_of([
								f.days_from_changed_on_to_approvals__events_office__date_known == false,
								f.days_from_changed_on_to_approvals__events_office__date >= 0,
							]),
							request.any_of([
								f.days_from_approvals__events_office__date_to_display_from_known == false,
								f.days_from_approvals__events_office__date_to_display_from >= 0,
							]),
						]),
						request.all_of([
							request.any_of([
								f.days_from_changed_on_to_approvals__events_office__latest_known == false,
								f.days_from_changed_on_to_approvals__events_office__latest >= 0,
							]),
							request.any_of([
								f.days_from_approvals__events_office__latest_to_display_from_known == false,
								f.days_from_approvals__events_office__latest_to_display_from >= 0,
							]),
						]),
					]),
				]),
			]),
		]),
	})
	by := f["by display_from"]
}

# METADATA
# title: "A poster that is changed is approved again"
# description: "A poster that is changed after it was sent in is approved again, by each of them."
# custom:
#   clause: "2.4"
#   statements: ["S26"]
findings contains {
	"id": "poster-approved-again/case-1-vp-societies/1-early",
	"rule": "poster-approved-again",
	"title": "A poster that is changed is approved again",
	"failure": "early",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.changed_on_given == true
	f.issued_by != "returning-officer"
	f.approvals__vp_societies__decision == "granted"
	either_1 := request.any_of([
		f.approvals__vp_societies__latest_given == false,
		request.all_of([
			f.days_from_changed_on_to_approvals__vp_societies__latest_known == true,
			f.days_from_changed_on_to_approvals__vp_societies__latest < 0,
		]),
	])
	either_1
	either_2 := request.any_of([
		f.days_from_changed_on_to_approvals__vp_societies__date_known == false,
		f.days_from_changed_on_to_approvals__vp_societies__date < 0,
		f.days_from_approvals__vp_societies__date_to_display_from_known == false,
		f.days_from_approvals__vp_societies__date_to_display_from < 0,
	])
	either_2
	either_3 := request.any_of([
		f.days_from_changed_on_to_approvals__vp_societies__latest_known == false,
		f.days_from_changed_on_to_approvals__vp_societies__latest < 0,
		f.days_from_approvals__vp_societies__latest_to_display_from_known == false,
		f.days_from_approvals__vp_societies__latest_to_display_from < 0,
	])
	either_3
	either_4 := request.any_of([
		f.place == "library-boards",
		f.place == "hall",
		f.place == "union-boards",
		f.place == "union-foyer",
	])
	either_4
	who := ["vp-societies"]
	by := f["by display_from"]
}

# METADATA
# title: "A poster that is changed is approved again"
# description: "A poster that is changed after it was sent in is approved again, by each of them."
# custom:
#   clause: "2.4"
#   statements: ["S26"]
findings contains {
	"id": "poster-approved-again/case-1-vp-societies/2-late",
	"rule": "poster-approved-again",
	"title": "A poster that is changed is approved again",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.changed_on_given == true
	f.issued_by != "returning-officer"
	f.approvals__vp_societies__decision == "granted"
	either_1 := request.any_of([
		f.approvals__vp_societies__date_given == false,
		request.all_of([
			request.any_of([
				request.all_of([
					f.days_from_changed_on_to_approvals__vp_societies__date_known == true,
					f.days_from_changed_on_to_approvals__vp_societies__date < 0,
				]),
				request.all_of([
					f.days_from_approvals__vp_societies__date_to_display_from_known == true,
					f.days_from_approvals__vp_societies__date_to_display_from < 0,
				]),
			]),
			request.any_of([
				request.all_of([
					f.days_from_changed_on_to_approvals__vp_societies__latest_known == true,
					f.days_from_changed_on_to_approvals__vp_societies__latest < 0,
				]),
				request.all_of([
					f.days_from_approvals__vp_societies__latest_to_display_from_known == true,
					f.days_from_approvals__vp_societies__latest_to_display_from < 0,
				]),
			]),
		]),
	])
	either_1
	either_2 := request.any_of([
		f.days_from_changed_on_to_approvals__vp_societies__date_known == false,
		f.days_from_changed_on_to_approvals__vp_societies__date < 0,
		f.days_from_approvals__vp_societies__date_to_display_from_known == false,
		f.days_from_approvals__vp_societies__date_to_display_from < 0,
	])
	either_2
	either_3 := request.any_of([
		f.days_from_changed_on_to_approvals__vp_societies__latest_known == false,
		f.days_from_changed_on_to_approvals__vp_societies__latest < 0,
		f.days_from_approvals__vp_societies__latest_to_display_from_known == false,
		f.days_from_approvals__vp_societies__latest_to_display_from < 0,
	])
	either_3
	f.approvals__vp_societies__latest_given == true
	either_4 := request.any_of([
		f.days_from_changed_on_to_approvals__vp_societies__latest_known == false,
		f.days_from_changed_on_to_approvals__vp_societies__latest >= 0,
	])
	either_4
	either_5 := request.any_of([
		f.place == "library-boards",
		f.place == "hall",
		f.place == "union-boards",
		f.place == "union-foyer",
	])
	either_5
	who := ["vp-societies"]
	by := f["by display_from"]
}

# METADATA
# title: "A poster that is changed is approved again"
# description: "A poster that is changed after it was sent in is approved again, by each of them."
# custom:
#   clause: "2.4"
#   statements: ["S26"]
findings contains {
	"id": "poster-approved-again/case-1-events-office/1-early",
	"rule": "poster-approved-again",
	"title": "A poster that is changed is approved again",
	"failure": "early",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.changed_on_given == true
	f.issued_by != "returning-officer"
	either_1 := request.any_of([f.place == "library-boards", f.place == "hall"])
	either_1
	f.approvals__events_office__decision == "granted"
	either_2 := request.any_of([
		f.approvals__events_office__latest_given == false,
		request.all_of([
			f.days_from_changed_on_to_approvals__events_office__latest_known == true,
			f.days_from_changed_on_to_approvals__events_office__latest < 0,
		]),
	])
	either_2
	either_3 := request.any_of([
		f.days_from_changed_on_to_approvals__events_office__date_known == false,
		f.days_from_changed_on_to_approvals__events_office__date < 0,
		f.days_from_approvals__events_office__date_to_display_from_known == false,
		f.days_from_approvals__events_office__date_to_display_from < 0,
	])
	either_3
	either_4 := request.any_of([
		f.days_from_changed_on_to_approvals__events_office__latest_known == false,
		f.days_from_changed_on_to_approvals__events_office__latest < 0,
		f.days_from_approvals__events_office__latest_to_display_from_known == false,
		f.days_from_approvals__events_office__latest_to_display_from < 0,
	])
	either_4
	who := ["events-office"]
	by := f["by display_from"]
}

# METADATA
# title: "A poster that is changed is approved again"
# description: "A poster that is changed after it was sent in is approved again, by each of them."
# custom:
#   clause: "2.4"
#   statements: ["S26"]
findings contains {
	"id": "poster-approved-again/case-1-events-office/2-late",
	"rule": "poster-approved-again",
	"title": "A poster that is changed is approved again",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.changed_on_given == true
	f.issued_by != "returning-officer"
	either_1 := request.any_of([f.place == "library-boards", f.place == "hall"])
	either_1
	f.approvals__events_office__decision == "granted"
	either_2 := request.any_of([
		f.approvals__events_office__date_given == false,
		request.all_of([
			request.any_of([
				request.all_of([
					f.days_from_changed_on_to_approvals__events_office__date_known == true,
					f.days_from_changed_on_to_approvals__events_office__date < 0,
				]),
				request.all_of([
					f.days_from_approvals__events_office__date_to_display_from_known == true,
					f.days_from_approvals__events_office__date_to_display_from < 0,
				]),
			]),
			request.any_of([
				request.all_of([
					f.days_from_changed_on_to_approvals__events_office__latest_known == true,
					f.days_from_changed_on_to_approvals__events_office__latest < 0,
				]),
				request.all_of([
					f.days_from_approvals__events_office__latest_to_display_from_known == true,
					f.days_from_approvals__events_office__latest_to_display_from < 0,
				]),
			]),
		]),
	])
	either_2
	either_3 := request.any_of([
		f.days_from_changed_on_to_approvals__events_office__date_known == false,
		f.days_from_changed_on_to_approvals__events_office__date < 0,
		f.days_from_approvals__events_office__date_to_display_from_known == false,
		f.days_from_approvals__events_office__date_to_display_from < 0,
	])
	either_3
	either_4 := request.any_of([
		f.days_from_changed_on_to_approvals__events_office__latest_known == false,
		f.days_from_changed_on_to_approvals__events_office__latest < 0,
		f.days_from_approvals__events_office__latest_to_display_from_known == false,
		f.days_from_approvals__events_office__latest_to_display_from < 0,
	])
	either_4
	f.approvals__events_office__latest_given == true
	either_5 := request.any_of([
		f.days_from_changed_on_to_approvals__events_office__latest_known == false,
		f.days_from_changed_on_to_approvals__events_office__latest >= 0,
	])
	either_5
	who := ["events-office"]
	by := f["by display_from"]
}

# METADATA
# title: "Five working days ahead"
# description: "A poster reaches the Union at least five working days before that day. A poster
#   that comes later is not looked at: the society asks again, with a new day, and the five working
#   days start again."
# custom:
#   clause: "2.4"
#   statements: ["S22", "S23"]
findings contains {
	"id": "poster-notice/notice/0-missing",
	"rule": "poster-notice",
	"title": "Five working days ahead",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.issued_by != "returning-officer"
	f.received_on_given == false
	either_1 := request.any_of([
		f.days_from_received_on_to_display_from_minus_5_working_days_known == false,
		f.days_from_received_on_to_display_from_minus_5_working_days < 0,
	])
	either_1
	who := []
	by := f["by display_from"]
}

# METADATA
# title: "Five working days ahead"
# description: "A poster reaches the Union at least five working days before that day. A poster
#   that comes later is not looked at: the society asks again, with a new day, and the five working
#   days start again."
# custom:
#   clause: "2.4"
#   statements: ["S22", "S23"]
findings contains {
	"id": "poster-notice/notice/1-late",
	"rule": "poster-notice",
	"title": "Five working days ahead",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.issued_by != "returning-officer"
	either_1 := request.any_of([
		f.days_from_received_on_to_display_from_minus_5_working_days_known == false,
		f.days_from_received_on_to_display_from_minus_5_working_days < 0,
	])
	either_1
	f.received_on_given == true
	who := []
	by := null
}

# METADATA
# title: "Two of three sabbatical officers"
# description: "A poster that advertises alcohol, supports a candidate in an election or
#   criticises a person by name also needs at least two of the three sabbatical officers. They
#   decide within three working days of the day on which it reached the Union, and if they say
#   nothing it is not approved."
# custom:
#   clause: "2.4"
#   statements: ["S24", "S25"]
findings contains {
	"id": "poster-two-of-three/at-least-2/0-declined",
	"rule": "poster-two-of-three",
	"title": "Two of three sabbatical officers",
	"failure": "declined",
	"outcome": "refused",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.about_given == true
	f.about >= 1
	f.issued_by != "returning-officer"
	either_1 := request.any_of([
		request.all_of([
			f.approvals__president__decision == "declined",
			f.approvals__vp_societies__decision == "declined",
		]),
		request.all_of([
			f.approvals__president__decision == "declined",
			f.approvals__vp_welfare__decision == "declined",
			f.approvals__vp_societies__decision != "declined",
		]),
		request.all_of([
			f.approvals__vp_societies__decision == "declined",
			f.approvals__vp_welfare__decision == "declined",
			f.approvals__president__decision != "declined",
		]),
	])
	either_1
	who := request.who({
		"president": request.any_of([
			request.all_of([
				f.approvals__president__decision == "declined",
				f.approvals__vp_societies__decision == "declined",
			]),
			request.all_of([
				f.approvals__president__decision == "declined",
				f.approvals__vp_welfare__decision == "declined",
				f.approvals__vp_societies__decision != "declined",
			]),
		]),
		"vp-societies": request.any_of([
			request.all_of([
				f.approvals__president__decision == "declined",
				f.approvals__vp_societies__decision == "declined",
			]),
			request.all_of([
				f.approvals__vp_societies__decision == "declined",
				f.approvals__vp_welfare__decision == "declined",
				f.approvals__president__decision != "declined",
			]),
		]),
		"vp-welfare": request.any_of([
			request.all_of([
				f.approvals__president__decision == "declined",
				f.approvals__vp_welfare__decision == "declined",
				f.approvals__vp_societies__decision != "declined",
			]),
			request.all_of([
				f.approvals__vp_societies__decision == "declined",
				f.approvals__vp_welfare__decision == "declined",
				f.approvals__president__decision != "declined",
			]),
		]),
	})
	by := null
}

# METADATA
# title: "Two of three sabbatical officers"
# description: "A poster that advertises alcohol, supports a candidate in an election or
#   criticises a person by name also needs at least two of the three sabbatical officers. They
#   decide within three working days of the day on which it reached the Union, and if they say
#   nothing it is not approved."
# custom:
#   clause: "2.4"
#   statements: ["S24", "S25"]
findings contains {
	"id": "poster-two-of-three/at-least-2/3-late",
	"rule": "poster-two-of-three",
	"title": "Two of three sabbatical officers",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.about_given == true
	f.about >= 1
	f.issued_by != "returning-officer"
	f.approvals__president__decision == "granted"
	either_1 := request.any_of([
		f.approvals__president__date_given == false,
		request.all_of([
			f.days_from_approvals__president__date_to_display_from_known == true,
			f.days_from_approvals__president__date_to_display_from < 0,
		]),
	])
	either_1
	either_2 := request.any_of([
		request.all_of([
			request.any_of([
				f.days_from_approvals__president__date_to_display_from_known == false,
				f.days_from_approvals__president__date_to_display_from < 0,
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				f.days_from_approvals__vp_societies__date_to_display_from_known == false,
				f.days_from_approvals__vp_societies__date_to_display_from < 0,
			]),
		]),
		request.all_of([
			request.any_of([
				f.days_from_approvals__president__date_to_display_from_known == false,
				f.days_from_approvals__president__date_to_display_from < 0,
			]),
			request.any_of([
				f.approvals__vp_welfare__decision != "granted",
				f.days_from_approvals__vp_welfare__date_to_display_from_known == false,
				f.days_from_approvals__vp_welfare__date_to_display_from < 0,
			]),
		]),
		request.all_of([
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				f.days_from_approvals__vp_societies__date_to_display_from_known == false,
				f.days_from_approvals__vp_societies__date_to_display_from < 0,
			]),
			request.any_of([
				f.approvals__vp_welfare__decision != "granted",
				f.days_from_approvals__vp_welfare__date_to_display_from_known == false,
				f.days_from_approvals__vp_welfare__date_to_display_from < 0,
			]),
		]),
	])
	either_2
	either_3 := request.any_of([
		f.approvals__vp_societies__decision != "declined",
		f.approvals__vp_welfare__decision != "declined",
	])
	either_3
	who := ["president"]
	by := f["by display_from"]
}

# METADATA
# title: "Two of three sabbatical officers"
# description: "A poster that advertises alcohol, supports a candidate in an election or
#   criticises a person by name also needs at least two of the three sabbatical officers. They
#   decide within three working days of the day on which it reached the Union, and if they say
#   nothing it is not approved."
# custom:
#   clause: "2.4"
#   statements: ["S24", "S25"]
findings contains {
	"id": "poster-two-of-three/at-least-2/4-late",
	"rule": "poster-two-of-three",
	"title": "Two of three sabbatical officers",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.about_given == true
	f.about >= 1
	f.issued_by != "returning-officer"
	f.approvals__vp_societies__decision == "granted"
	either_1 := request.any_of([
		f.approvals__vp_societies__date_given == false,
		request.all_of([
			f.days_from_approvals__vp_societies__date_to_display_from_known == true,
			f.days_from_approvals__vp_societies__date_to_display_from < 0,
		]),
	])
	either_1
	either_2 := request.any_of([
		request.all_of([
			request.any_of([
				f.approvals__president__decision != "granted",
				f.days_from_approvals__president__date_to_display_from_known == false,
				f.days_from_approvals__president__date_to_display_from < 0,
			]),
			request.any_of([
				f.days_from_approvals__vp_societies__date_to_display_from_known == false,
				f.days_from_approvals__vp_societies__date_to_display_from < 0,
			]),
		]),
		request.all_of([
			request.any_of([
				f.approvals__president__decision != "granted",
				f.days_from_approvals__president__date_to_display_from_known == false,
				f.days_from_approvals__president__date_to_display_from < 0,
			]),
			request.any_of([
				f.approvals__vp_welfare__decision != "granted",
				f.days_from_approvals__vp_welfare__date_to_display_from_known == false,
				f.days_from_approvals__vp_welfare__date_to_display_from < 0,
			]),
		]),
		request.all_of([
			request.any_of([
				f.days_from_approvals__vp_societies__date_to_display_from_known == false,
				f.days_from_approvals__vp_societies__date_to_display_from < 0,
			]),
			request.any_of([
				f.approvals__vp_welfare__decision != "granted",
				f.days_from_approvals__vp_welfare__date_to_display_from_known == false,
				f.days_from_approvals__vp_welfare__date_to_display_from < 0,
			]),
		]),
	])
	either_2
	either_3 := request.any_of([
		f.approvals__president__decision != "declined",
		f.approvals__vp_welfare__decision != "declined",
	])
	either_3
	either_4 := request.any_of([
		f.approvals__president__decision != "granted",
		request.all_of([
			f.approvals__president__date_given == true,
			request.any_of([
				f.days_from_approvals__president__date_to_display_from_known == false,
				f.days_from_approvals__president__date_to_display_from >= 0,
			]),
		]),
	])
	either_4
	who := ["vp-societies"]
	by := f["by display_from"]
}

# METADATA
# title: "Two of three sabbatical officers"
# description: "A poster that advertises alcohol, supports a candidate in an election or
#   criticises a person by name also needs at least two of the three sabbatical officers. They
#   decide within three working days of the day on which it reached the Union, and if they say
#   nothing it is not approved."
# custom:
#   clause: "2.4"
#   statements: ["S24", "S25"]
findings contains {
	"id": "poster-two-of-three/at-least-2/5-late",
	"rule": "poster-two-of-three",
	"title": "Two of three sabbatical officers",
	"failure": "late",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.about_given == true
	f.about >= 1
	f.issued_by != "returning-officer"
	f.approvals__vp_welfare__decision == "granted"
	either_1 := request.any_of([
		f.approvals__vp_welfare__date_given == false,
		request.all_of([
			f.days_from_approvals__vp_welfare__date_to_display_from_known == true,
			f.days_from_approvals__vp_welfare__date_to_display_from < 0,
		]),
	])
	either_1
	either_2 := request.any_of([
		request.all_of([
			request.any_of([
				f.approvals__president__decision != "granted",
				f.days_from_approvals__president__date_to_display_from_known == false,
				f.days_from_approvals__president__date_to_display_from < 0,
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				f.days_from_approvals__vp_societies__date_to_display_from_known == false,
				f.days_from_approvals__vp_societies__date_to_display_from < 0,
			]),
		]),
		request.all_of([
			request.any_of([
				f.approvals__president__decision != "granted",
				f.days_from_approvals__president__date_to_display_from_known == false,
				f.days_from_approvals__president__date_to_display_from < 0,
			]),
			request.any_of([
				f.days_from_approvals__vp_welfare__date_to_display_from_known == false,
				f.days_from_approvals__vp_welfare__date_to_display_from < 0,
			]),
		]),
		request.all_of([
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				f.days_from_approvals__vp_societies__date_to_display_from_known == false,
				f.days_from_approvals__vp_societies__date_to_display_from < 0,
			]),
			request.any_of([
				f.days_from_approvals__vp_welfare__date_to_display_from_known == false,
				f.days_from_approvals__vp_welfare__date_to_display_from < 0,
			]),
		]),
	])
	either_2
	either_3 := request.any_of([
		f.approvals__president__decision != "declined",
		f.approvals__vp_societies__decision != "declined",
	])
	either_3
	either_4 := request.any_of([
		f.approvals__president__decision != "granted",
		request.all_of([
			f.approvals__president__date_given == true,
			request.any_of([
				f.days_from_approvals__president__date_to_display_from_known == false,
				f.days_from_approvals__president__date_to_display_from >= 0,
			]),
		]),
	])
	either_4
	either_5 := request.any_of([
		f.approvals__vp_societies__decision != "granted",
		request.all_of([
			f.approvals__vp_societies__date_given == true,
			request.any_of([
				f.days_from_approvals__vp_societies__date_to_display_from_known == false,
				f.days_from_approvals__vp_societies__date_to_display_from >= 0,
			]),
		]),
	])
	either_5
	who := ["vp-welfare"]
	by := f["by display_from"]
}

# METADATA
# title: "Two of three sabbatical officers"
# description: "A poster that advertises alcohol, supports a candidate in an election or
#   criticises a person by name also needs at least two of the three sabbatical officers. They
#   decide within three working days of the day on which it reached the Union, and if they say
#   nothing it is not approved."
# custom:
#   clause: "2.4"
#   statements: ["S24", "S25"]
findings contains {
	"id": "poster-two-of-three/at-least-2/6-overdue",
	"rule": "poster-two-of-three",
	"title": "Two of three sabbatical officers",
	"failure": "overdue",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.about_given == true
	f.about >= 1
	f.issued_by != "returning-officer"
	f.days_from_today_to_received_on_plus_3_working_days_known == true
	f.days_from_today_to_received_on_plus_3_working_days < 0
	either_1 := request.any_of([
		request.all_of([
			request.any_of([
				f.approvals__president__decision != "granted",
				f.days_from_approvals__president__date_to_display_from_known == false,
				f.days_from_approvals__president__date_to_display_from < 0,
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				f.days_from_approvals__vp_societies__date_to_display_from_known == false,
				f.days_from_approvals__vp_societies__date_to_display_from < 0,
			]),
		]),
		request.all_of([
			request.any_of([
				f.approvals__president__decision != "granted",
				f.days_from_approvals__president__date_to_display_from_known == false,
				f.days_from_approvals__president__date_to_display_from < 0,
			]),
			request.any_of([
				f.approvals__vp_welfare__decision != "granted",
				f.days_from_approvals__vp_welfare__date_to_display_from_known == false,
				f.days_from_approvals__vp_welfare__date_to_display_from < 0,
			]),
		]),
		request.all_of([
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				f.days_from_approvals__vp_societies__date_to_display_from_known == false,
				f.days_from_approvals__vp_societies__date_to_display_from < 0,
			]),
			request.any_of([
				f.approvals__vp_welfare__decision != "granted",
				f.days_from_approvals__vp_welfare__date_to_display_from_known == false,
				f.days_from_approvals__vp_welfare__date_to_display_from < 0,
			]),
		]),
	])
	either_1
	either_2 := request.any_of([
		f.approvals__president__decision != "declined",
		f.approvals__vp_societies__decision != "declined",
	])
	either_2
	either_3 := request.any_of([
		f.approvals__president__decision != "declined",
		f.approvals__vp_welfare__decision != "declined",
	])
	either_3
	either_4 := request.any_of([
		f.approvals__vp_societies__decision != "declined",
		f.approvals__vp_welfare__decision != "declined",
	])
	either_4
	either_5 := request.any_of([
		f.approvals__president__decision != "granted",
		request.all_of([
			f.approvals__president__date_given == true,
			request.any_of([
				f.days_from_approvals__president__date_to_display_from_known == false,
				f.days_from_approvals__president__date_to_display_from >= 0,
			]),
		]),
	])
	either_5
	either_6 := request.any_of([
		f.approvals__vp_societies__decision != "granted",
		request.all_of([
			f.approvals__vp_societies__date_given == true,
			request.any_of([
				f.days_from_approvals__vp_societies__date_to_display_from_known == false,
				f.days_from_approvals__vp_societies__date_to_display_from >= 0,
			]),
		]),
	])
	either_6
	either_7 := request.any_of([
		f.approvals__vp_welfare__decision != "granted",
		request.all_of([
			f.approvals__vp_welfare__date_given == true,
			request.any_of([
				f.days_from_approvals__vp_welfare__date_to_display_from_known == false,
				f.days_from_approvals__vp_welfare__date_to_display_from >= 0,
			]),
		]),
	])
	either_7
	who := ["president", "vp-societies", "vp-welfare"]
	by := f["by display_from"]
}

# METADATA
# title: "Two of three sabbatical officers"
# description: "A poster that advertises alcohol, supports a candidate in an election or
#   criticises a person by name also needs at least two of the three sabbatical officers. They
#   decide within three working days of the day on which it reached the Union, and if they say
#   nothing it is not approved."
# custom:
#   clause: "2.4"
#   statements: ["S24", "S25"]
findings contains {
	"id": "poster-two-of-three/at-least-2/7-missing",
	"rule": "poster-two-of-three",
	"title": "Two of three sabbatical officers",
	"failure": "missing",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.about_given == true
	f.about >= 1
	f.issued_by != "returning-officer"
	either_1 := request.any_of([
		request.all_of([
			request.any_of([
				f.approvals__president__decision != "granted",
				f.days_from_approvals__president__date_to_display_from_known == false,
				f.days_from_approvals__president__date_to_display_from < 0,
			]),
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				f.days_from_approvals__vp_societies__date_to_display_from_known == false,
				f.days_from_approvals__vp_societies__date_to_display_from < 0,
			]),
		]),
		request.all_of([
			request.any_of([
				f.approvals__president__decision != "granted",
				f.days_from_approvals__president__date_to_display_from_known == false,
				f.days_from_approvals__president__date_to_display_from < 0,
			]),
			request.any_of([
				f.approvals__vp_welfare__decision != "granted",
				f.days_from_approvals__vp_welfare__date_to_display_from_known == false,
				f.days_from_approvals__vp_welfare__date_to_display_from < 0,
			]),
		]),
		request.all_of([
			request.any_of([
				f.approvals__vp_societies__decision != "granted",
				f.days_from_approvals__vp_societies__date_to_display_from_known == false,
				f.days_from_approvals__vp_societies__date_to_display_from < 0,
			]),
			request.any_of([
				f.approvals__vp_welfare__decision != "granted",
				f.days_from_approvals__vp_welfare__date_to_display_from_known == false,
				f.days_from_approvals__vp_welfare__date_to_display_from < 0,
			]),
		]),
	])
	either_1
	either_2 := request.any_of([
		f.approvals__president__decision != "declined",
		f.approvals__vp_societies__decision != "declined",
	])
	either_2
	either_3 := request.any_of([
		f.approvals__president__decision != "declined",
		f.approvals__vp_welfare__decision != "declined",
	])
	either_3
	either_4 := request.any_of([
		f.approvals__vp_societies__decision != "declined",
		f.approvals__vp_welfare__decision != "declined",
	])
	either_4
	either_5 := request.any_of([
		f.approvals__president__decision != "granted",
		request.all_of([
			f.approvals__president__date_given == true,
			request.any_of([
				f.days_from_approvals__president__date_to_display_from_known == false,
				f.days_from_approvals__president__date_to_display_from >= 0,
			]),
		]),
	])
	either_5
	either_6 := request.any_of([
		f.approvals__vp_societies__decision != "granted",
		request.all_of([
			f.approvals__vp_societies__date_given == true,
			request.any_of([
				f.days_from_approvals__vp_societies__date_to_display_from_known == false,
				f.days_from_approvals__vp_societies__date_to_display_from >= 0,
			]),
		]),
	])
	either_6
	either_7 := request.any_of([
		f.approvals__vp_welfare__decision != "granted",
		request.all_of([
			f.approvals__vp_welfare__date_given == true,
			request.any_of([
				f.days_from_approvals__vp_welfare__date_to_display_from_known == false,
				f.days_from_approvals__vp_welfare__date_to_display_from >= 0,
			]),
		]),
	])
	either_7
	either_8 := request.any_of([
		f.days_from_today_to_received_on_plus_3_working_days_known == false,
		f.days_from_today_to_received_on_plus_3_working_days >= 0,
	])
	either_8
	who := ["president", "vp-societies", "vp-welfare"]
	by := f["by received_on_plus_3_working_days"]
}

# METADATA
# title: "Two of three sabbatical officers"
# description: "A poster that advertises alcohol, supports a candidate in an election or
#   criticises a person by name also needs at least two of the three sabbatical officers. They
#   decide within three working days of the day on which it reached the Union, and if they say
#   nothing it is not approved."
# custom:
#   clause: "2.4"
#   statements: ["S24", "S25"]
findings contains {
	"id": "poster-two-of-three/ask/about",
	"rule": "poster-two-of-three",
	"title": "Two of three sabbatical officers",
	"failure": "unanswered",
	"outcome": "action-needed",
	"clause": "2.4",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.issued_by != "returning-officer"
	f.about_given == false
	who := []
	by := f["by display_from"]
}

# METADATA
# title: "Take it down"
# description: "The society takes the poster down on the day it named."
# custom:
#   clause: "2.5"
#   statements: ["S28"]
findings contains {
	"id": "poster-take-down/rule/0-applies",
	"rule": "poster-take-down",
	"title": "Take it down",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "2.5",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.issued_by != "returning-officer"
	who := ["society-chair"]
	by := f["by removed_on"]
}

# METADATA
# title: "Keep a copy"
# description: "The Union keeps a copy of it for one year after it expires."
# custom:
#   clause: "2.5"
#   statements: ["S29"]
findings contains {
	"id": "poster-copy/rule/0-applies",
	"rule": "poster-copy",
	"title": "Keep a copy",
	"failure": "applies",
	"outcome": "allowed",
	"clause": "2.5",
	"list": "",
	"item": item,
	"who": who,
	"by": by,
} if {
	f := whole
	item := null
	f.kind == "poster"
	f.issued_by != "returning-officer"
	who := ["vp-societies"]
	by := f["by expires_on_plus_12_months"]
}
