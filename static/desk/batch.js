/* Shows how far work on many posts has come. Without it the page reloads itself. */
"use strict";

(() => {
  const PAUSE = 1000;

  async function look() {
    const shown = document.querySelector("[data-batch]");
    if (!shown || "batchOver" in shown.dataset) return;
    try {
      const response = await fetch(window.location.href, { headers: { Accept: "text/html" } });
      if (response.ok) {
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        const now = page.querySelector("[data-batch]");
        if (now && now.outerHTML !== shown.outerHTML) shown.replaceWith(document.adoptNode(now));
      }
    } catch {
      /* The server may be restarting: it is asked again. */
    }
    setTimeout(look, PAUSE);
  }

  setTimeout(look, PAUSE);
})();
