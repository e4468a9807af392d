"""Parts of pages: fields in the look of the application."""

from __future__ import annotations

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect, Select
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def ticked(field: BoundField) -> bool:
    """Whether a field is one box to tick, whose label stands beside it."""
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def styled(field: BoundField) -> SafeString:
    """The control of a field with its class, tied to its help and its error."""
    widget = field.field.widget
    told = [f"{field.auto_id}_helptext"] if field.help_text else []
    told += [f"{field.auto_id}_error"] if field.errors else []
    attributes: dict[str, str | bool] = {"class": f"{_kind(widget)} {widget.attrs.get('class', '')}".strip()}
    if told and not field.use_fieldset:
        attributes["aria-describedby"] = " ".join(told)
    # A placeholder that repeats the label vanishes while one types and is paler than may be read.
    attributes["placeholder"] = False
    return field.as_widget(attrs=attributes)


def _kind(widget: object) -> str:
    match widget:
        case CheckboxSelectMultiple() | RadioSelect():
            return "choices"
        case CheckboxInput():
            return "form-check-input"
        case Select():
            return "form-select"
        case _:
            return "form-control"
