// Forms with files: every file is sent as soon as it is chosen, text and files survive a lost connection, a reload and the end of
// the session, and saving is tried until it is done, once. Without this script the form is a plain one.
import { LARGEST, SessionOver, UploadQueue, pause, readState } from './upload-queue.js';
import { dropDraft, dropFile, dropOldFiles, filesOf, keepFile, lastForm, readDrafts, saveDraft } from './upload-store.js';

const form = document.querySelector('form[data-upload]');
const field = form.querySelector('.uploads');
const list = field.querySelector('.upload-list');
const draftState = document.querySelector('.draft-state');
const id = form.elements.namedItem(form.dataset.upload);
const day = form.elements.namedItem('Input.On');
const dayNote = document.createElement('p');
// A day that a person, a plan or an earlier try gave is not changed, only another one offered.
let isDayGiven = new URLSearchParams(location.search).has('on') || form.querySelector('[role=alert]') !== null;
const save = form.querySelector('button[type=submit]');
const prefix = `mingce:${form.dataset.account}:${location.pathname}:`;
const queue = new UploadQueue(form.elements.namedItem('__RequestVerificationToken').value, show);
const rows = new Map();
let isSaving = false;

// Text

const kept = () => [...form.elements].filter(e => e.name && e.type !== 'hidden' && e.type !== 'file' && e.type !== 'submit');

function values() {
  return kept().filter(e => (e.type !== 'checkbox' && e.type !== 'radio') || e.checked).map(e => [e.name, e.value]);
}

let saving;

function noteText() {
  clearTimeout(saving);
  saving = setTimeout(keepText, 300);
}

function keepText() {
  clearTimeout(saving);
  const isKept = saveDraft(prefix, { id: id.value, at: Date.now(), address: location.pathname + location.search, values: values(), files: queue.items.length });
  if (draftState && isKept) draftState.textContent = `草稿已保存 ${new Date().toTimeString().slice(0, 5)}`;
}

function restore(draft) {
  id.value = draft.id;
  fill(draft);
  // Fields that belong to the kind come with it.
  form.querySelector("[name='Input.Kind']:checked")?.dispatchEvent(new Event('change', { bubbles: true }));
  fill(draft);
  isDayGiven ||= day !== null && day.value !== day.defaultValue;
  draftState?.replaceChildren('已恢复未保存的内容 ', button('清空重填', async () => {
    await dropDraft(prefix, id.value);
    location.reload();
  }));
}

function fill(draft) {
  for (const element of kept()) {
    const own = draft.values.filter(([name]) => name === element.name).map(([, value]) => value);
    if (element.type === 'checkbox' || element.type === 'radio') element.checked = own.includes(element.value);
    else if (own.length > 0) element.value = own[0];
    if (element.closest('details') && (element.checked || (element.value && element.type !== 'checkbox' && element.type !== 'radio' && element.tagName !== 'SELECT')))
      for (let folded = element.closest('details'); folded; folded = folded.parentElement.closest('details')) folded.open = true;
  }
}

// A draft of this window and address comes back by itself; another is offered.
async function resume() {
  if (!form.querySelector('[role=alert]')) {
    for (const draft of readDrafts(prefix)) {
      const state = await readState(draft.id).catch(() => null);
      if (state?.saved) {
        await dropDraft(prefix, draft.id);
      } else if (draft.id === lastForm(prefix) && draft.address === location.pathname + location.search) {
        restore(draft);
        break;
      } else {
        offer(draft);
        break;
      }
    }
  }
  await resumeFiles();
}

function offer(draft) {
  const notice = document.createElement('p');
  notice.className = 'notice notice-due';
  notice.append(`有一份未保存的内容（${new Date(draft.at).toLocaleString('zh-CN', { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' })}${draft.files ? `，文件 ${draft.files} 个` : ''}）。 `);
  notice.append(
    button('恢复', async () => {
      notice.remove();
      restore(draft);
      await resumeFiles();
      keepText();
    }),
    ' ',
    button('丢弃', () => {
      notice.remove();
      dropDraft(prefix, draft.id);
    }));
  form.prepend(notice);
}

// Files that the server has, and those that it has not yet; some may have been chosen meanwhile.
async function resumeFiles() {
  const state = await readState(id.value).catch(() => ({ files: [] }));
  const left = await filesOf(id.value);
  const isListed = key => queue.items.some(item => item.key === key);
  for (const file of state.files.filter(file => !file.key || !isListed(file.key)))
    queue.add({ ...file, form: id.value, path: file.name, state: 'done', sent: 1 });
  for (const { key, name, path, blob } of left.filter(file => !isListed(file.key)))
    queue.add({ key, name, path, file: blob, form: id.value, state: 'waiting', sent: 0 });
  await queue.settled();
  compare();
}

// Files

function button(text, click, label) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn btn-sm';
  made.textContent = text;
  if (label) made.ariaLabel = label;
  made.addEventListener('click', click);
  return made;
}

const randomKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

async function add(files) {
  for (const { file, path } of files) {
    const item = { key: randomKey(), form: id.value, name: file.name, path: path || file.webkitRelativePath || file.name, file, state: 'waiting', sent: 0 };
    if (file.size > LARGEST || file.size === 0) {
      item.state = 'refused';
      item.message = file.size ? '超过 200 MB，未上传。请压缩或拆分后再选。' : '文件是空的，未上传。';
    } else {
      await keepFile({ key: item.key, form: item.form, name: item.name, path: item.path, blob: file });
    }
    queue.add(item);
  }
  keepText();
  await queue.settled();
  compare();
}

function show(item) {
  const row = rows.get(item) ?? newRow(item);
  const texts = {
    waiting: '等待上传',
    sending: item.message || `正在上传 ${Math.round(item.sent * 100)}%`,
    done: [item.size, item.dayText].filter(Boolean).join(' · '),
    refused: item.message,
  };
  row.state.textContent = texts[item.state];
  row.state.className = `state ${item.state === 'refused' ? 'bad' : item.message ? 'due' : 'muted'}`;
  row.progress.hidden = item.state !== 'sending' && item.state !== 'waiting';
  row.progress.value = item.sent;
  for (const use of item.uses ?? []) {
    const link = document.createElement('a');
    Object.assign(link, { href: use.href, target: '_blank', className: 'in-text', textContent: use.text });
    row.state.append('　', link);
  }
  if (item.isSessionOver) {
    const link = document.createElement('a');
    Object.assign(link, { href: `/sign-in?returnUrl=${encodeURIComponent(location.pathname + location.search)}`, className: 'in-text', textContent: '去登录' });
    row.state.append(' ', link);
  }
  if (item.state === 'done' || item.state === 'refused') dropFile(item.key);
}

function newRow(item) {
  const row = { li: document.createElement('li'), state: document.createElement('span'), progress: document.createElement('progress') };
  const name = document.createElement('span');
  name.className = 'name';
  name.textContent = item.name;
  const text = document.createElement('div');
  row.progress.ariaLabel = `${item.name} 上传进度`;
  row.progress.max = 1;
  text.append(name, row.progress);
  row.li.append(preview(item), text, row.state, button('移除', () => {
    row.li.remove();
    dropFile(item.key);
    queue.remove(item);
    keepText();
  }, `移除 ${item.name}`));
  list.append(row.li);
  rows.set(item, row);
  return row;
}

function preview(item) {
  if (item.file?.type.startsWith('image/')) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 96;
    createImageBitmap(item.file).then(picture => {
      const side = Math.min(picture.width, picture.height);
      canvas.getContext('2d').drawImage(picture, (picture.width - side) / 2, (picture.height - side) / 2, side, side, 0, 0, 96, 96);
      picture.close();
    }).catch(() => {});
    return canvas;
  }
  const type = document.createElement('span');
  type.className = 'type';
  type.textContent = (item.name.match(/\.(\w{1,4})$/)?.[1] ?? '文件').toUpperCase();
  return type;
}

// Copies in other records, and the day that the photos tell.
async function compare() {
  const done = queue.items.filter(item => item.state === 'done');
  if (done.length === 0) return;
  const state = await readState(id.value, true).catch(() => null);
  for (const file of state?.files ?? []) {
    const item = done.find(other => other.hash === file.hash);
    if (item) show(Object.assign(item, { uses: file.uses }));
  }
  offerDay(done);
}

// The album's day takes the place of today's; the day that a photo was only saved is offered. Once saved, it is the day that was seen.
function offerDay(done) {
  if (!day || isSaving) return;
  dayNote.replaceChildren();
  const dated = done.filter(item => item.day);
  const sure = dated.filter(item => !item.mayBeOlder);
  const [first, ...others] = sure.length > 0 ? sure : dated;
  if (!first || others.some(other => other.day !== first.day) || first.day === day.value) return;
  const before = day.value;
  if (isDayGiven || first.mayBeOlder) {
    dayNote.append(`${first.dayText}。`, button('填为活动日期', () => setDay(first.day)));
  } else {
    setDay(first.day);
    dayNote.append(`已按照片填写：${first.dayText}。`, button('改回原日期', () => setDay(before)));
  }
}

function setDay(value) {
  day.value = value;
  isDayGiven = true;
  dayNote.replaceChildren();
  keepText();
}

async function dropped(entries) {
  const files = [];
  async function walk(entry) {
    if (entry.isFile) {
      files.push({ file: await new Promise((resolve, reject) => entry.file(resolve, reject)), path: entry.fullPath.slice(1) });
    } else {
      const reader = entry.createReader();
      for (let some; (some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length > 0;)
        for (const inner of some) await walk(inner);
    }
  }
  for (const entry of entries) await walk(entry);
  return files;
}

// Saving

async function send() {
  for (let tries = 0; ; tries++) {
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), redirect: 'manual' });
      if (answer.type !== 'opaqueredirect') return submitPlainly();
      const state = await readState(id.value);
      if (form.dataset.record ? !state.saved : state.files.length > 0) return submitPlainly();
      await dropDraft(prefix, id.value);
      location.assign(form.dataset.record ? form.dataset.record + id.value : `${form.dataset.evidence}#evidence`);
      return;
    } catch (error) {
      if (error instanceof SessionOver) return submitPlainly();
      save.textContent = '连接中断，恢复后自动保存';
      await pause(tries);
    }
  }
}

// Whatever has to be put right is told by the server's own page, which also asks for the password and keeps the text.
function submitPlainly() {
  HTMLFormElement.prototype.submit.call(form);
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  if (isSaving) return;
  isSaving = true;
  keepText();
  save.disabled = true;
  save.textContent = queue.isBusy ? '照片上传完后自动保存…' : '正在保存…';
  // Records of some kinds hold no files.
  if (field.hidden) await Promise.all([...queue.items].map(item => queue.remove(item)));
  await queue.settled();
  save.textContent = '正在保存…';
  await send();
});

form.addEventListener('input', noteText);
day?.addEventListener('input', () => {
  isDayGiven = true;
  dayNote.replaceChildren();
});
for (const input of field.querySelectorAll('input[type=file]')) {
  input.addEventListener('change', () => {
    add([...input.files].map(file => ({ file })));
    input.value = '';
  });
}
form.addEventListener('dragover', event => {
  if (![...event.dataTransfer.types].includes('Files')) return;
  event.preventDefault();
  field.classList.add('dragged');
});
form.addEventListener('dragleave', () => field.classList.remove('dragged'));
form.addEventListener('drop', async event => {
  if (event.dataTransfer.files.length === 0) return;
  event.preventDefault();
  field.classList.remove('dragged');
  const plain = [...event.dataTransfer.files].map(file => ({ file }));
  const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
  add(entries.length > 0 ? await dropped(entries).catch(() => plain) : plain);
});
document.addEventListener('paste', event => {
  if (event.clipboardData.files.length > 0) add([...event.clipboardData.files].map(file => ({ file })));
});

dayNote.className = 'day-note hint';
dayNote.setAttribute('role', 'status');
day?.closest('.field').append(dayNote);
field.classList.add('enhanced');
field.querySelector('.hint').textContent = '可一次选多个，也可拖入或粘贴，日后也可补充；每个不超过 200 MB，原样保存，不压缩';
dropOldFiles();
resume();
