// The queue by single keys, and without loading the page anew. Every step is a
// form or a link of the page; this only sends it and shows what comes back.
"use strict";

const stored = "taizhang-single-keys";

const single = () => localStorage.getItem(stored) !== "off";

// show puts the answer's main part in the place of this one, and the focus on
// the line, where a screen reader goes on; the notice is read out.
const show = (text, address) => {
  const next = new DOMParser().parseFromString(text, "text/html");
  const fresh = next.querySelector("main");
  const said = fresh.querySelector("#said");
  const words = said ? said.textContent : "";
  if (said) said.textContent = "";
  document.querySelector("main").replaceChildren(...fresh.childNodes);
  document.title = next.title;
  history.replaceState(null, "", address);
  ready();
  (document.querySelector("#line") ?? document.querySelector("h1")).focus({ preventScroll: true });
  scrollTo(0, 0);
  const notice = document.querySelector("#said");
  if (notice) requestAnimationFrame(() => { notice.textContent = words; });
};

let busy = false;

// go fetches an address and shows it; what cannot be shown is loaded plainly.
const go = async (address, body) => {
  if (busy) return;
  busy = true;
  try {
    const answer = await fetch(address, body ? { method: "POST", body } : {});
    const text = await answer.text();
    if (!new URL(answer.url).pathname.startsWith("/ledger/review")) location.assign(answer.url);
    else show(text, answer.url);
  } catch {
    location.reload();
  } finally {
    busy = false;
  }
};

// ready makes the page's buttons and its switch do so.
const ready = () => {
  const line = document.querySelector("h1");
  if (line) line.tabIndex = -1;
  const keys = document.querySelector(".keys");
  if (!keys) return;
  keys.hidden = false;
  const choice = document.querySelector("#single-keys");
  choice.checked = single();
  document.querySelector("main").classList.toggle("keyed", single());
  choice.addEventListener("change", () => {
    localStorage.setItem(stored, choice.checked ? "on" : "off");
    document.querySelector("main").classList.toggle("keyed", choice.checked);
  });
};

document.addEventListener("submit", (event) => {
  if (!event.target.closest("main") || event.target.method !== "post") return;
  event.preventDefault();
  const sent = new FormData(event.target, event.submitter);
  go(event.target.action, new URLSearchParams(sent));
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("main a[data-key=j], main a[data-key=k]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.href);
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
  if (typing || !single() || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const target = document.querySelector(`main [data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!target) return;
  event.preventDefault();
  target.click();
});

ready();
