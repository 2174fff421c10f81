import { language } from './language.js';
import { accept, drawn, refuse, write } from './refused-text.js';

/* 0630, 6.30 and 6:30 are 06:30; what is no time stays, in red: form-js would take the day away together with it. */
const SENTENCE =
  language === 'sq' ? 'Kjo nuk është orë. Shkruajeni si 06:30.' : 'This is no time. Write it as 06:30.';
const TIME = '.fjs-timepicker .fjs-input';

function readTime(text) {
  const [, hour, minute] = /^(\d{1,2})[:.]?(\d\d)$/.exec(text.trim()) ?? [];
  return hour < 24 && minute < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

async function leave(event) {
  const field = event.target;
  if (!field.matches?.(TIME)) {
    return;
  }
  const time = readTime(field.value);
  if (!field.value || time === field.value) {
    accept(field);
    return;
  }
  event.stopImmediatePropagation();
  refuse(field, SENTENCE);
  if (time) {
    write(field, time);
    await drawn();
    field.dispatchEvent(new FocusEvent('blur'));
    field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  } else {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  }
}

function leaveByEnter(event) {
  if (event.key === 'Enter' && event.target.matches(TIME)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.target.blur();
  }
}

export default function readTimes() {
  document.addEventListener('blur', leave, true);
  document.addEventListener('focusout', leave, true);
  document.addEventListener('keydown', leaveByEnter, true);
}
