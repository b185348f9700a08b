/* While a post is written: keeps what is typed, tells who else has it open and who saved it, and
   says so when the sign-in has expired. Without it nothing is missing but that. */
"use strict";

(() => {
  const form = document.getElementById("post_form");
  const status = document.getElementById("pulse");
  if (!form || !status) return;

  const TYPED_EVERY = 4_000;
  const OPEN_EVERY = 15_000;
  const say = status.dataset;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
  let known = null;
  let touched = false;
  let lastPulse = 0;
  let isBusy = false;
  let isSent = false;
  let isOut = false;

  function typed() {
    for (const editor of Object.values(window.CKEDITOR?.instances ?? {})) {
      if (editor.status === "ready") editor.updateElement();
    }
    const data = new FormData(form);
    data.delete("csrfmiddlewaretoken");
    data.delete("verb");
    return data;
  }

  const isReady = () =>
    Object.values(window.CKEDITOR?.instances ?? {}).every((editor) => editor.status === "ready");
  const asText = (data) => JSON.stringify([...data].filter(([, value]) => typeof value === "string"));

  function show(kind, text) {
    status.className = `pulse pulse-${kind}`;
    const line = status.querySelector(".pulse-line");
    if (line.textContent !== text) line.textContent = text;
    status.querySelector(".pulse-sign-in").hidden = kind !== "out";
  }

  function tokenIs(token) {
    for (const input of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) {
      input.value = token;
    }
  }

  /* The answer as JSON; null where there is none, because the sign-in has expired or the like. */
  async function ask(options) {
    const response = await fetch(say.url, {
      credentials: "same-origin",
      redirect: "manual",
      ...options,
    });
    const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
    return response.ok && isJson ? response.json() : null;
  }

  async function pulse(kind, data) {
    data.set("pulse", kind);
    data.set("form_post", say.post);
    if (isOut) {
      // Signed in anew in another window, the token of this form is an old one.
      const fresh = await ask({});
      if (!fresh) return null;
      tokenIs(fresh.token);
    }
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    const answer = await ask({ method: "POST", body: data });
    isOut = !answer;
    return answer;
  }

  function tell(answer) {
    if (answer.last > Number(form.elements.seen?.value || 0) && say.post) {
      show("overtaken", fill(say.overtaken, { who: answer.who }));
    } else if (answer.others.length) {
      show("others", fill(say.others, { names: answer.others.join(", ") }));
    } else if (answer.kept) {
      show("kept", fill(say.kept, { time: answer.kept }));
    } else if (status.matches(".pulse-out, .pulse-others")) {
      show("quiet", "");
    }
  }

  async function beat() {
    if (isBusy || isSent || document.hidden || !isReady()) return;
    const data = typed();
    const now = asText(data);
    if (known === null) known = touched ? "" : now;
    const isTyped = now !== known;
    if (!isTyped && Date.now() - lastPulse < OPEN_EVERY) return;
    isBusy = true;
    try {
      const answer = await pulse(isTyped ? "typed" : "open", data);
      lastPulse = Date.now();
      if (!answer) {
        show("out", say.out);
      } else {
        if (isTyped) known = now;
        tell(answer);
      }
    } catch {
      show("out", say.offline);
      status.querySelector(".pulse-sign-in").hidden = true;
    } finally {
      isBusy = false;
    }
  }

  form.addEventListener("input", () => (touched = true));
  // A preview in another window leaves the form where it is.
  form.addEventListener("submit", (event) => {
    if (!event.submitter?.formTarget) isSent = true;
  });
  window.addEventListener("pageshow", () => (isSent = false));
  document.addEventListener("visibilitychange", () => {
    lastPulse = 0;
    beat();
  });
  window.addEventListener("pagehide", () => {
    if (!say.post) return;
    const data = new FormData();
    data.set("pulse", "left");
    data.set("form_post", say.post);
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    navigator.sendBeacon(say.url, data);
  });
  // At work at once, so that others see it; then in turns.
  beat();
  setInterval(beat, TYPED_EVERY);
})();
