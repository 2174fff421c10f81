/*
 * A text that cannot be what a field asks for stays as it was typed, in red and with a sentence beneath it; send.js holds the
 * form back until somebody puts it right. Whatever happens in other fields, form-js does not take it away either.
 */
const refusals = new WeakMap();
const EVENTS = ['input', 'keydown', 'mousedown'];

/** form-js draws what an event has changed a moment after it. */
export const drawn = () => new Promise(done => setTimeout(done, 40));

/** Writes as a person would, so that form-js hears it. */
export function write(field, text) {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

export function refuse(field, sentence) {
  const { place = document.createElement('div') } = refusals.get(field) ?? {};
  place.className = 'fjs-form-field-error';
  place.setAttribute('role', 'alert');
  place.textContent = sentence;
  field.closest('.fjs-datetime-subsection, .fjs-form-field').append(place);
  field.setAttribute('data-refused', '');
  field.setAttribute('aria-invalid', true);
  refusals.set(field, { place, text: field.value });
}

export function accept(field) {
  refusals.get(field)?.place.remove();
  refusals.delete(field);
  field.removeAttribute('data-refused');
  field.setAttribute('aria-invalid', false);
}

async function review({ target, isTrusted, key }) {
  await drawn();
  if (!isTrusted || key === 'Tab') {
    return;
  }
  for (const field of document.querySelectorAll('[data-refused]')) {
    const { text } = refusals.get(field);
    if (field.value !== text && field.closest('.fjs-form-field').contains(target)) {
      accept(field);
    } else if (field.value !== text) {
      field.value = text;
    }
  }
}

export default function keepRefusedTexts() {
  EVENTS.forEach(event => document.addEventListener(event, review, true));
}
