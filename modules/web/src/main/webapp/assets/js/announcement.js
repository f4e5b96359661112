/* An announcement begins as a text filled in from the record; what somebody has written is never touched. */
(() => {
  'use strict';
  const boxes = form => [form.elements.ja, form.elements.en];
  const untouched = form => boxes(form).every(box => box.value === '' || box.value === box.dataset.said);
  /* The kind that the author chose; empty while it is the proposed one. */
  const chosen = form => form.elements.phase.dataset.chosen ?? '';
  const clock = at => new Intl.DateTimeFormat('ja-JP', {hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Tokyo'}).format(new Date(at));
  /* The prepared text names its time; it stands among those to choose from. */
  const promise = (form, at) => {
    const times = form.elements.nextAt;
    const same = [...times.options].find(one => Date.parse(one.value) === Date.parse(at));
    if (!same) times.add(new Option(`${clock(at)} JST`, at));
    times.value = same ? same.value : at;
    times.dataset.said = clock(at);
  };
  /* What users will read of it, in words; the last message promises nothing. */
  const show = form => {
    const times = form.elements.nextAt;
    const last = ['RESOLVED', 'NO_IMPACT'].includes(form.elements.phase.value);
    form.querySelector('[data-promise]').hidden = last;
    times.disabled = last;
    form.querySelector('#next-said').textContent = form.dataset.says.replace('{0}', `${clock(times.value)} JST`);
  };
  /* Another time than the one in the text: both texts follow. */
  const follow = form => {
    const times = form.elements.nextAt;
    const now = clock(times.value);
    const before = times.dataset.said;
    if (before && before !== now) {
      boxes(form).forEach(box => {
        const whole = box.value === box.dataset.said;
        box.value = box.value.replaceAll(`${before} JST`, `${now} JST`);
        if (whole) box.dataset.said = box.value;
      });
    }
    times.dataset.said = now;
    show(form);
  };
  const put = (form, draft) => {
    const [ja, en] = boxes(form);
    ja.value = ja.dataset.said = draft.textJa;
    en.value = en.dataset.said = draft.textEn;
    form.elements.phase.value = draft.phase;
    if (draft.next) promise(form, draft.next);
    show(form);
    if (draft.corrects && form.elements.corrects) form.elements.corrects.value = draft.corrects;
  };
  /* A text that was held comes back as what it was, promising what it promised. */
  const again = form => {
    form.elements.phase.value = form.dataset.heldPhase;
    if (form.dataset.heldNext) promise(form, form.dataset.heldNext);
    show(form);
  };
  const fill = async (form, phase) => {
    const answer = await fetch(form.dataset.proposals, {headers: {Accept: 'application/json'}});
    if (!answer.ok) return;
    const drafts = await answer.json();
    const draft = phase ? drafts.find(one => one.phase === phase) : drafts[0];
    if (draft && untouched(form) && (phase ?? '') === chosen(form)) put(form, draft);
  };
  const begin = () => document.querySelectorAll('form[data-proposals]').forEach(form => {
    if (form.dataset.begun) return;
    form.dataset.begun = 'true';
    // Drawn anew under somebody's hands: proposed words are proposed anew, their own keep the time they promise.
    const {kept, chosen: time} = form.elements.nextAt.dataset;
    if (untouched(form) && !time) fill(form, chosen(form)).catch(() => {});
    else if (kept) { promise(form, kept); show(form); }
    else if (form.dataset.heldPhase) { again(form); }
  });
  document.addEventListener('change', event => {
    const form = event.target.form;
    if (!form?.dataset.proposals) return;
    if (event.target.name === 'nextAt') { event.target.dataset.chosen = 'true'; follow(form); }
    if (event.target.name !== 'phase') return;
    show(form);
    event.target.dataset.chosen = event.target.value;
    if (untouched(form)) fill(form, event.target.value).catch(() => {});
  });
  document.addEventListener('honbu:swapped', begin);
  begin();
})();
