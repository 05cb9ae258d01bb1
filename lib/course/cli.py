"""The command line: what can be asked for, and what happens then."""

import argparse
import errno
import pathlib
import signal
import sys

from course import (
    api,
    bench,
    benchrows,
    check,
    doctor,
    lab,
    new,
    parts,
    progresspage,
    project,
    say,
    setup,
    stick,
    workcopy,
)
from course.say import INTERRUPTED, MISSING, USAGE, Problem


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; gives its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a console of few letters must not end us
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) != signal.SIG_IGN:  # nohup ignores SIGHUP
            signal.signal(number, _leave)
    try:
        options = _parser().parse_args(arguments)
        return options.run(options)
    except Problem as problem:
        print(f"course: {problem}", file=sys.stderr)
        return problem.code
    except KeyboardInterrupt:
        print("\ncourse: interrupted. The same command goes on from here.", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS):
            raise
        print(f"course: {error}. Make room there, or give yourself the right to it, then try again.", file=sys.stderr)
        return MISSING


def _leave(number: int, frame: object) -> None:
    raise SystemExit(128 + number)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=project.command(),
        description="Rendezvous: Go's concurrency in Java, as notebooks. Each command first sets up what is missing.",
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str, run, help: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=help, description=help)
        command.set_defaults(run=run)
        command.add_argument("--yes", action="store_true", help="fetch a JDK into the project if there is none")
        return command

    command = add("lab", _lab, "open the course in JupyterLab")
    command.add_argument("--port", type=_port, metavar="N", help="the port to use (the first free one from 8888 on)")
    command.add_argument("--no-browser", action="store_true", help="print the address only")
    command.add_argument("--source", action="store_true", help="open the course's own notebooks, to write them")
    _work(command)
    command = add("reset", _reset, "give a chapter back as the course has it; yours is kept aside")
    command.add_argument("chapter", metavar="NN", help="the chapter's number")
    _work(command)
    command = add("progress", _progress, "show what you have solved; export FILE, import FILE, reset ID, NN or all")
    command.add_argument("action", nargs="?", default="show", choices=progresspage.ACTIONS, metavar="ACTION")
    command.add_argument("words", nargs="*", metavar="WHAT", help="a file, an exercise, a chapter")
    command.add_argument("--no-answers", action="store_true", help="export without what you wrote")
    _work(command)
    command = add("run", _run, "run chapters without a browser; the results are left in target/notebooks")
    command.add_argument("chapters", nargs="*", metavar="NN", help="the chapter's number (all chapters)")
    command = add("check", _check, "check an answer that is in a file")
    command.add_argument("exercise", metavar="NN.K", help="the exercise, such as 05.1")
    command.add_argument("file", type=pathlib.Path, metavar="FILE", help="the class, as a cell would hold it")
    command = add("new", _new, "write the skeleton of an exercise or a chapter")
    command.add_argument("what", choices=("exercise", "chapter"), help="which")
    command.add_argument("number", metavar="NUMBER", help="the exercise's, as 06.2, or the chapter's, as 06")
    command.add_argument("name", metavar="NAME", help="the exercise's, as relay, or the topic, as buffered-channels")
    command = add("test", _test, "run the tests")
    command.add_argument(
        "parts", nargs="*", metavar="PART", help=f"one of: {', '.join(parts.names())} (all but stress)"
    )
    command.add_argument("--quick", action="store_true", help="stress in two minutes (some 20 minutes)")
    command.add_argument(
        "--rows", nargs="+", default=[], metavar="WORD", help="stress only rows with one of these in the name"
    )
    command = add("bench", _bench, "measure the library beside Go, Jox, Kotlin and the JDK; numbers go to target/bench")
    command.add_argument("--quick", action="store_true", help="in three minutes, for rough numbers (some 20 minutes)")
    command.add_argument(
        "--rows", nargs="+", default=[], metavar="WORD", help="only rows with one of these in the name"
    )
    names = ", ".join(benchrows.IMPLEMENTATIONS)
    command.add_argument(
        "--who",
        nargs="+",
        default=[],
        choices=benchrows.IMPLEMENTATIONS,
        metavar="NAME",
        help=f"only these of: {names}",
    )
    command.add_argument("--write", action="store_true", help="also write the page lib/rendezvous/BENCHMARKS.md")
    command = add("gallery", _gallery, "make a page with each kind of figure in target/gallery, and a PDF of it")
    command.add_argument("words", nargs="*", metavar="WORD", help="only figures with one of these in their file's name")
    command = add(
        "handouts", _handouts, "write chapters to read, as slides and as a summary, as HTML and PDF, to target/handouts"
    )
    command.add_argument("chapters", nargs="*", metavar="NN", help="the chapter's number (all chapters)")
    command.add_argument("--no-pdf", action="store_true", help="HTML only")
    command = add("site", _site, "build the course's pages to read offline, in target/site")
    command.add_argument(
        "--ran", action="store_true", help="take runs that target/notebooks has, where they are of this text"
    )
    command = add("api", _api, "say what changed in the library's API since the last release, and whether that may be")
    command.add_argument("--since", metavar="REV", help="since this tag, branch or commit")
    add("doctor", _doctor, "look whether all is well, and say what to do where it is not")
    command = add("stick", _stick, "fill a folder with all that a set-up downloads, for machines without a network")
    command.add_argument("folder", type=pathlib.Path, metavar="FOLDER", help="on a USB stick, for example")
    command = add("setup", _setup, "only set up")
    command.add_argument("--from", dest="source", type=pathlib.Path, metavar="FOLDER", help="a folder filled by stick")
    command.add_argument("--sys-prefix", action="store_true", help="also for a JupyterLab of this Python's own")
    return parser


def _work(command: argparse.ArgumentParser) -> None:
    help = f"where your copy of the notebooks is (~/{workcopy.FOLDER}, or what {workcopy.VARIABLE} says)"
    command.add_argument("--work", metavar="DIR", help=help)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:
        self.exit(USAGE, f"course: {message}. What there is: {project.command()} --help\n")


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"want a number from 1 to 65535, got {text}")
    return int(text)


def _lab(options: argparse.Namespace) -> int:
    port = lab.free_port(options.port)
    work = None if options.source else _copy(options)
    ready = setup.ensure(yes=options.yes)
    for told in work.update() if work else []:
        say.line(told)
    return lab.lab(ready, work, port, not options.no_browser)


def _reset(options: argparse.Namespace) -> int:
    say.line(_copy(options).reset(options.chapter))
    return 0


def _progress(options: argparse.Namespace) -> int:
    return progresspage.run(_copy(options), options.action, options.words, not options.no_answers)


def _copy(options: argparse.Namespace) -> workcopy.WorkCopy:
    return workcopy.WorkCopy(workcopy.place(options.work))


def _run(options: argparse.Namespace) -> int:
    _are_there(options.chapters)
    ready = setup.ensure(yes=options.yes)
    command = [ready.python, "-m", "course.runner", *options.chapters]
    return say.wait(say.start(command, env=ready.environment()))


def _are_there(chapters: list[str]) -> None:
    known = {path.name[:2] for path in project.chapters()}
    for word in chapters:
        # Said before a set-up that may take a minute; the runner knows names and paths too.
        if word.isdecimal() and word.zfill(2) not in known:
            raise Problem(f"There is no chapter {word}. The chapters: {', '.join(sorted(known)) or 'none'}.", USAGE)


def _check(options: argparse.Namespace) -> int:
    if not options.file.is_file():
        raise Problem(f"There is no file {options.file}.", USAGE)
    return check.check(setup.ensure(yes=options.yes), options.exercise, options.file)


def _new(options: argparse.Namespace) -> int:
    if options.what == "exercise":
        return new.exercise(options.number, options.name)
    code = new.chapter(options.number, options.name)
    return code or new.tidy(setup.ensure(yes=options.yes), options.number)


def _test(options: argparse.Namespace) -> int:
    wanted = parts.choose(options.parts)
    if (options.quick or options.rows) and parts.STRESS not in wanted:
        raise Problem(f"--quick and --rows are for the part {parts.STRESS}: name it before them.", USAGE)
    ready = setup.ensure(tests=True, yes=options.yes)
    return parts.run(ready, wanted, options.quick, options.rows)


def _bench(options: argparse.Namespace) -> int:
    return bench.bench(options.quick, options.rows, options.who, options.write, options.yes)


def _gallery(options: argparse.Namespace) -> int:
    ready = setup.ensure(yes=options.yes)
    command = [ready.python, "-m", "course.gallery", *options.words]
    return say.wait(say.start(command, env=ready.environment()))


def _handouts(options: argparse.Namespace) -> int:
    _are_there(options.chapters)
    ready = setup.ensure(yes=options.yes)
    command = [ready.python, "-m", "course.handouts", *options.chapters, *(["--no-pdf"] if options.no_pdf else [])]
    return say.wait(say.start(command, env=ready.environment()))


def _site(options: argparse.Namespace) -> int:
    ready = setup.ensure(yes=options.yes)
    command = [ready.python, "-m", "course.sitebuild", *(["--ran"] if options.ran else [])]
    return say.wait(say.start(command, env=ready.environment()))


def _api(options: argparse.Namespace) -> int:
    return api.api(options.since, options.yes)


def _doctor(options: argparse.Namespace) -> int:
    return doctor.doctor(options.yes)


def _stick(options: argparse.Namespace) -> int:
    for told in stick.fill(setup.ensure(yes=options.yes), options.folder):
        say.line(told)
    return 0


def _setup(options: argparse.Namespace) -> int:
    if options.source:
        stick.take(options.source)
    ready = setup.ensure(yes=options.yes)
    if options.sys_prefix:
        setup.into_prefix(ready)
    say.line(f"Set up: JDK {ready.jdk} in {ready.jdk.home}")
    return 0
