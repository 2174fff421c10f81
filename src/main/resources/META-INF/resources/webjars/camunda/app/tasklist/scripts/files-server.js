import { TEXTS } from './files-texts.js';

/* Whatever is refused is refused of the file that was chosen: the key of its field says nothing to a reader. */
const sentence = refusal =>
  refusal?.message?.replace(/^(content|attachment-\w+): ./, found => found.at(-1).toUpperCase()) ?? TEXTS.failed;

/** What the server says of the files of a task; a refusal is thrown as its sentence. */
export default function filesOf(task, { engineApi, CSRFToken }) {
  const address = `${engineApi}/task/${encodeURIComponent(task)}/attachment`;

  /* Not fetch: it does not tell how much has been sent. */
  const send = (method, path, body, progressed) =>
    new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.open(method, address + path);
      request.setRequestHeader('X-XSRF-TOKEN', CSRFToken);
      request.setRequestHeader('Accept', 'application/json');
      request.responseType = 'json';
      request.upload.onprogress = ({ loaded, total }) => progressed?.(loaded / total);
      request.onerror = () => fail(TEXTS.failed);
      request.onload = () => (request.status < 300 ? done(request) : fail(sentence(request.response)));
      request.send(body);
    });

  return {
    list: async () => {
      const answer = await send('GET', '');
      return { files: answer.response, scanned: answer.getResponseHeader('Evidence-Scanner') === 'on' };
    },
    attach: (file, description, progressed) => {
      const form = new FormData();
      form.append('attachment-description', description);
      form.append('content', file);
      return send('POST', '/create', form, progressed);
    },
    remove: id => send('DELETE', `/${encodeURIComponent(id)}`),
    download: id => `${address}/${encodeURIComponent(id)}/data`
  };
}
