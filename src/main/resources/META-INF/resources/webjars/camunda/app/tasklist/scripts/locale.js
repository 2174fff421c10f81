import { language } from './language.js';

/*
 * The texts of the page are there before the page is: Tasklist shows the bare keys of what it draws before they have come, and
 * looks for them first where it would have left them in the browser's storage at the last visit.
 */
export default async function loadLocale() {
  const folder = `${document.querySelector('base').getAttribute('app-root')}/app/tasklist/locales/`;
  const locale = await (await fetch(`${folder}${language}.json`)).json();
  const key = `${folder}_locales_data_${language}_${window.bust}`;
  localStorage.setItem('camunda-web', JSON.stringify({ [key]: JSON.stringify(locale) }));
  return locale;
}
