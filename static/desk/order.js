/* Puts the rows of sources in order: by dragging, by buttons, by Alt with an arrow. Without it, a
   number beside each row says where it goes; with it, the numbers follow the rows. */
"use strict";

(() => {
  const EDGE = 80;
  const SPEED = 8;

  function begin() {
    const group = document.getElementById("citations-group");
    if (!group) return;
    const says = group.dataset;
    const moved = group.querySelector("[data-sources-moved]");

    const rows = () => [...group.querySelectorAll(".inline-related:not(.empty-form)")];
    const rowOf = (element) => element.closest(".inline-related:not(.empty-form)");
    const input = (row, name) => row.querySelector(`[name$="-${name}"]`);
    const value = (row, name) => input(row, name).value.trim();
    const nameOf = (row) => value(row, "label") || value(row, "url") || says.saysNameless;
    const fill = (text, values) =>
      text.replace(/%(?:\((\w+)\))?s/g, (_all, name) => values[name || "it"]);

    function number() {
      rows().forEach((row, place) => {
        const isNamed = Boolean(value(row, "label") || value(row, "url"));
        row.querySelector(".inline_label").textContent = `#${place + 1}`;
        input(row, "order").value = isNamed ? place + 1 : "";
      });
    }

    /* Who listens for what is typed hears of it too. */
    function done(row) {
      row.dispatchEvent(new Event("input", { bubbles: true }));
      const all = rows();
      const values = { name: nameOf(row), place: all.indexOf(row) + 1, all: all.length };
      moved.textContent = fill(says.saysMoved, values);
    }

    /* The neighbour goes around the row, so that it keeps focus and pointer. */
    function step(row, isUp) {
      const all = rows();
      const other = all[all.indexOf(row) + (isUp ? -1 : 1)];
      if (!other) return false;
      if (isUp) row.after(other);
      else row.before(other);
      return true;
    }

    function move(row, isUp) {
      if (step(row, isUp)) {
        row.scrollIntoView({ block: "nearest" });
        done(row);
      } else {
        moved.textContent = fill(isUp ? says.saysFirst : says.saysLast, { it: nameOf(row) });
      }
    }

    function drag(event) {
      const handle = event.target.closest("[data-source-handle]");
      if (!handle || event.button > 0) return;
      event.preventDefault();
      const row = rowOf(handle);
      const before = rows().indexOf(row);
      handle.setPointerCapture(event.pointerId);
      row.classList.add("source-dragged");

      function middle(one) {
        const box = one.getBoundingClientRect();
        return box.top + box.height / 2;
      }

      let at = event.clientY;
      let frame = 0;

      function settle() {
        const all = rows();
        const place = all.indexOf(row);
        if (place > 0 && at < middle(all[place - 1])) step(row, true);
        else if (place < all.length - 1 && at > middle(all[place + 1])) step(row, false);
      }

      /* Near an edge the page goes on moving, also under a hand that rests. */
      function scroll() {
        const isLow = at > window.innerHeight - EDGE;
        if (isLow || at < EDGE) {
          window.scrollBy({ top: isLow ? SPEED : -SPEED, behavior: "instant" });
          settle();
        }
        frame = requestAnimationFrame(scroll);
      }

      function over({ clientY }) {
        at = clientY;
        settle();
      }

      function drop() {
        cancelAnimationFrame(frame);
        handle.removeEventListener("pointermove", over);
        row.classList.remove("source-dragged");
        if (rows().indexOf(row) !== before) done(row);
      }

      frame = requestAnimationFrame(scroll);
      handle.addEventListener("pointermove", over);
      handle.addEventListener("lostpointercapture", drop, { once: true });
    }

    /* A form that was refused comes back with its rows where they were and the numbers typed. */
    function sort() {
      const before = rows();
      const place = (row) => Number(value(row, "order")) || Number.MAX_SAFE_INTEGER;
      const after = [...before].sort((one, other) => place(one) - place(other));
      if (after.every((row, index) => row === before[index])) return;
      group.querySelector(".empty-form").before(...after);
      after[0].dispatchEvent(new Event("input", { bubbles: true }));
    }

    const parts = "[data-source-handle], [data-source-moves], [data-source-order]";
    for (const part of group.querySelectorAll(parts)) part.toggleAttribute("hidden");
    group.addEventListener("input", number);
    document.addEventListener("formset:added", number);
    document.addEventListener("formset:removed", number);
    group.addEventListener("pointerdown", drag);
    group.addEventListener("click", (event) => {
      const button = event.target.closest("[data-move]");
      if (button) move(rowOf(button), button.dataset.move === "up");
    });
    group.addEventListener("keydown", (event) => {
      const isUp = event.key === "ArrowUp";
      if (!event.altKey || !(isUp || event.key === "ArrowDown")) return;
      const row = rowOf(event.target);
      if (!row || event.target.matches("select")) return;
      event.preventDefault();
      move(row, isUp);
    });
    sort();
    number();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
