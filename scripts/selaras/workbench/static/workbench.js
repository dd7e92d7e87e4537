// The one script of the workbench: sends what is typed, shows what comes back, saves.
"use strict";

const PAUSE = 250; // milliseconds without typing before errors and examples are asked for
const REST = 1800; // and before the second look

const form = document.getElementById("bench");
const text = form.elements.text;
const gutter = form.querySelector(".gutter");
const behind = form.querySelector(".behind");
const state = document.getElementById("state");
const save = document.getElementById("save");
const judge = document.getElementById("judge");
const atOnce = document.getElementById("at-once");
const refused = document.getElementById("refused");
const looks = { "second-look": null, effect: null };
let saved = text.value;
let isAsking = false;
let pause, rest;

function send(what, signal) {
  const body = new URLSearchParams({ text: text.value, digest: form.elements.digest.value });
  const headers = { "X-CSRFToken": form.elements.csrf_token.value };
  return fetch(`${form.dataset.address}/${what}`, { method: "POST", body, headers, signal });
}

// Line numbers, and behind the text each line again with what is wrong in it at its end.
function draw() {
  const marks = new Map();
  for (const each of document.querySelectorAll(".problem[data-line]")) {
    const line = Number(each.dataset.line), kind = each.classList.contains("error") ? "error" : "warning";
    if (!marks.has(line) || (kind === "error" && marks.get(line).kind === "warning"))
      marks.set(line, { kind, message: each.querySelector(".message").textContent });
  }
  const lines = text.value.split("\n"), numbers = [], copies = [];
  lines.forEach((line, at) => {
    const mark = marks.get(at + 1), number = document.createElement("div"), copy = document.createElement("div");
    number.textContent = at + 1;
    copy.textContent = line || "\u200b";
    if (mark) {
      number.className = copy.className = mark.kind;
      number.title = copy.dataset.told = mark.message;
    }
    numbers.push(number);
    copies.push(copy);
  });
  gutter.replaceChildren(...numbers);
  behind.replaceChildren(...copies);
  follow();
}

function follow() {
  gutter.scrollTop = text.scrollTop;
  behind.scrollTop = text.scrollTop;
  behind.scrollLeft = text.scrollLeft;
}

function sayState() {
  const isChanged = text.value !== saved;
  save.disabled = !isChanged;
  if (isChanged) state.textContent = state.dataset.changed;
  state.classList.toggle("changed", isChanged);
}

// Errors, examples and the rest: one question at a time, the newest text last.
async function ask() {
  if (isAsking) return;
  isAsking = true;
  atOnce.classList.add("waiting");
  const asked = text.value;
  try {
    const answer = await send("at-once");
    const open = [...atOnce.querySelectorAll("details[open] > summary")].map((each) => each.textContent);
    atOnce.innerHTML = await answer.text();
    for (const each of atOnce.querySelectorAll("summary"))
      if (open.includes(each.textContent)) each.parentElement.open = true;
  } catch {
    state.textContent = state.dataset.unreachable;
  }
  isAsking = false;
  atOnce.classList.remove("waiting");
  draw();
  if (text.value !== asked) ask();
}

// What takes its time: asked for with a sign, given up where the text changes.
async function askAside(what) {
  looks[what]?.abort();
  const asking = (looks[what] = new AbortController());
  const place = document.querySelector(`#${what} .answer`);
  place.classList.remove("stale");
  place.classList.add("waiting");
  place.textContent = place.dataset.waiting;
  try {
    const answer = await send(what, asking.signal), html = await answer.text();
    if (answer.status !== 204) place.innerHTML = html;
    else if (looks[what] === asking) place.textContent = ""; // another window took its place
  } catch (error) {
    if (error.name !== "AbortError") place.textContent = state.dataset.unreachable;
  }
  if (looks[what] === asking) {
    looks[what] = null;
    place.classList.remove("waiting");
    draw();
  }
}

function giveUp() {
  for (const what of Object.keys(looks)) {
    looks[what]?.abort();
    looks[what] = null;
    const place = document.querySelector(`#${what} .answer`);
    const isThere = place.childElementCount > 0;
    place.classList.remove("waiting");
    if (!isThere) place.textContent = "";
    else place.classList.add("stale");
  }
}

text.addEventListener("input", () => {
  refused.replaceChildren();
  giveUp();
  draw();
  sayState();
  clearTimeout(pause);
  clearTimeout(rest);
  pause = setTimeout(ask, PAUSE);
  rest = setTimeout(() => askAside("second-look"), REST);
});
text.addEventListener("scroll", follow);
text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  const before = text.value.slice(0, text.selectionStart);
  const indent = /^ */.exec(before.slice(before.lastIndexOf("\n") + 1))[0];
  event.preventDefault();
  document.execCommand("insertText", false, `\n${indent}`); // the one way that can be undone
});

async function keep() {
  if (save.disabled) return;
  save.disabled = true;
  const kept = text.value;
  try {
    const answer = await send("save");
    if (answer.ok) {
      const { digest, sentence } = await answer.json();
      form.elements.digest.value = digest;
      saved = kept;
      state.textContent = sentence;
      refused.replaceChildren();
    } else refused.innerHTML = await answer.text();
  } catch {
    state.textContent = state.dataset.unreachable;
  }
  sayState();
}

save.addEventListener("click", keep);
judge.addEventListener("click", () => askAside("effect"));
form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    keep();
  }
});
document.addEventListener("click", (event) => {
  const to = event.target.closest("[data-to]");
  if (!to) return;
  event.preventDefault();
  const lines = text.value.split("\n"), line = Number(to.dataset.to);
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  const height = text.scrollHeight / lines.length;
  text.scrollTop = Math.max(0, (line - 6) * height);
});
addEventListener("beforeunload", (event) => {
  if (text.value !== saved) event.preventDefault();
});

draw();
sayState();
askAside("second-look");
