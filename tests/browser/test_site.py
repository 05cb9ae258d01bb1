"""The site and handouts, opened from a disk with the network off: as readers see them, and as axe-core judges them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from course import handoutpage, sitebuild
from course.editions import EDITIONS
from course.notebooks import chapters, read
from pages import SHOTS
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
# Run for this; the others are shown as they are stored.
FIRST = chapters()[0]
KINDS = {
    "start": "index.html",
    "chapter": f"{FIRST.stem}.html",
    "glossary": "glossary.html",
    "index": "words.html",
    "search": "search.html?q=rece",
}
PAPERS = [f"handouts/{edition.name}/{FIRST.stem}.html" for edition in EDITIONS]
# Preloading would fetch style sheets a second time, which a page on a disk may not.
JUDGE = "axe.run(document, {preload: false, resultTypes: ['violations']}).then(found => found.violations)"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, with one chapter that has been run and its handouts."""
    base = tmp_path_factory.mktemp("site")
    run = sitebuild.ran_before(FIRST, sitebuild.RAN)
    if run is None:
        # In a process of its own: Playwright has this thread's event loop.
        subprocess.run([sys.executable, "-m", "course.runner", FIRST, "--out", base], check=True, timeout=240)
        run = read(base / FIRST.name)
    for edition in EDITIONS:
        place = base / "handouts" / edition.name / f"{FIRST.stem}.html"
        place.parent.mkdir(parents=True)
        place.write_text(handoutpage.render(FIRST, run, edition), "utf-8")
    made = [sitebuild.chapter(path, run if path == FIRST else read(path)) for path in chapters()]
    return sitebuild.build(made, base / "out", base / "handouts").parent


@pytest.fixture
def asked() -> list[str]:
    """What a page asked for that is no file of the disk, or did not get."""
    return []


def watched(browser: Browser, asked: list[str], colours: str = "light", width: int = 1180) -> BrowserContext:
    size = {"width": width, "height": 900}
    context = browser.new_context(viewport=size, color_scheme=colours, offline=True)
    context.set_default_timeout(20_000)
    context.on("request", lambda it: it.url.startswith(("file:", "data:")) or asked.append(it.url))
    context.on("requestfailed", lambda it: asked.append(f"failed: {it.url}"))
    context.on("weberror", lambda it: asked.append(f"error: {it.error}"))
    return context


@pytest.fixture(params=["light", "dark"])
def page(request, browser: Browser, asked: list[str]) -> Iterator[Page]:
    context = watched(browser, asked, request.param)
    yield context.new_page()
    context.close()
    assert asked == []


@pytest.fixture
def bright(browser: Browser, asked: list[str]) -> Iterator[Page]:
    context = watched(browser, asked)
    yield context.new_page()
    context.close()
    assert asked == []


def address(folder: Path, name: str) -> str:
    file, mark, rest = name.partition("?")
    return (folder / file).as_uri() + mark + rest


def serious(page: Page) -> list[str]:
    """What axe-core finds that keeps people out, with everything unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
    page.evaluate(AXE)
    return [
        f"{found['impact']}: {found['id']} at {len(found['nodes'])} places, as {found['nodes'][0]['html'][:150]}"
        for found in page.evaluate(JUDGE)
        if found["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_serious(page: Page, folder: Path, kind: str) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.goto(address(folder, KINDS[kind]))
    if kind == "search":
        expect(page.locator("#found li").first).to_be_visible()
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    page.screenshot(path=SHOTS / f"site-{kind}-{'dark' if dark else 'light'}.png")
    assert serious(page) == []


@pytest.mark.parametrize("name", PAPERS)
def test_axe_finds_nothing_serious_in_a_handout(bright: Page, folder: Path, name: str) -> None:
    bright.goto(address(folder, name))
    assert serious(bright) == []


def test_a_handout_is_light_for_whoever_likes_it_dark(browser: Browser, folder: Path, asked: list[str]) -> None:
    for colours in ("light", "dark"):
        context = watched(browser, asked, colours)
        sheet = context.new_page()
        sheet.goto(address(folder, PAPERS[0]))
        assert sheet.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        context.close()


def test_axe_does_find_what_is_wrong(bright: Page) -> None:
    bright.set_content(
        "<html lang=en><title>Pale</title><main><h1 style='color:#ccc'>Pale</h1><img src='data:,'></main>"
    )
    assert [line.split(" at ")[0] for line in serious(bright)] == ["serious: color-contrast", "critical: image-alt"]


@pytest.mark.parametrize("width", [1180, 390])
def test_every_page_opens_without_a_request_and_fits_its_window(
    browser: Browser, folder: Path, asked: list[str], width: int
) -> None:
    context = watched(browser, asked, width=width)
    sheet = context.new_page()
    for path in sorted(folder.rglob("*.html")):
        sheet.goto(path.as_uri())
        if "handouts" not in path.parts:
            wide = sheet.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{path.name} is {wide} pixels wide in a window of {width}"
    context.close()
    assert asked == []


def test_search_is_reached_and_used_by_keyboard(bright: Page, folder: Path) -> None:
    bright.goto(address(folder, "index.html"))
    bright.keyboard.press("/")
    bright.keyboard.type("back-press")
    bright.keyboard.press("Enter")
    found = bright.locator("#found li")
    expect(found.first).to_contain_text("back-pressure")
    expect(bright.locator("#count")).to_contain_text("place")
    expect(bright.get_by_role("searchbox")).to_be_focused()
    bright.keyboard.press("Enter")
    expect(found.first.get_by_role("link")).to_be_focused()
    bright.keyboard.press("Enter")
    expect(bright.get_by_role("heading", level=1)).to_have_text("05 · Unbuffered channels")
    expect(bright).to_have_url(re.compile(r"/05-unbuffered-channels\.html#cell-rally-why$"))
    expect(bright.locator("#cell-rally-why")).to_be_in_viewport()


def test_what_is_not_there_is_not_found(bright: Page, folder: Path) -> None:
    bright.goto(address(folder, "search.html?q=zzyzx"))
    expect(bright.locator("#count")).to_contain_text("Nothing found")
    bright.get_by_role("searchbox").fill("<img src=x>")
    expect(bright.locator("#found img")).to_have_count(0)


def follow(page: Page, link: Locator) -> None:
    """Goes where a link leads; the page is whole afterwards."""
    with page.expect_navigation(wait_until="load"):
        link.click()


def test_next_and_before_lead_through_all_chapters(bright: Page, folder: Path) -> None:
    every = [f"{path.stem}.html" for path in chapters()]
    bright.goto(address(folder, "index.html"))
    follow(bright, bright.get_by_role("link", name="Start reading"))
    for way, order in (("next", every), ("prev", every[::-1])):
        visited = [bright.url.rpartition("/")[2]]
        while (link := bright.locator(f"a[rel={way}]")).count():
            follow(bright, link)
            visited.append(bright.url.rpartition("/")[2])
        assert visited == order


def test_a_reader_with_a_keyboard_skips_to_the_text_and_unfolds_a_solution(bright: Page, folder: Path) -> None:
    bright.goto(address(folder, KINDS["chapter"]))
    bright.keyboard.press("Tab")
    skip = bright.get_by_role("link", name="To the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    assert skip.evaluate("it => getComputedStyle(it).outlineStyle") == "solid"
    bright.keyboard.press("Enter")
    expect(bright).to_have_url(re.compile("#main$"))
    fold = bright.locator("details.fold").filter(has_text="Solution of").last
    assert fold.get_attribute("open") is None
    fold.locator("summary").focus()
    bright.keyboard.press("Enter")
    expect(fold).to_have_attribute("open", "")
    expect(fold.locator(".highlight")).to_be_visible()
