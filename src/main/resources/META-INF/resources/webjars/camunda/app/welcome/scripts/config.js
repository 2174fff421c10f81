import leaveToOurLogin from '../../tasklist/scripts/login.js';

leaveToOurLogin();

export default {
  app: { name: 'Welcome', vendor: 'National Referral Mechanism –' }
};
