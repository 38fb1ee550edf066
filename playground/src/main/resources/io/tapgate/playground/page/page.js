// Keeps the page in step with the playground.

import { say, setClock } from "./drawing.js";
import { drawPhone, pickUp, tickPhone } from "./phone.js";
import { drawRouter, tickRouter, whenConnecting } from "./router.js";

const API = {
  starting: "Tapgate is starting. Connecting works in a few seconds.",
  up: "Tapgate is up. Everything you see is live.",
  silent: "Tapgate does not answer. Whoever is in the sandbox stays there until it does.",
};
const SILENCE = 12_000; // the server beats each five seconds

const status = document.getElementById("status");
let api;
let heard = 0;
let stream;

function listen() {
  stream?.close();
  stream = new EventSource("/playground/events");
  stream.addEventListener("state", (event) => {
    const state = JSON.parse(event.data);
    heardSomething();
    setClock(state.now);
    api = state.api;
    drawRouter(state);
    drawPhone(state);
    tellStatus();
  });
  stream.addEventListener("beat", () => {
    heardSomething();
    tellStatus();
  });
  stream.addEventListener("error", () => {
    heard = 0;
    tellStatus();
  });
}

function heardSomething() {
  heard = performance.now();
}

function tellStatus() {
  const live = heard > 0;
  document.body.classList.toggle("lost", !live);
  status.className = `status ${live ? api : "lost"}`;
  say(status, live ? API[api] : "The live view is lost. Trying again…");
}

// A browser does not notice a connection that has gone quiet, and gives up after some refusals.
setInterval(() => {
  if (heard > 0 && performance.now() - heard > SILENCE) {
    heard = 0;
    tellStatus();
  }
  if (heard === 0 && stream.readyState === EventSource.CLOSED) listen();
}, 2000);

setInterval(() => {
  if (heard === 0) return; // what is not known does not go on
  tickRouter();
  tickPhone();
}, 1000);

whenConnecting(pickUp);
say(status, "Looking for the playground…");
listen();
