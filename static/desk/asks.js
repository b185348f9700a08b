/* Before a button does what cannot be called back, asks beside it. Without it the button does what it
   says at once. */
"use strict";

(() => {
  let panel = null;
  let asking = null;

  function close() {
    if (!panel) return;
    panel.remove();
    panel = null;
    asking.removeAttribute("aria-expanded");
    asking.focus();
  }

  function made(text, className, label) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = className;
    button.textContent = text;
    if (label) button.setAttribute("aria-describedby", label);
    return button;
  }

  function ask(button) {
    close();
    asking = button;
    panel = document.createElement("div");
    panel.className = "asks";
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-labelledby", "asks-what");
    const what = document.createElement("p");
    what.id = "asks-what";
    what.textContent = button.dataset.asks;
    const choices = document.createElement("div");
    const yes = made(button.textContent.trim(), "button asks-yes", what.id);
    const no = made(button.dataset.no, "button asks-no", what.id);
    choices.append(yes, no);
    panel.append(what, choices);
    yes.addEventListener("click", () => {
      close();
      button.form.requestSubmit(button);
    });
    no.addEventListener("click", close);
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      close();
    });
    button.setAttribute("aria-expanded", "true");
    button.after(panel);
    // Two presses of a key by mistake change nothing.
    no.focus();
    panel.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-asks]");
    if (!button) return;
    event.preventDefault();
    ask(button);
  });
})();
