/* Everything here is an improvement only: without it each page still reads, and each button still sends its form. */
'use strict';
(() => {
  const words = document.getElementById('words').dataset;
  const regions = () => document.querySelectorAll('[data-region]');
  let lastNews = Date.now();
  // What the server said for each region, without its clocks' digits: scripts change the page, and only news should.
  const said = new WeakMap();
  const wordsOf = region => region.innerHTML.replace(/(data-(?:due|since)="[^"]*">)[^<]*/g, '$1').replace(/stroke-dasharray="[^"]*"/g, '');
  const remember = () => regions().forEach(region => said.has(region) || said.set(region, wordsOf(region)));
  remember();

  /* ---- clocks: every deadline counts down, and up once it is over --------------------------------- */
  const two = n => String(n).padStart(2, '0');
  const span = s => s >= 3600
    ? `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`
    : `${Math.floor(s / 60)}:${two(s % 60)}`;
  const tick = () => {
    document.querySelectorAll('[data-due]').forEach(clock => {
      const left = Math.round((Date.parse(clock.dataset.due) - Date.now()) / 1000);
      if (Number.isNaN(left)) return;
      clock.textContent = left >= 0 ? span(left) : '+' + span(-left);
      clock.closest('[data-deadline]')?.classList.toggle('t-danger', left < 0);
      const bar = clock.closest('[data-deadline]')?.querySelector('progress');
      if (bar) bar.value = Math.max(0, left);
      const ring = clock.closest('[data-box]');
      if (ring) {
        ring.querySelector('.fg').setAttribute('stroke-dasharray', `${Math.max(0, Math.min(100, 100 * left / ring.dataset.box))} 100`);
        if (!ring.classList.contains('wait')) ring.classList.toggle('over', left < 0);
      }
    });
    document.querySelectorAll('[data-since]').forEach(clock => {
      clock.textContent = span(Math.max(0, Math.round((Date.now() - Date.parse(clock.dataset.since)) / 1000)));
    });
  };
  setInterval(tick, 1000);

  /* ---- notices: said of the moment; once news have redrawn the page they go, but not before they could be read -- */
  const READ_MS = 8000;
  let noticed = Date.now();
  let going = 0;
  const outdate = () => {
    clearTimeout(going);
    going = setTimeout(
      () => document.querySelectorAll('#notices > .info').forEach(notice => notice.remove()),
      Math.max(0, noticed + READ_MS - Date.now()));
  };

  /* ---- live: the server says that something changed; the page fetches itself and swaps its regions -- */
  const swap = html => {
    const fresh = new DOMParser().parseFromString(html, 'text/html');
    let redrawn = false;
    regions().forEach(old => {
      const now = fresh.querySelector(`[data-region="${old.dataset.region}"]`);
      if (!now || said.get(old) === wordsOf(now)) return;
      // Never under somebody's hands: a region being typed into or pressed waits for the next round.
      const busy = old.contains(document.activeElement) && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
      if (busy || old.querySelector('dialog[open],[aria-busy=true]')) return;
      const open = [...old.querySelectorAll('details[open][id]')].map(d => d.id);
      said.set(now, wordsOf(now));
      const closed = [...old.querySelectorAll('details[id]:not([open])')].map(d => d.id);
      old.replaceWith(now);
      redrawn = true;
      closed.forEach(id => { const d = document.getElementById(id); if (d) d.open = false; });
      open.forEach(id => { const d = document.getElementById(id); if (d) d.open = true; });
      now.classList.add('fresh');
    });
    const notices = fresh.getElementById('notices');
    if (notices?.childElementCount) {
      clearTimeout(going);
      noticed = Date.now();
      document.getElementById('notices').replaceWith(notices);
    } else if (redrawn) {
      outdate();
    }
    lastNews = Date.now();
    tick();
    document.dispatchEvent(new Event('honbu:swapped'));
  };
  const refresh = async () => {
    const answer = await fetch(location.pathname, {headers: {Accept: 'text/html'}, redirect: 'error'});
    if (!answer.ok) throw new Error(String(answer.status));
    swap(await answer.text());
  };
  const offline = document.getElementById('offline');
  const online = document.getElementById('live');
  const show = connected => {
    online.hidden = !connected;
    offline.hidden = connected;
    if (!connected) {
      document.getElementById('offline-since').textContent =
        new Date(lastNews).toLocaleTimeString(document.documentElement.lang, {hour: '2-digit', minute: '2-digit', second: '2-digit'});
    }
  };
  if (document.body.dataset.live === 'true' && window.EventSource) {
    const SILENCE_MS = 25000;
    let waiting = 0;
    const soon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => refresh().then(() => show(true), () => show(false)), 120 + Math.random() * 200);
    };
    let source;
    const connect = () => {
      source?.close();
      source = new EventSource('/live' + document.body.dataset.path);
      source.onopen = () => { show(true); soon(); };
      source.addEventListener('changed', soon);
      source.addEventListener('beat', () => { lastNews = Date.now(); });
      source.onerror = () => { show(false); if (source.readyState === EventSource.CLOSED) setTimeout(connect, 4000); };
    };
    // A network that falls silent breaks no connection: the server beats every 10 s, so its silence says it.
    setInterval(() => { if (Date.now() - lastNews > SILENCE_MS && offline.hidden) { show(false); connect(); } }, 1000);
    addEventListener('offline', () => show(false));
    addEventListener('online', connect);
    document.getElementById('reconnect').addEventListener('click', connect);
    connect();
  }

  /* ---- acts: sent once, seen while under way, and a failure stays beside the button until it worked -- */
  const forget = () => document.querySelector('.act-failed')?.remove();
  const problem = (text, way) => {
    forget();
    const line = document.createElement('p');
    line.className = 'ban warn act-failed';
    line.setAttribute('role', 'alert');
    const said = document.createElement('span');
    said.textContent = text;
    line.append(said);
    if (way) line.append(way);
    document.getElementById('notices').append(line);
    line.scrollIntoView({block: 'nearest'});
  };
  const wayOut = (name, words) => Object.assign(document.createElement(name), {className: 'btn s push', textContent: words});
  const signIn = () => Object.assign(wayOut('a', words.signIn), {href: location.pathname});
  const again = (form, button) => {
    const retry = Object.assign(wayOut('button', words.retry), {type: 'button'});
    // The page may have been redrawn since; then the button stands there anew, if it is still offered.
    retry.addEventListener('click', () => { forget(); if (button.isConnected) form.requestSubmit(button); else location.reload(); });
    return retry;
  };
  document.addEventListener('submit', async event => {
    const form = event.target.closest('form.act');
    if (!form) return;
    event.preventDefault();
    const button = event.submitter ?? form.querySelector('button');
    if (button.getAttribute('aria-busy') === 'true') return;
    const label = [...button.childNodes];
    const data = new URLSearchParams(new FormData(form));
    if (button.name) data.set(button.name, button.value);
    button.setAttribute('aria-busy', 'true');
    const first = setTimeout(() => { button.textContent = words.sending; }, 200);
    const second = setTimeout(() => { button.textContent = words.still; }, 3000);
    try {
      const answer = await fetch(form.action, {method: 'POST', body: data, headers: {Accept: 'text/html', 'X-Honbu-Request': '1'}});
      const next = answer.headers.get('X-Honbu-Next');
      if (next) {
        forget();
        form.closest('dialog')?.close();
        if (next !== location.pathname) { location.assign(next); return; }
        button.removeAttribute('aria-busy');
        await refresh();
        if (!document.querySelector('#notices .warn')) form.reset(); // refused words are kept, to be mended
      } else {
        problem(new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-problem]')?.textContent ?? words.failed);
      }
    } catch {
      // The network is gone, or the session ended and the answer was a login page of another origin.
      const gone = navigator.onLine && await fetch('/ready').then(r => r.ok, () => false);
      if (gone) problem(words.signedOut, signIn());
      else problem(words.failed, again(form, button));
    } finally {
      clearTimeout(first);
      clearTimeout(second);
      button.removeAttribute('aria-busy');
      if (button.isConnected) button.replaceChildren(...label);
    }
  });

  /* ---- dialogs: “list the effects”, with the way back in focus ------------------------------------- */
  const prefill = (dialog, said) => {
    for (const name of ['reason', 'successor', 'owner']) {
      const choice = dialog.querySelector(`select[name=${name}]`);
      if (said[name] && choice) choice.value = said[name];
    }
  };
  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-dialog]');
    if (opener) {
      event.preventDefault();
      const dialog = document.getElementById(opener.dataset.dialog);
      prefill(dialog, opener.dataset);
      dialog.showModal();
      dialog.querySelector('[data-back]')?.focus();
    }
    if (event.target.closest('[data-back]')) event.target.closest('dialog').close();
    document.querySelectorAll('details.menu[open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
  });

  /* ---- presence: whoever commands is seen while the page is open; the line above says when the network is gone -- */
  const present = () => {
    const path = document.querySelector('[data-presence]')?.dataset.presence;
    if (path) fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json', 'X-Honbu-Request': '1'}}).catch(() => show(false));
  };
  setInterval(present, 60000);
  present();

  /* ---- keys: letters open things and never commit anything ----------------------------------------- */
  let g = false;
  document.addEventListener('keydown', event => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (typing && event.key === 'Enter' && event.ctrlKey) event.target.form?.requestSubmit();
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (g && event.key === 'b') location.assign('/incidents');
    g = event.key === 'g';
    if (event.key === 'c' && document.querySelector('.declare')) location.assign('/declare');
    document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.focus();
  });
  document.querySelectorAll('textarea[maxlength]').forEach(box => {
    const count = document.getElementById(box.id + '-count');
    const say = () => { if (count) count.textContent = `${[...box.value].length}/${box.maxLength}`; };
    box.addEventListener('input', say);
    say();
  });
  tick();
})();
