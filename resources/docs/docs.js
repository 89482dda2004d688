// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lists the routes of /openapi.json by tag, and sends the requests that are tried out. Nothing is stored, nothing is loaded
// from elsewhere, and what the server says is shown as text, never as markup.
"use strict";

const root = new URL("..", document.baseURI); // also behind a proxy that adds a folder
let description;

/** An element: attributes, then children (elements or texts). */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

/** Text with `code` and **bold**. */
function inline(text = "") {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((piece) => {
    if (piece.startsWith("`")) return make("code", {}, piece.slice(1, -1));
    return piece.startsWith("**") ? make("strong", {}, piece.slice(2, -2)) : piece;
  });
}

/** A paragraph for each part between blank lines. */
function prose(text = "") {
  return text.split("\n\n").filter(Boolean).map((paragraph) => make("p", {}, ...inline(paragraph)));
}

function resolved(thing) {
  if (!thing || !thing.$ref) return thing;
  const target = thing.$ref.slice(2).split("/").reduce((node, key) => node[key], description);
  return { ...target, ...thing, $ref: undefined, name: target.name ?? thing.$ref.split("/").pop() };
}

/** A schema with its references followed and allOf merged. */
function whole(schema) {
  const { allOf = [], ...own } = resolved(schema) ?? {};
  return [...allOf.map(whole), own].reduce((all, part) => {
    const properties = { ...all.properties };
    for (const [key, value] of Object.entries(part.properties ?? {})) properties[key] = { ...properties[key], ...value };
    return { ...all, ...part, properties, required: [...(all.required ?? []), ...(part.required ?? [])] };
  }, {});
}

/** "string or null, 1 … 64 characters, default "vip"" */
function rule(schema) {
  const types = schema.anyOf ? schema.anyOf.map((one) => one.type ?? "object") : [schema.type ?? []].flat();
  const inner = schema.items && whole(schema.items);
  const said = [types.join(" or ") + (inner ? ` of ${inner.enum?.join(" | ") ?? inner.type}` : ""), schema.format !== "int64" && schema.format];
  if (schema.enum) said.push(schema.enum.join(" | "));
  if (schema.const !== undefined) said.push(JSON.stringify(schema.const));
  if (schema.exclusiveMinimum !== undefined) said.push(`above ${schema.exclusiveMinimum}`);
  for (const [least, most, unit] of [["minimum", "maximum", ""], ["minLength", "maxLength", " characters"], ["minItems", "maxItems", " items"]]) {
    if (schema[most] === undefined && schema[least] !== undefined) said.push(`at least ${schema[least]}${unit}`);
    else if (schema[most] !== undefined) said.push((schema[least] === undefined ? "at most " : `${schema[least]} … `) + schema[most] + unit);
  }
  if (schema.pattern && !schema.format) said.push(`\`${schema.pattern}\``);
  if (schema.default !== undefined) said.push(`default \`${JSON.stringify(schema.default)}\``);
  return said.filter(Boolean).join(", ");
}

/** What is inside a schema, as nested lists. */
function members(schema) {
  const inner = whole(schema);
  const deeper = inner.items ?? inner.anyOf?.find((one) => one.$ref);
  const entries = Object.entries(inner.properties ?? {}).filter(([, value]) => !value.readOnly);
  if (entries.length === 0) return deeper ? members(deeper) : undefined;
  return make("ul", { class: "members" }, ...entries.map(([name, value]) => {
    const merged = { ...whole(value), description: value.description ?? whole(value).description };
    const mark = inner.required?.includes(name) ? { class: "required", title: "required" } : {};
    const text = make("span", { class: "dim" }, ...inline(` ${rule(merged)}${merged.description ? ". " + merged.description : ""}`));
    return make("li", {}, make("code", mark, name), text, members(value));
  }));
}

function folded(title, content) {
  return content && make("details", {}, make("summary", {}, title), content);
}

/** Input, label and explanation of one parameter; `read` adds what was typed to the request. */
function parameterInput(parameter, id) {
  const schema = whole(parameter.schema);
  const choices = schema.enum ?? (schema.type === "boolean" ? ["true", "false"] : undefined);
  const isMap = schema.type === "object";
  let input = make("input", { id, required: parameter.required });
  if (choices) input = make("select", { id }, make("option", { value: "" }, "–"), ...choices.map((one) => make("option", {}, one)));
  if (isMap) input = make("textarea", { id, placeholder: Object.entries(parameter.example ?? {}).map((pair) => pair.join("=")).join("\n") });
  const hint = { array: " Several: with commas between.", object: " One NAME=VALUE a line." }[schema.type] ?? "";
  const label = make("label", { for: id, class: parameter.required && "required" }, make("code", {}, parameter.name));
  const read = (request) => {
    const text = input.value.trim();
    if (parameter.in === "path") request.path = request.path.replace(`{${parameter.name}}`, encodeURIComponent(text));
    else if (isMap) text.split("\n").filter(Boolean).forEach((line) => request.query.append(...line.split(/=(.*)/s, 2)));
    else if (schema.type === "array") text.split(",").filter(Boolean).forEach((one) => request.query.append(parameter.name, one.trim()));
    else if (text) request.query.append(parameter.name, text);
  };
  const rules = isMap ? "" : ` (${rule(schema)})`;
  return { row: [label, input, make("span", { class: "dim" }, ...inline(`${parameter.description ?? ""}${hint}${rules}`))], read };
}

/** The field for a body, with its examples to choose from. */
function bodyInput(body, id) {
  const [type, content] = Object.entries(body.content)[0];
  const examples = content.examples ?? { example: { summary: "Example", value: content.example ?? "" } };
  const written = (value) => (typeof value === "string" ? value : JSON.stringify(value, null, 2));
  const field = make("textarea", { id, spellcheck: "false", rows: 8 });
  const choice = make("select", { "aria-label": "Example" }, ...Object.entries(examples).map(([key, one]) => make("option", { value: key }, one.summary || key)));
  const fillIn = () => { field.value = written(examples[choice.value].value); };
  choice.addEventListener("change", fillIn);
  fillIn();
  const title = make("h3", {}, make("label", { for: id }, `Body (${type}${body.required ? "" : ", may be left out"}) `), Object.keys(examples).length > 1 ? choice : "");
  return { parts: [title, ...prose(body.description), field, folded("Members", members(content.schema))], read: (request) => {
    if (!field.value.trim()) return;
    request.body = field.value;
    request.headers["Content-Type"] = type;
  } };
}

async function send(request, output) {
  const token = document.getElementById("token").value.trim();
  if (token) request.headers.Authorization = `Bearer ${token}`;
  const query = request.query.toString();
  const url = new URL(request.path.slice(1) + (query ? "?" + query : ""), root);
  const begun = performance.now();
  try {
    const { method, headers, body } = request;
    const answer = await fetch(url, { method, headers, body, cache: "no-store", credentials: "omit" });
    const text = await answer.text();
    const took = Math.round(performance.now() - begun);
    let shown = text;
    try { shown = JSON.stringify(JSON.parse(text), null, 2); } catch { /* no JSON: as it is */ }
    const location = answer.headers.get("Location");
    output.replaceChildren(
      make("p", { class: answer.ok ? "" : "bad" }, make("strong", {}, `${answer.status} ${answer.statusText}`), ` in ${took} ms`),
      make("p", { class: "dim" }, `${method.toUpperCase()} ${url.pathname}${url.search}`, location ? ` → Location: ${location}` : ""),
      shown ? make("pre", { tabindex: 0, "aria-label": "Body of the answer" }, shown) : "");
  } catch (error) {
    output.replaceChildren(make("p", { class: "bad" }, `There was no answer: ${error.message}`));
  }
}

function responseRow([status, reference]) {
  const response = resolved(reference);
  const content = Object.values(response.content ?? {})[0];
  const headers = Object.keys(response.headers ?? {}).join(", ");
  const text = make("span", { class: "dim" }, ...inline(` ${response.description}${headers ? ` Headers: ${headers}.` : ""}`));
  const isProblem = content?.schema?.$ref?.endsWith("/Problem");
  return make("li", {}, make("code", {}, status), text, content && !isProblem ? folded("Members", members(content.schema)) : undefined);
}

/** What is seen of a route once it is opened. */
function routeBody(path, method, operation) {
  const id = operation.operationId;
  const inputs = (operation.parameters ?? []).map(resolved).map((parameter) => parameterInput(parameter, `${id}-${parameter.name}`));
  const body = operation.requestBody && bodyInput(operation.requestBody, `${id}-body`);
  const output = make("div", { class: "answer", role: "status" });
  const button = make("button", { type: "submit" }, "Send");
  const form = make("form", {}, inputs.length ? make("h3", {}, "Parameters") : undefined,
    make("div", { class: "inputs" }, ...inputs.flatMap((input) => input.row)), ...(body?.parts ?? []), button, output);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const request = { method: method.toUpperCase(), path, query: new URLSearchParams(), headers: {} };
    for (const input of [...inputs, body]) input?.read(request);
    button.disabled = true;
    await send(request, output);
    button.disabled = false;
  });
  const responses = make("ul", { class: "members" }, ...Object.entries(operation.responses).map(responseRow));
  return make("div", {}, ...prose(operation.description), form, make("h3", {}, "Answers"), responses);
}

function route(path, method, operation) {
  const isOpen = operation.security && (operation.security.length === 0 || operation.security.some((one) => Object.keys(one).length === 0));
  const details = make("details", { class: "route", id: operation.operationId },
    make("summary", {}, make("span", { class: `method ${method}` }, method), make("span", { class: "path" }, path),
      make("span", { class: isOpen ? "dim open" : "dim" }, operation.summary)));
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) details.append(routeBody(path, method, operation));
  });
  details.words = `${method} ${path} ${operation.summary} ${operation.description ?? ""}`.toLowerCase();
  return details;
}

function show() {
  document.getElementById("title").textContent = `${description.info.title}: REST interface`;
  document.getElementById("about").append(...prose(description.info.description));
  const all = Object.entries(description.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method, operation })));
  const sections = description.tags.map((tag) => make("section", { id: `tag-${tag.name}` }, make("h2", {}, tag.name), ...prose(tag.description),
    ...all.filter((one) => one.operation.tags.includes(tag.name)).map((one) => route(one.path, one.method, one.operation))));
  document.getElementById("tags").append(...description.tags.map((tag) => make("a", { href: `#tag-${tag.name}` }, tag.name)));
  document.getElementById("routes").replaceChildren(...sections);
  document.getElementById("find").addEventListener("input", (event) => {
    const wanted = event.target.value.toLowerCase().split(" ").filter(Boolean);
    for (const section of sections) {
      const routes = [...section.querySelectorAll("details.route")];
      for (const one of routes) one.hidden = !wanted.every((word) => one.words.includes(word));
      section.hidden = routes.every((one) => one.hidden);
    }
  });
  const linked = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (linked?.matches("details")) linked.open = true;
  linked?.scrollIntoView();
}

document.getElementById("access").addEventListener("submit", (event) => event.preventDefault());
fetch(new URL("openapi.json", root))
  .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`HTTP ${answer.status}`))))
  .then((answer) => { description = answer; show(); })
  .catch((error) => { document.querySelector("#routes [role=status]").textContent = `The description could not be read: ${error.message}`; });
