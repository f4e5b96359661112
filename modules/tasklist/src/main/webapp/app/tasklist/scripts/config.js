// Read by Tasklist before anything else (a JavaScript module). Language and theme as chosen on Honbu's pages; without a
// choice Japanese for Japanese browsers, English for everybody else, and the device's theme.
const chosen = (name) => document.cookie.match(`(?:^|; )${name}=([a-z]+)`)?.[1];
const language = chosen("honbu-language") ?? ((navigator.languages?.[0] ?? navigator.language).startsWith("ja") ? "ja" : "en");
const japanese = language === "ja";
document.documentElement.lang = language;
const theme = chosen("honbu-theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

export default {
  app: japanese ? { vendor: "本部", name: "タスク一覧" } : { vendor: "Honbu", name: "Tasklist" },
  locales: { availableLocales: [language], fallbackLocale: language },
  dateFormat: japanese
    ? { monthName: "M月", day: "D日", abbr: "M/D HH:mm", normal: "M月D日 HH:mm", long: "YYYY年M月D日 (dd) HH:mm", short: "M月D日" }
    : { monthName: "MMMM", day: "DD", abbr: "D MMM HH:mm", normal: "D MMM HH:mm", long: "ddd D MMM YYYY HH:mm", short: "D MMM" },
  customScripts: ["scripts/honbu-session.js", "scripts/honbu-words.js", "scripts/honbu-plugins.js"],
  disableWelcomeMessage: true,
  csrfCookieName: "XSRF-TOKEN",
  shortcuts: {
    claimTask: { key: "ctrl+alt+c", description: japanese ? "選んでいるタスクを担当する" : "claim the selected task" },
    focusFilter: { key: "ctrl+shift+f", description: japanese ? "フィルターの先頭へ" : "go to the first filter" },
    focusList: { key: "ctrl+alt+l", description: japanese ? "タスクの先頭へ" : "go to the first task" },
    focusForm: { key: "ctrl+alt+f", description: japanese ? "記入欄の先頭へ" : "go to the first field of the form" },
  },
};
