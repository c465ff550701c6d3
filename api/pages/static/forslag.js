// Type-ahead: suggestions with counts for the search field. Without this file the form works all the same.
"use strict";

const field = document.getElementById("q");
const list = document.getElementById("forslag");
const PAUSE = 150; // milliseconds without a key before asking
let waiting;

function show(suggestions) {
  list.replaceChildren(
    ...suggestions.map((found) => {
      const option = document.createElement("option");
      option.value = found.text;
      option.label = field.dataset.count.replace("{text}", () => found.text).replace("{count}", found.count);
      return option;
    }),
  );
}

async function ask() {
  const typed = field.value;
  const answer = await fetch(`/api/v1/jobs/suggest?q=${encodeURIComponent(typed)}`).catch(() => null);
  if (answer?.ok) {
    const found = await answer.json();
    if (field.value === typed) {
      show(found.suggestions); // an answer that comes late is to older words
    }
  }
}

field.addEventListener("input", () => {
  clearTimeout(waiting);
  if (field.value.trim().length > 1) {
    waiting = setTimeout(ask, PAUSE);
  }
});
