"""The application as a WSGI server takes it."""

from __future__ import annotations

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chiso.web.settings")
application = get_wsgi_application()
# The pages with all that they import, now: else the first request in each process waits some seconds for them.
import_module(settings.ROOT_URLCONF)
