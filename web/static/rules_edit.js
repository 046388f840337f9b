// The editor with JavaScript: numbers follow the lines, Tab moves on as it does
// everywhere, and a long look at the library says how far it has come. What is
// found out is kept by the server, so the form then sent shows it at once.
"use strict";

const form = document.querySelector("form.editor");
const text = form.querySelector("textarea");
const gutter = form.querySelector(".gutter");
const progress = form.querySelector(".progress");

function number() {
  const lines = Math.max(text.value.split("\n").length, 1);
  while (gutter.children.length > lines) gutter.lastChild.remove();
  while (gutter.children.length < lines) {
    const line = document.createElement("li");
    line.textContent = gutter.children.length + 1;
    line.id = "L" + line.textContent;
    gutter.append(line);
  }
  text.rows = Math.max(lines, 12);
}
text.addEventListener("input", number);
number();

// look asks what the change would do, and tells how far that has come.
async function look(remove) {
  const whole = form.elements.whole.checked;
  const answer = await fetch(form.dataset.effect, {
    method: "POST",
    headers: { Accept: "application/x-ndjson", "Content-Type": "application/json" },
    body: JSON.stringify({
      folder: Number(form.elements.folder.value), file: form.elements.file.value, mark: form.elements.mark.value,
      text: text.value, remove, reports: whole ? 0 : 200, seconds: whole ? 600 : 10,
    }),
  });
  if (!answer.ok) return; // the form says why
  await lines(answer.body, (event) => {
    if (event.step) {
      progress.textContent = form.dataset.busy.replace("{done}", event.step.done).replace("{of}", event.step.of);
    }
  });
}

let looked = false;
form.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (looked || !button || !["check", "remove"].includes(button.value)) return;
  event.preventDefault();
  progress.textContent = form.dataset.busy.replace("{done}", "0").replace("{of}", "…");
  try {
    await look(button.value === "remove");
  } finally {
    looked = true;
    form.requestSubmit(button);
  }
});
