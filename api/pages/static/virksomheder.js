// Companies that have called before: suggested while the name or the CVR number is typed; whoever is chosen fills the
// fields that are still empty. Without this file the form works all the same.
"use strict";

const OWN = ["employer", "cvr", "postcode", "city"];
const WAIT = 150; // milliseconds without a key before asking
let delay;
let known = [];

function input(name) {
  return document.getElementById(name);
}

function fill(chosen) {
  for (const name of OWN) {
    if (!input(name).value.trim() && chosen[name]) {
      input(name).value = chosen[name];
      input(name).dispatchEvent(new Event("input", { bubbles: true })); // as if it were typed
    }
  }
}

function suggest(field) {
  document.getElementById(`${field.id}-kendte`).replaceChildren(
    ...known.filter((one) => one[field.id]).map((one) => {
      const option = document.createElement("option");
      option.value = one[field.id];
      option.label = [one.employer, one.cvr && `CVR ${one.cvr}`, one.postcode, one.city].filter(Boolean).join(" · ");
      return option;
    }),
  );
}

async function look(field) {
  const typed = field.value;
  const answer = await fetch(`/api/v1/employers?q=${encodeURIComponent(typed)}`).catch(() => null);
  if (answer?.ok && field.value === typed) {
    known = (await answer.json()).employers;
    suggest(field);
  }
}

for (const field of [input("employer"), input("cvr")]) {
  field.addEventListener("input", () => {
    clearTimeout(delay);
    const meant = known.filter((one) => one[field.id] === field.value);
    if (meant.length === 1) {
      fill(meant[0]); // of two companies of one name the number decides
    } else if (field.value.trim().length > 1) {
      delay = setTimeout(look, WAIT, field);
    }
  });
}
