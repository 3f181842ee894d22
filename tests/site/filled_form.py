"""The form of a check, filled in as a person does who uses nothing but a keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

Data = Mapping[str, Any]

WHERE = """
() => {
  const at = document.activeElement;
  const path = [];
  for (let each = at; each && each.id !== "check-form"; each = each.parentElement) {
    if (each.dataset?.field) path.unshift(each.dataset.field);
    if (each.matches?.(".items > .item")) {
      path.unshift([...each.parentElement.children].indexOf(each));
    }
  }
  const ticked = at.type === "radio" || at.type === "checkbox";
  const options = ticked ? [...document.getElementsByName(at.name)] : [...(at.options ?? [])];
  return {
    path, tag: at.tagName, type: at.type, part: at.dataset.part ?? "", value: at.value,
    classes: at.className, id: at.id, inForm: Boolean(at.closest("#check-form")),
    options: options.map((each) => each.value), shown: at.matches(":focus-visible"),
  };
}
"""

DECISION = """
() => ({
  outcome: document.querySelector(".answer__outcome")?.innerText ?? null,
  findings: [...document.querySelectorAll(".answer__findings > li")].map((each) => ({
    message: each.querySelector(".answer__message").textContent,
    facts: Object.fromEntries([...each.querySelectorAll(".answer__facts > div")].map(
      (pair) => [pair.firstChild.textContent, pair.lastChild.textContent])),
    links: [...each.querySelectorAll("small a")].map((link) => link.getAttribute("href")),
  })),
  passed: [...document.querySelectorAll(".answer__passed li")].map((each) => each.textContent),
  remarks: [...document.querySelectorAll(".answer__remarks li")].map((each) => each.textContent),
  words: [...document.querySelectorAll("#answer .policy-words")].map((each) => each.textContent),
})
"""


@dataclass
class Shown:
    """What stands on the page of a check."""

    page: Page

    def status(self) -> str:
        """What is announced, once the page has looked at the last answer."""
        self._wait()
        return self.page.locator("#check-status").inner_text()

    def decision(self) -> dict[str, Any]:
        """The answer, as it is shown, once the page has looked at what was answered last."""
        self._wait()
        shown: dict[str, Any] = self.page.evaluate(DECISION)
        return shown

    def _wait(self) -> None:
        self.page.locator("#answer:not([aria-busy])").wait_for()

    def date(self, question: str, day: str, month: str, year: str) -> None:
        """Write a date."""
        for part, value in (("day", day), ("month", month), ("year", year)):
            self.page.locator(f"#{question}-{part}").fill(value)


def fill_by_keyboard(page: Page, data: Data) -> None:
    """Answer everything in ``data`` with keys alone, from the first question to the button.

    Fails where the focus is not to be seen, or is lost.
    """
    page.locator("#check-form input").first.focus()
    for _ in range(400):
        at = page.evaluate(WHERE)
        assert at["inForm"], f"the focus left the form: {at}"
        assert at["shown"] or at["tag"] == "FIELDSET", f"the focus cannot be seen: {at}"
        if at["type"] == "submit":
            page.keyboard.press("Enter")
            return
        if not _press(page, at, data):
            page.keyboard.press("Tab")
    raise AssertionError("the button that checks was never reached")


def _press(page: Page, at: dict[str, Any], data: Data) -> bool:
    """Answer what has the focus. Says whether the focus has moved on by itself."""
    wanted = _wanted(data, at["path"])
    if "q__add" in at["classes"]:
        there = page.locator(f"#{page.evaluate(OWNER)} > .items > .item").count()
        if there < len(wanted or []):
            page.keyboard.press("Enter")
            return True
    elif at["tag"] in {"BUTTON", "FIELDSET"} or wanted is None:
        pass
    elif at["type"] == "radio":
        steps = at["options"].index(str(wanted))
        for key in ["ArrowDown"] * steps or ["Space"]:
            page.keyboard.press(key)
    elif at["type"] == "checkbox":
        if at["value"] in wanted or (not wanted and not at["value"]):
            page.keyboard.press("Space")
    elif at["tag"] == "SELECT":
        for _ in range(at["options"].index(wanted)):
            page.keyboard.press("ArrowDown")
    else:
        page.keyboard.type(_part(str(wanted), at["part"]))
    return False


OWNER = "() => document.activeElement.closest('.q').id"


def _part(value: str, part: str) -> str:
    if not part:
        return value
    return value.split("-")[("year", "month", "day").index(part)]


def _wanted(data: Any, path: list[str | int]) -> Any:  # noqa: ANN401 (whatever a request holds)
    if not path:  # the day of the check
        return None
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError):
            return None
    return data
