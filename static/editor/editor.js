/* Keeps an untouched body as it was stored, and lets the editor follow the admin's theme.

   CKEditor spells what it loads in its own way. Where an editor changed nothing, the form sends
   the text that the server put into the text area, byte for byte. */
"use strict";

(() => {
  const original = new WeakMap();

  function isUntouched(editor) {
    return !editor.checkDirty() || editor.getData() === original.get(editor).asLoaded;
  }

  function sendOriginal(editor) {
    const area = editor.element.$;
    area.form.addEventListener("formdata", (event) => {
      if (original.has(editor) && isUntouched(editor)) {
        event.formData.set(area.name, original.get(editor).text);
      }
    });
  }

  function followTheme(editor) {
    const show = () => {
      const root = editor.document && editor.document.getDocumentElement().$;
      if (root) root.dataset.theme = document.documentElement.dataset.theme || "auto";
    };
    editor.on("contentDom", show);
    new MutationObserver(show).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    show();
  }

  /* Others insert through the text area, which knows no editor: an event with the HTML. */
  function takeInsertions(editor) {
    editor.element.$.addEventListener("insert-html", ({ detail }) => {
      editor.focus();
      editor.insertHtml(detail);
    });
  }

  /* This file runs before ckeditor.js has, or after it. */
  function begin() {
    CKEDITOR.on("instanceReady", ({ editor }) => {
      original.set(editor, {
        text: editor.element.$.defaultValue,
        asLoaded: editor.getData(),
      });
      sendOriginal(editor);
      takeInsertions(editor);
      followTheme(editor);
    });
  }

  if (window.CKEDITOR) begin();
  else document.addEventListener("DOMContentLoaded", begin, { once: true, capture: true });
})();
