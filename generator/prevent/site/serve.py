"""The site with live reload, while somebody edits the policy."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from prevent.faults import Fault, Place, PreventError
from prevent.loading.load import load_policy
from prevent.policy.model import Policy
from prevent.rules.compile import compile_policy
from prevent.rules.ruleset import RuleSet
from prevent.site.build import build_site
from prevent.site.examples import ExampleDecision
from prevent.site.layout import layout_of
from prevent.site.programs import Programs

Decide = Callable[[Policy, RuleSet], Sequence[ExampleDecision]]

_LOOK_EVERY = 0.3
_CONTENT_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


def serve(  # noqa: PLR0913 (each is a thing of its own, and all but two are named)
    policy_dir: Path,
    project: Path,
    *,
    host: str,
    port: int,
    say: Callable[[str], None],
    decide: Decide | None = None,
    programs: Programs | None = None,
) -> None:
    """Build the site, show it at ``host`` and ``port``, and build it again after each edit.

    Faults are said, and the site stays as it was. ``decide`` gives the examples, if any, and
    ``programs`` is what the pages for programmers are made from. Returns when the person presses
    Ctrl-C. Raises ``PreventError`` where the port cannot be used.
    """
    site_dir = project / "build" / "site"
    site_dir.mkdir(parents=True, exist_ok=True)

    def made(policy: Policy) -> None:
        rule_set = compile_policy(policy)
        decided = decide(policy, rule_set) if decide else ()
        today = datetime.now().astimezone().date()
        build_site(
            policy,
            rule_set,
            project,
            site_dir=site_dir,
            today=today,
            decided=decided,
            programs=programs,
        )

    def build() -> None:
        _build(policy_dir, say, made)

    server = _Server(build, host, port, str(site_dir), polling_interval=_LOOK_EVERY)
    server.say = say
    server.error_handler = lambda code: _not_found(site_dir, code)
    layout = layout_of(project)
    for watched in (policy_dir, layout.pages, layout.theme, layout.config):
        if watched.exists():
            server.watch(str(watched))
    try:
        build()
        server.show()
    except OSError as error:
        raise _unusable(host, port, error) from None
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        server.shutdown()


class _Server(LiveReloadServer):
    """Says where the site is as soon as it can be seen there."""

    say: Callable[[str], None]

    def show(self) -> None:
        """Serve, and build at each edit, until somebody presses Ctrl-C."""
        serve: Callable[[], None] = super().serve
        serve()

    def server_activate(self) -> None:
        """Listen, and say so."""
        super().server_activate()
        self.say(f"Showing the site at {self.url} (press Ctrl-C to stop).")

    def _inject_js_into_html(self, content: bytes, epoch: float) -> bytes:
        """The script that loads a page again stands in the page, which a built page forbids."""
        inject: Callable[[bytes, float], bytes] = super()._inject_js_into_html
        return inject(_CONTENT_POLICY.sub(b"", content), epoch)


def _build(policy_dir: Path, say: Callable[[str], None], make: Callable[[Policy], None]) -> None:
    """One build. Whatever is wrong is said, and never ends the server."""
    started = datetime.now().astimezone()
    try:
        make(load_policy(policy_dir))
    except PreventError as error:
        for fault in error.faults:
            say(str(fault))
        say(f"{started:%H:%M:%S} Not built: the site stays as it was. Mend this and save again.")
    except Exception as error:  # noqa: BLE001 - the server must outlive a fault in a half-saved file
        say(f"{started:%H:%M:%S} Not built: {type(error).__name__}: {error}")
    else:
        seconds = (datetime.now().astimezone() - started).total_seconds()
        say(f"{started:%H:%M:%S} Built in {seconds:.1f} seconds.")


def _not_found(site_dir: Path, code: int) -> bytes | None:
    page = site_dir / f"{code}.html"
    return page.read_bytes() if page.is_file() else None


def _unusable(host: str, port: int, error: OSError) -> PreventError:
    message = f"The site cannot be shown at {host}:{port}: {error.strerror or error}."
    hint = "Choose another port with --port, or stop what is using this one."
    return PreventError([Fault(Place(f"{host}:{port}"), message, hint)])
