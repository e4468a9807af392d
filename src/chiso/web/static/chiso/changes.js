"use strict";
// Shows what others change in a section while it is open: remarks, progress, and the rows that nobody here is editing.
(() => {
  const form = document.getElementById("asks");
  if (!form) return;
  const EVERY = 10000, SOON = 400;
  let revision = form.dataset.revision, timer = 0, asked = new Set();

  const edited = (row) => row.contains(document.activeElement) || (window.chisoAnswers && window.chisoAnswers.busyWith(row.dataset.key));

  function swap(row, html) {
    const room = document.createElement("template");
    room.innerHTML = html.trim();
    row.replaceWith(room.content.firstElementChild);
  }

  function offerReload() {
    if (document.getElementById("changed-elsewhere")) return;
    const line = Object.assign(document.createElement("p"), { id: "changed-elsewhere", className: "alert alert-info" });
    const link = Object.assign(document.createElement("a"), { href: location.pathname, textContent: form.dataset.saidLoad });
    line.append(`${form.dataset.saidNew} `, link);
    line.setAttribute("role", "status");
    form.before(line);
  }

  async function look() {
    clearTimeout(timer);
    if (!document.hidden) await ask().catch(() => {});
    timer = setTimeout(look, EVERY);
  }

  async function ask() {
    const query = new URLSearchParams({ since: revision, rows: [...asked].join(",") });
    const response = await fetch(`${form.dataset.changes}?${query}`, { headers: { Accept: "application/json" } });
    if (!response.ok || !(response.headers.get("content-type") || "").includes("json")) return;
    const told = await response.json();
    if (told.locked && form.dataset.answers) { offerReload(); }
    revision = String(told.revision);
    if (!told.versions) return;
    for (const [key, html] of Object.entries(told.rows)) {
      const row = document.getElementById(`ask-${key}`);
      if (row && (asked.has(`!${key}`) || !edited(row))) swap(row, html);
      asked.delete(key); asked.delete(`!${key}`);
    }
    remarks(told.remarks);
    const progress = document.getElementById("progress");
    if (progress) progress.innerHTML = told.progress;
    document.body.dispatchEvent(new CustomEvent("chiso:changed"));
    behind(told.versions);
  }

  function remarks(found) {
    for (const [key, html] of Object.entries(found)) {
      const place = document.querySelector(`[id="ask-${CSS.escape(key)}"] .remarks`);
      const busy = window.chisoAnswers && window.chisoAnswers.busyWith(key);
      if (place && !busy && !place.contains(document.activeElement) && place.innerHTML !== html) place.innerHTML = html;
    }
  }

  // Rows that are older here than there are asked for; a row that this page has not got needs the whole page.
  function behind(versions) {
    let more = false;
    for (const [key, version] of Object.entries(versions)) {
      const row = document.getElementById(`ask-${key}`);
      if (!row) { offerReload(); continue; }
      if (Number(row.dataset.version) < version && !edited(row)) { asked.add(key); more = true; }
    }
    if (more) { clearTimeout(timer); timer = setTimeout(look, 0); }
  }

  document.addEventListener("chiso:saved", () => { clearTimeout(timer); timer = setTimeout(look, SOON); });
  document.addEventListener("chiso:reload", (event) => { asked.add(event.detail); asked.add(`!${event.detail}`); look(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
  timer = setTimeout(look, EVERY);
})();
