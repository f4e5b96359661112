/* An announcement begins as a text filled in from the record; what somebody has written is never touched. */
(() => {
  'use strict';
  const boxes = form => [form.elements.ja, form.elements.en];
  const untouched = form => boxes(form).every(box => box.value === '' || box.value === box.dataset.said);
  const put = (form, draft) => {
    const [ja, en] = boxes(form);
    ja.value = ja.dataset.said = draft.textJa;
    en.value = en.dataset.said = draft.textEn;
    form.elements.phase.value = draft.phase;
    form.elements.nextAt.value = draft.next ?? '';
    if (draft.corrects && form.elements.corrects) form.elements.corrects.value = draft.corrects;
  };
  const fill = async (form, phase) => {
    const answer = await fetch(form.dataset.proposals, {headers: {Accept: 'application/json'}});
    if (!answer.ok) return;
    const drafts = await answer.json();
    const draft = phase ? drafts.find(one => one.phase === phase) : drafts[0];
    const chosen = form.dataset.chosen ?? '';
    if (draft && untouched(form) && (phase ?? '') === chosen) put(form, draft);
  };
  const begin = () => document.querySelectorAll('form[data-proposals]').forEach(form => {
    if (form.dataset.begun) return;
    form.dataset.begun = 'true';
    if (untouched(form)) fill(form).catch(() => {});
  });
  document.addEventListener('change', event => {
    const form = event.target.form;
    if (!form?.dataset.proposals) return;
    // Another interval than the prepared one: the server counts it from now.
    if (event.target.name === 'next') form.elements.nextAt.value = '';
    if (event.target.name !== 'phase') return;
    form.dataset.chosen = event.target.value;
    if (untouched(form)) fill(form, event.target.value).catch(() => {});
  });
  document.addEventListener('honbu:swapped', begin);
  begin();
})();
