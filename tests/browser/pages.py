"""How tests find their way in JupyterLab."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

expect.set_options(timeout=60_000)  # two slow cores start a server, a kernel and a browser

SHOTS = Path(__file__).resolve().parents[2] / "target" / "browser"


def open_chapter(page: Page, number: str = "05") -> Locator:
    """Goes from the start page to a chapter, and waits for its kernel."""
    start = page.locator(".jp-MarkdownViewer")
    expect(start.get_by_role("heading", name="Rendezvous")).to_be_visible()
    start.get_by_role("row").filter(has=page.get_by_role("cell", name=number, exact=True)).get_by_role("link").click()
    notebook = page.locator(".jp-NotebookPanel")
    expect(notebook.get_by_role("heading", name=f"{number} · ")).to_be_visible()
    expect(page.get_by_text("Java (Rendezvous) | Idle")).to_be_visible()
    return notebook


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
