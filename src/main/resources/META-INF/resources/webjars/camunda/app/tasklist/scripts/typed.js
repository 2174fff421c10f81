import { language } from './language.js';

/* What was typed and not sent is not lost by a slip: whoever logs out, or closes a report, is asked once. */
const [LOSS, LEAVE, STAY] =
  language === 'sq'
    ? ['Ajo që keni shkruar humbet.', 'Vazhdo', 'Qëndro këtu']
    : ['What you typed is lost.', 'Go on', 'Stay here'];
const REPORT = 'report';
const CLOSE = '.modal-footer :is([ng-click="$dismiss()"], [ng-click="back()"])';
const LOGOUT = '.logout a';

const unsent = new Set();

const placeOf = form => (form.closest('.modal') ? REPORT : new URLSearchParams(location.hash.split('?')[1]).get('task'));

/** A task by its id, or the report. */
export const sent = (place = REPORT) => unsent.delete(place);

/** The browser's own question is not to be had: the pages are sandboxed. */
function ask(goOn) {
  const dialogue = document.createElement('dialog');
  const button = (name, text, act) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: name, textContent: text });
    made.addEventListener('click', () => {
      dialogue.remove();
      act?.();
    });
    return made;
  };
  dialogue.className = 'typed-is-lost';
  dialogue.setAttribute('aria-label', LOSS);
  const text = Object.assign(document.createElement('p'), { textContent: LOSS });
  dialogue.append(text, button('btn btn-default', STAY), button('btn btn-link', LEAVE, goOn));
  dialogue.addEventListener('close', () => dialogue.remove());
  document.body.append(dialogue);
  dialogue.showModal();
}

function askBeforeLosing(event) {
  const leaves = event.target.closest?.(`${CLOSE}, ${LOGOUT}`);
  const lost = leaves?.matches(CLOSE) ? unsent.has(REPORT) : unsent.size > 0;
  if (leaves && lost) {
    event.stopPropagation();
    event.preventDefault();
    ask(() => {
      if (leaves.matches(CLOSE)) {
        sent();
      } else {
        unsent.clear();
      }
      leaves.click();
    });
  }
}

export default function askBeforeTypedIsLost() {
  document.addEventListener(
    'input',
    ({ target }) => {
      const form = target.closest('.fjs-container');
      if (form) {
        unsent.add(placeOf(form));
      }
    },
    true
  );
  document.addEventListener('click', askBeforeLosing, true);
}
