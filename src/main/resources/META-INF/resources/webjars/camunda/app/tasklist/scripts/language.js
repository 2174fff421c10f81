const SPOKEN = ['sq', 'en'];

/** Albanian or English: the first of the browser's languages that is spoken here, as the server chooses too. */
export const language =
  navigator.languages.map(tag => tag.split('-')[0].toLowerCase()).find(tag => SPOKEN.includes(tag)) ?? 'en';

// For screen readers and for our style sheet.
document.documentElement.lang = language;

/** For a web app's config.js: Tasklist itself looks at the first language only. */
export const locales = { availableLocales: SPOKEN, fallbackLocale: language };
