// The people's side: one phone, switched between the people.

import { ask, el, follow, notice, say, time, weatherSwitch } from "./drawing.js";
import { drawGate } from "./router.js";

const tabs = document.getElementById("tabs");
const screen = document.getElementById("screen");
const chat = document.getElementById("chat");
const empty = document.getElementById("chat-empty");
const toasts = document.getElementById("toasts");
const writing = document.getElementById("writing");
const gate = document.getElementById("gate");
const peerState = document.getElementById("peer-state");

const reach = document.getElementById("reach");

const REACH = {
  open: { name: "Open", state: "bot" },
  blocked: { name: "Blocked", state: "bot · blocked here" },
  "not-found": { name: "Not found", state: "bot · Telegram knows no such chat" },
  deactivated: { name: "Deleted", state: "bot · this account is deleted" },
};

for (const [value, { name }] of Object.entries(REACH)) {
  reach.append(el("option", { value, textContent: name }));
}
reach.addEventListener("change", () =>
  ask("telegram/reach", { person: holder, reach: reach.value }));

document.getElementById("again").addEventListener("click", async () => {
  const answer = await ask("telegram/again", {});
  if (!answer) return;
  notice(answer.updates > 0
    ? "The bot reads the last tap or message once more."
    : "The bot has read nothing yet that could be repeated.");
});

const showWeather = weatherSwitch("telegram", "Telegram", [
  [{ weather: "fine" }, "works", "Telegram answers."],
  [{ weather: "off" }, "off", "It cannot be reached. Taps wait until it can."],
  [{ weather: "silent" }, "silent", "It takes calls, does nothing and never answers."],
  [{ weather: "mute" }, "keeps its answers", "It does what the bot asks, and never says so."],
  [{ weather: "cut" }, "breaks off", "It does what the bot asks; each answer ends in the middle of a word."],
  [{ weather: "slow", millis: 2000 }, "slow", "Each answer comes two seconds late."],
  [{ weather: "failing", status: 500 }, "fails (500)", "Each call ends with an error of its own."],
  [{ weather: "flooded", millis: 20_000 }, "too many (429)", "For 20 seconds the bot may not write."],
  [{ weather: "strict" }, "strict limits", "30 messages a second in all, one a second to a chat."],
  [{ weather: "late", millis: 10_000, every: 1 }, "taps come late", "What people do reaches the bot ten seconds later."],
  [{ weather: "late", millis: 10_000, every: 2 }, "out of order", "Every other tap reaches the bot ten seconds later, so the next one overtakes it."],
]);

const seen = new Map(); // chat -> the number of messages and edits somebody has looked at
const faded = new Set(); // toasts that are over
const DEAF = new Set(["off", "silent", "mute", "cut", "failing"]);
let shown;
let holder; // whose phone it is just now
let heardReading = 0;

export function pickUp(key) {
  holder = key;
  if (shown) drawPhone(shown);
}

export function drawPhone(state) {
  shown = state;
  holder ??= state.people[0]?.person;
  if (state.telegram.reading) heardReading = performance.now();
  showWeather(state.telegram.weather, early(state.telegram.tooEarly));
  markSeen();
  drawTabs();
  drawChat();
  drawToasts();
  tickPhone();
}

function early(calls) {
  return calls === 0 ? "" : ` Too early: ${calls}.`;
}

// Between two polls nobody reads for an instant; only a longer gap is worth a word.
export function tickPhone() {
  if (!shown) return;
  drawGate(gate, holder);
  const reads = shown.telegram.reading || performance.now() - heardReading < 4000;
  const { reach: how, name } = me();
  const idle = how === "open" && !reads;
  say(peerState, idle ? "bot · the watcher is not reading yet" : REACH[how].state);
  if (reach.value !== how) reach.value = how;
  reach.classList.toggle("bad", how !== "open");
  reach.setAttribute("aria-label", `How the bot finds the chat of ${name}`);
}

function me() {
  return shown.people.find((person) => person.person === holder);
}

function conversation(person) {
  return shown.telegram.chats.find((one) => one.chat === person.chat)?.messages ?? [];
}

// ---- tabs

function weight(person) {
  return conversation(person).reduce((sum, message) => sum + (message.bot ? 1 + message.edits : 0), 0);
}

function markSeen() {
  for (const person of shown.people) {
    if (person.person === holder || !seen.has(person.chat)) seen.set(person.chat, weight(person));
  }
}

function drawTabs() {
  follow(tabs, shown.people, (person) => person.person, tab, (node, person) => {
    const chosen = person.person === holder;
    const news = Math.max(0, weight(person) - seen.get(person.chat));
    node.setAttribute("aria-selected", String(chosen));
    node.tabIndex = chosen ? 0 : -1;
    node.querySelector(".news").hidden = news === 0;
    say(node.querySelector(".news"), String(news));
    node.setAttribute("aria-label", news ? `${person.name}, ${news} new` : person.name);
    if (chosen) screen.setAttribute("aria-labelledby", node.id);
  });
}

function tab(person) {
  const node = el(
    "button",
    { type: "button", id: `tab-${person.person}`, role: "tab" },
    person.name,
    el("span", { className: "news" }),
  );
  node.setAttribute("aria-controls", "screen");
  node.addEventListener("click", () => pickUp(person.person));
  return node;
}

tabs.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const keys = shown.people.map((person) => person.person);
  pickUp(keys[(keys.indexOf(holder) + step + keys.length) % keys.length]);
  document.getElementById(`tab-${holder}`).focus();
  event.preventDefault();
});

// ---- chat

function drawChat() {
  const person = me();
  const messages = conversation(person);
  const atEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 80;
  const turned = chat.dataset.of !== person.person;
  const last = chat.lastElementChild?.dataset.key;
  const focused = chat.contains(document.activeElement);
  chat.dataset.of = person.person;
  empty.hidden = messages.length > 0;
  say(empty, person.account
    ? `No messages yet. Connect ${person.name}, and the question arrives here.`
    : "No messages yet. What needs an admin arrives here.");
  follow(chat, messages, (message) => `${person.chat}-${message.id}`, bubble, updateBubble);
  // A pressed button goes; whoever pressed it by keyboard stays in the chat.
  if (focused && !chat.contains(document.activeElement)) chat.focus({ preventScroll: true });
  const grown = chat.lastElementChild?.dataset.key !== last;
  if (turned || atEnd || grown) chat.scrollTop = chat.scrollHeight;
}

function bubble(message) {
  const text = el("div", { className: "bubble" }, el("span"), el("small"));
  const node = el("li", {}, text, el("div", { className: "keys" }));
  node.classList.toggle("mine", !message.bot);
  return node;
}

function updateBubble(node, message) {
  say(node.querySelector("span"), message.text);
  say(node.querySelector("small"), `${message.edits ? "edited " : ""}${time(message.at)}`);
  const rows = message.keyboard.map((row, index) => ({ row, index }));
  follow(node.querySelector(".keys"), rows, (one) => one.index, () => el("div"), (line, one) =>
    follow(line, one.row, (key) => key.data ?? key.url, (key) => keyOf(message, key), updateKey));
}

function keyOf(message, key) {
  if (key.url) return el("a", { href: safe(key.url), target: "_blank", rel: "noreferrer" });
  const node = el("button", { type: "button" });
  node.addEventListener("click", () => tap(message.id, key.data));
  return node;
}

function safe(url) {
  return /^(https?|tg):/.test(url) ? url : "#";
}

function updateKey(node, key) {
  say(node, key.label);
  node.className = [key.style ?? "", key.waiting ? "waiting" : ""].join(" ").trim();
  if (key.waiting) node.setAttribute("aria-busy", "true");
  else node.removeAttribute("aria-busy");
}

function tap(message, button) {
  if (DEAF.has(shown.telegram.weather.weather)) {
    notice("The bot hears nothing from Telegram just now; it hears of the tap later.");
  }
  ask("tap", { person: holder, message, button });
}

// ---- toasts

function drawToasts() {
  const mine = shown.telegram.toasts.filter(
    (toast) => toast.person === me().chat && !faded.has(toast.key));
  follow(toasts, mine, (toast) => toast.key, toastNode, () => {});
}

function toastNode(toast) {
  const node = el("div", { className: "toast", textContent: toast.text });
  const end = () => {
    faded.add(toast.key);
    node.remove();
  };
  if (toast.alert) {
    const button = el("button", { type: "button", textContent: "OK" });
    button.addEventListener("click", end);
    node.append(button);
  } else {
    setTimeout(end, 4500);
  }
  return node;
}

// ---- writing

writing.addEventListener("submit", async (event) => {
  event.preventDefault();
  const input = writing.elements.text;
  const text = input.value.trim();
  if (text && (await ask("write", { person: holder, text }))) input.value = "";
});
