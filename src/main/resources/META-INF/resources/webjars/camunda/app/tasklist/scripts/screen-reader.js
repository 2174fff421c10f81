import { language } from './language.js';

/*
 * What Tasklist and form-js show by a picture or a place alone is said to a screen reader: buttons get names, a dialogue its
 * title, and a field with a list of choices says that it is one, whether it is open and which choice one is at.
 */
const NAMES = {
  '.region-toggle[data-region=filters]': ['Show or hide the filters', 'Shfaq ose fshih filtrat'],
  '.region-toggle[data-region=list]': ['Show or hide the list of tasks', 'Shfaq ose fshih listën e detyrave'],
  '.region-toggle[data-region=task]': ['Show or hide the task', 'Shfaq ose fshih detyrën'],
  '.maximize': ['Give the task the whole page', 'Shfaq detyrën në gjithë faqen'],
  '.new-sort > .dropdown-toggle': ['Sort by one thing more', 'Shto një renditje tjetër']
};

const CHOICES = '.fjs-input, .fjs-select-hidden-input, .fjs-taglist-input';
let lists = 0;

const say = (element, facts) =>
  Object.entries(facts).forEach(([name, value]) => {
    if (value === undefined) {
      element.removeAttribute(name);
    } else if (element.getAttribute(name) !== String(value)) {
      element.setAttribute(name, value);
    }
  });

function nameButtons() {
  for (const [places, names] of Object.entries(NAMES)) {
    const name = names[language === 'sq' ? 1 : 0];
    document.querySelectorAll(places).forEach(button => say(button, { 'aria-label': name }));
  }
  document
    .querySelectorAll(':is(a, button)[uib-tooltip]')
    .forEach(button => button.textContent.trim() || say(button, { 'aria-label': button.getAttribute('uib-tooltip') }));
}

function nameDialogues() {
  for (const dialogue of document.querySelectorAll('.modal[role=dialog]')) {
    const title = dialogue.querySelector('.modal-title')?.textContent.trim();
    say(dialogue, { 'aria-modal': true, 'aria-label': title });
  }
}

function describeChoices() {
  for (const field of document.querySelectorAll('.fjs-form-field-select, .fjs-form-field-taglist')) {
    const input = field.querySelector(CHOICES);
    const list = field.querySelector('.fjs-dropdownlist');
    const choices = [...field.querySelectorAll('.fjs-dropdownlist-item')];
    if (choices.length) {
      list.id ||= `choices-${++lists}`;
      say(list, { role: 'listbox', 'aria-label': field.querySelector('label').textContent });
      choices.forEach((choice, place) => {
        const current = choice.classList.contains('focused');
        say(choice, { role: 'option', id: `${list.id}-${place}`, 'aria-selected': current });
      });
    }
    if (input) {
      const current = choices.find(choice => choice.classList.contains('focused'));
      say(input, {
        role: 'combobox',
        'aria-haspopup': 'listbox',
        'aria-expanded': Boolean(list),
        'aria-controls': choices.length ? list.id : undefined,
        'aria-activedescendant': current?.id
      });
    }
  }
}

function sayWhatIsRequired() {
  for (const star of document.querySelectorAll('.fjs-asterix')) {
    star
      .closest('.fjs-form-field')
      ?.querySelectorAll(`${CHOICES}, .fjs-textarea`)
      .forEach(input => say(input, { 'aria-required': true }));
  }
}

export default function speakToScreenReaders() {
  new MutationObserver(() => {
    nameButtons();
    nameDialogues();
    describeChoices();
    sayWhatIsRequired();
    document.querySelectorAll('input.main-field').forEach(search => say(search, { role: 'combobox' }));
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['class', 'uib-tooltip'] });
}
