/* Prints one card of a page instead of the page. Without this the button does nothing; the page itself prints as it stands. */
'use strict';
document.addEventListener('click', event => {
  const button = event.target.closest('[data-print]');
  if (!button) return;
  document.documentElement.classList.add('print-card');
  addEventListener('afterprint', () => document.documentElement.classList.remove('print-card'), {once: true});
  print();
});
