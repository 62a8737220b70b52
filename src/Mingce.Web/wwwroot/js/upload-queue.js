// Sends files one by one ahead of their form. A file that was lost on the way is sent again when the connection is back; the
// server keeps the same bytes once, and tells by the file's key whether a lost answer was for a file that had arrived.
const ADDRESS = '/activities/uploads';
const AT_ONCE = 2;
const LONGEST_WAIT = 30_000;

export const LARGEST = 200 * 1024 * 1024;

export class SessionOver extends Error {}

/** What the server has for a form: {saved, files}. Throws where it cannot be reached, SessionOver where it does not know us any more. */
export async function readState(form, prepare = false) {
  const response = await fetch(`${ADDRESS}?form=${form}&prepare=${prepare}`, { redirect: 'manual', headers: { Accept: 'application/json' } });
  if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) throw new SessionOver();
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/** Resolves after a while, longer with every try, or as soon as the connection is back. */
export function pause(tries) {
  return new Promise(resolve => {
    const timer = setTimeout(done, Math.min(1000 * 2 ** tries, LONGEST_WAIT));
    function done() {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    }
    addEventListener('online', done);
  });
}

export class UploadQueue {
  #items = [];
  #running = 0;
  #waiters = [];

  /** changed(item) is told of every step. */
  constructor(token, changed) {
    this.token = token;
    this.changed = changed;
  }

  get items() {
    return this.#items;
  }

  get isBusy() {
    return this.#items.some(item => item.state === 'waiting' || item.state === 'sending');
  }

  add(item) {
    this.#items.push(item);
    this.changed(item);
    this.#pump();
  }

  async remove(item) {
    this.#items = this.#items.filter(other => other !== item);
    item.request?.abort();
    item.state = 'removed';
    this.#settle();
    if (!item.hash) return;
    const body = new FormData();
    body.append('__RequestVerificationToken', this.token);
    await fetch(`${ADDRESS}?handler=Drop&form=${item.form}&hash=${item.hash}`, { method: 'POST', body }).catch(() => {});
  }

  /** Resolves when nothing is on its way. */
  settled() {
    return this.isBusy ? new Promise(resolve => this.#waiters.push(resolve)) : Promise.resolve();
  }

  #settle() {
    if (this.isBusy) return;
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  #pump() {
    while (this.#running < AT_ONCE) {
      const next = this.#items.find(item => item.state === 'waiting');
      if (!next) return;
      this.#running++;
      next.state = 'sending';
      this.#deliver(next).finally(() => {
        this.#running--;
        this.#settle();
        this.#pump();
      });
    }
  }

  async #deliver(item) {
    for (let tries = 0; item.state === 'sending'; tries++) {
      try {
        const found = tries > 0 && (await readState(item.form)).files.find(file => file.key === item.key);
        if (found) this.#arrived(item, found);
        else await this.#send(item);
      } catch (error) {
        if (item.state !== 'sending') return;
        item.message = error instanceof SessionOver ? '登录已过期，重新登录后自动续传' : '连接中断，恢复后自动续传';
        item.isSessionOver = error instanceof SessionOver;
        this.changed(item);
        await pause(tries);
      }
    }
  }

  #arrived(item, file) {
    Object.assign(item, file, { state: 'done', message: '', isSessionOver: false });
    this.changed(item);
  }

  #send(item) {
    const body = new FormData();
    body.append('__RequestVerificationToken', this.token);
    body.append('path', item.path);
    body.append('file', item.file, item.name);
    return new Promise((resolve, reject) => {
      const request = item.request = new XMLHttpRequest();
      request.open('POST', `${ADDRESS}?form=${item.form}&key=${item.key}`);
      request.responseType = 'json';
      request.upload.onprogress = event => {
        item.sent = event.loaded / event.total;
        item.message = '';
        this.changed(item);
      };
      request.onerror = request.ontimeout = () => reject(new Error('connection'));
      request.onabort = () => resolve();
      request.onload = () => {
        if (request.status === 200 && request.response?.hash) this.#arrived(item, request.response);
        else if (request.status === 422 || request.status === 413) {
          item.state = 'refused';
          item.message = request.response?.error ?? '文件过大，未保存。请压缩或拆分后再上传。';
          this.changed(item);
        } else if (request.status >= 500) return reject(new Error(`${request.status}`));
        else return reject(new SessionOver());
        resolve();
      };
      request.send(body);
    });
  }
}
