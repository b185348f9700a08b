/* Shows what is typed as readers would see it, beside the form and as it is typed. Without it the
   button opens the same page in another window. */
"use strict";

(() => {
  const form = document.getElementById("post_form");
  const pane = document.getElementById("preview");
  const open = document.querySelector("[data-preview-open]");
  if (!form || !pane || !open) return;

  const frame = pane.querySelector("iframe");
  const EVERY = 1_500;
  const original = document.querySelector("[data-original]");
  const heading = pane.querySelector(".preview-bar span");
  const asReaders = heading.textContent;
  let shown = "";
  let isBusy = false;
  let isOriginal = false;

  function typed() {
    for (const editor of Object.values(window.CKEDITOR?.instances ?? {})) {
      if (editor.status === "ready") editor.updateElement();
    }
    const data = new FormData(form);
    data.delete("verb");
    return data;
  }

  async function refresh() {
    if (pane.hidden || isOriginal || isBusy || document.hidden) return;
    const data = typed();
    const now = JSON.stringify([...data].filter(([name]) => name !== "csrfmiddlewaretoken"));
    if (now === shown) return;
    isBusy = true;
    try {
      const answer = await fetch(pane.dataset.url, {
        method: "POST",
        body: data,
        credentials: "same-origin",
        redirect: "manual",
      });
      if (!answer.ok && answer.status !== 422) return;
      const place = frame.contentWindow?.scrollY ?? 0;
      frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, place), { once: true });
      frame.srcdoc = await answer.text();
      shown = now;
    } catch {
      // The form says that the newsroom does not answer.
    } finally {
      isBusy = false;
    }
  }

  /* The text that is translated stands where the preview does: both are not needed at once. */
  function show(what) {
    isOriginal = what === "original";
    heading.textContent = isOriginal ? original.textContent : asReaders;
    if (isOriginal) {
      shown = "";
      frame.removeAttribute("srcdoc");
      frame.src = original.dataset.original;
    }
    toggle(true);
  }

  function toggle(isOpen) {
    pane.hidden = !isOpen;
    document.body.classList.toggle("with-preview", isOpen);
    open.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) refresh();
  }

  open.setAttribute("aria-controls", "preview");
  open.setAttribute("aria-expanded", "false");
  open.addEventListener("click", (event) => {
    event.preventDefault();
    const sheet = open.closest("[popover]");
    if (sheet?.matches(":popover-open")) sheet.hidePopover();
    if (!pane.hidden && !isOriginal) toggle(false);
    else show("typed");
  });
  if (original) {
    original.hidden = false;
    original.addEventListener("click", () => {
      if (!pane.hidden && isOriginal) toggle(false);
      else show("original");
    });
  }
  pane.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.hasAttribute("data-preview-close")) {
      toggle(false);
      open.focus();
    } else {
      pane.classList.toggle("preview-phone", button.dataset.previewWidth === "phone");
    }
  });
  setInterval(refresh, EVERY);
})();
