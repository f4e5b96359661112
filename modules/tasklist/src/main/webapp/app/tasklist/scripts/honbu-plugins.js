// What Tasklist shows of Honbu, through its own plugin points: the way back, and which incident a task belongs to.
const japanese = document.documentElement.lang === "ja";
const ENGINE = document.querySelector("base").getAttribute("engine-api") + "engine/default";
const FACTS_LIVE_MS = 20000;
const remembered = new Map();

document.querySelector("link[rel=icon]")?.setAttribute("href", "../img/honbu-mark.svg");

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A task's facts, asked once for all cards drawn within a refresh; of a private one, outsiders learn which it is. */
function factsOf(taskId) {
  const known = remembered.get(taskId);
  if (known && Date.now() - known.at < FACTS_LIVE_MS) return known.facts;
  const ask = (what) => fetch(`${ENGINE}/task/${taskId}/${what}`, { headers: { Accept: "application/json" } });
  const facts = ask("variables?deserializeValues=false")
    .then((answer) => (answer.status === 403 ? ask("form-variables?variableNames=incidentId&deserializeValues=false") : answer))
    .then((answer) => (answer.ok ? answer.json() : {}), () => ({}));
  remembered.set(taskId, { at: Date.now(), facts });
  return facts;
}

/** What Honbu's record says of an incident: its title and state, which no process carries. */
function incidentOf(id) {
  const known = remembered.get(id);
  if (known && Date.now() - known.at < FACTS_LIVE_MS) return known.facts;
  const incident = fetch(`/api/v1/incidents/${encodeURIComponent(id)}`, { headers: { Accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : {}), () => ({}));
  remembered.set(id, { at: Date.now(), facts: incident });
  return incident;
}

/** Drill mark, severity, number and title: what every line about an incident begins with. */
async function drawIncident(line, taskId) {
  const facts = await factsOf(taskId);
  const id = facts.incidentId?.value;
  const incident = id ? await incidentOf(id) : {};
  const severity = incident.severity ?? facts.severity?.value;
  line.replaceChildren();
  if ((incident.kind ?? facts.kind?.value) === "DRILL") line.append(element("span", "drill", japanese ? "【訓練】" : "[DRILL]"));
  if (severity) line.append(element("b", "", `SEV${severity}`), "・");
  line.append(id ?? "");
  if (incident.what) line.append(element("span", "title", ` ${incident.what}`));
  return incident;
}

const taskOnScreen = () => new URLSearchParams(location.hash.split("?")[1] ?? "").get("task");

export default [
  {
    id: "honbu-board",
    pluginPoint: "tasklist.navbar.action",
    priority: 1000,
    render: (place) => {
      const link = element("a", "honbu-board", japanese ? "開いている障害" : "Open incidents");
      link.href = "/incidents";
      place.append(link);
    },
  },
  {
    // This plugin point is not told which task is shown, and the router changes the address without an event.
    id: "honbu-incident",
    pluginPoint: "tasklist.task.action",
    priority: 1000,
    render: (place) => {
      const line = element("div", "honbu-incident", "");
      const facts = element("span", "honbu-facts", "");
      const state = element("span", "state", "");
      const page = element("a", "", japanese ? "障害のページ" : "Incident page");
      line.append(facts, state, page);
      place.append(line);
      let drawn = "";
      const draw = async () => {
        const taskId = taskOnScreen();
        line.hidden = !taskId;
        if (!taskId || taskId === drawn) return;
        drawn = taskId;
        const incident = await drawIncident(facts, taskId);
        state.textContent = incident.stateLabel ?? "";
        page.hidden = !incident.url;
        if (incident.url) page.href = incident.url;
      };
      new MutationObserver(draw).observe(document.querySelector(".column-right") ?? document.body, { childList: true, subtree: true });
      setInterval(() => { drawn = ""; draw(); }, FACTS_LIVE_MS);
      draw();
    },
  },
  {
    id: "honbu-facts",
    pluginPoint: "tasklist.card",
    priority: 1000,
    render: (place, { taskId }) => {
      const line = element("div", "honbu-facts", "");
      line.addEventListener("click", () => line.closest("li").querySelector("h4 a").click());
      place.append(line);
      drawIncident(line, taskId);
    },
  },
];
