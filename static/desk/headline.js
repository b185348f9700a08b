/* The headline: one paragraph, as high as its text, and where one begins a new post. */
"use strict";

(() => {
  const headline = document.querySelector("textarea#id_title");
  if (!headline) return;

  function fit() {
    if (CSS.supports("field-sizing", "content")) return;
    headline.style.blockSize = "auto";
    headline.style.blockSize = `${headline.scrollHeight + headline.offsetHeight - headline.clientHeight}px`;
  }

  /* What is pasted may be of several lines. */
  function join() {
    if (!headline.value.includes("\n")) return;
    const at = headline.selectionStart;
    headline.value = headline.value.replace(/[\r\n]+/g, " ");
    headline.setSelectionRange(at, at);
  }

  headline.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) event.preventDefault();
  });
  headline.addEventListener("input", () => {
    join();
    fit();
  });
  window.addEventListener("resize", fit);
  fit();
  const post = document.querySelector("#post_form [name=form_post]");
  if (!post?.value && !headline.value && document.activeElement === document.body) {
    headline.focus({ preventScroll: true });
  }
})();
