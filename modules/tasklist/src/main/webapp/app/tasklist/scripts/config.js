// Read by Tasklist before anything else (a JavaScript module). Japanese for Japanese browsers, English for everybody else.
const japanese = (navigator.languages?.[0] ?? navigator.language).startsWith("ja");
document.documentElement.lang = japanese ? "ja" : "en";

export default {
  app: japanese ? { vendor: "本部", name: "タスク一覧" } : { vendor: "Honbu", name: "Tasklist" },
  locales: { availableLocales: ["ja", "en"], fallbackLocale: "en" },
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
