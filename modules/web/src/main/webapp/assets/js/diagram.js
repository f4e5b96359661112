/* Draws each diagram with the way gone and the place now. Without it the list below the picture says the same. */
'use strict';
(() => {
  const drawn = new Map(); // address of a diagram → its XML: a live page asks once
  const xmlOf = address => {
    if (!drawn.has(address)) drawn.set(address, fetch(address).then(r => r.ok ? r.text() : Promise.reject(new Error(r.status))));
    return drawn.get(address);
  };
  const draw = async place => {
    if (place.dataset.drawn) return;
    place.dataset.drawn = 'true';
    try {
      const viewer = new BpmnJS({container: place});
      await viewer.importXML(await xmlOf(place.dataset.diagram));
      const canvas = viewer.get('canvas');
      const known = viewer.get('elementRegistry');
      const mark = (ids, marker) => ids.split(' ').filter(id => id && known.get(id)).forEach(id => canvas.addMarker(id, marker));
      mark(place.dataset.went, 'hb-went');
      mark(place.dataset.now, 'hb-now');
      canvas.zoom('fit-viewport', 'auto');
    } catch {
      place.hidden = true;
    }
  };
  const drawAll = () => document.querySelectorAll('details[open] > .diagram').forEach(draw);
  document.addEventListener('toggle', event => { if (event.target.matches?.('details.picture')) drawAll(); }, true);
  document.addEventListener('honbu:swapped', drawAll);
  drawAll();
})();
