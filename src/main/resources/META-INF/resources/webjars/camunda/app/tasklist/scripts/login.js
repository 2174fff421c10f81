/**
 * There is one login page for everything: whoever logged out, or stayed away too long, is led there. In every tab, and with
 * nothing left for the Back button to show.
 */
export default function leaveToOurLogin() {
  const tabs = new BroadcastChannel('logged out');
  const leave = () => {
    document.body.replaceChildren();
    location.replace('/');
  };
  const leaveAtLogin = () => {
    if (location.hash.startsWith('#/login')) {
      tabs.postMessage('all');
      leave();
    }
  };
  tabs.onmessage = leave;
  addEventListener('hashchange', leaveAtLogin);
  leaveAtLogin();
}
