/* Says what a time on the publication's clock is on the editor's own, and puts it on the button. */
"use strict";

(() => {
  const clock = document.getElementById("clock");
  if (!clock) return;
  const { zone, yours, label } = clock.dataset;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

  /* How far a zone is ahead of UTC at an instant, in milliseconds. */
  function ahead(instant) {
    const parts = Object.fromEntries(
      new Intl.DateTimeFormat("en", {
        timeZone: zone,
        hourCycle: "h23",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric",
      })
        .formatToParts(instant)
        .map(({ type, value }) => [type, Number(value)]),
    );
    const { year, month, day, hour, minute, second } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  }

  /* The instant at which the publication's clock shows a date and a time; NaN where neither is one. */
  function instantOf(day, time) {
    const wall = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);
    if (Number.isNaN(wall)) return Number.NaN;
    const near = wall - ahead(wall);
    return wall - ahead(near);
  }

  function follow(name, button) {
    const day = document.getElementById(`id_${name}_0`);
    const time = document.getElementById(`id_${name}_1`);
    if (!day || !time) return;
    const said = document.createElement("p");
    said.className = "help clock-yours";
    time.closest(".datetime")?.after(said);
    const usual = button?.textContent;

    function tell() {
      const instant = instantOf(day.value.trim(), time.value.trim());
      const isKnown = !Number.isNaN(instant);
      const format = { dateStyle: "medium", timeStyle: "short", timeZone: own };
      const here = new Intl.DateTimeFormat(document.documentElement.lang, format);
      said.textContent =
        isKnown && own !== zone ? fill(yours, { time: here.format(instant), zone: own }) : "";
      if (!button) return;
      const at = `${day.value.trim()} ${time.value.trim().slice(0, 5)}`;
      button.textContent =
        isKnown && instant > Date.now() ? fill(label, { time: at, zone }) : usual;
    }

    for (const input of [day, time]) {
      for (const event of ["input", "change", "focus", "blur"]) input.addEventListener(event, tell);
    }
    tell();
  }

  window.addEventListener("load", () => {
    const button = document.querySelector("button.verb-schedule");
    const isLive = Boolean(document.getElementById("id_publish_at_0"));
    follow("publish_at", button);
    follow("published_at", isLive ? null : button);
    follow("withdraw_at", null);
    follow("embargo_until", null);
  });
})();
