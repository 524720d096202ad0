// A minimal pipeline between Chatwoot and Slack. docs/your-own-pipeline.md walks through it.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { fsyncSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import bolt from '@slack/bolt';

// ---- what Gameday tells us -------------------------------------------------------------------

const env = process.env;
const event = JSON.parse(readFileSync(env.GAMEDAY_EVENT, 'utf8'));
const answerers = new Set(
  event.staff.filter((who) => who.role !== 'client-team').map((who) => who.slackId),
);

// ---- what must survive a crash ---------------------------------------------------------------

const file = join(env.GAMEDAY_STATE_DIR, 'journal.jsonl');
const seen = new Set(); // keys of everything we were told
const threads = new Map(); // thread's ts -> conversation
const done = new Set(); // keys of everything we have carried out
const told = []; // what we were told, in order

function apply(entry) {
  if (entry.kind === 'done') {
    done.add(entry.key);
    if (entry.ts) threads.set(entry.ts, entry.conversation);
  } else {
    seen.add(entry.key);
    told.push(entry);
  }
}

const before = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
for (const line of before) {
  try {
    if (line) apply(JSON.parse(line));
  } catch {
    // A crash cut this line off, so it was never acknowledged: it will come again.
  }
}
const journal = openSync(file, 'a');
if (before.at(-1)) writeSync(journal, '\n'); // what follows a line that was cut off is a line anew

function write(entry) {
  writeSync(journal, JSON.stringify(entry) + '\n');
  fsyncSync(journal); // only now it is on the disk
  apply(entry);
}

/** Stores what we were told, once, and sees to it later. Whoever calls may acknowledge then. */
function learn(entry) {
  if (seen.has(entry.key)) return;
  write(entry);
  carryOut(entry, false);
}

// ---- work, one thing after the other ---------------------------------------------------------

let work = Promise.resolve();

function carryOut(entry, again) {
  work = work.then(() => untilDone(entry.kind === 'note' ? escalate : bringBack, entry, again));
}

/** Tries until it is done. After the first try it is unknown what came of that, so look first. */
async function untilDone(task, entry, again) {
  for (let pause = 250; ; pause = Math.min(2 * pause, 30_000), again = true) {
    try {
      return await task(entry, again);
    } catch (failure) {
      console.error(`${entry.key}: ${failure.message}`);
      if (isHopeless(failure)) return;
      await sleep(failure.retryAfter ? failure.retryAfter * 1000 : pause);
    }
  }
}

function isHopeless(failure) {
  const passing = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'];
  if (failure.code === 'slack_webapi_platform_error') return !passing.includes(failure.data.error);
  return failure.status >= 400 && failure.status < 500 && failure.status !== 429;
}

// ---- from an agent's note to Slack -----------------------------------------------------------

const FIELDS = ['Issue', 'Page or session URL', 'Affected users', 'Screenshot'];

/** Slack's own markup begins with one of these; what users typed must stay text. */
const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function template(entry) {
  const found = { ...entry.known };
  let field = 'Issue';
  for (const line of entry.text.trim().slice('/escalate'.length).split('\n')) {
    const next = FIELDS.find((name) => line.startsWith(`${name}:`));
    if (next) found[(field = next)] = line.slice(next.length + 1).trim();
    else if (line.trim()) found[field] = [found[field], line].filter(Boolean).join('\n');
  }
  const lines = FIELDS.map((name) => `*${name}:* ${escape(found[name] || 'none')}`);
  return [`Hi ${event.mention}, we need your help.`, ...lines].join('\n');
}

async function escalate(entry, again) {
  let ts = again ? await findPost(entry.key) : undefined;
  if (!ts) {
    const metadata = { event_type: 'escalation', event_payload: { key: entry.key } };
    const text = template(entry);
    ({ ts } = await slack.chat.postMessage({ channel: env.SLACK_CHANNEL, text, metadata }));
  }
  write({ kind: 'done', key: entry.key, ts, conversation: entry.conversation });
}

/** Where our message stands, if a try that seemed to fail did post it. */
async function findPost(key) {
  const history = { channel: env.SLACK_CHANNEL, limit: 200, include_all_metadata: true };
  const { messages } = await slack.conversations.history(history);
  return messages.find((message) => message.metadata?.event_payload?.key === key)?.ts;
}

// ---- from an answer in the thread to the agent -----------------------------------------------

/** What a reader of Slack sees: addresses without their brackets, and no escapes. */
const plain = (text) =>
  text
    .replace(/<((?:https?:\/\/|mailto:)[^>|]*)(?:\|[^>]*)?>/g, (_, to) => to.replace('mailto:', ''))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

async function bringBack(entry, again) {
  const conversation = threads.get(entry.thread);
  if (!conversation) return; // somebody else's thread
  const attributes = { pipeline_key: entry.key };
  const { payload } = again ? await chatwoot('GET', conversation) : { payload: [] };
  if (!payload.some((message) => message.content_attributes?.pipeline_key === entry.key)) {
    await chatwoot('POST', conversation, {
      content: `Answer from Slack:\n${plain(entry.text)}`,
      message_type: 'outgoing',
      private: event.process.route === 'through-agent',
      content_attributes: attributes,
    });
  }
  write({ kind: 'done', key: entry.key });
}

async function chatwoot(method, conversation, body) {
  const path = `/api/v1/accounts/${env.HELP_CHAT_ACCOUNT}/conversations/${conversation}/messages`;
  const answer = await fetch(env.HELP_CHAT_URL + path, {
    method,
    headers: { api_access_token: env.HELP_CHAT_TOKEN, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  if (answer.ok) return answer.json();
  const { status, headers } = answer;
  const retryAfter = Number(headers.get('Retry-After')); // 0 if it doesn't say
  throw Object.assign(new Error(`Chatwoot: ${status}`), { status, retryAfter });
}

// ---- the doors -------------------------------------------------------------------------------

function isGenuine(headers, body) {
  const at = headers['x-chatwoot-timestamp'] ?? '';
  const mac = createHmac('sha256', env.HELP_CHAT_WEBHOOK_SECRET).update(`${at}.`).update(body);
  const expected = Buffer.from(`sha256=${mac.digest('hex')}`);
  const given = Buffer.from(headers['x-chatwoot-signature'] ?? '');
  const isFresh = Math.abs(Date.now() / 1000 - Number(at)) <= 300;
  return isFresh && given.length === expected.length && timingSafeEqual(given, expected);
}

async function helpChat(request, response) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    if ((size += chunk.length) > 1 << 20) return response.writeHead(413).end();
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (!isGenuine(request.headers, body)) return response.writeHead(401).end();
  let what;
  try {
    what = JSON.parse(body);
  } catch {
    return response.writeHead(400).end();
  }
  if (isEscalation(what)) learn(note(what));
  return response.writeHead(200).end();
}

function isEscalation({ event: name, private: isNote, sender, content }) {
  const byAgent = name === 'message_created' && isNote && sender?.type === 'user';
  return byAgent && /^\s*\/escalate(\s|$)/.test(content ?? '');
}

function note({ id, content, conversation }) {
  const known = {
    'Page or session URL': conversation.custom_attributes?.page || event.event.url,
    'Affected users': conversation.meta.sender.email,
  };
  return { kind: 'note', key: `note:${id}`, conversation: conversation.id, text: content, known };
}

const well = JSON.stringify({ status: 'up', without: ['mod-chat', 'deadlines', 'grouping'] });
const health = (request, response) =>
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(well);

const receiver = new bolt.HTTPReceiver({
  signingSecret: env.SLACK_SIGNING_SECRET,
  processBeforeResponse: true, // acknowledge once the listener below has stored it, not before
  customRoutes: [
    { path: '/health', method: 'GET', handler: health },
    { path: '/webhooks/help-chat', method: 'POST', handler: helpChat },
  ],
});
const clientOptions = {
  slackApiUrl: env.SLACK_API_URL,
  retryConfig: { retries: 0 }, // Bolt would post again without looking; untilDone looks
  rejectRateLimitedCalls: true,
};
const app = new bolt.App({ token: env.SLACK_BOT_TOKEN, receiver, clientOptions });
const slack = app.client;

app.event('message', async ({ event: message }) => {
  const isReply = message.thread_ts && message.thread_ts !== message.ts && !message.hidden;
  const isAnswer = isReply && answerers.has(message.user) && !/<[@!#]/.test(message.text);
  if (message.channel === env.SLACK_CHANNEL && isAnswer) {
    const key = `answer:${message.ts}`;
    learn({ kind: 'answer', key, thread: message.thread_ts, text: message.text });
  }
});

for (const entry of told) if (!done.has(entry.key)) carryOut(entry, true); // left by a crash
await app.start({ port: Number(env.PORT), host: '127.0.0.1' });
