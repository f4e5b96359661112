// The way back: a link to Honbu in Tasklist's header, through Tasklist's own plugin point.
const japanese = document.documentElement.lang === "ja";

document.querySelector("link[rel=icon]")?.setAttribute("href", "../img/honbu-mark.svg");

export default [
  {
    id: "honbu-board",
    pluginPoint: "tasklist.navbar.action",
    priority: 200,
    render: (place) => {
      const link = document.createElement("a");
      link.href = "/";
      link.className = "honbu-board";
      link.textContent = japanese ? "開いている障害" : "Open incidents";
      place.append(link);
    },
  },
];
