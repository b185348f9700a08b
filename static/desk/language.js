/* On a new post, offers the sections and categories of the chosen language alone.
   Their values begin with it: `en/world`. The server checks it again. */
"use strict";

(() => {
  const language = document.getElementById("id_publication");
  if (!language) return;

  function offer() {
    const isOurs = (value) => !value || value.startsWith(`${language.value}/`);
    for (const option of document.querySelectorAll("#id_section option")) {
      option.hidden = option.disabled = !isOurs(option.value);
      if (option.hidden && option.selected) option.selected = false;
    }
    for (const group of document.querySelectorAll("#id_section optgroup")) {
      group.hidden = [...group.children].every((option) => option.hidden);
    }
    for (const box of document.querySelectorAll('input[name="category_list"]')) {
      const row = box.closest("div");
      row.hidden = box.disabled = !isOurs(box.value);
      if (row.hidden) box.checked = false;
      const group = row.parentElement.closest("#id_category_list > div");
      if (group && group !== row) {
        group.hidden = [...group.querySelectorAll("input")].every((one) => one.disabled);
      }
    }
  }

  language.addEventListener("change", offer);
  offer();
})();
