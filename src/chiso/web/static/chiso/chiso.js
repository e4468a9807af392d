"use strict";
// Small helps that work without each other; every page works without this file.

// A menu closes at a click elsewhere and at Escape.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.mine[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.mine[open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
});

// A form with data-ask asks before it is sent; one that is on its way is not sent twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.ask && !window.confirm(form.dataset.ask)) { event.preventDefault(); return; }
  if (form.dataset.sent) { event.preventDefault(); return; }
  if (!form.hasAttribute("hx-post") && form.method === "post") {
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 5000);
  }
});
// A page that comes back from the browser's memory may send its forms again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// The summary of what is wrong takes the focus, so that a screen reader begins with it.
const wrong = document.querySelector(".summary-errors");
if (wrong) wrong.focus();
