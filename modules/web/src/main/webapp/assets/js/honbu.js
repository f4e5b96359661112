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

  /* ---- clocks: by the server's time; every deadline counts down, and up once it is over ----------- */
  // A phone's clock may be wrong by minutes. A page says too early a time by as long as it was under way, so the latest
  // counts; more than that only a clock that was set here.
  const LONG_UNDER_WAY_MS = 10000;
  let ahead = Number.NEGATIVE_INFINITY;
  const readClock = page => {
    const said = Date.parse(page.getElementById('clock')?.dataset.now) - Date.now();
    if (said > ahead || ahead - said > LONG_UNDER_WAY_MS) ahead = said;
  };
  readClock(document);
  const now = () => Date.now() + (Number.isFinite(ahead) ? ahead : 0);
  const two = n => String(n).padStart(2, '0');
  const DAYS_FROM_S = 48 * 3600;
  const days = (d, h) => document.documentElement.lang.startsWith('ja') ? `${d} 日 ${h} 時間` : `${d} d ${h} h`;
  const span = s => s >= DAYS_FROM_S ? days(Math.floor(s / 86400), Math.floor(s / 3600) % 24) : s >= 3600
    ? `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`
    : `${Math.floor(s / 60)}:${two(s % 60)}`;
  const tick = () => {
    document.querySelectorAll('[data-due]').forEach(clock => {
      const left = Math.round((Date.parse(clock.dataset.due) - now()) / 1000);
      if (Number.isNaN(left)) return;
      clock.textContent = left >= 0 ? span(left) : '+' + span(-left);
      const deadline = clock.closest('[data-deadline]');
      deadline?.classList.toggle('t-danger', left < 0);
      if (deadline?.dataset.soon) {
        deadline.classList.toggle('over', left < 0);
        deadline.classList.toggle('soon', left >= 0 && left <= deadline.dataset.soon);
      }
      const bar = deadline?.querySelector('progress');
      if (bar) bar.value = Math.max(0, left);
      const ring = clock.closest('[data-box]');
      if (ring) {
        ring.querySelector('.fg').setAttribute('stroke-dasharray', `${Math.max(0, Math.min(100, 100 * left / ring.dataset.box))} 100`);
        if (!ring.classList.contains('wait')) ring.classList.toggle('over', left < 0);
      }
    });
    document.querySelectorAll('[data-since]').forEach(clock => {
      clock.textContent = span(Math.max(0, Math.round((now() - Date.parse(clock.dataset.since)) / 1000)));
    });
  };
  setInterval(tick, 1000);

  /* ---- notices: said of the moment; once news have redrawn the page they go, but not before they could be read -- */
  const READ_MS = 8000;
  let noticed = Date.now();
  let going = 0;
  // They stay in sight above the head, which makes room for them.
  const makeRoom = () => ['notices', 'offline'].forEach(line =>
    document.documentElement.style.setProperty(`--${line}`, `${document.getElementById(line).offsetHeight}px`));
  const outdate = () => {
    clearTimeout(going);
    going = setTimeout(() => {
      document.querySelectorAll('#notices > .info').forEach(notice => notice.remove());
      makeRoom();
    }, Math.max(0, noticed + READ_MS - Date.now()));
  };
  addEventListener('resize', makeRoom);
  makeRoom();

  /* ---- what somebody is at: live news never take a field, a written word or the focus from anybody - */
  const FIELDS = 'input:not([type=hidden]),textarea,select';
  const isChoice = field => /^(checkbox|radio)$/.test(field.type);
  const isWritten = field => {
    if (isChoice(field)) return field.checked !== field.defaultChecked;
    if (field.tagName !== 'SELECT') return field.value !== field.defaultValue;
    return field.selectedIndex !== Math.max(0, [...field.options].findIndex(option => option.defaultSelected));
  };
  // A form is known by what it does to what, because its place may change.
  const nameOf = field =>
    [field.form?.elements.act?.value, field.form?.elements.subject?.value, field.name, isChoice(field) ? field.value : ''].join('\n');
  const isAt = region =>
    (region.contains(document.activeElement) && document.activeElement.matches(FIELDS))
    || region.querySelector('dialog[open],[aria-busy=true]') !== null;
  const twin = (thing, fresh) => {
    const look = one => {
      const act = one.form?.elements;
      const signs = [one.id, one.parentElement?.id, one.dataset.dialog, one.dataset.key, one.getAttribute('href'), act?.act?.value, act?.subject?.value];
      return signs.some(Boolean) ? signs.join('\n') : one.textContent.trim();
    };
    return [...fresh.querySelectorAll(thing.tagName)].find(one => look(one) === look(thing));
  };
  /** Puts the fresh part in the old one's place with all that its reader did to it; says no while that would take something away. */
  const exchange = (old, fresh) => {
    if (isAt(old)) return false;
    const places = new Map([...fresh.querySelectorAll(FIELDS)].map(field => [nameOf(field), field]));
    const written = [...old.querySelectorAll(FIELDS)].filter(isWritten);
    const filled = [...old.querySelectorAll('[data-said],[data-chosen]')];
    // Words whose form is no longer offered are not thrown away; a choice is.
    const isKept = field => places.has(nameOf(field)) || isChoice(field) || field.tagName === 'SELECT';
    if (!written.every(isKept)) return false;
    const held = old.contains(document.activeElement) ? document.activeElement : null;
    const folds = [...old.querySelectorAll('details[id]')].map(fold => [fold.id, fold.open]);
    const scrolls = [...old.querySelectorAll('[data-scroll]')].map(box => [box.dataset.scroll, box.scrollTop]);
    old.replaceWith(fresh);
    written.forEach(field => {
      const place = places.get(nameOf(field));
      if (!place) return;
      if (isChoice(field)) place.checked = field.checked;
      else place.value = field.value;
      if (place.selectedIndex < 0) place.selectedIndex = 0;
    });
    // What was filled in for somebody stays known as that, and as what was chosen of it.
    filled.forEach(field => {
      const place = places.get(nameOf(field));
      if (place) Object.assign(place.dataset, field.dataset, {kept: field.value});
    });
    folds.forEach(([id, open]) => { const fold = document.getElementById(id); if (fold) fold.open = open; });
    scrolls.forEach(([name, top]) => { const box = fresh.querySelector(`[data-scroll="${name}"]`); if (box) box.scrollTop = top; });
    if (held) twin(held, fresh)?.focus({preventScroll: true});
    return true;
  };

  /* ---- live: the server says what changed and by when to ask; the page fetches these regions, or is given them -- */
  const WHOLE = '*';
  // What could not be swapped because somebody is at it.
  const waits = new Set();
  // Whoever is put outside keeps nothing of it on the screen, and whoever comes in gets all of its page.
  const isShut = page => page.querySelector('[data-view=private]') !== null;
  const swap = fresh => {
    if (isShut(fresh) !== isShut(document) && fresh.querySelector('main')) { location.reload(); return; }
    let redrawn = false;
    readClock(fresh);
    const change = (old, next) => {
      if (!exchange(old, next)) { waits.add(next.dataset.region); return; }
      redrawn = true;
      next.classList.add('fresh');
    };
    const screen = document.querySelector('[data-view]');
    const other = fresh.querySelector('[data-view]');
    // A page in another order, as for a new commander, comes as a whole.
    if (screen && other && screen.dataset.view !== other.dataset.view) {
      if (exchange(screen, other)) { redrawn = true; remember(); waits.clear(); } else waits.add(WHOLE);
    }
    regions().forEach(old => {
      const next = fresh.querySelector(`[data-region="${old.dataset.region}"]`);
      if (!next) return;
      waits.delete(old.dataset.region);
      if (said.get(old) === wordsOf(next)) return;
      said.set(next, wordsOf(next));
      change(old, next);
    });
    const notices = fresh.getElementById('notices');
    if (notices?.childElementCount) {
      clearTimeout(going);
      noticed = Date.now();
      document.getElementById('notices').replaceWith(notices);
      makeRoom();
    } else if (redrawn) {
      outdate();
    }
    lastNews = Date.now();
    tick();
    document.dispatchEvent(new Event('honbu:swapped'));
  };
  const PATIENCE_MS = 8000;
  const get = (address, patient) => fetch(address, {
    headers: {Accept: 'text/html', ...(patient && {'X-Honbu-Patient': 'true'})}, redirect: 'error', signal: AbortSignal.timeout?.(PATIENCE_MS)});
  const parse = html => new DOMParser().parseFromString(html, 'text/html');
  const parsed = async answer => {
    if (!answer.ok) throw new Error(String(answer.status));
    return parse(await answer.text());
  };
  // One after another: what was asked for earlier never takes the place of what was asked for, or given, later.
  let turn = Promise.resolve();
  const inTurn = job => { turn = turn.then(job, job); return turn; };
  /** Fetches this page anew; a form that was sent and taken keeps nothing. */
  const refresh = (sent, refused) => {
    // Refused words are kept, to be mended; where they were written in a dialog it stays open, and says why.
    if (!refused) {
      if (document.activeElement.matches(FIELDS) && sent.contains(document.activeElement)) document.activeElement.blur();
      sent.reset();
    }
    return inTurn(() => showOutcome(sent, refused));
  };
  const showOutcome = async (sent, refused) => {
    const fresh = await parsed(await get(location.pathname + location.search));
    // Who else fetched meanwhile, here or in another window, may have got the notice.
    const why = [fresh, document].map(page => page.querySelector('#notices .warn span')).find(Boolean);
    if (refused && sent.closest('dialog[open]')) problem(why?.textContent ?? words.failed, sent);
    swap(fresh);
  };
  const offline = document.getElementById('offline');
  const online = document.getElementById('live');
  const show = fresh => {
    online.hidden = !fresh;
    if (offline.hidden === fresh) return;
    offline.hidden = fresh;
    document.body.classList.toggle('stale', !fresh);
    const since = document.getElementById('offline-since');
    since.textContent = fresh
      ? ''
      : since.dataset.words.replace('{0}', new Date(lastNews + now() - Date.now())
          .toLocaleTimeString(document.documentElement.lang, {hour: '2-digit', minute: '2-digit'}));
    makeRoom();
  };
  // Something did not get through: look whether anything does.
  const lost = () => dispatchEvent(new Event('honbu:lost'));
  if (document.body.dataset.live === 'true' && window.EventSource) {
    const SILENCE_MS = 25000;
    const POLL_MS = 5000;
    const SOON_MS = 320;
    let polling = 0;
    let source;
    // Who only looks lets the others go first; the server says so.
    let later = SOON_MS;
    const isPatient = () => later > SOON_MS;
    /** Regions that are owed to this page and fetched together, however often it is told meanwhile; the soonest time counts. */
    const lane = fetchThem => {
      const owed = new Set();
      let at = Infinity;
      let timer = 0;
      const pay = () => {
        clearTimeout(timer);
        at = Infinity;
        inTurn(() => {
          const names = [...owed];
          owed.clear();
          return names.length ? fetchThem(names).then(() => show(true), () => { show(false); poll(POLL_MS); }) : null;
        });
      };
      const owe = (names, within) => {
        names.forEach(name => owed.add(name));
        // Others wait for what is to be fetched at once, and timers of a page in the background are held back.
        if (!within && owed.size) { pay(); return; }
        const then = Date.now() + 50 + Math.random() * within;
        if (!owed.size || then >= at) return;
        clearTimeout(timer);
        at = then;
        timer = setTimeout(pay, then - Date.now());
      };
      return owe;
    };
    let edition = '';
    const unfolding = new Set();
    const regionOf = name => document.querySelector(`[data-region="${CSS.escape(name)}"]`);
    const isFolded = name => {
      const region = regionOf(name);
      return region?.childElementCount === 1 && region.firstElementChild.matches('details:not([open])');
    };
    const here = location.pathname + location.search;
    const only = names => `${here}${location.search ? '&' : '?'}regions=${names.join()}&edition=${edition}`;
    const shared = lane(async names => swap(await parsed(await get(only(names)))));
    const fetchOwn = async names => {
      const whole = names.includes(WHOLE);
      const answer = await get(whole ? here : only(names), isPatient());
      // The server draws for others now.
      if (answer.status === 204) { own(names, later); return; }
      const fresh = await parsed(answer);
      if (whole) { unfolding.clear(); waits.clear(); }
      swap(fresh);
    };
    const own = lane(fetchOwn);
    const soon = () => own([WHOLE], later);
    const hear = (news, regions) => {
      lastNews = Date.now();
      edition = news.edition;
      later = news.later;
      // Outside, the news are the board's: the page only asks whether its reader is still outside.
      if (isShut(document)) { own([WHOLE], later); return; }
      // What all see alike comes along once it is drawn; not for whoever looks at more of it than all do.
      if (regions && !location.search) inTurn(() => { swap(parse(regions)); show(true); });
      else shared(news.shared, news.within);
      // What is folded is fetched when it is unfolded.
      news.own.filter(isFolded).forEach(name => unfolding.add(name));
      own(news.whole ? [WHOLE] : news.own.filter(name => !isFolded(name)), news.later);
    };
    const told = event => hear(JSON.parse(event.data));
    const given = event => {
      const end = event.data.indexOf('\n');
      hear(JSON.parse(event.data.slice(0, end)), event.data.slice(end + 1));
    };
    document.addEventListener('toggle', event => {
      const name = event.target.open && event.target.closest('[data-region]')?.dataset.region;
      if (unfolding.delete(name)) own([name], 0);
    }, true);
    const look = () => inTurn(() => fetchOwn([WHOLE]).then(() => show(true), () => { show(false); poll(POLL_MS); }));
    // While nobody says that something changed, the page asks by itself.
    const poll = delay => {
      if (polling) return;
      polling = setTimeout(() => look().then(() => {
        polling = 0;
        if (source.readyState !== EventSource.OPEN || !offline.hidden) poll(POLL_MS);
      }), delay + Math.random() * 300);
    };
    const connect = () => {
      source?.close();
      source = new EventSource('/live' + document.body.dataset.path);
      source.onopen = soon;
      source.addEventListener('changed', told);
      source.addEventListener('drawn', given);
      source.addEventListener('beat', () => { lastNews = Date.now(); });
      source.onerror = () => {
        poll(0);
        if (source.readyState === EventSource.CLOSED) setTimeout(connect, 4000);
      };
    };
    // A network that falls silent breaks no connection: the server beats every 10 s, so its silence says it.
    setInterval(() => { if (Date.now() - lastNews > SILENCE_MS && offline.hidden) { show(false); connect(); poll(0); } }, 1000);
    addEventListener('honbu:lost', () => poll(0));
    addEventListener('offline', () => show(false));
    addEventListener('online', () => { connect(); poll(0); });
    document.getElementById('reconnect').addEventListener('click', () => { connect(); poll(0); });
    // What had to wait for somebody comes as soon as they are done.
    const done = () => own([...waits], SOON_MS);
    document.addEventListener('focusout', done);
    document.addEventListener('close', done, true);
    connect();
  }

  /* ---- acts: sent once, seen while under way, and a failure stays beside the button until it worked -- */
  const forget = () => document.querySelector('.act-failed')?.remove();
  // One line for whatever was pressed, under the thumb; inside the dialog when it was pressed there.
  const problem = (text, form, way) => {
    forget();
    const line = document.createElement('div');
    line.className = 'ban warn act-failed';
    line.setAttribute('role', 'alert');
    const said = document.createElement('span');
    said.textContent = text;
    line.append(said, ...(way ? [way] : []), shut());
    const dialog = form.closest('dialog');
    if (dialog) { dialog.append(line); line.scrollIntoView({block: 'nearest'}); }
    else document.getElementById('failed').append(line);
  };
  const wayOut = (name, words) => Object.assign(document.createElement(name), {className: 'btn s push', textContent: words});
  const shut = () => {
    const button = Object.assign(wayOut('button', words.close), {type: 'button'});
    button.classList.add('quiet');
    button.addEventListener('click', forget);
    return button;
  };
  const signIn = () => Object.assign(wayOut('a', words.signIn), {href: location.pathname});
  const again = (form, button) => {
    const retry = Object.assign(wayOut('button', words.retry), {type: 'button'});
    // The page may have been redrawn since; then the button stands there anew, if it is still offered.
    retry.addEventListener('click', () => {
      forget();
      const there = button.isConnected ? button : twin(button, document);
      if (there?.form) there.form.requestSubmit(there);
      else location.reload();
    });
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
    // Once: what is pressed next may be under way by then.
    let settled = false;
    const settle = () => {
      if (settled) return;
      settled = true;
      clearTimeout(first);
      clearTimeout(second);
      button.removeAttribute('aria-busy');
      if (button.isConnected) button.replaceChildren(...label);
    };
    try {
      const answer = await fetch(form.action, {method: 'POST', body: data, headers: {Accept: 'text/html', 'X-Honbu-Request': '1'}});
      const next = answer.headers.get('X-Honbu-Next');
      if (next) {
        forget();
        const refused = answer.headers.has('X-Honbu-Refused');
        if (!refused) form.closest('dialog')?.close();
        if (next !== location.pathname || isShut(document)) { location.assign(next); return; }
        button.removeAttribute('aria-busy');
        // A dialog may be opened again at once, for the next one; its button is not still sending.
        if (form.closest('dialog')) settle();
        // It is done, whether or not this page hears of it now.
        await refresh(form, refused).catch(lost);
      } else {
        const why = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-problem]')?.textContent;
        problem(why ?? words.failed, form, again(form, button));
      }
    } catch {
      // The network is gone, or the session ended and the answer was a login page of another origin.
      const gone = navigator.onLine && await fetch('/ready').then(r => r.ok, () => false);
      if (gone) problem(words.signedOut, form, signIn());
      else problem(words.failed, form, again(form, button));
    } finally {
      settle();
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
    if (path) fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json', 'X-Honbu-Request': '1'}}).catch(lost);
  };
  setInterval(present, 60000);
  present();

  /* ---- keys: letters open things and never commit anything; they can be switched off ---------------- */
  const OFF = 'honbu.keys.off';
  const kept = (() => { try { return window.localStorage; } catch { return null; } })();
  const off = document.getElementById('keys-off');
  if (off) {
    off.checked = kept?.getItem(OFF) === 'true';
    off.addEventListener('change', () => kept?.setItem(OFF, String(off.checked)));
  }
  const goTo = place => {
    if (!place) return;
    place.tabIndex = -1;
    place.focus({preventScroll: true});
    place.scrollIntoView({block: 'start'});
  };
  const find = (name, key) => [...document.querySelectorAll(`[data-${name}="${CSS.escape(key)}"]`)].find(one => one.checkVisibility?.() ?? true);
  let g = false;
  document.addEventListener('keydown', event => {
    // While an input method still asks which word is meant, its keys are not ours.
    if (event.isComposing) return;
    const typing = event.target.matches?.(FIELDS);
    if (typing && event.key === 'Enter' && event.ctrlKey) event.target.form?.requestSubmit();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.key.length !== 1 || kept?.getItem(OFF) === 'true') { g = false; return; }
    const went = g;
    g = event.key === 'g' && !went;
    if (went) {
      event.preventDefault();
      if (event.key === 'b') location.assign('/incidents');
      else goTo(find('go', event.key));
      return;
    }
    if (event.key === '?') document.querySelector('dialog#keys')?.showModal();
    if (event.key === 'c' && document.querySelector('.declare')) location.assign('/declare');
    const thing = find('key', event.key);
    if (thing) event.preventDefault();
    if (thing?.dataset.dialog) thing.click();
    else if (thing?.hash) goTo(document.querySelector(thing.hash));
    else thing?.focus();
  });
  document.querySelectorAll('textarea[maxlength]').forEach(box => {
    const count = document.getElementById(box.id + '-count');
    const say = () => { if (count) count.textContent = `${[...box.value].length}/${box.maxLength}`; };
    box.addEventListener('input', say);
    say();
  });
  tick();
})();
