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

/** A task's facts, asked once for all cards drawn within a refresh. */
function factsOf(taskId) {
  const known = remembered.get(taskId);
  if (known && Date.now() - known.at < FACTS_LIVE_MS) return known.facts;
  const facts = fetch(`${ENGINE}/task/${taskId}/variables?deserializeValues=false`, {
    headers: { Accept: "application/json" },
  }).then((answer) => (answer.ok ? answer.json() : {}), () => ({}));
  remembered.set(taskId, { at: Date.now(), facts });
  return facts;
}

function drawFacts(line, facts) {
  const value = (name) => facts[name]?.value;
  line.replaceChildren();
  if (value("kind") === "DRILL") line.append(element("span", "drill", japanese ? "【訓練】" : "[DRILL]"));
  if (value("severity")) line.append(element("b", "", `SEV${value("severity")}`), "・");
  line.append(value("incidentId") ?? "");
  if (value("title")) line.append(` ${value("title")}`);
}

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
    id: "honbu-facts",
    pluginPoint: "tasklist.card",
    priority: 1000,
    render: (place, { taskId }) => {
      const line = element("div", "honbu-facts", "");
      line.addEventListener("click", () => line.closest("li").querySelector("h4 a").click());
      place.append(line);
      factsOf(taskId).then((facts) => drawFacts(line, facts));
    },
  },
];
