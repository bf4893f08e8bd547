// The page: an input, the solution's module in a worker, and the server's two modes beside it.
//
// Nothing here knows of problems: the server encodes inputs, reads answers and judges them.

import { chart } from "./chart.mjs";
import { duration, size } from "./words.mjs";

const SIDES = [
  { id: "browser", name: "Browser", where: "this page's own WebAssembly engine" },
  { id: "wasm", name: "wasmtime", where: "the same module on the server" },
  { id: "native", name: "Native", where: "the plugin on the server" },
];
const OWN = "\0own";
const by = (id) => document.getElementById(id);

const results = new Map(); // of the input that stands there, by side
let problem = null;
let module = null; // a promise of the compiled module
let running = null; // {stop, done} while the worker runs
let turn = 0; // rises with every input: answers to older ones are not shown

async function ask(path, body) {
  const options = body && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error("The server does not answer: it has ended, or the network was cut.");
  }
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

function toBase64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}

function fromBase64(text) {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** The input as it stands there: a case by its id, or what was typed. */
function given() {
  const chosen = by("case").value;
  return chosen === OWN ? { text: by("text").value } : { case: chosen };
}

function buttons() {
  by("run-browser").disabled = !module || Boolean(running);
  by("run-all").disabled = !problem || Boolean(running);
  by("stop").disabled = !running;
}

async function runAll() {
  const input = given();
  if (module && !(await inBrowser(input))) return;
  for (const mode of ["wasm", "native"]) {
    if (!(await onServer(input, mode))) return;
  }
}

/** Run and show it; false where the input is none, or another one stands there by now. */
async function inBrowser(input) {
  const mine = turn;
  try {
    const encoded = fromBase64((await ask("/api/input", input)).input);
    const compiled = await module;
    const seen = await inWorker(compiled, encoded);
    if (mine !== turn) return false;
    if (seen.kind === "stopped") {
      show("browser", { verdict: "stopped", message: seen.message, duration_ns: 0 }, "stopped");
      return true;
    }
    const message = { ...seen, given: input, output: toBase64(seen.output) };
    const shown = await ask("/api/judge", message);
    if (mine === turn) show("browser", { ...shown, first_ns: seen.first_ns, calls: seen.calls });
    return mine === turn;
  } catch (error) {
    return fault(error, mine);
  }
}

function inWorker(compiled, input) {
  const worker = new Worker("/worker.mjs", { type: "module" });
  const begun = performance.now();
  return new Promise((resolve) => {
    const done = (seen) => {
      worker.terminate();
      running = null;
      buttons();
      resolve(seen);
    };
    running = {
      stop() {
        const message = `stopped by you after ${duration((performance.now() - begun) * 1e6)}`;
        done({ kind: "stopped", message });
      },
    };
    worker.addEventListener("message", ({ data }) => done(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      done({ kind: "broken", message: event.message || "its worker died", output: new Uint8Array() });
    });
    state("browser", "running");
    buttons();
    worker.postMessage({ module: compiled, input });
  });
}

async function onServer(input, mode) {
  const mine = turn;
  state(mode, "running");
  try {
    const shown = await ask("/api/run", { given: input, mode });
    if (mine === turn) show(mode, shown);
    return mine === turn;
  } catch (error) {
    return fault(error, mine);
  }
}

function fault(error, mine) {
  if (mine === turn) {
    for (const { id } of SIDES) if (card(id).dataset.state === "running") state(id, "idle");
    by("fault").textContent = error.message;
    by("fault").hidden = false;
    by("text").setAttribute("aria-invalid", "true");
  }
  return false;
}

/** Another input stands there: what was found of the one before is no longer shown. */
function fresh() {
  turn++;
  running?.stop();
  results.clear();
  by("fault").hidden = true;
  by("text").removeAttribute("aria-invalid");
  for (const { id } of SIDES) show(id, { verdict: "" }, "idle");
}

const card = (id) => by("cards").querySelector(`[data-side="${id}"]`);

function state(id, name) {
  card(id).dataset.state = name;
  if (name === "running") card(id).querySelector(".verdict").textContent = "running …";
}

function fill(side, name, text) {
  side.querySelector(`.${name}`).textContent = text ?? "";
  const row = side.querySelector(`.row-${name}`);
  if (row) row.hidden = !text;
}

const VERDICTS = { "": "returned", stopped: "stopped" };

function show(id, shown, name = "done") {
  const side = card(id);
  const verdict = name === "idle" ? "" : VERDICTS[shown.verdict] ?? shown.verdict;
  state(id, name);
  side.dataset.verdict = verdict;
  fill(side, "verdict", verdict);
  fill(side, "answer", shown.answer);
  fill(side, "expected", shown.verdict === "WA" ? shown.expected : "");
  fill(side, "time", timed(name, shown));
  fill(side, "first", shown.answer && shown.first_ns ? duration(shown.first_ns) : "");
  fill(side, "memory", shown.memory_bytes ? `+ ${size(shown.memory_bytes)}` : "");
  fill(side, "printed", shown.printed);
  fill(side, "message", shown.message);
  if (name === "done") results.set(id, shown);
  draw();
}

function timed(name, { answer, duration_ns: ns, calls }) {
  if (name !== "done" || answer === null || answer === undefined) return "";
  if (!ns) return "below 5 µs"; // the step of a page's clock
  return calls ? `${duration(ns)} (mean of ${calls})` : duration(ns);
}

function draw() {
  const rows = SIDES.map(({ id, name }) => {
    const ns = results.get(id)?.answer ? results.get(id).duration_ns : undefined;
    return { name, kind: id, value: ns, text: ns === undefined ? "" : ns ? duration(ns) : "< 5 µs" };
  });
  by("chart").replaceChildren(chart(rows, "Time of the call"));
  by("summary").textContent = summary();
}

function summary() {
  const found = SIDES.filter(({ id }) => results.get(id)?.answer !== undefined);
  const answers = new Set(found.map(({ id }) => results.get(id).answer));
  if (results.size < 2) return "";
  if (found.length < results.size || answers.has(null)) return verdicts();
  return answers.size === 1 ? "All answers are the same." : "The answers differ.";
}

function verdicts() {
  return SIDES.filter(({ id }) => results.has(id))
    .map(({ id, name }) => `${name}: ${VERDICTS[results.get(id).verdict] ?? results.get(id).verdict}`)
    .join(", ");
}

function addCards() {
  for (const { id, name, where } of SIDES) {
    const made = by("card").content.cloneNode(true);
    made.querySelector(".card").dataset.side = id;
    made.querySelector(".name").textContent = name;
    made.querySelector(".where").textContent = where;
    by("cards").append(made);
  }
  if (!problem.module) card("browser").querySelector(".where").textContent = problem.why;
}

function addCases() {
  const options = problem.cases.map(({ id }) => new Option(id, id));
  by("case").append(...options, new Option("own input", OWN));
  by("hint").textContent =
    problem.shape === "stdio"
      ? "(standard input)"
      : "(as in comments: name = value, or JSON values)";
}

/** The chosen case's input; one that is too long to be shown stays on the server. */
function choose() {
  const found = problem.cases.find(({ id }) => id === by("case").value);
  if (found) {
    by("text").value = found.input ?? "";
    by("text").placeholder = found.input === null ? "This input is too long to be shown." : "";
  }
  fresh();
}

function showModule() {
  if (!problem.module) return;
  const parts = Object.entries(problem.module.parts).filter(([, bytes]) => bytes);
  const listed = parts.map(([name, bytes]) => `${name} ${size(bytes)}`).join(", ");
  by("module").textContent = `The module has ${size(problem.module.bytes)}: ${listed}.`;
}

async function start() {
  problem = await ask("/api/problem");
  document.title = `${problem.title} · lsp-judge play`;
  by("title").textContent = problem.title;
  by("about").textContent = `${problem.entry} · ${problem.language} · limit ${duration(problem.limit_ms * 1e6)}`;
  by("statement").textContent = problem.statement;
  by("statement-part").hidden = !problem.statement;
  addCards();
  addCases();
  if (problem.module) module = WebAssembly.compileStreaming(fetch("/solution.wasm"));
  choose();
  showModule();
  buttons();
  document.body.dataset.ready = "yes";
}

by("form").addEventListener("submit", (event) => {
  event.preventDefault();
  fresh();
  runAll();
});
by("run-browser").addEventListener("click", () => {
  fresh();
  inBrowser(given());
});
by("stop").addEventListener("click", () => running?.stop());
by("case").addEventListener("change", choose);
by("text").addEventListener("input", () => {
  by("case").value = OWN;
  fresh();
});

start().catch((error) => {
  by("title").textContent = "There is nothing to play";
  by("about").textContent = error.message;
});
