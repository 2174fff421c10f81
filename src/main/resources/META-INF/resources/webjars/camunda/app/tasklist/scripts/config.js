import readChoices from './choices.js';
import readDatesStrictly from './dates.js';
import keepDrafts from './drafts.js';
import beginAtTheFirst from './first.js';
import translateFormTexts from './form-texts.js';
import keepTyped from './keep-typed.js';
import { language, locales } from './language.js';
import loadLocale from './locale.js';
import leaveToOurLogin from './login.js';
import tellOutcomes from './messages.js';
import readNumbers from './numbers.js';
import keepInPageMemory from './page-memory.js';
import keepRefusedTexts from './refused-text.js';
import speakToScreenReaders from './screen-reader.js';
import sendWhatIsComplete from './send.js';
import { shortcuts } from './shortcuts.js';
import readTimes from './times.js';
import askBeforeTypedIsLost from './typed.js';

keepInPageMemory();
leaveToOurLogin();
keepTyped();
keepDrafts();
translateFormTexts();
speakToScreenReaders();
keepRefusedTexts();
readChoices();
readNumbers();
readTimes();
sendWhatIsComplete();
askBeforeTypedIsLost();
beginAtTheFirst();
const locale = await loadLocale();
readDatesStrictly(locale);
tellOutcomes(locale.labels);

// The nearest deadline first, until a person sorts differently; Tasklist's own default is the newest task first.
if (!location.hash.includes('sorting=')) {
  const sorting = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);
  history.replaceState(null, '', '#/?sorting=' + encodeURIComponent(sorting));
}

export default {
  app:
    language === 'sq'
      ? { name: 'Detyrat', vendor: 'Mekanizmi Kombëtar i Referimit –' }
      : { name: 'Tasks', vendor: 'National Referral Mechanism –' },
  locales,
  customScripts: ['scripts/files'],
  disableWelcomeMessage: true,
  shortcuts
};
