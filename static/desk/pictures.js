/* Chooses pictures: for the field that holds one, and for the text at its caret. */
"use strict";

(() => {
  const PAUSE = 200;
  const dialog = document.querySelector("dialog.chooser");
  if (!dialog) return;
  const search = dialog.querySelector("input");
  const nothing = dialog.querySelector(".chooser-nothing");
  const list = document.createElement("ul");
  const nothingFound = nothing.textContent;
  nothing.before(list);
  let choose = () => {};
  let timer = 0;
  let asked = 0;

  function language() {
    const chosen = document.getElementById("id_publication");
    const tags = document.getElementById("id_tag_list");
    return (chosen && chosen.value) || (tags && tags.dataset.language) || "";
  }

  function say(text) {
    nothing.textContent = text;
    nothing.hidden = !text;
  }

  function show(pictures) {
    list.replaceChildren(
      ...pictures.map((picture) => {
        const item = document.createElement("li");
        const button = document.createElement("button");
        const image = document.createElement("img");
        const label = document.createElement("span");
        button.type = "button";
        image.src = picture.thumbnail;
        image.alt = "";
        image.loading = "lazy";
        label.textContent = picture.label;
        button.append(image, label);
        button.addEventListener("click", () => {
          dialog.close();
          choose(picture);
        });
        item.append(button);
        return item;
      }),
    );
    say(pictures.length ? "" : nothingFound);
  }

  async function load() {
    const mine = (asked += 1);
    const query = new URLSearchParams({ q: search.value, language: language() });
    try {
      const response = await fetch(`${dialog.dataset.pictures}?${query}`);
      if (!response.ok) throw new Error(response.status);
      const { pictures } = await response.json();
      if (mine === asked) show(pictures);
    } catch {
      if (mine === asked) {
        list.replaceChildren();
        say(dialog.dataset.failed);
      }
    }
  }

  function open(then) {
    choose = then;
    dialog.showModal();
    search.focus();
    load();
  }

  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(load, PAUSE);
  });
  /* The form must not be sent, and what was uploaded in another window is to be seen here. */
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      load();
    }
  });
  window.addEventListener("focus", () => dialog.open && load());
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());

  for (const box of document.querySelectorAll("[data-picture-input]")) {
    const input = box.querySelector("input");
    const chosen = box.querySelector(".picture-chosen");
    const remove = box.querySelector("[data-picture-remove]");
    const change = (value, ...shown) => {
      input.value = value;
      chosen.replaceChildren(...shown);
      remove.hidden = !value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const button = box.querySelector("[data-picture-choose]");
    input.type = "hidden";
    button.hidden = false;
    remove.hidden = !input.value;
    button.addEventListener("click", () =>
      open((picture) => {
        const image = document.createElement("img");
        const link = document.createElement("a");
        image.className = "picture-thumbnail";
        image.src = picture.thumbnail;
        image.alt = "";
        link.href = picture.page;
        link.textContent = picture.label;
        change(picture.name, image, link);
      }),
    );
    remove.addEventListener("click", () => {
      change("");
      button.focus();
    });
  }

  /* The editor of the text hears of it through its text area. */
  const area = document.getElementById("id_body");
  if (area) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button insert-picture";
    button.textContent = dialog.dataset.insertLabel;
    button.addEventListener("click", () =>
      open((picture) => {
        const figure = document.createElement("figure");
        const image = document.createElement("img");
        image.setAttribute("src", picture.address);
        image.setAttribute("alt", picture.alt);
        image.setAttribute("width", picture.width);
        image.setAttribute("height", picture.height);
        figure.append(image);
        if (picture.credit) {
          const caption = document.createElement("figcaption");
          caption.textContent = picture.credit;
          figure.append(caption);
        }
        const html = figure.outerHTML;
        area.dispatchEvent(new CustomEvent("insert-html", { detail: html }));
      }),
    );
    (area.closest(".editor") || area).after(button);
  }
})();
