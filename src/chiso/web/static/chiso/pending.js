"use strict";
// What was typed and is not yet saved, kept in this browser until the server has it: one item for each answer, so that
// two tabs do not overwrite each other. Named by the person, so that nobody sends what another one typed.
class Pending {
  constructor(store) {
    this.start = `chiso:${store}:`;
    this.kept = true;
    this.here = new Map();
    try {
      for (const name of Object.keys(localStorage)) {
        if (name.startsWith(this.start)) this.here.set(name.slice(this.start.length), JSON.parse(localStorage.getItem(name)));
      }
    } catch { this.kept = false; }
  }

  // A new mark for a request; randomUUID is missing where a page comes without https.
  static mark() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  put(item) {
    this.here.set(item.id, item);
    try { localStorage.setItem(this.start + item.id, JSON.stringify(item)); this.kept = true; } catch { this.kept = false; }
    return item;
  }

  drop(item) {
    this.here.delete(item.id);
    try { localStorage.removeItem(this.start + item.id); } catch { this.kept = false; }
  }

  // Oldest first: what was typed first is sent first.
  all() { return [...this.here.values()].sort((one, other) => one.at - other.at); }

  // What was typed for an answer and not sent yet; once sent an item keeps its words, so that it may be sent again.
  unsent(key) { return this.all().find((item) => item.key === key && !item.sent); }
  of(key) { return this.all().filter((item) => item.key === key); }
}
window.ChisoPending = Pending;
