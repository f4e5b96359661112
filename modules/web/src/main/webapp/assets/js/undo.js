/* The seconds in which something can be taken back run down beside its button, and take it with them. Without this the button stands and the server decides. */
'use strict';
(() => {
  // A phone's clock may be wrong by minutes; what counts is the server's, as it was when the page was made.
  const made = Date.parse(document.getElementById('undo-clock')?.dataset.now);
  const ahead = Number.isNaN(made) ? 0 : made - Date.now();
  const tick = () => {
    document.querySelectorAll('form[data-undo]').forEach(bar => {
      const left = Math.ceil((Date.parse(bar.dataset.undo) - Date.now() - ahead) / 1000);
      const clock = bar.querySelector('[data-left]');
      if (left <= 0 && !bar.querySelector('[aria-busy=true]')) bar.remove();
      else if (clock && left > 0) clock.textContent = clock.dataset.left.replace('{0}', String(left));
    });
  };
  setInterval(tick, 250);
  document.addEventListener('honbu:swapped', tick);
  tick();
})();
