import leaveToOurLogin from '../../tasklist/scripts/login.js';

leaveToOurLogin();

export default {
  app: { name: 'Operations', vendor: 'National Referral Mechanism –' }
};
