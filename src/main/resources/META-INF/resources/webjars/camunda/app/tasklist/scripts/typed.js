import ask from './ask.js';
import { language } from './language.js';

/* What was typed and not sent is not lost by a slip: whoever logs out, or closes a report, is asked once. */
const LOSS =
  language === 'sq'
    ? { question: 'Ajo që keni shkruar humbet.', goOn: 'Vazhdo', stay: 'Qëndro këtu' }
    : { question: 'What you typed is lost.', goOn: 'Go on', stay: 'Stay here' };
const REPORT = 'report';
const CLOSE = '.modal-footer :is([ng-click="$dismiss()"], [ng-click="back()"])';
const LOGOUT = '.logout a';

const unsent = new Set();

const placeOf = form => (form.closest('.modal') ? REPORT : new URLSearchParams(location.hash.split('?')[1]).get('task'));

/** A task by its id, or the report. */
export const sent = (place = REPORT) => unsent.delete(place);

function askBeforeLosing(event) {
  const leaves = event.target.closest?.(`${CLOSE}, ${LOGOUT}`);
  const lost = leaves?.matches(CLOSE) ? unsent.has(REPORT) : unsent.size > 0;
  if (leaves && lost) {
    event.stopPropagation();
    event.preventDefault();
    ask(LOSS, () => {
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
