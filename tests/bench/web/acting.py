"""What the people do on deadline day, as the load tool runs it: `locust -f` this file.

One action every five seconds: the reporters save answers, upload evidence and read their form, the organisers read the
follow-up board. Every answer of the server is written down as a line of JSON; a save that was not answered is sent
again with the same key, as the page does.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import random
import secrets
import time
import uuid
from pathlib import Path
from typing import Any, ClassVar

from locust import FastHttpUser, constant_pacing, events, task

from tests.bench.web.filling import CYCLE

PEOPLE: dict[str, Any] = json.loads(Path(os.environ["BENCH_PEOPLE"]).read_text(encoding="utf-8"))
OUT = open(os.environ["BENCH_OUT"], "a", encoding="utf-8", buffering=1)  # noqa: SIM115 (until the tool ends)
GROUP, COUNT = int(os.environ["BENCH_GROUP"]), int(os.environ["BENCH_REPORTERS"])
"""Which of the people that report sit down, and how many: each load has others, whose forms are as they were filled."""
REPORTERS: list[Any] = PEOPLE["reporters"][GROUP * COUNT :][:COUNT]
FOLLOWED = os.environ.get("BENCH_FOLLOWED") == "1"
"""Whether every save is followed by what the page asks for after it: what changed, and the points."""
atexit.register(OUT.close)
MEGABYTE = 1024 * 1024
BETWEEN = 5
"""Seconds between two actions of one person."""
SAVES, UPLOADS = 700, 750
"""Of a thousand actions of all people, saves come first, then uploads, then pages and boards."""
BODY = random.Random(20261122).randbytes(MEGABYTE - 200)


def noted(name: str, response_time: float, exception: Exception | None = None, **_more: Any) -> None:
    """A line for each request: what it was, how long it took in milliseconds, what failed."""
    line = {"name": name, "ms": response_time, "at": time.time(), "failed": str(exception) if exception else ""}
    OUT.write(json.dumps(line) + "\n")


events.request.add_listener(noted)  # type: ignore[no-untyped-call]


class Signed(FastHttpUser):
    """Somebody who signed in this morning."""

    abstract = True
    wait_time = constant_pacing(BETWEEN)
    connection_timeout = network_timeout = 30.0

    def enter(self, session: str) -> None:
        """Takes the cookies of a session and of the protection against forged requests, at a moment of its own.

        Without it the tool lets people begin in batches by the second, and they would all act together ever after.
        """
        time.sleep(random.uniform(0, BETWEEN))
        token = secrets.token_hex(16)
        self.headers = {"Cookie": f"chiso_session={session}; chiso_csrf={token}", "X-CSRFToken": token}

    def look(self, name: str, path: str, headers: dict[str, str] | None = None) -> None:
        """A page, whole."""
        asked = {**self.headers, **(headers or {})}
        with self.client.get(path, headers=asked, name=name, catch_response=True, allow_redirects=False) as answer:
            if answer.status_code != 200:
                answer.failure(f"status {answer.status_code}")


class Reporter(Signed):
    """Somebody who fills in the form of a unit."""

    fixed_count = COUNT
    waiting: ClassVar = list(REPORTERS)

    def on_start(self) -> None:
        """Sits down at the form as it stands."""
        session, self.unit = self.waiting.pop()
        self.enter(session)
        self.form = f"/cycles/{CYCLE}/units/{self.unit}/form/"
        self.versions = dict.fromkeys(PEOPLE["answered"], 1)
        self.unanswered: dict[str, str] | None = None
        self.chance = random.Random(self.unit)

    @task
    def act(self) -> None:
        """One action; a save that was not answered comes first."""
        share = COUNT / (COUNT + len(PEOPLE["organisers"]))
        drawn = self.chance.random() * 1000 * share
        if self.unanswered or drawn < SAVES:
            self.save()
        elif drawn < UPLOADS:
            self.upload()
        else:
            self.read()

    def save(self) -> None:
        """One answer; it stays to be sent until the server says what came of it."""
        sent = self.unanswered = self.unanswered or self.typed()
        headers = {**self.headers, "Accept": "application/json"}
        with self.client.post(
            f"{self.form}answers/", data=sent, headers=headers, name="save", catch_response=True
        ) as answer:
            told = answer.json() if answer.status_code == 200 else {}
            if told.get("outcome") != "saved":
                answer.failure(f"status {answer.status_code}: {(answer.text or '')[:200]}")
                return
        self.unanswered = None
        self.versions[sent["question"]] = told["version"]
        kept = {name: sent[name] for name in ("key", "question", "value")}
        OUT.write(json.dumps({"saved": self.unit, "version": told["version"], **kept}) + "\n")
        if FOLLOWED:
            self.look("after a save: changes", f"{self.form}sections/1/changes/?since=0&rows=")
            self.look("after a save: points", f"{self.form}score/?section=1", {"HX-Request": "true"})

    def typed(self) -> dict[str, str]:
        """A new answer to some question; a part stays below its whole."""
        question = self.chance.choice(PEOPLE["questions"])
        low, high = {"w": (1000, 9999), "p": (1, 999)}.get(question[0], (0, 1))
        value = str(self.chance.randint(low, high))
        value = {"r": ("no", "yes")[int(value) % 2]}.get(question[0], value)
        return {
            "question": question, "case": "", "value": value, "note": uuid.uuid4().hex,
            "reply": "", "version": str(self.versions.get(question, 0)), "key": uuid.uuid4().hex,
        }  # fmt: skip

    def upload(self) -> None:
        """A file of a megabyte, another one each time."""
        file = b"%PDF-1.7\n% " + uuid.uuid4().hex.encode() + b"\n" + BODY
        question = self.chance.choice(PEOPLE["questions"])
        mark = uuid.uuid4().hex
        parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
                 for name, value in (("kind", "file"), ("question", question))]  # fmt: skip
        head = (f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="minh-chung.pdf"\r\n'
                "Content-Type: application/pdf\r\n\r\n").encode()  # fmt: skip
        body = b"".join([*parts, head, file, f"\r\n--{mark}--\r\n".encode()])
        headers = {
            **self.headers,
            "Accept": "application/json",
            "Content-Type": f"multipart/form-data; boundary={mark}",
        }
        with self.client.post(
            f"{self.form}evidence/",
            data=body,  # type: ignore[arg-type]  # bytes are sent as they are
            headers=headers,
            name="upload",
            catch_response=True,
        ) as answer:
            if answer.status_code != 200:
                answer.failure(f"status {answer.status_code}: {(answer.text or '')[:200]}")
                return
        digest = hashlib.sha256(file).hexdigest()
        OUT.write(json.dumps({"uploaded": self.unit, "digest": digest}) + "\n")

    def read(self) -> None:
        """A page of the form, or the one that everybody arrives at."""
        name, path = self.chance.choice([
            ("form", self.form), ("section", f"{self.form}sections/{self.chance.randint(1, 5)}/"),
            ("section", f"{self.form}sections/{self.chance.randint(1, 5)}/"), ("points", f"{self.form}score/"),
            ("evidence", f"{self.form}evidence/"), ("history", f"{self.form}history/"), ("home", "/"),
        ])  # fmt: skip
        self.look(name, path)


class Organiser(Signed):
    """Somebody who watches who is late."""

    fixed_count = len(PEOPLE["organisers"])
    waiting: ClassVar = list(PEOPLE["organisers"])

    def on_start(self) -> None:
        """Comes in."""
        self.enter(self.waiting.pop())
        self.chance = random.Random(self.headers["Cookie"])

    @task
    def act(self) -> None:
        """A page of the board, of all units or of some."""
        asked = self.chance.choice(["", "?page=7", "?standing=late", "?standing=day&page=3", "?words=xa-01"])
        self.look("board", f"/cycles/{CYCLE}/board/{asked}")
