"""A new learner's first exercise: wrong three ways, hints, solved, the kernel restarted, the progress still there."""

from pathlib import Path

from pages import SHOTS, cell, open_chapter, show
from playwright.sync_api import Locator, Page, expect

ANSWER = """class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
%s
    }
}"""
SAME_GOROUTINE = """        for (int i = 0; i < n; i++) counter.send("hot " + orders.receive());
        return Chan.make();"""
NO_SIGNAL = """        Chan<Signal> done = Chan.make();
        go(() -> { for (int i = 0; i < n; i++) counter.send("hot " + orders.receive()); });
        return done;"""
MISSPELT = NO_SIGNAL.replace("orders.receive", "orders.recieve")
SOLVED = NO_SIGNAL.replace("+ orders.receive()); }", "+ orders.receive()); done.send(SIGNAL); }")


def write(page: Page, where: Locator, text: str) -> Locator:
    """Put a text into a cell in place of what is there, and run it; gives its output."""
    show(where).locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)
    page.keyboard.press("Shift+Enter")
    return where.locator(".jp-OutputArea-output")


def run(page: Page, where: Locator) -> Locator:
    show(where).locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    return where.locator(".jp-OutputArea-output")


def restart(page: Page) -> None:
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_text("Restart Kernel…", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Confirm Kernel Restart").click()
    expect(page.get_by_text("Java (Rendezvous) | Idle")).to_be_visible()


def test_from_the_first_wrong_answer_to_the_progress_after_a_restart(page: Page) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    notebook = open_chapter(page)
    by_id = notebook.locator(".jp-CodeCell")
    starter = cell(notebook, "class MyKitchen")
    number = starter.evaluate("it => [...it.parentElement.querySelectorAll('.jp-CodeCell')].indexOf(it)")
    # The cells are known by their places: their texts are about to change.
    starter, check, hint, solution = (by_id.nth(number + i) for i in range(4))

    expect(run(page, starter)).to_have_count(0)
    expect(run(page, check)).to_contain_text("Not solved yet")

    expect(write(page, starter, ANSWER % MISSPELT)).to_contain_text("cannot find symbol")
    write(page, starter, ANSWER % SAME_GOROUTINE)
    expect(run(page, check)).to_contain_text("Not yet")
    expect(check.locator(".jp-OutputArea-output")).to_contain_text("open returns at once")
    page.screenshot(path=SHOTS / "learner-wrong.png")
    write(page, starter, ANSWER % NO_SIGNAL)
    expect(run(page, check)).to_contain_text("signal")
    expect(check.locator(".jp-OutputArea-output")).to_contain_text("Not yet")

    expect(write(page, hint, 'hint("05.1")')).to_contain_text("hint 1 of 3")
    expect(write(page, solution, 'solution("05.1")')).to_contain_text("You have opened 1 of 3 hints")
    expect(run(page, hint)).to_contain_text("hint 2 of 3")

    write(page, starter, ANSWER % SOLVED)
    expect(run(page, check)).to_contain_text("Passed")
    expect(write(page, solution, 'solution("05.1")')).to_contain_text("Your last answer")
    show(solution)
    page.screenshot(path=SHOTS / "learner-solution.png")

    restart(page)
    progress = write(page, hint, 'progress("05")')
    expect(progress).to_contain_text("✓ solved")
    expect(progress).to_contain_text("2 of 3")
    show(hint)
    page.screenshot(path=SHOTS / "learner-progress.png")


def test_what_a_learner_writes_is_in_the_copy_and_not_in_the_course(page: Page) -> None:
    course = Path(__file__).resolve().parents[2] / "notebooks" / "05-unbuffered-channels.ipynb"
    before = course.read_bytes()
    notebook = open_chapter(page)
    write(page, cell(notebook, "alone.report()"), "// a learner was here")
    page.keyboard.press("Control+S")
    expect(page.locator("#jp-main-dock-panel .jp-mod-dirty, .lm-mod-current.jp-mod-dirty")).to_have_count(0)
    assert course.read_bytes() == before
