#!/usr/bin/env bash
# The check as a step of GitHub Actions: marks the lines of a change, and leaves reports.
#
# What is to be checked comes through the environment, as ../check-changed.sh says. Besides:
#
#   PREVENT_FORMATS   more reports, one a line, each with its file: junit=build/requests.xml
#
# RUNNER_TEMP, GITHUB_OUTPUT and GITHUB_STEP_SUMMARY are set by the runner.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
reports="$RUNNER_TEMP/prevent-reports"
rm -rf "$reports"
mkdir -p "$reports"

formats=(--format github --format "text=$reports/report.txt"
  --format "markdown=$reports/report.md" --format "sarif=$reports/prevent.sarif")
while IFS= read -r format; do
  [ -z "$format" ] || formats+=(--format "$format")
done < <(printf '%s\n' "${PREVENT_FORMATS:-}")

# What is shown to people is written by people. The runner must look for no commands in it.
show() {
  local word
  word=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '::stop-commands::%s\n' "$word"
  cat "$1"
  printf '\n::%s::\n' "$word"
}

status=0
"$here/../check-changed.sh" "${formats[@]}" 2>"$reports/notes.txt" || status=$?
for file in "$reports/report.txt" "$reports/notes.txt"; do
  [ ! -s "$file" ] || show "$file"
done

if [ ! -e "$reports/report.md" ]; then
  said="No request is changed here."
  [ "$status" -eq 0 ] || said="The check could not be made. The log of the run says why."
  printf '<!-- prevent check -->\n\n%s\n' "$said" >"$reports/report.md"
fi
cat "$reports/report.md" >>"$GITHUB_STEP_SUMMARY"

sarif=
[ ! -e "$reports/prevent.sarif" ] || sarif="$reports/prevent.sarif"
{
  printf 'status=%s\n' "$status"
  printf 'reports=%s\n' "$reports"
  printf 'report=%s\n' "$reports/report.md"
  printf 'sarif=%s\n' "$sarif"
} >>"$GITHUB_OUTPUT"
exit "$status"
