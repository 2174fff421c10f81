import { language, locales } from '../../tasklist/scripts/language.js';
import leaveToOurLogin from '../../tasklist/scripts/login.js';

leaveToOurLogin();

export default {
  app:
    language === 'sq'
      ? { name: 'Mirë se vini', vendor: 'Mekanizmi Kombëtar i Referimit –' }
      : { name: 'Welcome', vendor: 'National Referral Mechanism –' },
  locales
};
