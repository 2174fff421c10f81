import { language } from './language.js';
import { formOf, showFirstError } from './send.js';
import { sent } from './typed.js';

/*
 * What became of a form is said where the officer looks: why it was refused beside the button that was pressed, the newest
 * reason only; that it was taken in a line of its own, the case number until somebody has closed it.
 */
const TEXTS = {
  en: {
    completed: 'Task completed.',
    sent: 'The report or request has been sent.',
    reported: number => `Reported as ${number}. The next step opens at the institution whose turn it is.`,
    close: 'Close this message'
  },
  sq: {
    completed: 'Detyra u përfundua.',
    sent: 'Raportimi ose kërkesa u dërgua.',
    reported: number => `U raportua me numrin ${number}. Hapi tjetër hapet tek institucioni që e ka radhën.`,
    close: 'Mbyll këtë mesazh'
  }
}[language];
const SECONDS = 8;
const CASES = /^(referral|online-report|return):/;
const BUTTONS = '.modal-footer:has([ng-click="startProcessInstance()"]), .form-actions';

const line = document.createElement('div');
line.className = 'outcome';
line.setAttribute('role', 'status');
line.setAttribute('aria-live', 'polite');
let timer;

function say(text, stays) {
  clearTimeout(timer);
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'close', textContent: '×' });
  close.setAttribute('aria-label', TEXTS.close);
  close.addEventListener('click', () => line.replaceChildren());
  line.replaceChildren(text, ...(stays ? [close] : []));
  if (!stays) {
    timer = setTimeout(() => line.replaceChildren(), SECONDS * 1000);
  }
}

/** The field's own name for its key, wherever the server's sentence begins with one: `key: words; key: words`. */
function withLabels(sentence, form) {
  return sentence.replace(/(^|; )(\w+): /g, (found, before, key) => {
    const part = [...form.querySelectorAll(`[id*="Field_${key}"]`)].find(({ id }) =>
      new RegExp(`Field_${key}(-.*)?$`).test(id)
    );
    const label = part?.closest('.fjs-form-field')?.querySelector('label')?.firstChild.textContent;
    return label ? `${before}${label.replace(/[?:*\s]+$/, '')}: ` : found;
  });
}

const forgetRefusal = () => document.querySelectorAll('.refusal').forEach(refusal => refusal.remove());

/** Whether a message was about the form that is open, and has been shown beside its buttons. */
function shownBesideButtons({ type, status, message }) {
  const buttons = [...document.querySelectorAll(BUTTONS)].find(place => place.offsetParent);
  const form = buttons && formOf(buttons);
  if (type !== 'danger' || !form) {
    return false;
  }
  forgetRefusal();
  const refusal = document.createElement('p');
  refusal.className = 'refusal';
  refusal.setAttribute('role', 'alert');
  refusal.textContent = message ? `${status}. ${withLabels(message, form)}` : status;
  buttons.prepend(refusal);
  if (!message) {
    showFirstError();
  }
  return true;
}

/** Each outcome passes through here. */
function listen(injector, texts) {
  const notifications = injector.get('Notifications');
  const add = notifications.add;
  notifications.add = notification =>
    notification.status === texts.PROCESS_START_OK ||
    shownBesideButtons(notification) ||
    add.call(notifications, notification);

  const tell = (name, words) => {
    const resource = injector.get('camAPI').resource(name);
    const submit = resource.submitForm;
    resource.submitForm = async (form, ...others) => {
      const answer = await submit.call(resource, form, ...others);
      forgetRefusal();
      notifications.clearAll();
      words(answer, form);
      return answer;
    };
  };
  tell('task', (_, { id }) => {
    sent(id);
    say(TEXTS.completed);
  });
  tell('process-definition', ({ businessKey }, { id }) => {
    sent();
    if (CASES.test(id)) {
      say(TEXTS.reported(businessKey), true);
    } else {
      say(TEXTS.sent);
    }
  });
}

/** Tasklist's own services are there with the first form. */
export default function tellOutcomes(texts) {
  document.body.append(line);
  const look = new MutationObserver(() => {
    const form = document.querySelector('[cam-tasklist-form]');
    if (form) {
      look.disconnect();
      listen(angular.element(form).injector(), texts);
    }
  });
  look.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('click', ({ target }) => target.closest?.('.btn-primary') && forgetRefusal(), true);
}
