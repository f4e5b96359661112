// Names in diagrams, filters and forms are written once for everybody, as 「日本語 / English」. Shows the reader's half.
const japanese = document.documentElement.lang === "ja";
const BOTH = /^(\s*)(.*[\u3040-\u30ff\u4e00-\u9fff].*?) \/ ([\x20-\x7e\u2013-\u2026]+?)(\s*\*?\s*)$/;
const IN_JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;
const WHERE = ".three-cols-layout, .modal-content";
const A_DIAGRAM = "svg"; // its lines are already broken; half of one would be neither language

function readersHalf(text) {
  const place = text.parentElement;
  if (!place?.closest(WHERE) || place.closest(A_DIAGRAM)) return;
  const both = BOTH.exec(text.data);
  if (both) text.data = both[1] + (japanese ? both[2] : both[3]) + both[4];
}

/** A form's text says the same in two paragraphs: one stays. */
function readersParagraphs(block) {
  const paragraphs = [...block.querySelectorAll("p")];
  const inJapanese = paragraphs.filter((one) => IN_JAPANESE.test(one.textContent));
  if (inJapanese.length === 0 || inJapanese.length === paragraphs.length) return;
  for (const one of paragraphs) one.hidden = IN_JAPANESE.test(one.textContent) !== japanese;
}

function read(root) {
  if (root.nodeType === Node.TEXT_NODE) return readersHalf(root);
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) readersHalf(texts.currentNode);
  const block = root.closest(".fjs-form-field-text");
  for (const one of block ? [block] : root.querySelectorAll(".fjs-form-field-text")) readersParagraphs(one);
}

new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === "characterData") read(change.target);
    else change.addedNodes.forEach(read);
  }
}).observe(document.body, { childList: true, characterData: true, subtree: true });

export default [];
