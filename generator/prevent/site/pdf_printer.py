"""HTML onto paper, by WeasyPrint: from nothing but the project's own files, and the same each time.

WeasyPrint is an extra, and needs libraries of the system. It is imported only here, and only when
a PDF is asked for.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from prevent.faults import Fault, Place, PreventError
from prevent.site.heard import warnings_of

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

_TYPES = {".css": "text/css", ".png": "image/png", ".svg": "image/svg+xml"}
_INSTEAD = "or build without --pdf"
_LIBRARIES = (
    "Install Pango and a font (Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0"
    f" libharfbuzz-subset0 fonts-liberation; macOS: brew install pango), {_INSTEAD}."
)


@dataclass(frozen=True, slots=True)
class Made:
    """A file that is made for the sheet: the address that the HTML names it by, what is in it."""

    url: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be printed.

    The ``html`` may name what is ``made`` for it and the files of ``folder``, and nothing else.
    ``identifier`` tells this document from others. ``made_at`` is in seconds since 1970.
    """

    html: str
    folder: Path
    made: tuple[Made, ...]
    identifier: str
    made_at: int


def require_pdf() -> None:
    """Raise ``PreventError`` where a PDF cannot be made here, with what to install."""
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # Without any font Pango ends the whole program. WeasyPrint only warns of it.
            warnings.simplefilter("error", UserWarning)
            importlib.import_module("weasyprint")
    except ImportError as error:
        package = (error.name or "weasyprint").partition(".")[0]
        message = f"The PDF needs the package {package}, which is not installed."
        raise _fault(message, f"Install prevent-policy[pdf], {_INSTEAD}.") from None
    except OSError as error:
        name = next((word for word in str(error).split("'")[1:2]), "a library of the system")
        raise _fault(f"The PDF needs {name}, which is not installed.", _LIBRARIES) from None
    except UserWarning:
        raise _fault("The PDF needs a font, and none is installed.", _LIBRARIES) from None


def printed(sheet: Sheet) -> bytes:
    """The sheet as a tagged PDF. The same sheet gives the same bytes.

    It is not claimed to conform to PDF/UA: no full checker has seen it. Raises ``PreventError``
    where it cannot be made, or where anything in it could not be printed as it stands.
    """
    require_pdf()
    import weasyprint  # noqa: PLC0415 (an extra, see above)

    with warnings_of("weasyprint") as warned, _at(sheet.made_at):
        document = weasyprint.HTML(
            string=sheet.html,
            base_url=f"{sheet.folder.resolve().as_uri()}/",
            url_fetcher=_own_files(sheet),
        )
        content = document.write_pdf(
            pdf_variant="pdf/ua-1", pdf_identifier=sheet.identifier.encode()
        )
    if warned:
        raise PreventError([_trouble(message) for message in warned])
    assert isinstance(content, bytes)
    return content


def _own_files(sheet: Sheet) -> URLFetcher:
    """Gives what is made for the sheet and the files of its folder; refuses all else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 (an extra)

    folder = sheet.folder.resolve()
    made = {each.url: each.content for each in sheet.made}

    class OwnFiles(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
        def fetch(self, url: str, _headers: object = None) -> URLFetcherResponse:
            parts = urlsplit(url)
            told = {"Content-Type": _TYPES.get(Path(parts.path).suffix, "")}
            if url in made:
                return URLFetcherResponse(url, made[url], told)
            path = Path(unquote(parts.path)).resolve()
            if parts.scheme != "file" or parts.netloc or not path.is_relative_to(folder):
                message = "only files beside the template are used"
                raise ValueError(message)
            return URLFetcherResponse(url, path.read_bytes(), told)

    return OwnFiles()


@contextlib.contextmanager
def _at(seconds: int) -> Iterator[None]:
    """Let fonts that are cut down for a PDF be dated so, not by the clock."""
    name = "SOURCE_DATE_EPOCH"
    before = os.environ.get(name)
    os.environ[name] = str(seconds)
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


def _trouble(message: str) -> Fault:
    if ".notdef" in message:
        character = message.rpartition("fonts: ")[2]
        text = f"The PDF could not be made: no font here has the character {character}."
        return Fault(Place("prevent"), text, f"Install a font that has it, {_INSTEAD}.")
    return Fault(Place("site_src/pdf"), f"The PDF could not be made: {message}")


def _fault(message: str, hint: str) -> PreventError:
    return PreventError([Fault(Place("prevent"), message, hint)])
