// The router's side: who is connected, the three lists, the log.

import { ask, el, follow, now, say, span, time, weatherSwitch } from "./drawing.js";

const LANES = {
  deny: { title: "Deny", about: "The sandbox: no traffic.", empty: "Nobody is waiting for a tap." },
  permit: { title: "Permit", about: "Let through, on a lease.", empty: "Nobody is let through." },
  ban: { title: "Ban", about: "May not dial in.", empty: "Nobody is blocked." },
};

const VERSIONS = ["6.49", "7.12", "7.18", "7.22"]; // each speaks a little differently

const clients = document.getElementById("clients");
const version = document.getElementById("version");
const others = document.getElementById("other-sessions");
const log = document.getElementById("log");
const moves = document.getElementById("moves");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const lanes = new Map(Object.keys(LANES).map((kind) => [kind, lane(kind)]));
const lastSeen = new Map(); // address -> where its entry was drawn last, and when

const showWeather = weatherSwitch("router", "Router", [
  [{ weather: "fine" }, "works", "Its API answers."],
  [{ weather: "off" }, "off", "Its API port is closed. Clients dial in all the same, and stay in the sandbox."],
  [{ weather: "silent" }, "silent", "It takes connections and commands, and never answers."],
  [{ weather: "mute" }, "keeps its answers", "It does what it is told, and never says so."],
  [{ weather: "slow", millis: 2000 }, "slow", "Each answer comes two seconds late."],
  [{ weather: "cut", whole: 0 }, "breaks off", "Each answer ends in the middle of a word."],
  [{ weather: "refusing" }, "refuses the login", "The password is wrong all at once."],
  [{ weather: "trapping" }, "refuses commands", "Not enough permissions: it carries out nothing."],
]);

document.getElementById("reboot").addEventListener("click", async () => {
  const wanted = version.value;
  if (await ask("router/reboot", { version: wanted })) {
    say(moves, `The router has rebooted into RouterOS ${wanted}. Every session is gone.`);
  }
});

let shown; // the last state, for the clock's tick
let before = new Map(); // address -> the list it stood in
let onConnect = () => {};

export function whenConnecting(listener) {
  onConnect = listener;
}

export function drawRouter(state) {
  shown = state;
  showWeather(state.router.weather);
  drawVersion(state.router.version);
  drawClients();
  remember();
  drawLanes();
  tellMoves();
  drawLog();
}

export function tickRouter() {
  if (!shown) return;
  drawClients();
  drawLanes();
}

// ---- version

// A choice that was not taken yet stays, until the router comes up with another version.
function drawVersion(present) {
  if (version.dataset.present === present) return;
  version.dataset.present = present;
  const all = [...new Set([...VERSIONS, present])];
  all.sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
  version.replaceChildren(
    ...all.map((text) => el("option", { value: text, textContent: `into ${text}` })));
  version.value = present;
  say(document.getElementById("router-version"), `RouterOS ${present}`);
}

// ---- clients

function drawClients() {
  const people = shown.people.filter((person) => person.account);
  const known = new Set(people.map((person) => person.account));
  follow(clients, people, (person) => person.person, clientRow, updateClient);
  const strangers = shown.router.sessions.filter((session) => !known.has(session.account)).length;
  others.hidden = strangers === 0;
  say(others, strangers === 1 ? "And one more session." : `And ${strangers} more sessions.`);
}

function clientRow(person) {
  const button = el("button", { type: "button" });
  button.addEventListener("click", () => press(person.person));
  return el(
    "li",
    {},
    el("span", { className: "face", textContent: person.name[0], ariaHidden: "true" }),
    el(
      "div",
      {},
      el("div", { className: "who" }, el("strong", { textContent: person.name }), el("small")),
      el("p", { className: "where" }),
    ),
    button,
  );
}

function updateClient(row, person) {
  const session = sessionOf(person);
  const list = session && listOf(session.address);
  row.classList.toggle("through", list === "permit");
  say(row.querySelector("small"), `calls from ${person.caller}`);
  parts(row.querySelector(".where"), session ? up(session, list) : down(person));
  const button = row.querySelector("button");
  say(button, session ? "Hang up" : "Connect");
  button.classList.toggle("go", !session && !banOf(person));
  button.setAttribute("aria-label", `${button.textContent}: ${person.name}`);
}

function press(key) {
  const person = shown.people.find((one) => one.person === key);
  if (sessionOf(person)) {
    ask("hang-up", { person: key });
  } else {
    onConnect(key);
    ask("connect", { person: key });
  }
}

function sessionOf(person) {
  return shown.router.sessions.findLast((session) => session.account === person.account);
}

function up(session, list) {
  const how = { permit: "let through", deny: "in the sandbox" }[list] ?? "on no list, so closed";
  return [session.address, how, span(now() - session.since)];
}

function down(person) {
  const ban = banOf(person);
  if (!ban) return ["not connected"];
  return ["blocked", ban.until ? `${span(ban.until - now())} left` : "until somebody lifts it"];
}

function banOf(person) {
  return entries("ban").find((entry) => entry.address === person.caller);
}

function parts(node, texts) {
  follow(node, texts.map((text, at) => ({ text, at })), (part) => part.at, () => el("span"),
    (span, part) => say(span, part.text));
}

// The same line above the phone, for screens on which the lists are out of sight.
export function drawGate(node, key) {
  const person = shown?.people.find((one) => one.person === key);
  const session = person && sessionOf(person);
  const list = session && listOf(session.address);
  node.classList.toggle("through", list === "permit");
  parts(node, session ? up(session, list).slice(0, 2) : person?.account ? down(person) : []);
}

// ---- lists

function entries(kind) {
  return shown.router.lists.find((list) => list.kind === kind).entries;
}

function listOf(address) {
  return ["permit", "deny"].find((kind) => entries(kind).some((entry) => entry.address === address));
}

function lane(kind) {
  const words = LANES[kind];
  const name = el("small");
  const list = el("ul", { ariaLabel: words.title });
  const empty = el("p", { className: "empty", textContent: words.empty });
  const title = el("h3", { textContent: words.title }, " ", name);
  document.getElementById("lanes").append(
    el("section", { className: `lane ${kind}` }, title,
      el("p", { className: "about", textContent: words.about }), list, empty),
  );
  return { name, list, empty };
}

function drawLanes() {
  for (const { kind, name, entries: rows } of shown.router.lists) {
    const lane = lanes.get(kind);
    say(lane.name, name === kind ? "" : name);
    lane.empty.hidden = rows.length > 0;
    follow(lane.list, rows, (entry) => entry.address, (entry) => card(kind, entry), updateCard);
  }
}

function card(kind, entry) {
  const node = el(
    "li",
    { className: "entry" },
    el("strong", { textContent: entry.address }),
    el("span", { className: "left" }),
    el("span", { className: "whose" }),
  );
  const from = kind === "permit" ? lastSeen.get(entry.address) : undefined;
  requestAnimationFrame(() => arrive(node, from));
  return node;
}

function updateCard(node, entry) {
  const left = node.querySelector(".left");
  say(left, entry.until ? span(entry.until - now()) : "");
  left.title = entry.until ? "left of its time" : "";
  say(node.querySelector(".whose"), whose(entry.address));
}

function whose(address) {
  const session = shown.router.sessions.find((one) => one.address === address);
  const person = shown.people.find(
    (one) => (session && one.account === session.account) || one.caller === address);
  return person?.name ?? session?.account ?? "";
}

// ---- the move, for the eye

function remember() {
  const at = performance.now();
  for (const node of lanes.get("deny").list.children) {
    const { left, top } = node.getBoundingClientRect();
    lastSeen.set(node.dataset.key, { left: left + scrollX, top: top + scrollY, at });
  }
  for (const [address, seen] of lastSeen) {
    if (at - seen.at > 2000) lastSeen.delete(address);
  }
}

// An entry that was in the deny list a moment ago comes from there; any other one just appears.
function arrive(node, from) {
  if (calm.matches || !node.animate) return;
  const { left, top } = node.getBoundingClientRect();
  const timing = { duration: from ? 620 : 240, easing: "cubic-bezier(.22, .8, .24, 1)" };
  if (!from) {
    node.animate([{ opacity: 0, transform: "translateY(-6px)" }, {}], timing);
    return;
  }
  const x = from.left - scrollX - left;
  const y = from.top - scrollY - top;
  node.animate(
    [{ transform: `translate(${x}px, ${y}px)`, position: "relative", zIndex: 1 }, { position: "relative", zIndex: 1 }],
    timing,
  );
}

// And the same in words.
function tellMoves() {
  const after = new Map();
  for (const { kind, entries: rows } of shown.router.lists) {
    for (const { address } of rows) after.set(address, kind);
  }
  const words = { deny: "is in the sandbox", permit: "is let through", ban: "is blocked" };
  const news = [...after]
    .filter(([address, kind]) => before.get(address) !== kind)
    .map(([address, kind]) => `${address} ${words[kind]}.`);
  if (news.length) say(moves, news.join(" "));
  before = after;
}

// ---- log

function drawLog() {
  const lines = shown.router.log
    .map((line, index) => ({ ...line, key: `${line.at}-${index}-${line.text}` }))
    .reverse();
  document.getElementById("log-empty").hidden = lines.length > 0;
  log.hidden = lines.length === 0;
  if (!log.closest("details").open) return;
  follow(log, lines, (line) => line.key, logLine, () => {});
}

log.closest("details").addEventListener("toggle", () => shown && drawLog());

function logLine(line) {
  return el(
    "li",
    {},
    el("time", { textContent: time(line.at, true) }),
    el("span", { textContent: line.text, title: line.topics }),
  );
}
