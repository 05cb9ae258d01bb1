"""What the tests do in JupyterLab's page."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

expect.set_options(timeout=60_000)  # two slow cores start a server, a kernel and a browser

SHOTS = Path(__file__).resolve().parents[2] / "target" / "browser"


def cell(notebook: Locator, text: str) -> Locator:
    return notebook.locator(".jp-CodeCell").filter(has=notebook.page.locator(".cm-content", has_text=text)).first


def show(cell: Locator) -> Locator:
    """Scroll a cell to the top of the window."""
    cell.evaluate("cell => cell.scrollIntoView({block: 'start'})")
    return cell


def theme(page: Page, name: str) -> None:
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-item", has_text="Theme").first.hover()
    page.locator(".lm-Menu-item", has_text=name).first.click()
    dark = "false" if "Dark" in name else "true"
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", dark)
