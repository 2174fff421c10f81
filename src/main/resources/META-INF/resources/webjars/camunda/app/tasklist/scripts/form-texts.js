import { language } from './language.js';

/*
 * What form-js prints in English by itself, and its Albanian; {} stands for a number or the like. A test compares the list
 * with Tasklist's own script. Only the places where form-js puts these texts are looked at: never a label, an option or
 * anything that somebody wrote.
 */
export const FORM_TEXTS = {
  'Add new': 'Shto një tjetër',
  'All values selected': 'Janë zgjedhur të gjitha vlerat',
  'Click to remove sorting': 'Klikoni për të hequr renditjen',
  'Click to sort by {} ascending': 'Klikoni për të renditur sipas {} në rend rritës',
  'Click to sort by {} descending': 'Klikoni për të renditur sipas {} në rend zbritës',
  'Collapse': 'Mblidh',
  'Date and time must both be entered.': 'Duhet të shkruani edhe datën, edhe orën.',
  'Decrement': 'Zvogëlo',
  'Expand all ({})': 'Hapi të gjitha ({})',
  'Field is required.': 'Kjo fushë është e detyrueshme: plotësojeni.',
  'Field must be a valid  international phone number. (e.g. +4930664040900)':
    'Shkruani një numër telefoni të vlefshëm në formë ndërkombëtare. (p.sh. +4930664040900)',
  'Field must be a valid email.': 'Shkruani një adresë të vlefshme emaili.',
  'Field must have maximum length of {}.': 'Numri i karaktereve nuk duhet të jetë më i madh se {}.',
  'Field must have maximum value of {}.': 'Vlera nuk duhet të jetë më e madhe se {}.',
  'Field must have minimum length of {}.': 'Numri i karaktereve duhet të jetë të paktën {}.',
  'Field must have minimum value of {}.': 'Vlera nuk duhet të jetë më e vogël se {}.',
  'Field must match pattern {}.': 'Shkruani vlerën sipas modelit {}.',
  'Increment': 'Rrit',
  'Next page': 'Faqja tjetër',
  'No results': 'Nuk ka rezultate',
  'Nothing to show.': 'Nuk ka asgjë për të treguar.',
  'Please select a valid value, the two nearest valid values are {} and {}.':
    'Ju lutemi, zgjidhni një vlerë të vlefshme: dy vlerat e vlefshme më të afërta janë {} dhe {}.',
  'Powered by bpmn.io': 'Funksionon me bpmn.io',
  'Previous page': 'Faqja e mëparshme',
  'Remove list item {}': 'Hiq elementin {} të listës',
  'Remove tag': 'Hiq zgjedhjen',
  'Search': 'Kërkoni',
  'Select': 'Zgjidhni',
  'Skip to search': 'Kalo te kërkimi',
  'Value is expected to be an integer.': 'Vlera duhet të jetë numër i plotë.',
  'Value is expected to have at most {} decimal digit.': 'Vlera mund të ketë më së shumti {} shifër pas presjes.',
  'Value is expected to have at most {} decimal digits.': 'Vlera mund të ketë më së shumti {} shifra pas presjes.',
  'Value is not a number.': 'Vlera nuk është numër. Shkruani një numër.',
  'Web-based tooling for BPMN, DMN, and forms powered by':
    'Mjete në internet për BPMN, DMN dhe formularë, mundësuar nga',
  'hh:mm': 'oo:mm',
  'hh:mm ?m': 'oo:mm ?m'
};

const TEXTS = [
  '.fjs-form-field-error li',
  '.fjs-select-placeholder',
  '.fjs-dropdownlist-empty',
  '.fjs-taglist-skip-link',
  '.fjs-repeat-render-add',
  '.fjs-repeat-render-collapse',
  '.fjs-table-empty',
  '.fjs-powered-by-lightbox span'
].join();

const ATTRIBUTES = {
  placeholder: '.fjs-input, .fjs-taglist-input',
  title: '.fjs-taglist-tag-remove, .fjs-powered-by-link',
  'aria-label': '.fjs-number-arrow-up, .fjs-number-arrow-down, .fjs-repeat-row-remove, .fjs-table-nav-button, .fjs-table-th'
};

const literally = text => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
const patterns = Object.entries(FORM_TEXTS).map(([english, albanian]) => [
  new RegExp(`^${english.split('{}').map(literally).join('(.+)')}$`),
  albanian
]);

export function inAlbanian(text) {
  const [pattern, albanian] = patterns.find(([english]) => english.test(text.trim())) ?? [];
  const values = pattern?.exec(text.trim()).slice(1);
  return albanian?.replaceAll('{}', () => values.shift());
}

function translate(text, put) {
  const albanian = inAlbanian(text);
  if (albanian && albanian !== text) {
    put(albanian);
  }
}

function translateForms() {
  for (const place of document.querySelectorAll(TEXTS)) {
    [...place.childNodes]
      .filter(node => node.nodeType === Node.TEXT_NODE)
      .forEach(node => translate(node.data, text => (node.data = text)));
  }
  for (const [name, places] of Object.entries(ATTRIBUTES)) {
    document
      .querySelectorAll(places)
      .forEach(place => translate(place.getAttribute(name) ?? '', text => place.setAttribute(name, text)));
  }
}

export default function translateFormTexts() {
  if (language === 'sq') {
    const changes = { childList: true, subtree: true, characterData: true, attributeFilter: Object.keys(ATTRIBUTES) };
    new MutationObserver(translateForms).observe(document.body, changes);
  }
}
