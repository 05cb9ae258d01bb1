"""A learner opens the start page, follows the link to chapter 05, and runs it from the Run menu."""

from pages import SHOTS, cell, open_chapter, show, theme
from playwright.sync_api import Page, expect


def test_first_section_and_exercise_by_the_run_menu(page: Page) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    notebook = open_chapter(page)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()

    chart = cell(notebook, "A box that nobody guards").locator("figure img")
    expect(chart).to_be_visible()
    assert "numbers put in 300" in chart.get_attribute("alt")
    assert chart.evaluate("image => image.complete && image.naturalWidth") >= 1_000

    meeting = cell(notebook, "Trace run = Trace.of(")
    show(meeting)
    picture = meeting.locator("figure img")
    expect(picture).to_be_visible()
    assert "producer" in picture.get_attribute("alt")
    expect(meeting.locator("figcaption")).to_contain_text("1 hand-off")
    page.screenshot(path=SHOTS / "timeline-light.png")

    expect(page.get_by_text("Java (Rendezvous) | Idle")).to_be_visible()
    check = cell(notebook, 'check("05.1"')
    show(check)
    expect(check.locator(".jp-OutputArea-output").last).to_contain_text("Not solved yet")
    page.screenshot(path=SHOTS / "verdict-light.png")

    theme(page, "JupyterLab Dark")
    expect(check.locator(".jp-OutputArea-output").last).to_be_visible()
    page.screenshot(path=SHOTS / "verdict-dark.png")
    show(meeting)
    page.screenshot(path=SHOTS / "timeline-dark.png")

    wrong = show(cell(notebook, "words.send(42)"))
    expect(wrong.locator(".jp-OutputArea-output")).to_contain_text(
        "incompatible types: int cannot be converted to String"
    )
