"use strict";
// The keys of the screen of one answer: A agrees, C and Q open their forms, J and K go on and back, U to the list.
// They may be switched off (WCAG 2.1.4), and are silent while one types.
document.documentElement.classList.add("scripts");
const keys = document.getElementById("keys");
const kept = "chiso.keys";
if (keys) {
  keys.checked = localStorage.getItem(kept) !== "off";
  keys.addEventListener("change", () => localStorage.setItem(kept, keys.checked ? "on" : "off"));
}

function typing(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function press(target) {
  if (target.tagName !== "SUMMARY") { target.click(); return; }
  const way = target.parentElement;
  way.open = true;
  const field = way.querySelector("input:not([type=hidden]), select, textarea");
  way.scrollIntoView({ block: "nearest" });
  if (field) { field.focus(); if (field.select) field.select(); }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  if (keys ? !keys.checked : localStorage.getItem(kept) === "off") return;
  const target = document.querySelector(`[data-key="${event.key.toLowerCase()}"]`);
  if (target && event.key.length === 1) { event.preventDefault(); press(target); }
});

// The keyboard begins where the verdict is given once a page was left by a key.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && typing(event.target)) event.target.blur();
});
