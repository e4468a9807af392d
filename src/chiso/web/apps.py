"""The one app of the application, and how its forms are drawn."""

from __future__ import annotations

from django.apps import AppConfig
from django.forms.renderers import TemplatesSetting


class Web(AppConfig):
    """The application; its tables are called `web_…`."""

    name = "chiso.web"
    label = "web"
    verbose_name = "Chiso"


class Renderer(TemplatesSetting):
    """Forms by the templates of the application: labels above, the error below its field and tied to it."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
