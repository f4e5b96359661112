/* Draws each diagram with the way gone and the place now. Without it the list below the picture says the same. */
'use strict';
(() => {
  const drawn = new Map(); // address of a diagram → its XML: a live page asks once
  const xmlOf = address => {
    if (!drawn.has(address)) drawn.set(address, fetch(address).then(r => r.ok ? r.text() : Promise.reject(new Error(r.status))));
    return drawn.get(address);
  };
  // Labels carry both languages, 「指揮する / Lead the incident」: the picture has room for one.
  const half = document.documentElement.lang === 'ja' ? '$1' : '$2';
  const inReadersLanguage = xml => xml.replace(/ name="([^"]*?) \/ ([^"]*?)"/g, ` name="${half}"`);
  // The whole when it can be read; else as large as reading needs, with the place now in the middle.
  const READABLE = 0.62;
  const show = (canvas, known, now) => {
    const fit = canvas.zoom('fit-viewport', 'auto');
    const here = now && known.get(now);
    if (fit >= READABLE || !here) return;
    const box = canvas.viewbox();
    const width = box.outer.width / READABLE;
    const height = box.outer.height / READABLE;
    canvas.viewbox({x: here.x + here.width / 2 - width / 2, y: here.y + here.height / 2 - height / 2, width, height});
  };
  const draw = async place => {
    if (place.dataset.drawn) return;
    place.dataset.drawn = 'true';
    try {
      const viewer = new BpmnJS({container: place});
      await viewer.importXML(inReadersLanguage(await xmlOf(place.dataset.diagram)));
      const canvas = viewer.get('canvas');
      const known = viewer.get('elementRegistry');
      const mark = (ids, marker) => ids.split(' ').filter(id => id && known.get(id)).forEach(id => canvas.addMarker(id, marker));
      mark(place.dataset.went, 'hb-went');
      mark(place.dataset.now, 'hb-now');
      show(canvas, known, place.dataset.now.split(' ')[0]);
    } catch {
      place.hidden = true;
    }
  };
  const drawAll = () => document.querySelectorAll('.picture.first > .diagram, details[open] > .diagram').forEach(draw);
  document.addEventListener('toggle', event => { if (event.target.matches?.('details.picture')) drawAll(); }, true);
  document.addEventListener('honbu:swapped', drawAll);
  drawAll();
})();
