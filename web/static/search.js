// Names to choose from while typing: a combobox with a list (ARIA). Without
// JavaScript the field is a plain one.
"use strict";

for (const field of document.querySelectorAll("[data-suggest]")) {
  const list = document.createElement("ul");
  list.id = field.id + "-suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.label);
  field.after(list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", list.id);

  let chosen = -1; // number of the option that is marked
  let asked = 0; // of the last question; answers to earlier ones come too late
  let wait; // for the next question

  const hide = () => {
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  // The word at the cursor, behind the last blank, bracket or colon.
  const word = () => {
    const before = field.value.slice(0, field.selectionStart);
    return before.match(/[^\s()（）:：="“”-]*$/)[0];
  };

  const take = (text) => {
    const end = field.selectionStart, start = end - word().length;
    const name = /[\s()（）:：-]/.test(text) ? `"${text.replaceAll('"', "")}"` : text;
    field.value = field.value.slice(0, start) + name + field.value.slice(end);
    field.setSelectionRange(start + name.length, start + name.length);
    clearTimeout(wait); // what was asked for is no longer wanted
    asked++;
    hide();
    field.focus();
  };

  const mark = (n) => {
    const options = list.children;
    chosen = (n + options.length) % options.length;
    for (const [i, option] of [...options].entries()) option.setAttribute("aria-selected", String(i === chosen));
    field.setAttribute("aria-activedescendant", options[chosen].id);
  };

  const show = (items) => {
    list.replaceChildren(...items.map((item, i) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.lang = "zh";
      const name = document.createElement("span"), count = document.createElement("span");
      name.textContent = item.text;
      count.className = "kind";
      count.textContent = item.count;
      option.append(name, count);
      option.addEventListener("mousedown", (event) => { event.preventDefault(); take(item.text); });
      return option;
    }));
    list.hidden = items.length === 0;
    chosen = -1;
    field.setAttribute("aria-expanded", String(items.length > 0));
    field.removeAttribute("aria-activedescendant");
  };

  const ask = async () => {
    const typed = word(), question = ++asked;
    if (typed === "") return hide();
    try {
      const answer = await fetch(`${field.dataset.suggest}?limit=8&text=${encodeURIComponent(typed)}`);
      const { items } = await answer.json();
      if (question === asked && document.activeElement === field) show(items.filter((item) => item.text !== typed));
    } catch { hide(); } // the field works without names
  };

  field.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(ask, 120); });
  field.addEventListener("blur", hide);
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    switch (event.key) {
      case "ArrowDown": mark(chosen + 1); break;
      case "ArrowUp": mark(chosen < 0 ? -1 : chosen - 1); break;
      case "Escape": hide(); break;
      case "Enter":
        if (chosen < 0) { hide(); return; }
        take(list.children[chosen].firstChild.textContent);
        break;
      default: return;
    }
    event.preventDefault();
  });
}
