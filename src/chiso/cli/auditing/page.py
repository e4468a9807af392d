"""An audit as one page that needs nothing else: no network, no script."""

from __future__ import annotations

from pathlib import Path

from chiso.audit import Audit, sentence
from chiso.audit.wording import certainty_words, kind_words, move_words, rule_words
from chiso.cli.auditing.places import WRITING, changing, place
from chiso.language import chosen, gettext, ngettext
from chiso.tables.cells import Document

CERTAINTIES = ("certain", "likely", "possible")


def page(found: Audit, document: Document) -> str:
    """The whole page in the language in use, the same text for the same audit.

    ModuleNotFoundError without the libraries of the extra `report`.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, select_autoescape

    environment = Environment(
        loader=ChoiceLoader([PackageLoader("chiso.cli"), PackageLoader("chiso.report")]),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    moving = changing(found.findings)
    return environment.get_template("audit.html").render(
        audit=found,
        language=chosen(),
        source=Path(found.source).name,
        changing=moving,
        others=[each for each in found.findings if not each.moves and each.kind not in WRITING],
        written=[each for each in found.findings if not each.moves and each.kind in WRITING],
        counts={word: sum(each.certainty == word for each in found.findings) for word in CERTAINTIES},
        checked=sum(each.count for each in found.confirmed),
        place=lambda at: place(at, document),
        sentence=sentence,
        kind_words=kind_words,
        rule_words=rule_words,
        certainty_words=certainty_words,
        move_words=move_words,
        _=gettext,
        ngettext=ngettext,
    )
