// A link to a rule opens the topic it stands in.
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
