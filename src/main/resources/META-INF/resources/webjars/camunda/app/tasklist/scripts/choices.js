import { language } from './language.js';
import { accept, drawn, refuse, write } from './refused-text.js';

/*
 * What is typed into a field with a list is one of the list, or it stays there in red: form-js would take a text that nobody
 * picked away without a word. A text that says exactly one choice, accents and capitals aside, chooses it.
 */
const SENTENCE = language === 'sq' ? 'Zgjidhni një nga lista.' : 'Choose one of the list.';
const SEARCH = '.fjs-form-field-select .fjs-input';

const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
const press = element => element?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));

async function settle(field, text) {
  await drawn();
  if (field.value === text) {
    return accept(field);
  }
  const around = field.closest('.fjs-form-field');
  if (!text.trim()) {
    press(around.querySelector('.fjs-select-cross'));
    return accept(field);
  }
  // a press shows the whole list, not only what form-js found
  press(field);
  await drawn();
  const meant = [...around.querySelectorAll('.fjs-dropdownlist-item')].filter(
    choice => plain(choice.textContent) === plain(text)
  );
  if (meant.length === 1) {
    press(meant[0]);
    return accept(field);
  }
  write(field, text);
  refuse(field, SENTENCE);
  await drawn();
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
}

export default function readChoices() {
  const typed = new WeakSet();
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
