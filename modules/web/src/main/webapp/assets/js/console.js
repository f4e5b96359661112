/* One screen for a room: says what changed to whoever listens, and shows on a phone where one is. Without this it reads from top to bottom. */
'use strict';
(() => {
  const words = document.getElementById('words').dataset;

  /* ---- said once, politely: how it stands, what was added to the timeline, what is nearly due -------- */
  const MOST = 2;
  const WARN_AT = [300, 60, 0];
  const place = document.getElementById('said');
  const say = sentences => { if (sentences.length) place.textContent = sentences.join(document.documentElement.lang === 'ja' ? '。' : '. '); };
  const standing = () => document.querySelector('[data-sum]')?.dataset.sum ?? '';
  const lines = () => [...document.querySelectorAll('#timeline .tl li')].map(line => line.querySelector('time').dateTime + line.textContent);
  const wordsOf = line => line.replace(/^\S+?Z/, '').trim();
  let stood = standing();
  let known = new Set(lines());
  document.addEventListener('honbu:swapped', () => {
    const news = lines().filter(line => !known.has(line)).slice(0, MOST).map(wordsOf);
    const now = standing();
    say([...(now && now !== stood ? [now] : []), ...news]);
    stood = now;
    known = new Set(lines());
  });
  const before = new Map();
  const left = text => (text.startsWith('+') ? -1 : 1) * text.replace('+', '').split(':').reduce((all, part) => all * 60 + Number(part), 0);
  setInterval(() => document.querySelectorAll('[data-say]').forEach(clock => {
    const due = clock.querySelector('[data-due]');
    const seconds = left(due.textContent);
    const key = clock.dataset.say + due.dataset.due;
    const passed = WARN_AT.filter(limit => (before.get(key) ?? -Infinity) > limit && seconds <= limit).pop();
    before.set(key, seconds);
    if (passed === undefined) return;
    say([passed === 0 ? `${clock.dataset.say} ${words.over}` : words.left.replace('{0}', clock.dataset.say).replace('{1}', String(passed / 60))]);
  }), 1000);

  /* ---- on a phone: the tab of what stands under the head ---------------------------------------------- */
  let drawing = 0;
  const mark = () => {
    drawing = 0;
    const tabs = [...document.querySelectorAll('.sections a')];
    const head = document.querySelector('.hd')?.getBoundingClientRect().bottom ?? 0;
    const at = tabs.filter(tab => (document.querySelector(tab.hash)?.getBoundingClientRect().top ?? Infinity) <= head + 90).pop() ?? tabs[0];
    tabs.forEach(tab => { if (tab === at) tab.setAttribute('aria-current', 'true'); else tab.removeAttribute('aria-current'); });
  };
  const soon = () => { drawing ||= requestAnimationFrame(mark); };
  addEventListener('scroll', soon, {passive: true});
  addEventListener('resize', soon);
  document.addEventListener('honbu:swapped', soon);
  mark();
})();
