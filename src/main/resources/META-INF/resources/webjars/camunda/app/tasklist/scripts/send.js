import { drawn } from './refused-text.js';

/*
 * Whoever presses "Complete" or "Send" too early is led to the first field that stands in the way. The button is never dead: one
 * that is grey says nothing, and the keyboard passes it by.
 */
const BUTTON = '.form-actions .btn-primary, .modal-footer .btn-primary';
const WRONG = '[data-refused], .fjs-has-errors';

export const formOf = button =>
  (button.closest('.modal') ?? button.closest('[cam-tasklist-form]'))?.querySelector('.fjs-container');

export async function showFirstError() {
  await drawn();
  const wrong = (document.querySelector('.modal .fjs-container') ?? document).querySelector(WRONG);
  const field = wrong?.matches('input, textarea') ? wrong : wrong?.querySelector('input, textarea, [tabindex]');
  wrong?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

/** What is wrong in the form, form-js finds when it is told to send; nothing else may be overruled, such as a sending under way. */
const maySend = ({ $invalid, options }) => $invalid && !options?.disableCompleteButton;

/** Ours come first: Tasklist's own listeners sit on the button. */
function holdBack(event) {
  const button = event.target.closest?.(BUTTON);
  const form = button && formOf(button);
  const held = button?.getAttribute('aria-disabled') === 'true' && !maySend(angular.element(button).scope());
  if (form && (held || form.querySelector('[data-refused]'))) {
    event.stopPropagation();
    event.preventDefault();
    showFirstError();
  }
}

function keepAlive(button) {
  angular
    .element(button)
    .scope()
    .$watch(button.getAttribute('ng-disabled'), held =>
      queueMicrotask(() => {
        button.disabled = false;
        button.setAttribute('aria-disabled', Boolean(held));
      })
    );
}

export default function sendWhatIsComplete() {
  const seen = new WeakSet();
  new MutationObserver(() => {
    for (const button of document.querySelectorAll(BUTTON)) {
      if (!seen.has(button) && formOf(button)) {
        seen.add(button);
        keepAlive(button);
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
  document.addEventListener('click', holdBack, true);
}
