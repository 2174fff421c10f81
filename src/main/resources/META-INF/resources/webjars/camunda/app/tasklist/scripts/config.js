import keepTyped from './keep-typed.js';
import leaveToOurLogin from './login.js';

leaveToOurLogin();
keepTyped();

// The nearest deadline first, until a person sorts differently; Tasklist's own default is the newest task first.
if (!location.hash.includes('sorting=')) {
  const sorting = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);
  history.replaceState(null, '', '#/?sorting=' + encodeURIComponent(sorting));
}

export default {
  app: { name: 'Tasks', vendor: 'National Referral Mechanism –' },
  // The dialogue that starts a process is the way to report a case or an incident.
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' }
  }
};
