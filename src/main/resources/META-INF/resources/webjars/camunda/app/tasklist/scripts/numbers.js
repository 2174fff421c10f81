import { language } from './language.js';
import { accept, drawn, refuse } from './refused-text.js';

/*
 * A number is the one that was typed or none: form-js leaves out what it does not allow, so that 1,5 became 15, and reads
 * 1.000 as 1. A comma is a decimal point where the field has decimals.
 */
const TEXTS = {
  en: ['Write a whole number, in digits only.', 'Write a number, for example 1.5.'],
  sq: ['Shkruani numër të plotë, vetëm me shifra.', 'Shkruani një numër, për shembull 1,5.']
}[language];
const NUMBER = '.fjs-form-field-number input.fjs-input';

const isWhole = field => Number.isInteger(Number(field.step));
const refuseNumber = field => refuse(field, TEXTS[isWhole(field) ? 0 : 1]);

function readNumber(event) {
  const field = event.target;
  if (!field.matches(NUMBER)) {
    return;
  }
  const whole = isWhole(field);
  if ((whole ? /^-?\d*$/ : /^-?\d*([.,]\d*)?$/).test(field.value)) {
    accept(field);
  } else {
    event.stopImmediatePropagation();
    refuseNumber(field);
  }
}

/** form-js writes the last number that it took when the field is left. */
async function keepText({ target }) {
  if (target.matches?.(`${NUMBER}[data-refused]`)) {
    const text = target.value;
    await drawn();
    target.value = text;
    refuseNumber(target);
  }
}

export default function readNumbers() {
  // form-js is not asked which keys may be typed
  document.addEventListener('keypress', event => event.target.matches(NUMBER) && event.stopPropagation(), true);
  document.addEventListener('input', readNumber, true);
  document.addEventListener('blur', keepText, true);
}
