import { language } from './language.js';

const KEYS = {
  startProcess: ['ctrl+alt+p', 'report a case or an incident', 'raporton një rast ose një incident'],
  focusFilter: ['ctrl+shift+f', 'goes to the first filter', 'shkon te filtri i parë'],
  focusList: ['ctrl+alt+l', 'goes to the first task in the list', 'shkon te detyra e parë në listë'],
  claimTask: ['ctrl+alt+c', 'claims the task that is open', 'merr përsipër detyrën e hapur'],
  focusForm: ['ctrl+alt+f', 'goes to the first field of the form', 'shkon te fusha e parë e formularit']
};

/** What can be reached by one stroke, told in the language of the page. */
export const shortcuts = Object.fromEntries(
  Object.entries(KEYS).map(([name, [key, english, albanian]]) => [
    name,
    { key, description: language === 'sq' ? albanian : english }
  ])
);
