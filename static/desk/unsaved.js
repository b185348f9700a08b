/* Asks before a page is left on which something was typed and not saved. */
"use strict";

(() => {
  const form = document.getElementById("post_form");
  if (!form) return;
  let isTouched = Boolean(document.querySelector(".errornote"));
  let isSent = false;

  const bodyIsTouched = () =>
    Object.values((window.CKEDITOR && window.CKEDITOR.instances) || {}).some((editor) =>
      editor.checkDirty(),
    );

  form.addEventListener("input", () => (isTouched = true));
  // A preview in another window leaves the form where it is.
  form.addEventListener("submit", (event) => {
    if (!event.submitter?.formTarget) isSent = true;
  });
  window.addEventListener("pageshow", () => (isSent = false));
  window.addEventListener("beforeunload", (event) => {
    if (!isSent && (isTouched || bodyIsTouched())) event.preventDefault();
  });
})();
