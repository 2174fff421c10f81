import { language } from './language.js';
import { accept, refuse } from './refused-text.js';

/*
 * A date is dd.mm.yyyy, whatever the browser's country: form-js and its calendar (flatpickr) guess, and make another date of
 * what they do not understand; 15.03.2011 became 1 January 2011. Here a text that is no date stays as it is, in red.
 */
const TEXTS = {
  en: { form: 'dd.mm.yyyy', refusal: 'This is no date. Write it as dd.mm.yyyy, for example 31.12.1999.' },
  sq: { form: 'dd.mm.vvvv', refusal: 'Kjo nuk është datë. Shkruajeni si dd.mm.vvvv, për shembull 31.12.1999.' }
}[language];

const WRITTEN = [/^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/, /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/];

function readDate(text) {
  const { day, month, year } = WRITTEN.map(form => form.exec(text.trim())).find(found => found)?.groups ?? {};
  const date = new Date(year, month - 1, day);
  const exists = date.getDate() === Number(day) && date.getMonth() === month - 1;
  return exists && year >= 1900 && year < 2200 ? date : undefined;
}

/** form-js reads a stored date as midnight in UTC and writes it as a day here: west of Greenwich that is the day before. */
function readStoredDatesAsDaysHere() {
  const parse = Date.parse;
  Date.parse = text => (/^\d{4}-\d\d-\d\d$/.test(text) ? parse(`${text}T00:00`) : parse(text));
}

function prepare(dates, text, picker) {
  const field = picker.input;
  let refused;
  const say = text => {
    refused = text;
    if (text) {
      refuse(field, TEXTS.refusal);
    } else {
      accept(field);
    }
  };

  field.placeholder = TEXTS.form;
  // flatpickr fires this event too, after it has set the text
  field.addEventListener('input', () => field.value !== refused && say());
  picker.config.dateFormat = 'd.m.Y';
  picker.config.ariaDateFormat = 'j F Y';
  picker.config.parseDate = text => {
    const date = readDate(text);
    say(date ? undefined : text);
    return date;
  };
  picker.config.onOpen.push(() => picker.calendarContainer.scrollIntoView({ block: 'nearest' }));
  // flatpickr empties the field of a text that it cannot read; a day chosen in the calendar replaces such a text
  picker.config.onValueUpdate = [([chosen]) => (chosen ? say() : refused && (field.value = refused))];
}

const calendarTexts = ({ dateLocales }) => ({
  weekdays: { shorthand: dateLocales.weekdaysMin, longhand: dateLocales.weekdays },
  months: { shorthand: dateLocales.monthsShort, longhand: dateLocales.months },
  firstDayOfWeek: dateLocales.week.dow,
  ...(language === 'sq' && { yearAriaLabel: 'Viti', monthAriaLabel: 'Muaji' })
});

export default function readDatesStrictly(locale) {
  readStoredDatesAsDaysHere();
  // flatpickr announces itself when Tasklist loads it, which is later
  Object.defineProperty(window, 'flatpickr', {
    set: flatpickr => flatpickr.setDefaults({ locale: calendarTexts(locale), onReady: prepare })
  });
}
