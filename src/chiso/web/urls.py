"""The addresses of the application; each has an entry for every role in tests/web/gates.py."""

from __future__ import annotations

from allauth.account import views
from django.urls import include, path, re_path

from chiso.web.pages import (
    board,
    closing,
    collecting,
    counts,
    cycles,
    errors,
    evidence,
    form,
    framework,
    grants,
    history,
    meetings,
    members,
    moves,
    people,
    published,
    register,
    runs,
    sections,
    settling,
    standing,
    workbook,
)

# What is used of accounts: nobody signs up, and addresses are the organiser's to change.
ACCOUNT = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("closed/", views.signup, name="account_signup"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("password/reset/", views.password_reset, name="account_reset_password"),
    path("password/reset/sent/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password/reset/done/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]

CYCLE = [
    path("", cycles.cycle, name="cycle"),
    path("phase/", cycles.phase, name="phase"),
    path("calendar/", cycles.calendar, name="calendar"),
    path("announcements/", cycles.announcement, name="announcement"),
    path("framework/", framework.framework, name="framework"),
    path("framework/file/", framework.framework_file, name="framework_file"),
    path("framework/<str:block>/", framework.framework_preview, name="framework_preview"),
    path("register/", register.register, name="register"),
    path("register/applied/", register.register_applied, name="register_applied"),
    path("units/<slug:unit>/merger/", register.merger, name="merger"),
    path("units/<slug:unit>/deadline/", board.extension, name="extension"),
    path("counts/", counts.counts, name="counts"),
    path("board/", board.board, name="board"),
    path("board/file/", board.board_file, name="board_file"),
    path("reminders/", board.reminders, name="reminders"),
    path("codes/", members.invitation_sheet, name="invitation_sheet"),
    path("runs/", runs.runs, name="runs"),
    path("runs/<int:number>/", runs.run, name="run"),
    path("runs/<int:number>/file/", runs.run_file, name="run_file"),
    path("runs/<int:number>/folder/", runs.run_folder, name="run_folder"),
    path("runs/<int:number>/units/<slug:unit>/", runs.run_unit, name="run_unit"),
    path("runs/<int:number>/since/<int:before>/", moves.moves, name="moves"),
    path("units/<slug:unit>/stages/", moves.unit_stages, name="unit_stages"),
    path("grants/", grants.grants, name="grants"),
    path("grants/<slug:unit>/", grants.grant, name="grant"),
    path("grants/<slug:unit>/files/<int:evidence>/", grants.grant_file, name="grant_file"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("objections/", meetings.objections, name="objections"),
    path("objections/<int:objection>/reply/", meetings.objection_reply, name="objection_reply"),
    path("settlement/", settling.settlement, name="settlement"),
    path("settlement/<slug:act>/", settling.settlement_act, name="settlement_act"),
]

FORM = [
    path("", form.form, name="form"),
    path("sections/<str:section>/", sections.section, name="form_section"),
    path("sections/<str:section>/changes/", sections.changes, name="form_changes"),
    path("sections/<str:section>/cases/", form.cases, name="form_cases"),
    path("answers/", sections.answer, name="form_answer"),
    path("offices/", form.offices, name="form_offices"),
    path("score/", form.score, name="form_score"),
    path("print/", form.printed, name="form_print"),
    path("evidence/", evidence.evidence, name="form_evidence"),
    path("evidence/<int:evidence>/", evidence.evidence_file, name="form_evidence_file"),
    path("evidence/<int:evidence>/supports/", evidence.evidence_support, name="form_evidence_support"),
    path("evidence/<int:evidence>/removal/", evidence.evidence_removal, name="form_evidence_removal"),
    path("closing/", closing.closing, name="form_closing"),
    path("closing/confirmation/", closing.confirmation, name="form_confirmation"),
    path("closing/<int:number>/receipt/", closing.receipt, name="form_receipt"),
    path("closing/<int:number>/answers/", closing.closed_answers, name="form_closed_answers"),
    path("sums/", collecting.form_sums, name="form_sums"),
    path("workbook/", workbook.form_workbook, name="form_workbook"),
    path("upload/", workbook.form_upload, name="form_upload"),
    path("upload/<int:upload>/", workbook.form_upload_shown, name="form_upload_shown"),
    path("upload/<int:upload>/applied/", workbook.form_upload_applied, name="form_upload_applied"),
    path("standing/", standing.form_standing, name="form_standing"),
    path("history/", history.history, name="form_history"),
    re_path(r"^history/file\.(?P<kind>csv|json)$", history.history_file, name="form_history_file"),
]

urlpatterns = [
    path("", people.home, name="home"),
    path("language/", people.language, name="language"),
    path("people/", members.people, name="people"),
    path("people/invitation/", members.invitation, name="invitation"),
    path("people/of/<str:username>/", members.person, name="person"),
    path("people/of/<str:username>/state/", members.person_state, name="person_state"),
    path("join/", members.join, name="join"),
    path("join/<str:code>/", members.join_code, name="join_code"),
    path("published/", published.published, name="published"),
    path("published/<slug:id>/", published.published_file, name="published_file"),
    path("cycles/", cycles.cycles, name="cycles"),
    path("cycles/new/", cycles.new, name="cycle_new"),
    path("cycles/<slug:code>/", include(CYCLE)),
    path("cycles/<slug:code>/units/<slug:unit>/form/", include(FORM)),
    path("account/", include(ACCOUNT)),
    path("account/steps/", include("allauth.mfa.urls")),
    path("account/connections/", include("allauth.socialaccount.urls")),
    path("account/", include("allauth.socialaccount.providers.openid_connect.urls")),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed
