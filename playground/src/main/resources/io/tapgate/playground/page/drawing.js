// Small tools for drawing: elements, keyed lists, times, and the doors of the playground.

export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in node) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

// Only what changed is written, so that a screen reader is told of changes alone.
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

// Makes the children follow the items, and keeps the node of an item that stays: with its focus.
export function follow(parent, items, keyOf, make, update) {
  const wanted = new Set(items.map((item) => String(keyOf(item))));
  const there = new Map();
  for (const node of [...parent.children]) {
    if (wanted.has(node.dataset.key)) there.set(node.dataset.key, node);
    else node.remove();
  }
  let next = parent.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    const node = there.get(key) ?? make(item);
    node.dataset.key = key;
    update(node, item);
    if (node === next) next = next.nextElementSibling;
    else parent.insertBefore(node, next);
  }
}

let ahead = 0; // how far the server's clock is ahead of this one

export function setClock(serverNow) {
  ahead = serverNow - Date.now();
}

export function now() {
  return Date.now() + ahead;
}

export function span(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

export function time(instant, seconds = false) {
  const shape = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  if (seconds) shape.second = "2-digit";
  return new Date(instant).toLocaleTimeString([], shape);
}

let noticeEnd;

export function notice(text) {
  const node = document.getElementById("notice");
  node.hidden = false;
  node.textContent = text;
  clearTimeout(noticeEnd);
  noticeEnd = setTimeout(() => { node.hidden = true; }, 6000);
}

// The answer when it worked; otherwise false, and the visitor is told why not.
export async function ask(door, wish) {
  try {
    const answer = await fetch(`/playground/${door}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(wish),
    });
    if (answer.ok) return await answer.json();
    notice((await answer.json()).detail ?? "That did not work.");
  } catch {
    notice("The playground does not answer. Is it still running?");
  }
  return false;
}

// A choice of weathers and, below it, what the present one does. A choice is [wish, name, about].
export function weatherSwitch(door, label, choices) {
  const select = el("select", { ariaLabel: `${label}: weather` });
  const about = document.getElementById(`${door}-sky`);
  const other = el("option", { textContent: "something else", disabled: true, hidden: true });
  choices.forEach(([, name], at) => select.append(el("option", { value: at, textContent: name })));
  select.append(other);
  select.addEventListener("change", () => ask(`${door}/weather`, choices[select.value][0]));
  document.getElementById(`${door}-weather`).prepend(select);
  return (weather, more = "") => {
    const at = choices.findIndex(([wish]) => Object.keys(wish).every((key) => wish[key] === weather[key]));
    const wanted = at < 0 ? other.value : String(at);
    if (select.value !== wanted) select.value = wanted;
    select.classList.toggle("bad", weather.weather !== "fine");
    say(about, (choices[at]?.[2] ?? "The weather was set elsewhere.") + more);
  };
}
