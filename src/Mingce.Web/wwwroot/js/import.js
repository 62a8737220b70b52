// 从往年总结提取: keys for the drafts, and which of them were on the screen. Without it every button and the plain forms work.
const keyOf = { ArrowDown: 'j', ArrowUp: 'k', Enter: 'a' };
let current = 0;

start();

function start() {
  const work = document.querySelector('#import');
  if (!work) return;
  document.body.classList.add('has-keys');
  const drafts = [...work.querySelectorAll('.import-drafts > .draft')];
  watch(work, drafts);
  const named = drafts.findIndex(draft => '#' + draft.id === location.hash);
  choose(drafts, named >= 0 ? named : nextWaiting(drafts, current), true, named < 0);
  work.querySelector('.import-drafts').addEventListener('keydown', event => press(event, work, drafts));
  work.addEventListener('submit', event => send(event, work, drafts));
  work.addEventListener('focusin', event => {
    const index = drafts.indexOf(event.target.closest('.draft'));
    if (index >= 0) choose(drafts, index, false);
  });
}

function nextWaiting(drafts, from) {
  const after = drafts.findIndex((draft, i) => i >= from && draft.dataset.state === 'waiting');
  return after >= 0 ? after : Math.max(0, drafts.findIndex(draft => draft.dataset.state === 'waiting'));
}

function choose(drafts, index, focus, preventScroll = false) {
  if (!drafts[index]) return;
  current = index;
  drafts.forEach((draft, i) => draft.classList.toggle('is-current', i === index));
  document.querySelectorAll('.read.is-current').forEach(mark => mark.classList.remove('is-current'));
  const mark = document.getElementById(drafts[index].dataset.quote);
  if (mark) {
    mark.classList.add('is-current');
    const pane = mark.closest('.import-text');
    pane.scrollTop += mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  }
  if (focus) drafts[index].focus({ preventScroll });
}

// The keys work only while the focus is among the drafts, and never inside a field.
function press(event, work, drafts) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, textarea, select')) return;
  if (event.key === 'Enter' && event.target.closest('a, button')) return;
  const key = keyOf[event.key] ?? event.key.toLowerCase();
  if (key === 'j' || key === 'k') {
    choose(drafts, Math.min(drafts.length - 1, Math.max(0, current + (key === 'j' ? 1 : -1))), true);
  } else {
    const button = drafts[current]?.querySelector(`[data-key="${key}"]`);
    if (!button) return;
    button.click();
  }
  event.preventDefault();
}

// Sends a decision and shows the page that answers, without losing the place.
async function send(event, work, drafts) {
  const body = new FormData(event.target, event.submitter);
  const act = body.get('act');
  // Leads to another page, where the browser goes by itself.
  if (act === 'finish') return;
  event.preventDefault();
  const text = await fetch(event.target.action, { method: 'POST', body }).then(answer => answer.text()).catch(() => null);
  if (text === null) return tell('连接中断，未保存。请稍后再试。');
  const page = new DOMParser().parseFromString(text, 'text/html');
  if (!page.querySelector('#import')) {
    event.target.submit.call(withValue(event.target, 'act', act));
    return;
  }
  const scroll = work.querySelector('.import-text').scrollTop;
  document.querySelector('main').replaceChildren(...page.querySelector('main').childNodes);
  history.replaceState(null, '', location.pathname);
  const fresh = [...document.querySelectorAll('.import-drafts > .draft')];
  document.querySelector('.import-text').scrollTop = scroll;
  if (act !== 'undo') current = nextWaiting(fresh, current);
  start();
  choose(fresh, current, true);
}

// The page stays as it is: without a connection another one could not be shown.
function tell(message) {
  document.querySelector('.import-fault')?.remove();
  const fault = document.createElement('p');
  fault.className = 'notice notice-bad import-fault';
  fault.setAttribute('role', 'alert');
  fault.textContent = message;
  document.querySelector('.import-bar').before(fault);
}

function withValue(form, name, value) {
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name, value });
  form.append(field);
  return form;
}

// What stood wholly or mostly on the screen for a second was seen; the server keeps it.
function watch(work, drafts) {
  const token = work.querySelector('input[name=__RequestVerificationToken]').value;
  const waiting = new Map();
  let batch = [];
  let timer = 0;
  const observer = new IntersectionObserver(entries => {
    for (const entry of entries) {
      clearTimeout(waiting.get(entry.target));
      if (entry.isIntersecting) waiting.set(entry.target, setTimeout(() => seen(entry.target), 800));
    }
  }, { threshold: 0.7 });
  drafts.filter(draft => draft.dataset.seen === 'no').forEach(draft => observer.observe(draft));

  function seen(draft) {
    if (!draft.isConnected) return;
    observer.unobserve(draft);
    draft.dataset.seen = 'yes';
    batch.push(draft.id.slice(2));
    const left = work.querySelector('[data-unseen]');
    if (left) left.textContent = String(drafts.filter(d => d.dataset.seen === 'no').length);
    clearTimeout(timer);
    timer = setTimeout(report, 400);
  }

  async function report() {
    if (batch.length === 0) return;
    const told = batch;
    const body = new URLSearchParams([['act', 'seen'], ['__RequestVerificationToken', token], ...told.map(id => ['seen', id])]);
    batch = [];
    try {
      await fetch(work.dataset.address, { method: 'POST', body, redirect: 'manual', keepalive: true });
    } catch {
      // Lost on the way: told again with the next ones, or when the connection is back.
      batch = [...told, ...batch];
      addEventListener('online', report, { once: true });
      return;
    }
    const rest = work.querySelector('[data-all-seen]');
    if (batch.length === 0 && drafts.every(draft => draft.dataset.seen === 'yes')) rest.textContent = rest.dataset.allSeen;
  }
}
