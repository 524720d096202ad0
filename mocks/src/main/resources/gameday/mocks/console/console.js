'use strict';
// Everything that people wrote goes into the page as text, never as markup.

const POLL_MILLIS = 1000;
const TOKEN = 'gameday-console-token';

const found = (selector, within = document) => within.querySelector(selector);
const status = found('#status');

// The token comes behind '#', which browsers send to nobody, and doesn't stay in the address.
if (location.hash.startsWith('#token=')) {
  sessionStorage.setItem(TOKEN, location.hash.slice('#token='.length));
  history.replaceState(null, '', location.pathname);
}

let tag = '';
let state = null;
let thread = null;

async function call(method, path, body) {
  const headers = { Authorization: 'Bearer ' + (sessionStorage.getItem(TOKEN) || '') };
  if (method === 'GET' && tag) headers['If-None-Match'] = tag;
  if (body) headers['Content-Type'] = 'application/json';
  return fetch('api/' + path, { method, headers, body: body ? JSON.stringify(body) : undefined });
}

async function act(path, body) {
  const answer = await call('POST', path, body);
  if (!answer.ok) {
    const why = await answer.json().catch(() => ({}));
    tell('not done: ' + (why.remedy || why.error || answer.status), true);
    return false;
  }
  await look();
  return true;
}

function tell(words, bad) {
  status.textContent = words;
  status.classList.toggle('bad', Boolean(bad));
}

async function look() {
  try {
    const answer = await call('GET', 'state');
    if (answer.status === 401) {
      tell('open this page with the address that was printed: it ends in #token=…', true);
      return;
    }
    if (answer.status === 200) {
      tag = answer.headers.get('ETag') || '';
      state = await answer.json();
      show();
    }
    if (answer.status === 200 || answer.status === 304) tell('live');
  } catch (gone) {
    tell('the mocks do not answer', true);
  }
}

function node(kind, className, text) {
  const made = document.createElement(kind);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function choices(select, options) {
  const wanted = JSON.stringify(options);
  if (select.dataset.options === wanted) return;
  const before = select.value;
  select.replaceChildren(...options.map(([value, text]) => {
    const option = node('option', '', text);
    option.value = value;
    return option;
  }));
  if (options.some(([value]) => value === before)) select.value = before;
  select.dataset.options = wanted;
}

/** Replaces what is shown, and stays at the end if the reader was there. */
function fill(box, children, empty) {
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
  box.replaceChildren(...(children.length ? children : [node('p', 'empty', empty)]));
  if (atEnd) box.scrollTop = box.scrollHeight;
}

const clock = (millis) => new Date(millis).toLocaleTimeString();

function show() {
  showFaults();
  showSlack();
  showChat('help-chat', state.helpChat);
  showChat('mod-chat', state.modChat);
  found('#help-chat .product').textContent = state.helpChat.product.slice(1);
  choices(found('#mod-chat select[name=session]'),
      state.modChat.sessions.map((session) => [session.id, session.title]));
}

// ---- faults ----

function showFaults() {
  const { now, kinds } = state.faults;
  const box = found('#faults');
  box.classList.toggle('on', now.length > 0);
  found('summary', box).textContent = 'Faults: ' + (now.length || 'none');
  found('ul', box).replaceChildren(...now.map((one) => {
    const { kind, ...settings } = one.fault;
    const item = node('li', '', `${kind} on ${one.on} ${JSON.stringify(settings)} `);
    const end = node('button', 'quiet', 'end');
    end.addEventListener('click', () => act('faults/end', { name: one.name }));
    item.append(end);
    return item;
  }));
  choices(found('select[name=kind]', box), kinds.map((kind) => [kind, kind]));
}

found('#faults form').addEventListener('submit', (event) => {
  event.preventDefault();
  const { on, kind, settings } = Object.fromEntries(new FormData(event.target));
  let more;
  try {
    more = JSON.parse(settings || '{}');
  } catch (wrong) {
    tell('not done: the settings must be a JSON object, such as {"share":"20%"}', true);
    return;
  }
  act('faults/begin', { on, fault: { ...more, kind } });
});

// ---- Slack ----

function showSlack() {
  const { channels, people } = state.slack;
  const names = new Map(people.map((person) => [person.id, person.name]));
  choices(found('#channel'), channels.map((channel) =>
    [channel.id, channel.direct ? '@' + (names.get(channel.name) || channel.name) : '#' + channel.name]));
  choices(found('#slack-as'),
      people.filter((person) => !person.bot).map((person) => [person.id, person.name]));
  const channel = channels.find((one) => one.id === found('#channel').value);
  const all = channel ? channel.messages : [];
  const known = new Set(all.map((message) => message.ts));
  const tops = all.filter((message) => !message.thread || !known.has(message.thread));
  fill(found('#messages'), tops.map((top) => {
    const box = messageBox(top, names);
    const replies = all.filter((message) => message.thread === top.ts);
    if (replies.length) {
      const below = node('div', 'thread');
      replies.forEach((reply) => below.append(messageBox(reply, names)));
      box.append(below);
    }
    return box;
  }), 'nothing was written here yet');
}

function messageBox(message, names) {
  const box = node('div', 'message');
  box.append(node('span', 'who', names.get(message.user) || message.user),
      node('time', '', clock(Number(message.ts) * 1000)), ' ');
  const reply = node('button', 'quiet', 'reply');
  reply.addEventListener('click', () => {
    thread = message.thread || message.ts;
    const context = found('#slack-context');
    found('span', context).textContent = 'in the thread of: ' + message.text.slice(0, 80);
    context.hidden = false;
    found('#slack-text').focus();
  });
  const seen = node('button', 'quiet', 'eyes');
  seen.addEventListener('click', () => act('slack/reaction', {
    as: found('#slack-as').value, channel: found('#channel').value, ts: message.ts, name: 'eyes',
  }));
  box.append(reply, seen, node('div', 'text', message.text));
  const reactions = Object.entries(message.reactions).map(([name, count]) => `:${name}: ${count}`);
  if (reactions.length) box.append(node('div', 'reactions', reactions.join('  ')));
  return box;
}

function leaveThread() {
  thread = null;
  found('#slack-context').hidden = true;
}

found('#slack-leave').addEventListener('click', leaveThread);
found('#channel').addEventListener('change', () => { leaveThread(); showSlack(); });
found('#slack-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = found('#slack-text');
  const body = { as: found('#slack-as').value, channel: found('#channel').value, text: text.value };
  if (thread) body.thread = thread;
  if (await act('slack/message', body)) text.value = '';
});

// ---- chats ----

const boxes = new Map();

function showChat(id, chat) {
  const shown = chat.conversations.map((conversation) => {
    const key = id + '/' + conversation.id;
    if (!boxes.has(key)) boxes.set(key, conversationBox(id, conversation.id));
    const box = boxes.get(key);
    box.update(conversation, chat.agents);
    return box.element;
  });
  const list = found('#' + id + ' .conversations');
  // A box that stays keeps the words somebody is typing into it.
  if (list.children.length !== shown.length || shown.some((box, i) => list.children[i] !== box)) {
    fill(list, shown, 'nobody has asked yet');
  }
}

function conversationBox(chatId, id) {
  const element = node('article', 'conversation');
  const head = node('header');
  const lines = node('div');
  const form = node('form', 'act');
  const row = node('div', 'row');
  const as = node('select');
  as.setAttribute('aria-label', 'as');
  const text = node('input');
  text.setAttribute('aria-label', 'message');
  text.placeholder = 'message';
  text.maxLength = 40000;
  const more = node('div', 'row');
  row.append(as, text);
  form.append(row, more);
  element.append(head, lines, form);

  const add = (label, work) => {
    const button = node('button', 'quiet', label);
    button.type = 'button';
    button.addEventListener('click', work);
    more.append(button);
  };
  const write = async (note) => {
    const body = { conversation: id, as: as.value, text: text.value, note };
    if (await act(chatId + '/message', body)) text.value = '';
  };
  const change = (action) => act(chatId + '/action', { conversation: id, action, as: as.value });
  add('send', () => write(false));
  add('note', () => write(true));
  add('take', () => change('take'));
  add('close', () => change('close'));
  if (chatId === 'help-chat') add('hand over to agents', () => change('hand-over'));
  form.addEventListener('submit', (event) => { event.preventDefault(); write(false); });

  return {
    element,
    update(conversation, agents) {
      const who = node('span', 'who', conversation.visitor || conversation.email || 'visitor');
      const where = node('span', 'where',
          [conversation.email, conversation.place].filter(Boolean).join(' · '));
      head.replaceChildren(who, where, node('span', 'state', conversation.state));
      lines.replaceChildren(...conversation.lines.map(line));
      const options = agents.map((agent) => [agent.id, agent.name]);
      options.push(['visitor', 'the visitor']);
      if (chatId === 'help-chat') options.push(['chatbot', 'the chatbot']);
      choices(as, options);
    },
  };
}

function line(written) {
  const box = node('div', 'line ' + written.by + (written.note ? ' note' : ''));
  box.append(node('span', 'who', written.name || written.by), node('time', '', clock(written.at)));
  if (written.note) box.append(' (note)');
  box.append(node('div', 'text', written.text));
  return box;
}

for (const id of ['help-chat', 'mod-chat']) {
  const form = found('#' + id + ' .visit form');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const body = Object.fromEntries(new FormData(form));
    if (await act(id + '/visit', body)) form.elements.text.value = '';
  });
}

look();
setInterval(look, POLL_MILLIS);
