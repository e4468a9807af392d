"""`chiso check`: whether a framework file can be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from chiso.cli.complaints import complain, say
from chiso.cli.output import FORMAT_HELP, FRAMEWORK_HELP, Format, write, write_csv, write_json
from chiso.cli.today import today
from chiso.language import chosen, gettext, marked, ngettext

if TYPE_CHECKING:
    from chiso.engine.errors import InputError
    from chiso.exchange.frameworks import Source

HELP = marked(
    "Check a framework file. Prints every fault with its line and column, and warns of a framework that is not in "
    "force or not wholly known."
)
PROBLEM_COLUMNS = ("where", "found", "expected", "remedy")


def check(
    framework: Annotated[str, typer.Argument(metavar="FRAMEWORK", help=FRAMEWORK_HELP)],
    format: Annotated[Format, typer.Option(help=FORMAT_HELP)] = Format.TABLE,
) -> int:
    """0 for a framework that can be used, 2 for one with faults."""
    from chiso.engine.errors import InputError
    from chiso.exchange.frameworks import read

    try:
        source = read(framework)
    except InputError as error:
        _faulty(error, format)
        return 2
    _sound(source, format)
    return 0


def _faulty(error: InputError, format: Format) -> None:
    from chiso.cli.objects import problem_object

    problems = [problem_object(problem) for problem in error.problems]
    if format is Format.JSON:
        write_json("check", {"sound": False, "problems": problems, "cautions": []})
    elif format is Format.CSV:
        write_csv(PROBLEM_COLUMNS, ([problem[column] for column in PROBLEM_COLUMNS] for problem in problems))
    else:
        complain(error)
        count = len(error.problems)
        faults = ngettext(
            "{count} fault: the framework cannot be used.", "{count} faults: the framework cannot be used.", count
        )
        say(faults.format(count=count))


def _sound(source: Source, format: Format) -> None:
    from chiso.cli.cautions import cautions, unknown_maxima
    from chiso.cli.objects import framework_object

    framework = source.framework
    told = [*cautions(framework, today()), unknown_maxima(framework)]
    told = [sentence for sentence in told if sentence]
    if format is Format.JSON:
        content = {"sound": True, "problems": [], "cautions": told, "framework": framework_object(framework)}
        write_json("check", content)
        return
    for sentence in told:
        say(sentence)
    if format is Format.CSV:
        write_csv(PROBLEM_COLUMNS, [])
        return
    leaves = sum(not node.children for node in framework.walk())
    sentence = gettext("{name}: sound. {title}: {criteria} criteria, {leaves} of them leaves, {questions} questions.")
    counts = {"criteria": len(framework.nodes), "leaves": leaves, "questions": len(framework.asked)}
    write(sentence.format(name=source.name, title=framework.title.of(chosen()), **counts) + "\n")
    for line in _maxima(source):
        write(f"{line}\n")


def _maxima(source: Source) -> list[str]:
    """The greatest points of each root in each block."""
    from chiso.report.numbers import number

    framework, said = source.framework, []
    for root in framework.criteria:
        for block in framework.blocks:
            if framework.applies(root.code, block.id):
                most = framework.max_of(root.code, block.id)
                shown = gettext("unknown") if most is None else number(most)
                sentence = gettext("  {criterion}, {block}: at most {most} points")
                names = {"criterion": root.name.of(chosen()), "block": block.name.of(chosen())}
                said.append(sentence.format(most=shown, **names))
    return said
