// Somebody who has typed into the form is asked before the page is left, while the caller is still talking.
"use strict";

const form = document.querySelector("form[data-vogtet]");
let unsaved = document.querySelector(".summary") !== null; // what was typed before an error is not saved either

form.addEventListener("input", () => {
  unsaved = true;
});
form.addEventListener("submit", () => {
  unsaved = false;
});
window.addEventListener("beforeunload", (leaving) => {
  if (unsaved) {
    leaving.preventDefault();
  }
});
