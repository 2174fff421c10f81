/** Asks before something is lost. The browser's own question is not to be had: the pages are sandboxed. */
export default function ask({ question, stay, goOn }, act) {
  const dialogue = document.createElement('dialog');
  const button = (name, text, then) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: name, textContent: text });
    made.addEventListener('click', () => {
      dialogue.remove();
      then?.();
    });
    return made;
  };
  dialogue.className = 'question';
  dialogue.setAttribute('aria-label', question);
  const text = Object.assign(document.createElement('p'), { textContent: question });
  dialogue.append(text, button('btn btn-default', stay), button('btn btn-link', goOn, act));
  dialogue.addEventListener('close', () => dialogue.remove());
  document.body.append(dialogue);
  dialogue.showModal();
}
