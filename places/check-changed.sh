#!/usr/bin/env bash
# Checks requests in a build service: all of them, or only those that a change adds or alters.
#
#   check-changed.sh --format github --format sarif=prevent.sarif
#
# The arguments go to `prevent check` as they are. All else comes through the environment, where no
# name of a file or a branch can become a command:
#
#   PREVENT_PATHS    files and folders of requests, one a line ("requests" where it is empty)
#   PREVENT_POLICY   the policy folder ("policy" where it is empty); it may stand outside the
#                    repository, with its whole path, and then it decides as it is
#   PREVENT_SINCE    a commit: only what differs from it is checked; everything where it is empty
#   PREVENT_REDACT   "true" leaves people's names out
#
# With PREVENT_SINCE the policy, its rules and its waivers are those of that commit: nobody can
# bring a request and what allows it in one change.
#
# Exit status: as of `prevent check`; 0 where no request has changed, and then there is no report.
set -euo pipefail

fail() {
  printf 'prevent: %s\n' "$1" >&2
  exit 2
}

# The clone may belong to somebody else, as it does where a container checks it; and nothing that
# a clone is set up to run is of use here.
in_git() {
  GIT_LITERAL_PATHSPECS=1 git -c safe.directory="$PWD" -c safe.directory="$top" \
    -c core.fsmonitor=false "$@"
}

top_folder() {
  local folder=$PWD
  until [ -e "$folder/.git" ]; do
    [ "$folder" != / ] || fail "There is no Git repository here, so what has changed is not known."
    folder=$(dirname "$folder")
  done
  printf '%s' "$folder"
}

# The requests under one of the paths that differ from $since, as `prevent check` finds them: a
# file that is named is taken; in a folder, hidden files and those with other endings are not.
changed_under() {
  local path=$1 file rest
  in_git diff --name-only -z --relative --no-renames --no-ext-diff --diff-filter=d \
    "$since" HEAD -- "$path" >"$work/names" || fail "Git could not say what has changed."
  while IFS= read -r -d '' file; do
    rest=$file
    [ "$path" = . ] || rest=${file#"$path"/}
    if [ "$file" != "$path" ]; then
      case /$rest in */.*) continue ;; esac
      case $rest in *.yaml | *.yml | *.json) ;; *) continue ;; esac
    fi
    if [ -L "$file" ]; then
      printf 'prevent: This is a symbolic link, not a request: %q\n' "$file" >&2
      links=2
    else
      requests+=("$file")
    fi
  done <"$work/names"
}

# The policy folder as it is at $since, with all that stands beside it there. By no way of writing
# its name may the policy of the change decide in its place.
policy_before() {
  case $policy/ in
    /*)
      outside_only
      return
      ;;
    ../* | */../* | ./* | */./* | *//*) fail "Give PREVENT_POLICY without '..', '.' or '//' in it." ;;
  esac
  local prefix=${PWD#"$top"}
  prefix=${prefix#/}
  local inside="${prefix:+$prefix/}$policy"
  if in_git cat-file -e "$since:$inside" 2>/dev/null; then
    mkdir "$work/before"
    in_git -C "$top" archive --format=tar "$since" >"$work/before.tar"
    tar -x -f "$work/before.tar" -C "$work/before"
    policy="$work/before/$inside"
  elif in_git cat-file -e "HEAD:$inside" 2>/dev/null; then
    printf 'prevent: The policy is new in this change. It decides, as there is no other.\n' >&2
  elif [ -d "$policy" ] && [ "$(real "$policy")" != "$(real .)/$policy" ]; then
    fail "PREVENT_POLICY must not lead through a symbolic link."
  fi
}

# A whole path is for a policy that no change of this repository can alter.
outside_only() {
  [ -d "$policy" ] || return 0
  case $(real "$policy")/ in
    "$(real "$top")"/*) fail "Give PREVENT_POLICY as it is seen from the folder of the check." ;;
  esac
}

# Where a folder truly is.
real() {
  (cd -P -- "$1" && pwd -P)
}

policy=${PREVENT_POLICY:-policy}
policy=${policy#./}
policy=${policy%/}
options=("$@" --policy="$policy")
case ${PREVENT_REDACT:-false} in
  true) options+=(--redact) ;;
  false) ;;
  *) fail "PREVENT_REDACT must be true or false." ;;
esac

paths=()
while IFS= read -r path; do
  path=${path#./}
  path=${path%/}
  [ -z "$path" ] || paths+=("$path")
done < <(printf '%s\n' "${PREVENT_PATHS:-requests}")
[ "${#paths[@]}" -gt 0 ] || fail "PREVENT_PATHS names no file and no folder."

if [ -z "${PREVENT_SINCE:-}" ]; then
  exec prevent check "${options[@]}" -- "${paths[@]}"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
top=$(top_folder)
since=$(in_git rev-parse --verify --quiet --end-of-options "$PREVENT_SINCE^{commit}") ||
  fail "The commit to compare with is not here. Fetch more of the history."

links=0
requests=()
shopt -s nocasematch
for path in "${paths[@]}"; do
  changed_under "$path"
done
shopt -u nocasematch
if [ "${#requests[@]}" -eq 0 ]; then
  echo "No request has been changed."
  exit "$links"
fi

policy_before
options+=(--policy="$policy")
status=0
prevent check "${options[@]}" -- "${requests[@]}" || status=$?
[ "$links" -eq 0 ] || status=$links
exit "$status"
