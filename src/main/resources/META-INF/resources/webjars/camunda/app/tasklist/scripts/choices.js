import { language } from './language.js';
import { accept, drawn, refuse, write } from './refused-text.js';

/*
 * What is typed into a field with a list is one of the list, or it stays there in red: form-js would take a text that nobody
 * picked away without a word. A text that says exactly one choice, accents and capitals aside, chooses it.
 */
const SENTENCE = language === 'sq' ? 'Zgjidhni një nga lista.' : 'Choose one of the list.';
const SEARCH = '.fjs-form-field-select .fjs-input';
const CHOICE = '.fjs-dropdownlist-item';

const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
const press = element => element?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));

/** A language may be named with its second names behind it, in brackets. */
const says = (choice, text) => [choice, choice.replace(/ \(.*\)$/, '')].some(name => plain(name) === plain(text));

/** What the list holds that says the same; form-js may need a moment to draw the list. */
async function choiceOf(list, text) {
  for (let look = 0; look < 10; look++) {
    await drawn();
    const choices = [...list.querySelectorAll(CHOICE)];
    const meant = choices.filter(choice => says(choice.textContent, text));
    if (meant.length || (choices.length && look > 2)) {
      return meant.length === 1 ? meant[0] : undefined;
    }
  }
}

async function settle(field, text) {
  const around = field.closest('.fjs-form-field');
  await drawn();
  if (!text.trim()) {
    press(around.querySelector('.fjs-select-cross'));
    return accept(field);
  }
  // a press shows the whole list, not only what form-js found
  press(field);
  const choice = await choiceOf(around, text);
  if (choice) {
    press(choice);
    return accept(field);
  }
  write(field, text);
  refuse(field, SENTENCE);
  await drawn();
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
}

export default function readChoices() {
  const typed = new WeakSet();
  const picked = list => list.querySelector(CHOICE) && typed.delete(list.querySelector('.fjs-input'));
  document.addEventListener(
    'mousedown',
    ({ target }) => target.closest(CHOICE) && picked(target.closest('.fjs-form-field')),
    true
  );
  document.addEventListener(
    'keydown',
    ({ key, target }) => key === 'Enter' && target.matches(SEARCH) && picked(target.closest('.fjs-form-field')),
    true
  );
  document.addEventListener('input', ({ target }) => target.matches(SEARCH) && typed.add(target), true);
  document.addEventListener(
    'focusout',
    ({ target }) => {
      if (target.matches(SEARCH) && typed.delete(target)) {
        // at once: the field may have been left by a press on the button that sends
        refuse(target, SENTENCE);
        settle(target, target.value);
      }
    },
    true
  );
}
