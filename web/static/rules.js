// A link to a rule opens the topic it stands in; extracting again shows how far
// it has come.
"use strict";

function show() {
  const rule = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const topic = rule?.closest("details");
  if (!topic) return;
  topic.open = true;
  rule.scrollIntoView();
}
addEventListener("hashchange", show);
show();

const again = document.querySelector("[data-again]");

async function follow() {
  const answer = await fetch(again.dataset.again);
  if (!answer.ok) return;
  const now = await answer.json();
  if (!now.running) {
    location.reload();
    return;
  }
  again.querySelector("p").textContent = again.dataset.busy.replace("{done}", now.done).replace("{of}", now.of);
  again.querySelector("progress").value = now.done;
  setTimeout(follow, 1000);
}
if (again) setTimeout(follow, 500);
