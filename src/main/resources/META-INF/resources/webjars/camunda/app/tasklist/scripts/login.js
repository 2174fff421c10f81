/** There is one login page for everything: whoever logged out, or stayed away too long, is led there. */
export default function leaveToOurLogin() {
  const leave = () => location.hash.startsWith('#/login') && location.replace('/');
  addEventListener('hashchange', leave);
  leave();
}
