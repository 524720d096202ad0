// Runs the list of calls by Slack's SDK for Node, unmodified: only the base URL is ours.
// Prints one line of JSON for each step: its name, whether it held, and why not.
//
//   node calls.mjs <SDK's package> <calls.json> <base URL> <stage's base URL>
import { readFileSync } from 'node:fs';
import { Names } from './names.mjs';
import { at, problem } from './expectation.mjs';
import { Stage } from './stage.mjs';

const [sdk, file, slackApiUrl, stageUrl] = process.argv.slice(2);
const { WebClient, WebClientEvent, ErrorCode, LogLevel } = (await import(sdk)).default;

const MOST_CALLS = 200;

const stage = new Stage(stageUrl);
const facts = await stage.facts();
const names = new Names(facts);

function client(token) {
  return new WebClient(token, { slackApiUrl, logLevel: LogLevel.ERROR });
}

/** The SDK's own function for a method, such as client.chat.postMessage. */
function typed(web, method) {
  return method.split('.').reduce((part, name) => part[name], web);
}

async function answered(call) {
  try {
    return await call();
  } catch (trouble) {
    if (trouble.code === ErrorCode.PlatformError) {
      return trouble.data;
    }
    throw trouble;
  }
}

async function once(step, web, args) {
  if (step.upload) {
    const { content, ...others } = args;
    return answered(() => web.filesUploadV2({ ...others, file: Buffer.from(content) }));
  }
  return answered(() => (step.untyped ? web.apiCall(step.call, args) : typed(web, step.call)(args)));
}

/** Goes through all pages by the SDK's own means. */
async function pages(step, web, args) {
  const all = [];
  for await (const page of web.paginate(step.call, args)) {
    all.push(page);
  }
  if (all.length !== step.pages) {
    throw new Error(`${step.pages} pages expected, there were ${all.length}`);
  }
  return { pages: all };
}

/** Calls until the rate limit is met, which this SDK waits for by itself. */
async function refusal(step, web, args) {
  let waited;
  web.on(WebClientEvent.RATE_LIMITED, (seconds) => {
    waited = seconds;
  });
  for (let n = 0; n < MOST_CALLS; n += 1) {
    const started = Date.now();
    const answer = await once(step, web, args);
    if (waited !== undefined) {
      if (!answer.ok || Date.now() - started < waited * 1000) {
        throw new Error(`refused, but not done after ${waited} s: ${JSON.stringify(answer)}`);
      }
      return { status: 429, retry_after: String(waited) };
    }
  }
  throw new Error('never refused');
}

async function answer(step) {
  if (step.people) {
    return stage.act(names.in(step.people));
  }
  const web = client(names.in(step.token ?? facts.bot_token));
  const args = names.in(step.args ?? {});
  if (step.refused) {
    return refusal(step, web, args);
  }
  const got = await (step.pages ? pages(step, web, args) : once(step, web, args));
  const word = step.pages || got.ok ? undefined : got.error;
  if (word !== step.error) {
    throw new Error(`${step.error ?? 'success'} expected, was ${JSON.stringify(got)}`);
  }
  return got;
}

async function actAll(actions = []) {
  for (const action of actions) {
    const result = await stage.act(names.in(action));
    if (action.keep) {
      names.keep(action.keep, result);
    }
  }
}

async function run(step) {
  await actAll(step.before);
  try {
    check(step, await answer(step));
  } finally {
    await actAll(step.after);
  }
}

function check(step, got) {
  for (const [path, expected] of Object.entries(step.expect ?? {})) {
    const why = problem(got, path, names.in(expected));
    if (why) {
      throw new Error(why);
    }
  }
  for (const [name, path] of Object.entries(step.keep ?? {})) {
    names.keep(name, at(got, path));
  }
}

for (const step of JSON.parse(readFileSync(file, 'utf8')).steps) {
  try {
    await run(step);
    console.log(JSON.stringify({ name: step.name, ok: true }));
  } catch (trouble) {
    process.exitCode = 1;
    console.log(JSON.stringify({ name: step.name, ok: false, why: trouble.message }));
  }
}
