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

// A form with data-ask, or its button, asks before it is sent; one that is on its way is not sent twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  const question = event.submitter?.dataset.ask || form.dataset.ask;
  if (question && !window.confirm(question)) { event.preventDefault(); return; }
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

// Where the tabs are wider than the screen, the one in use is in sight.
const here = document.querySelector(".tabs [aria-current]");
if (here) { const tabs = here.closest(".tabs"); tabs.scrollLeft += here.getBoundingClientRect().right - tabs.getBoundingClientRect().right; }

// A table wider or higher than its room is scrolled by keyboard too.
function reachable() {
  for (const room of document.querySelectorAll(".table-room:not([role])")) {
    const scrolls = room.scrollWidth > room.clientWidth || room.scrollHeight > room.clientHeight;
    if (scrolls) room.tabIndex = 0; else room.removeAttribute("tabindex");
  }
}
reachable();
window.addEventListener("resize", reachable);
document.addEventListener("htmx:afterSwap", reachable);
