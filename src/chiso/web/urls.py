"""The addresses of the application; each has an entry for every role in tests/web/gates.py."""

from __future__ import annotations

from django.urls import include, path

from chiso.web.pages import errors, people

urlpatterns = [
    path("", people.home, name="home"),
    path("language/", people.language, name="language"),
    path("account/", include("allauth.account.urls")),
    path("account/steps/", include("allauth.mfa.urls")),
    path("account/connections/", include("allauth.socialaccount.urls")),
    path("account/", include("allauth.socialaccount.providers.openid_connect.urls")),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed
