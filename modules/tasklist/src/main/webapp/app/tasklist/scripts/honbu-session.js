// Keeps a person from standing before a page that no longer works.
//  - The session has ended (the gate says 401): load the page again. While Keycloak still knows them they are back at
//    once, at the same task; otherwise they see its login.
//  - They signed out: go to Honbu's front door instead of Camunda's own login form, which can never succeed here.
const PLACE = "honbu.place";
const LAST_RELOAD = "honbu.reloaded";
const LEAST_BETWEEN_RELOADS_MS = 15000;

const remembered = sessionStorage.getItem(PLACE);
sessionStorage.removeItem(PLACE);
if (location.hash.startsWith("#/login")) {
  history.replaceState(null, "", remembered ?? "#/");
}

function comeBack() {
  const now = Date.now();
  if (now - Number(sessionStorage.getItem(LAST_RELOAD) ?? 0) < LEAST_BETWEEN_RELOADS_MS) return;
  sessionStorage.setItem(LAST_RELOAD, String(now));
  if (!location.hash.startsWith("#/login")) sessionStorage.setItem(PLACE, location.hash);
  location.reload();
}

function judge(url, status) {
  const path = new URL(url, location.href).pathname;
  if (!path.includes("/api/")) return;
  if (path.endsWith("/logout") && status < 300) location.replace("/");
  else if (status === 401) comeBack();
}

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  this.addEventListener("load", () => judge(url, this.status));
  return open.call(this, method, url, ...rest);
};

const originalFetch = window.fetch;
window.fetch = async (...call) => {
  const answer = await originalFetch(...call);
  judge(answer.url || String(call[0]), answer.status);
  return answer;
};

export default [];
