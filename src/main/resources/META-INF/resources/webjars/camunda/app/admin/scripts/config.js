import leaveToOurLogin from '../../tasklist/scripts/login.js';

leaveToOurLogin();

export default {
  app: { name: 'People', vendor: 'National Referral Mechanism –' }
};
