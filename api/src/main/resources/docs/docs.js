'use strict';

// Draws the page from the document itself: what is not in there is not shown.
const doors = document.getElementById('doors');
const find = document.getElementById('find');

const make = (tag, text, kind) => {
  const one = document.createElement(tag);
  if (text) one.textContent = text;
  if (kind) one.className = kind;
  return one;
};

// What stands between backticks is code.
const prose = (tag, text) => {
  const one = make(tag);
  text.split('`').forEach((piece, i) => one.append(i % 2 ? make('code', piece) : piece));
  return one;
};

const rows = (pairs) => {
  const table = make('table');
  for (const [name, says] of pairs) {
    const row = make('tr');
    const first = make('td');
    first.append(make('code', name));
    row.append(first, make('td', says));
    table.append(row);
  }
  return table;
};

const curl = (method, path, door) => {
  const body = door.requestBody?.content['application/json'].example;
  const lines = [`curl -X ${method.toUpperCase()} -H "Authorization: Bearer $KEY"`];
  if ((door.parameters ?? []).some((one) => one.in === 'header')) lines.push(`  -H 'If-Match: "0"'`);
  if (body) lines.push("  -H 'Content-Type: application/json'", `  -d '${JSON.stringify(body)}'`);
  lines.push(`  ${location.origin}${path.replace(/{\w+}/g, '1')}`);
  return lines.join(' \\\n');
};

const answer = (code, said, document) => {
  const found = said.$ref ? document.components.responses[said.$ref.split('/').pop()] : said;
  return [code, found.description];
};

const draw = (method, path, door, document) => {
  const one = make('details');
  one.dataset.words = `${method} ${path} ${door.summary} ${door.tags.join(' ')}`.toLowerCase();
  const head = make('summary');
  head.append(make('code', `${method.toUpperCase()} ${path}`), make('span', door.summary, 'says'));
  const inside = make('div', '', 'inside');
  const scope = make('p', 'Takes a key with the scope ');
  scope.append(make('span', door['x-scope'], 'scope'), '.');
  inside.append(scope);
  const parameters = (door.parameters ?? []).map((p) => [p.name, p.description]);
  if (parameters.length) inside.append(rows(parameters));
  inside.append(make('pre', curl(method, path, door)));
  inside.append(rows(Object.entries(door.responses).map(([code, said]) => answer(code, said, document))));
  one.append(head, inside);
  return one;
};

const drawAll = (document) => {
  doors.replaceChildren();
  for (const paragraph of document.info.description.trim().split('\n\n')) doors.append(prose('p', paragraph));
  for (const tag of document.tags) {
    const part = make('section');
    part.append(make('h2', tag.name), make('p', tag.description, 'quiet'));
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, door] of Object.entries(methods)) {
        if (door.tags.includes(tag.name)) part.append(draw(method, path, door, document));
      }
    }
    doors.append(part);
  }
};

const narrow = () => {
  const wanted = find.value.trim().toLowerCase();
  for (const one of doors.querySelectorAll('details')) one.hidden = !one.dataset.words.includes(wanted);
  for (const part of doors.querySelectorAll('section')) part.hidden = !part.querySelector('details:not([hidden])');
};

find.addEventListener('input', narrow);
fetch('/docs/openapi.json')
  .then((said) => said.json())
  .then((document) => { drawAll(document); narrow(); })
  .catch(() => doors.replaceChildren(make('p', 'The document could not be read. Load this page again.')));
