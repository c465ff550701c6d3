// What somebody has typed is not lost: they are asked before the page is left, and where the server does not answer
// the page stays as it is and says so. Without this file the form is sent as any other.
"use strict";

const form = document.querySelector("form[data-vogtet]");
const told = document.getElementById("afsendelse");
let unsaved = document.querySelector(".summary") !== null; // what was typed before an error is not saved either
let sending = false;

async function send() {
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch(location.href, { method: "POST", body }).catch(() => null);
  if (answer === null || answer.status >= 500) {
    told.textContent = form.dataset.vogtet;
    return;
  }
  unsaved = false;
  if (answer.redirected) {
    location.assign(answer.url);
  } else {
    form.submit(); // nothing was kept: sent once more, the browser shows what is wrong
  }
}

form.addEventListener("input", () => {
  unsaved = true;
});
form.addEventListener("submit", async (submitted) => {
  submitted.preventDefault();
  if (!sending) {
    sending = true;
    told.textContent = form.dataset.gemmer;
    await send();
    sending = false;
  }
});
window.addEventListener("beforeunload", (leaving) => {
  if (unsaved) {
    leaving.preventDefault();
  }
});
