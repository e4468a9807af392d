"use strict";
// Saves each answer as it is typed. What cannot be sent stays in `Pending` and is sent again; nothing is dropped unasked.
(() => {
  const form = document.getElementById("asks");
  if (!form || !form.dataset.answers) return;
  const said = form.dataset;
  const pending = new window.ChisoPending(said.store);
  const bar = document.getElementById("saving");
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const WAIT = 700, AGAIN = 4000;
  let timer = 0, busy = false, trouble = "";
  document.documentElement.classList.add("scripts");

  const rowOf = (key) => document.getElementById(`ask-${key}`);
  const controls = (row) => [...row.querySelectorAll("input, select, textarea")].filter((each) => each.name.startsWith(`${row.dataset.key}-`));
  const partOf = (row, control) => control.name.slice(row.dataset.key.length + 1);

  function typedIn(row) {
    const parts = {};
    for (const control of controls(row)) {
      const part = partOf(row, control);
      if (part === "version" || part === "was") continue;
      if ((control.type === "radio" || control.type === "checkbox") && !control.checked) continue;
      parts[part] = control.value;
    }
    return parts;
  }

  function fill(row, parts) {
    for (const control of controls(row)) {
      const part = partOf(row, control);
      if (part === "version" || part === "was") continue;
      if (control.type === "radio" || control.type === "checkbox") control.checked = parts[part] === control.value;
      else control.value = parts[part] ?? "";
    }
  }

  function show(row, state, text) {
    if (!row) return;
    row.dataset.state = state;
    row.querySelector(".save-state").textContent = text;
  }

  function tell(row, text) {
    const told = row && row.querySelector(".told");
    if (!told) return;
    told.replaceChildren();
    if (text) told.append(Object.assign(document.createElement("p"), { className: "field-error", textContent: text }));
  }

  function name(item) {
    return item.name + (item.case ? ` (${item.case})` : "");
  }

  function drawBar() {
    const items = pending.all();
    bar.replaceChildren();
    const line = document.createElement("p");
    const moving = items.some((item) => !item.stuck);
    const state = trouble || (moving ? said.saidSaving : items.length ? said.saidStuck : said.saidAll);
    line.textContent = !pending.kept && items.length ? said.saidFull : state;
    bar.append(line);
    if (!items.length || (!trouble && !items.some((item) => item.stuck))) return;
    const list = document.createElement("ul");
    for (const item of items) {
      const entry = document.createElement("li");
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: said.saidDrop });
      button.addEventListener("click", () => discard(item));
      const words = [`${name(item)}: ${item.parts.value ?? item.parts.subject ?? ""}`, item.stuck].filter(Boolean).join(" – ");
      entry.append(`${words} `, button);
      list.append(entry);
    }
    bar.append(list);
  }

  function discard(item) {
    pending.drop(item);
    const row = rowOf(item.key);
    if (row) { tell(row, ""); document.dispatchEvent(new CustomEvent("chiso:reload", { detail: item.key })); }
    drawBar();
  }

  // Kept at the first key, sent a moment after the last one.
  function keep(row, soon) {
    const key = row.dataset.key;
    const item = pending.unsent(key) || {
      id: window.ChisoPending.mark(), key, question: row.dataset.question, case: row.dataset.case,
      name: document.getElementById(`name-${key}`).textContent, version: Number(row.dataset.version), at: Date.now(), sent: false,
    };
    item.parts = typedIn(row);
    item.stuck = "";
    pending.put(item);
    show(row, "waiting", said.saidSaving);
    tell(row, "");
    drawBar();
    clearTimeout(timer);
    timer = setTimeout(flush, soon ? 0 : WAIT);
  }

  async function flush() {
    clearTimeout(timer);
    if (busy) return;
    busy = true;
    trouble = "";
    try {
      for (const item of pending.all()) {
        if (item.stuck) continue;
        if (!(await send(item))) break;
      }
    } finally { busy = false; }
    drawBar();
    const left = pending.all().some((item) => !item.stuck);
    if (left) timer = setTimeout(flush, trouble ? AGAIN : 50);
  }

  // Whether the next one may be sent: false while there is no connection or nobody is signed in.
  async function send(item) {
    item.sent = true;
    pending.put(item);
    const body = new URLSearchParams({ ...item.parts, question: item.question, case: item.case, version: item.version, key: item.id });
    let response, told;
    try {
      response = await fetch(said.answers, { method: "POST", body, redirect: "manual", headers: { "X-CSRFToken": token, "Accept": "application/json" } });
      if (response.status >= 500) throw new Error("server");
      const json = (response.headers.get("content-type") || "").includes("json");
      if (!json) { trouble = said.saidSession; show(rowOf(item.key), "waiting", said.saidNot); return false; }
      told = await response.json();
    } catch {
      trouble = said.saidWaiting;
      show(rowOf(item.key), "waiting", said.saidWaiting);
      return false;
    }
    settle(item, told);
    return true;
  }

  function settle(item, told) {
    const row = rowOf(item.key);
    const next = pending.unsent(item.key);
    if (told.outcome === "saved") {
      pending.drop(item);
      if (next) { next.version = told.version; pending.put(next); }
      if (!row) return;
      row.dataset.version = told.version;
      row.querySelector(`[name="${CSS.escape(item.key)}-version"]`).value = told.version;
      row.querySelector(".clash").replaceChildren();
      show(row, "saved", told.told);
      if (!told.same && !next) document.dispatchEvent(new CustomEvent("chiso:reload", { detail: item.key }));
      document.dispatchEvent(new CustomEvent("chiso:saved"));
      return;
    }
    // Not taken as it is: it waits for the person, under a mark of its own when it is sent again.
    pending.drop(item);
    if (next) { if (told.outcome === "unread") return; pending.drop(next); item.parts = next.parts; }
    const kept = pending.put({ ...item, id: window.ChisoPending.mark(), sent: false, stuck: told.told || said.saidClash });
    if (told.outcome === "theirs") kept.theirs = told.version;
    pending.put(kept);
    if (!row) return;
    show(row, "stuck", said.saidNot);
    if (told.outcome === "theirs") row.querySelector(".clash").innerHTML = told.html;
    else tell(row, told.told);
  }

  function take(row, whose) {
    const item = pending.unsent(row.dataset.key);
    row.querySelector(".clash").replaceChildren();
    if (!item) return;
    if (whose === "theirs") { discard(item); return; }
    item.version = item.theirs ?? item.version;
    item.parts = typedIn(row);
    item.stuck = "";
    row.dataset.version = item.version;
    pending.put(item);
    flush();
  }

  form.addEventListener("input", (event) => {
    const row = event.target.closest(".ask");
    if (row && event.target.name) keep(row, false);
  });
  form.addEventListener("change", (event) => {
    const row = event.target.closest(".ask");
    if (row && event.target.name) keep(row, true);
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-take]");
    if (button) take(button.closest(".ask"), button.dataset.take);
  });
  // Enter in a field saves that answer; it does not send the whole section.
  form.addEventListener("submit", (event) => { event.preventDefault(); flush(); });
  window.addEventListener("online", flush);
  document.addEventListener("visibilitychange", () => { if (document.hidden) flush(); });
  window.addEventListener("beforeunload", (event) => { if (!pending.kept && pending.all().length) event.preventDefault(); });

  // What an earlier visit left behind stands in its field again and is sent once more.
  for (const item of pending.all()) {
    const row = rowOf(item.key);
    item.stuck = "";
    pending.put(item);
    if (row) { fill(row, item.parts); show(row, "waiting", said.saidSaving); }
  }
  drawBar();
  flush();
  window.chisoAnswers = { busyWith: (key) => pending.of(key).length > 0 };
})();
