/* Sets the focal point of a picture by a click on it; the numbers below say the same. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const preview = document.querySelector(".picture-preview");
  const inputs = ["x", "y"].map((axis) => document.getElementById(`id_focus_${axis}`));
  if (!preview || !inputs.every(Boolean)) return;
  const mark = document.createElement("i");
  preview.append(mark);

  function show() {
    const [x, y] = inputs.map((input) => Math.min(1, Math.max(0, Number(input.value) || 0)));
    mark.style.left = `${100 * x}%`;
    mark.style.top = `${100 * y}%`;
  }

  preview.addEventListener("click", (event) => {
    const box = preview.getBoundingClientRect();
    inputs[0].value = ((event.clientX - box.left) / box.width).toFixed(2);
    inputs[1].value = ((event.clientY - box.top) / box.height).toFixed(2);
    show();
  });
  inputs.forEach((input) => input.addEventListener("input", show));
  show();
});
