import { TEXTS } from './files-texts.js';
import make from './make.js';

/* As the server takes them. */
const ENDINGS = '.pdf,.jpg,.jpeg,.png,.heic,.heif,.tif,.tiff,.txt,.mp3,.wav,.ogg,.oga,.opus,.mp4,.m4a,.m4v,.mov,.docx,.xlsx,.odt';

/* Descriptions that were begun, by task: another tab of the task may be looked at meanwhile. */
const begun = new Map();

export default function uploadForm(task, server, say, show) {
  const file = make('input', { type: 'file', id: 'files-file', accept: ENDINGS });
  file.setAttribute('aria-describedby', 'files-accepted');
  const description = make('input', {
    id: 'files-description',
    className: 'form-control',
    maxLength: 500,
    value: begun.get(task) ?? ''
  });
  description.addEventListener('input', () => begun.set(task, description.value));
  const progress = make('progress', { max: 1, hidden: true });
  progress.setAttribute('aria-label', TEXTS.sending);
  const button = make('button', { className: 'btn btn-primary', textContent: TEXTS.attach });
  const form = make(
    'form',
    { hidden: true },
    make('label', { htmlFor: file.id, textContent: TEXTS.file }),
    file,
    make('p', { id: 'files-accepted', className: 'files-facts', textContent: TEXTS.accepted }),
    make('label', { htmlFor: description.id, textContent: TEXTS.description }),
    description,
    button,
    progress
  );
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (!file.files.length) {
      say(TEXTS.choose, true);
      file.focus();
      return;
    }
    button.disabled = true;
    progress.hidden = false;
    say(TEXTS.sending);
    try {
      const [{ name }] = file.files;
      await server.attach(file.files[0], description.value, part => (progress.value = part));
      begun.delete(task);
      form.reset();
      say(TEXTS.attached(name));
    } catch (refusal) {
      say(refusal, true);
    }
    progress.hidden = true;
    progress.removeAttribute('value');
    button.disabled = false;
    await show();
    file.focus();
  });
  return form;
}
