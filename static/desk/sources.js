/* Looks pasted addresses up, and says what the sources amount to. Without it they are typed by hand,
   and a row with nothing but an address gets its publisher when it is saved. */
"use strict";

(() => {
  const PAUSE = 400;
  const MOST_PASTED = 20;
  const FILLED = ["label", "headline", "date"];
  const ADDRESS = /^(?:https?:\/\/|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\/)\S+$/iu;

  function begin() {
    const group = document.getElementById("citations-group");
    if (!group) return;
    const says = group.dataset;
    const weight = group.querySelector("[data-sources-weight]");
    const token = group.closest("form").querySelector("[name=csrfmiddlewaretoken]");
    const looked = new WeakMap();
    let queue = Promise.resolve();
    let timer = 0;
    let asked = 0;

    const rows = () => [...group.querySelectorAll(".inline-related:not(.empty-form)")];
    const rowOf = (element) => element.closest(".inline-related:not(.empty-form)");
    const input = (row, name) => row.querySelector(`[name$="-${name}"]`);
    const value = (row, name) => input(row, name).value.trim();
    const isNamed = (row) => Boolean(value(row, "label") || value(row, "url"));

    function language() {
      const chosen = document.getElementById("id_publication");
      const tags = document.getElementById("id_tag_list");
      return (chosen && chosen.value) || (tags && tags.dataset.language) || "";
    }

    async function ask(address, values, seconds) {
      const response = await fetch(address, {
        method: "POST",
        headers: { "X-CSRFToken": token ? token.value : "" },
        body: new URLSearchParams(values),
        signal: AbortSignal.timeout(seconds * 1000),
      });
      return response.json();
    }

    /* What they amount to. */
    async function weigh() {
      const mine = (asked += 1);
      const all = rows();
      const typed = all.map((row) => ({
        label: value(row, "label"),
        url: value(row, "url"),
        role: value(row, "role"),
      }));
      try {
        const { sentence, remarks } = await ask(says.weigh, { rows: JSON.stringify(typed) }, 10);
        if (mine !== asked) return;
        if (weight.textContent !== sentence) weight.textContent = sentence;
        all.forEach((row, place) => {
          const remark = row.querySelector("[data-source-remark]");
          if (remark.textContent !== remarks[place]) remark.textContent = remarks[place];
        });
      } catch {
        /* It says what it said before. */
      }
    }

    function changed(pause) {
      clearTimeout(timer);
      timer = setTimeout(weigh, pause);
    }

    /* Looking up. */
    function note(row, text, address) {
      const place = row.querySelector("[data-source-note]");
      place.textContent = text;
      if (!address) return;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = says.saysUse.replace("%s", () => address);
      button.addEventListener("click", () => {
        looked.set(row, address);
        write(row, "url", address);
        place.textContent = "";
        input(row, "url").focus();
        changed(0);
      });
      place.append(" ", button);
    }

    function write(row, name, text) {
      input(row, name).value = text;
      input(row, name).dispatchEvent(new Event("input", { bubbles: true }));
    }

    async function fetchInto(row, url) {
      if (!row.isConnected || value(row, "url") !== url) return;
      let found = {};
      try {
        found = await ask(says.lookUp, { url, language: language() }, 15);
      } catch {
        found = { note: says.saysFailed };
      }
      row.removeAttribute("aria-busy");
      if (!row.isConnected || value(row, "url") !== url) return;
      const empty = FILLED.filter((name) => found[name] && !value(row, name));
      empty.forEach((name) => write(row, name, found[name]));
      const other = found.address && found.address !== url ? found.address : "";
      note(row, found.note || (empty.length ? says.saysFound : ""), other);
      changed(0);
    }

    function lookUp(row) {
      const url = value(row, "url");
      if (looked.get(row) === url) return;
      looked.set(row, url);
      row.removeAttribute("aria-busy");
      note(row, "");
      changed(0);
      if (!url || FILLED.every((name) => value(row, name))) return;
      row.setAttribute("aria-busy", "true");
      note(row, says.saysLooking);
      queue = queue.then(() => fetchInto(row, url));
    }

    function another() {
      const empty = rows().find((row) => !isNamed(row) && !value(row, "headline"));
      if (empty) return empty;
      group.querySelector(".add-row a").click();
      return rows().at(-1);
    }

    function paste(event) {
      const target = event.target.closest("[data-source-url]");
      if (!target) return;
      const text = (event.clipboardData || window.clipboardData).getData("text");
      const addresses = text.split(/\s+/).filter((word) => ADDRESS.test(word));
      const row = rowOf(target);
      if (addresses.length < 2) {
        setTimeout(() => lookUp(row));
        return;
      }
      event.preventDefault();
      addresses.slice(0, MOST_PASTED).forEach((address, place) => {
        const into = place === 0 && !target.value ? row : another();
        write(into, "url", address);
        lookUp(into);
      });
    }

    group.addEventListener("input", (event) => rowOf(event.target) && changed(PAUSE));
    group.addEventListener("paste", paste);
    group.addEventListener("change", (event) => {
      if (event.target.matches("[data-source-url]") && rowOf(event.target)) {
        lookUp(rowOf(event.target));
      } else if (event.target.matches("select")) changed(0);
    });
    document.addEventListener("formset:removed", () => changed(0));
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
