"use strict";
// Files dropped on a place for files are chosen there; dropped on a question they become its evidence at once.
(() => {
  const asks = document.getElementById("asks");
  const place = (target) => target.closest(".drop") || (asks && asks.dataset.evidence && target.closest(".ask"));
  const carries = (event) => [...(event.dataTransfer?.types || [])].includes("Files");

  document.addEventListener("dragover", (event) => {
    const found = carries(event) && place(event.target);
    if (found) { event.preventDefault(); found.classList.add("over"); }
  });
  document.addEventListener("dragleave", (event) => { const found = place(event.target); if (found) found.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    const found = carries(event) && place(event.target);
    if (!found) return;
    event.preventDefault();
    found.classList.remove("over");
    if (found.classList.contains("ask")) { send(found, event.dataTransfer.files); return; }
    const input = found.querySelector("input[type=file]");
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });

  async function send(row, files) {
    const body = new FormData();
    for (const file of files) body.append("file", file);
    body.append("kind", "file");
    body.append("question", row.dataset.question);
    body.append("case", row.dataset.case);
    const token = asks.querySelector("[name=csrfmiddlewaretoken]").value;
    const told = row.querySelector(".told");
    told.textContent = asks.dataset.saidSaving;
    let words = asks.dataset.saidNot;
    try {
      const response = await fetch(asks.dataset.evidence, { method: "POST", body, headers: { "X-CSRFToken": token, "Accept": "application/json" } });
      const answer = await response.json();
      words = answer.told || "";
      if (answer.html) row.querySelector(".pieces").outerHTML = answer.html;
    } catch { /* the words above say that it was not saved */ }
    told.replaceChildren();
    if (words) told.append(Object.assign(document.createElement("p"), { className: "field-error", textContent: words }));
  }
})();
