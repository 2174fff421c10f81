/*
 * What was typed into a task's form is there again when one comes back to it from another tab or another task. Tasklist can
 * keep a draft, when a session has timed out: it is told to whenever a form that was touched goes away. The draft is kept by
 * page-memory.js. The dialogue that reports a case keeps none, or the next report would begin with it.
 */
const FORM = '[cam-tasklist-form-camunda]';
const TOUCHES = ['keydown', 'mousedown', 'input'];

function keepDraft(form) {
  let touched = false;
  TOUCHES.forEach(touch => form.addEventListener(touch, () => (touched = true)));
  const scope = angular.element(form).scope();
  scope.$on('$destroy', () => touched && scope.$broadcast('authentication.login.required'));
}

export default function keepDrafts() {
  const seen = new WeakSet();
  new MutationObserver(() => {
    const form = document.querySelector(`.task-card ${FORM} .fjs-container`)?.closest(FORM);
    if (form && !seen.has(form)) {
      seen.add(form);
      keepDraft(form);
    }
  }).observe(document.body, { childList: true, subtree: true });
}
