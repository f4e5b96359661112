/* The catch-up card: says that the incident is in sight, and comes back to whoever was away. Without this it opens and closes by its own button. */
'use strict';
(() => {
  const AWAY_MS = 10 * 60 * 1000;
  let hidden = 0;
  const looked = () => {
    const path = document.querySelector('[data-looked]')?.dataset.looked;
    // A look that is not heard only makes the card come back sooner; the line above says when the network is gone.
    if (path && !document.hidden) fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json', 'X-Honbu-Request': '1'}}).catch(() => {});
  };
  const card = () => document.getElementById('catch-up');
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) { hidden = Date.now(); return; }
    if (hidden && Date.now() - hidden > AWAY_MS && card()) card().open = true;
    looked();
  });
  setInterval(looked, 60000);
  looked();

  const copy = (text, button, said) => navigator.clipboard.writeText(text).then(() => {
    const label = button.textContent;
    button.textContent = said;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
  document.addEventListener('click', event => {
    const closer = event.target.closest('[data-close]');
    if (closer) { card().open = false; card().querySelector('summary').focus(); }
    const link = event.target.closest('[data-copy]');
    if (link && navigator.clipboard) copy(link.dataset.copy, link, link.dataset.copied).catch(() => link.closest('.shared').querySelector('input').select());
    const text = event.target.closest('[data-copy-text]');
    if (text && navigator.clipboard) {
      event.preventDefault();
      fetch(text.href, {headers: {Accept: 'text/plain'}})
        .then(answer => { if (!answer.ok) throw new Error(String(answer.status)); return answer.text(); })
        .then(words => copy(words, text, text.dataset.copyText))
        .catch(() => location.assign(text.href));
    }
    // A place of the page is a region; those of the room have no anchor of their own.
    const way = event.target.closest('.catchup a[href^="#"]');
    const place = way && (document.getElementById(way.hash.slice(1)) ?? document.querySelector(`[data-region="${CSS.escape(way.hash.slice(1))}"]`));
    if (place) { event.preventDefault(); place.scrollIntoView({block: 'start'}); }
  });
})();
