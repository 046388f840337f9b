// Files are dropped or chosen, sent to the API, and shown one by one as they
// are done. Without this the form sends them and the answer is a page.
"use strict";

const form = document.querySelector("form.upload");
const drop = form.querySelector(".drop");
const chosen = form.querySelector("input[type=file]");
const progress = form.querySelector(".progress");
const status = progress.querySelector("p");
const bar = progress.querySelector("progress");
const stop = form.querySelector("[data-stop]");
const results = document.querySelector(".results");
const rows = results.querySelector("tbody");
const labels = rows.dataset.labels.split("|");
const heads = [...results.querySelectorAll("thead th")].map((th) => th.textContent);

form.classList.add("enhanced");

// filesOf walks the folders among what was dropped.
async function filesOf(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files];
  const found = [];
  const walk = async (entry) => {
    if (entry.isFile) {
      found.push(await new Promise((done, failed) => entry.file(done, failed)));
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const part = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!part.length) return;
      for (const inner of part) await walk(inner);
    }
  };
  for (const entry of entries) await walk(entry);
  return found.filter((file) => !file.name.startsWith("."));
}

for (const type of ["dragenter", "dragover"]) {
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", async (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  send(await filesOf(event.dataTransfer));
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  send([...chosen.files]);
});

function cell(row, i, text, kind) {
  const td = row.insertCell();
  td.textContent = text ?? "";
  td.dataset.label = heads[i];
  if (kind) td.className = kind;
}

function add(result) {
  const row = rows.insertRow();
  row.className = result.status;
  cell(row, 0, result.path, "lead file");
  cell(row, 1, labels[["imported", "partly", "refused", "skipped"].indexOf(result.status)]);
  cell(row, 2, result.org);
  cell(row, 3, result.year || "", "number");
  cell(row, 4, result.report ? result.facts : "", "number");
  cell(row, 5, result.why);
  cell(row, 6, result.hint);
}

function tell(event) {
  if (event.waiting) status.textContent = progress.dataset.waiting;
  if (event.done) {
    bar.max = event.done.of;
    bar.value = event.done.done;
    status.textContent = progress.dataset.busy.replace("{done}", event.done.done).replace("{of}", event.done.of);
    add(event.done.result);
  }
  if (event.summary) status.textContent = progress.dataset.finished;
  if (event.problem) throw new Error(event.problem.detail || event.problem.title);
}

async function send(files) {
  if (!files.length) return;
  const data = new FormData(form);
  data.delete("file");
  for (const file of files) data.append("file", file, file.name);
  for (const name of ["org", "year", "kind"]) if (!data.get(name)) data.delete(name);
  const control = new AbortController();
  stop.hidden = false;
  stop.onclick = () => control.abort();
  progress.hidden = results.hidden = false;
  rows.replaceChildren();
  bar.removeAttribute("value");
  try {
    const answer = await fetch(form.dataset.stream, {
      method: "POST", body: data, signal: control.signal, headers: { Accept: "application/x-ndjson" },
    });
    if (!answer.ok) {
      const problem = await answer.json();
      throw new Error(problem.detail || problem.title);
    }
    await lines(answer.body, tell);
  } catch (error) {
    status.textContent = progress.dataset.failed.replace("{why}", error.message);
  } finally {
    stop.hidden = true;
    form.reset();
  }
}
