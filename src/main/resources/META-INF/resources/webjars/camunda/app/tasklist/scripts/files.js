import ask from './ask.js';
import uploadForm from './files-form.js';
import filesOf from './files-server.js';
import { size, TEXTS, time } from './files-texts.js';
import make from './make.js';

/*
 * A tab beside a task's form: its worker attaches files one by one, sees what became of each, fetches them, and takes back what he
 * brought himself.
 */
function render(node, { api, taskId }, scope) {
  const server = filesOf(taskId, api);
  const notice = make('p', { className: 'files-notice', textContent: TEXTS.notice, hidden: true });
  const claim = make('p', { className: 'files-claim', textContent: TEXTS.claim });
  const said = make('p', { className: 'files-said' });
  said.setAttribute('role', 'status');
  const list = make('ul', { className: 'files-list' });
  list.setAttribute('aria-label', TEXTS.list);
  let mayWork = false;

  const say = (words, wrong) => {
    said.textContent = words;
    said.classList.toggle('files-wrong', Boolean(wrong));
  };

  const remove = file =>
    ask(TEXTS.sure, async () => {
      try {
        await server.remove(file.id);
        say(TEXTS.removed(file.name));
      } catch (refusal) {
        say(refusal, true);
      }
      await show();
    });

  const row = (file, scanned) => {
    const opens = file.state === 'clean' || (file.state === 'unscanned' && !scanned);
    const name = opens
      ? make('a', { href: server.download(file.id), textContent: file.name, download: '' })
      : make('strong', { textContent: file.name });
    const facts = [size(file.size), file.attachedBy, time(file.createTime)].join(' · ');
    const item = make(
      'li',
      { className: `files-${file.state}` },
      name,
      make('span', { className: 'files-description', textContent: file.description ?? '' }),
      make('span', { className: 'files-facts', textContent: facts }),
      make('span', { className: 'files-state', textContent: TEXTS.states[file.state] })
    );
    if (file.mine && mayWork) {
      const button = make('button', { type: 'button', className: 'btn btn-link', textContent: TEXTS.remove });
      button.setAttribute('aria-label', TEXTS.removeNamed(file.name));
      button.addEventListener('click', () => remove(file));
      item.append(button);
    }
    return item;
  };

  async function show() {
    try {
      const { files, scanned } = await server.list();
      notice.hidden = scanned;
      list.replaceChildren(...files.filter(({ state }) => state).map(file => row(file, scanned)));
      if (!list.childElementCount) {
        list.append(make('li', { textContent: TEXTS.none }));
      }
    } catch (refusal) {
      say(refusal, true);
    }
  }

  const form = uploadForm(taskId, server, say, show);
  node.className = 'files';
  node.append(notice, claim, form, said, list, make('p', { className: 'files-facts', textContent: TEXTS.visible }));
  scope.taskData.newChild(scope).observe('isAssignee', isAssignee => {
    mayWork = isAssignee;
    form.hidden = !isAssignee;
    claim.hidden = isAssignee;
    show();
  });
}

export default {
  id: 'task-files',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: TEXTS.tab },
  render
};
