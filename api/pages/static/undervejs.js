// While the caller talks: what is understood so far, beside the form. Without this file the form works all the same.
"use strict";

const writing = document.querySelector("form[data-undervejs]");
const shown = document.getElementById("undervejs");
const said = document.getElementById("undervejs-sagt"); // read aloud only when where the order goes has changed
const PAUSE = 500; // milliseconds without a key before asking
let pause;
let asking = new AbortController();

async function understand() {
  asking.abort();
  asking = new AbortController();
  const body = new URLSearchParams(new FormData(writing));
  const answer = await fetch(writing.dataset.undervejs, { method: "POST", body, signal: asking.signal })
    .then((found) => (found.ok ? found.text() : null))
    .catch(() => null); // the next key asks again
  if (answer !== null) {
    shown.innerHTML = answer;
    const short = document.getElementById("undervejs-kort").textContent;
    if (said.textContent !== short) {
      said.textContent = short;
    }
  }
}

document.getElementById("undervejs-ramme").hidden = false;
writing.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(understand, PAUSE);
});
writing.addEventListener("keydown", (pressed) => {
  if (pressed.key === "Enter" && (pressed.ctrlKey || pressed.metaKey)) {
    writing.requestSubmit();
  }
});
if (document.getElementById("title").value || document.getElementById("text").value) {
  understand();
}
