/* Completes names in a line of text, separated by commas: an editable combobox with a list, after
   https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ . Without it one simply types them. */
"use strict";

(() => {
  const SEPARATOR = /[,，、]/;
  const PAUSE = 150;

  /* Where the name at the caret begins and ends. */
  function nameAt(input) {
    const { value, selectionStart: caret } = input;
    let start = caret;
    while (start > 0 && !SEPARATOR.test(value[start - 1])) start -= 1;
    let end = caret;
    while (end < value.length && !SEPARATOR.test(value[end])) end += 1;
    return { start, end, text: value.slice(start, end).trim() };
  }

  function language(input) {
    const chosen = document.getElementById("id_publication");
    return input.dataset.language || (chosen && chosen.value) || "";
  }

  function complete(input) {
    const box = input.parentElement;
    const list = document.createElement("ul");
    const status = document.createElement("span");
    let active = -1;
    let timer = 0;
    let asked = 0;

    list.id = `${input.id}_list`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.dataset.offers);
    list.hidden = true;
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    box.append(list, status);
    for (const [name, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": list.id,
    })) {
      input.setAttribute(name, value);
    }

    function close() {
      asked += 1;
      clearTimeout(timer);
      list.hidden = true;
      list.replaceChildren();
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
      status.textContent = "";
    }

    function activate(index) {
      const options = [...list.children];
      active = (index + options.length) % options.length;
      options.forEach((option, place) => {
        option.setAttribute("aria-selected", String(place === active));
      });
      input.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    }

    function choose(label) {
      const { start, end } = nameAt(input);
      const before = input.value.slice(0, start);
      const after = input.value.slice(end).replace(/^[,，、]?\s*/, "");
      const chosen = `${before}${before && !/\s$/.test(before) ? " " : ""}${label}, `;
      input.value = chosen + after;
      input.setSelectionRange(chosen.length, chosen.length);
      close();
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }

    function option(label, text, note, index) {
      const item = document.createElement("li");
      item.id = `${list.id}_${index}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.label = label;
      const name = document.createElement("span");
      name.textContent = text;
      const aside = document.createElement("small");
      aside.textContent = note;
      item.append(name, " ", aside);
      return item;
    }

    function show(typed, offers) {
      const isKnown = offers.some((offer) => offer.is_same);
      const items = offers.map((offer, index) =>
        option(
          offer.label,
          offer.via ? `${offer.via} → ${offer.label}` : offer.label,
          offer.note,
          index,
        ),
      );
      /* Where a field wants what is there already, nothing new is offered. */
      if (!isKnown && !("known" in input.dataset)) {
        items.push(option(typed, box.dataset.new.replace("%s", typed), "", items.length));
      }
      if (!items.length) {
        close();
        return;
      }
      list.replaceChildren(...items);
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      status.textContent = `${offers.length} ${box.dataset.offers}`;
      activate(0);
    }

    async function ask() {
      const typed = nameAt(input).text;
      if (!typed) return close();
      const ours = (asked += 1);
      const query = new URLSearchParams({ language: language(input), q: typed });
      const response = await fetch(`${input.dataset.completeUrl}?${query}`);
      if (!response.ok || ours !== asked) return undefined;
      const { offers } = await response.json();
      if (ours === asked) show(typed, offers);
      return undefined;
    }

    input.addEventListener("input", (event) => {
      clearTimeout(timer);
      if (event.isTrusted && !event.isComposing) timer = setTimeout(ask, PAUSE);
    });
    input.addEventListener("compositionend", () => (timer = setTimeout(ask, PAUSE)));
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" && list.hidden) ask();
      else if (event.key === "ArrowDown") activate(active + 1);
      else if (event.key === "ArrowUp" && !list.hidden) activate(active - 1);
      else if (event.key === "Escape" && !list.hidden) close();
      else if (event.key === "Enter" && !list.hidden) choose(list.children[active].dataset.label);
      else if (event.key === "Enter" && nameAt(input).text) choose(nameAt(input).text);
      else return;
      event.preventDefault();
    });
    /* A press must not take the focus away before the click arrives. */
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const item = event.target.closest("li");
      if (item) choose(item.dataset.label);
    });
  }

  function begin() {
    document.querySelectorAll("input[data-complete-url]").forEach(complete);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
