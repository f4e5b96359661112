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
  const MARGIN = 24;
  // The picture has its own size and its place scrolls, by finger, wheel or arrow keys; "whole" shrinks it to the place.
  const show = (place, canvas, now, how) => {
    const {inner} = canvas.viewbox();
    const paper = place.querySelector('.bjs-container');
    const whole = Math.min(1, place.clientWidth / (inner.width + 2 * MARGIN));
    const scale = how === 'whole' ? whole : Math.max(whole, 0.95);
    paper.style.width = `${Math.max(place.clientWidth, (inner.width + 2 * MARGIN) * scale)}px`;
    paper.style.height = `${(inner.height + 2 * MARGIN) * scale}px`;
    canvas.resized();
    canvas.viewbox({x: inner.x - MARGIN, y: inner.y - MARGIN, width: paper.clientWidth / scale, height: paper.clientHeight / scale});
    if (!now) return;
    place.scrollLeft = (now.x + now.width / 2 - inner.x + MARGIN) * scale - place.clientWidth / 2;
    place.scrollTop = (now.y + now.height / 2 - inner.y + MARGIN) * scale - place.clientHeight / 2;
  };
  const token = words => Object.assign(document.createElement('span'), {className: 'token', textContent: words});
  // A step that stands for a diagram of its own leads there, when the incident has been there.
  const goInto = step => {
    const picture = document.querySelector(`details.picture[data-process="${CSS.escape(step.businessObject.calledElement ?? '')}"]`);
    if (!picture) return;
    picture.open = true;
    picture.scrollIntoView({block: 'start', behavior: 'smooth'});
    picture.querySelector('summary').focus({preventScroll: true});
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
      known.filter(step => document.querySelector(`details.picture[data-process="${CSS.escape(step.businessObject?.calledElement ?? ' ')}"]`))
        .forEach(step => canvas.addMarker(step.id, 'hb-call'));
      viewer.on('element.click', event => goInto(event.element));
      const here = place.dataset.now.split(' ').map(id => known.get(id)).filter(Boolean);
      here.forEach(step => viewer.get('overlays').add(step.id, {position: {top: -15, left: step.width / 2 - 32}, html: token(place.dataset.here)}));
      const zoom = place.previousElementSibling;
      const set = how => {
        show(place, canvas, here[0], how);
        zoom.querySelectorAll('[data-zoom]').forEach(button => button.setAttribute('aria-pressed', String(button.dataset.zoom === how)));
      };
      zoom.hidden = false;
      zoom.addEventListener('click', event => { const how = event.target.closest('[data-zoom]')?.dataset.zoom; if (how) set(how); });
      set('here');
    } catch {
      place.hidden = true;
    }
  };
  const drawAll = () => document.querySelectorAll('details.picture[open] > .diagram').forEach(draw);
  document.addEventListener('toggle', event => { if (event.target.matches?.('details.picture')) drawAll(); }, true);
  document.addEventListener('honbu:swapped', drawAll);
  // On a phone a picture is opened by whoever wants it.
  if (matchMedia('(max-width:720px)').matches) document.querySelectorAll('details.picture').forEach(picture => { picture.open = false; });
  drawAll();
})();
