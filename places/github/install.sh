#!/usr/bin/env bash
# Installs the check from the folder that this action stands in, apart from everything else.
#
# The engine is a C extension. Where it cannot be built, the reference evaluator decides alone, and
# each check says so.
set -euo pipefail

source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
target="$RUNNER_TEMP/prevent"

# Nothing is imported from the folder this runs in (-I, and pip by its own name): what stands there
# may be somebody's change.
python3 -I -m venv --clear "$target"
install=("$target/bin/pip" install --quiet --disable-pip-version-check
  --constraint "$source/constraints.txt")
"${install[@]}" "${source}[engine]" || "${install[@]}" "$source"
printf '%s\n' "$target/bin" >>"$GITHUB_PATH"
