/*
 * Who reports is at the right place at once: the referral, the commonest, stands first among what may be sent, though Tasklist
 * sorts by name, and the cursor is in the first field of what was chosen.
 */
const REFERRAL = 'referral';

function putReferralFirst(injector) {
  const definitions = injector.get('camAPI').resource('process-definition');
  const list = definitions.list;
  definitions.list = async (query, done) => {
    const found = await list.call(definitions, query);
    found.items.sort((one, other) => (other.key === REFERRAL) - (one.key === REFERRAL));
    // Tasklist sorts this page of the list by name once more
    found.items.sort = () => found.items;
    done?.(null, found);
    return found;
  };
}

export default function beginAtTheFirst() {
  const seen = new WeakSet();
  let injector;
  new MutationObserver(() => {
    const page = document.querySelector('.start-process-action');
    if (!injector && page && (injector = angular.element(page).injector())) {
      putReferralFirst(injector);
    }
    const form = document.querySelector('.modal .fjs-container');
    const field = form?.querySelector('.fjs-input, input, textarea');
    if (field && !seen.has(form)) {
      seen.add(form);
      field.focus();
    }
  }).observe(document.body, { childList: true, subtree: true });
}
