"""Skeletons: what is written compiles and is not solved yet, and nothing that is there is written over."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from course import kernel, new, project, say, setup, syllabus


def test_a_new_exercise_compiles_and_is_not_solved_yet(copy, tmp_path):
    result = copy("new", "exercise", "98.1", "pump")
    assert result.returncode == 0, result.stdout
    folder = copy.root / "lib" / "rendezvous" / "course" / "c98" / "pump"
    ready = setup.ensure(tests=True)
    jars = tmp_path / "jars"
    shutil.copytree(ready.jars, jars)
    classes = tmp_path / "classes"
    sources = sorted(folder.glob("*.java"))
    assert [path.name for path in sources] == ["Pump.java", "PumpChecks.java", "package-info.java"]
    tools = Path(ready.jdk.home) / "bin"
    path = os.pathsep.join(map(str, jars.glob("*.jar")))
    _run(tools / "javac", "-Xlint:all", "-Werror", "-proc:none", "-d", classes, "-cp", path, *sources)
    for part in ("exercise.md", "starter.jsh", "solution.jsh"):
        shutil.copy2(folder / part, classes / "rendezvous" / "course" / "c98" / "pump" / part)
    jar = next(jars.glob("rendezvous-*.jar"))
    _run(tools / "jar", "--update", "--file", jar, "-C", classes, "rendezvous")
    command = kernel.java(ready.jdk, jars, kernel.options(None))
    checked = _run(*command, "rendezvous.notebook.CheckCommand", "98.1", folder / "starter.jsh", code=1)
    assert checked.splitlines()[0] == "98.1 · Not solved yet", checked
    solved = tmp_path / "Mine.java"
    solved.write_text(
        "class MyPump implements Pump {\n    public ReceiveChan<Integer> start(int n) {\n"
        "        Chan<Integer> out = Chan.make();\n        go(() -> {\n"
        "            for (int i = 1; i <= n; i++) {\n                out.send(i);\n            }\n"
        "            out.close();\n        });\n        return out;\n    }\n}\n",
        encoding="utf-8",
    )
    checked = _run(*command, "rendezvous.notebook.CheckCommand", "98.1", solved)
    assert checked.splitlines()[0] == "98.1 · Passed", checked


def test_what_is_still_to_be_written_is_marked(copy):
    copy("new", "exercise", "98.1", "pump")
    lib = copy.root / "lib" / "rendezvous" / "course" / "c98" / "pump"
    for name in ("exercise.md", "solution.jsh", "Pump.java", "PumpChecks.java"):
        assert new.UNWRITTEN in (lib / name).read_text("utf-8"), name
    wrong = list((copy.root / "tests" / "exercises" / "c98" / "pump").iterdir())
    assert [path.name for path in wrong] == ["a-misconception.jsh"]
    assert new.UNWRITTEN in wrong[0].read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("exercise", "6.2", "pump"), "as 06.2; got 6.2"),
        (("exercise", "98.1", "Pump"), "one word of small letters"),
        (("exercise", "98.1", "class"), "one word of small letters"),
        (("exercise", "05.1", "pump"), "05.1 is taken by"),
        (("exercise", "05.9", "kitchen"), "is there already"),
        (("chapter", "5", "pumps"), "two digits"),
        (("chapter", "05", "pumps"), "Chapter 05 is there"),
        (("chapter", "98", "Pumps!"), "words of small letters"),
    ],
)
def test_what_cannot_be_new(copy, arguments, said):
    result = copy("new", *arguments)
    assert said in result.stdout, result.stdout
    assert result.returncode == say.USAGE


def test_a_new_chapter_is_stored_as_chapters_are(monkeypatch, tmp_path):
    monkeypatch.setattr(project, "NOTEBOOKS", tmp_path)
    monkeypatch.setattr(project, "ROOT", tmp_path.parent)
    monkeypatch.setattr(new, "COURSE", tmp_path / "course")
    assert new.chapter("98", "pumps-and-pipes") == 0
    path = tmp_path / "98-pumps-and-pipes.ipynb"
    tidy = "import sys; from pathlib import Path; from course.tidy import tidied; tidied(Path(sys.argv[1]))"
    _run(sys.executable, "-c", tidy, path)
    text = path.read_text("utf-8")
    assert "# 98 · Pumps and pipes" in text
    assert new.UNWRITTEN in text
    plan = tmp_path / "course" / "c98" / "chapter.md"
    assert syllabus.read(plan).covers[0].cells == ("cell-2", "cell-3")
    assert new.UNWRITTEN in plan.read_text("utf-8")


def _run(*command: object, code: int = 0) -> str:
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, encoding="utf-8", check=False, timeout=120
    )
    assert done.returncode == code, f"{done.stdout}\n{done.stderr}"
    return done.stdout
