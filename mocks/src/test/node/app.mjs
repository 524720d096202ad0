// An app made with Bolt, unmodified: only the base URL is ours. BoltApp.java says what it does.
// Prints one line of JSON once it is ready, and ends with its input.
//
//   node app.mjs <Bolt's package> http|socket
import { once } from 'node:events';

const [bolt, over] = process.argv.slice(2);
const { App, HTTPReceiver, LogLevel, SocketModeReceiver } = (await import(bolt)).default;
const { SLACK_API_URL, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = process.env;

const clientOptions = { slackApiUrl: SLACK_API_URL };
const logLevel = LogLevel.ERROR;

/** Bolt acknowledges events before listeners run, but not one whose properties it can't take. */
function failing(event, retryNum) {
  return event?.text?.includes('fail once') && retryNum === undefined ? { botToken: 'not allowed' } : {};
}

const receiver =
  over === 'http'
    ? new HTTPReceiver({
        signingSecret: SLACK_SIGNING_SECRET,
        logLevel,
        customPropertiesExtractor: ({ rawBody, headers }) => {
          const body = rawBody.toString();
          return failing(body.startsWith('{') ? JSON.parse(body).event : undefined, headers['x-slack-retry-num']);
        },
      })
    : new SocketModeReceiver({
        appToken: SLACK_APP_TOKEN,
        installerOptions: { clientOptions },
        logLevel,
        // It waits so long before it reconnects.
        clientPingTimeout: 1_500,
        customPropertiesExtractor: ({ body, retry_num }) => failing(body.event, retry_num || undefined),
      });

const app = new App({ token: SLACK_BOT_TOKEN, clientOptions, receiver, logLevel });

const takeButton = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'take', text: { type: 'plain_text', text: 'Take it' }, value: 'q7' }],
};

app.message('help', async ({ message, say }) => {
  await say({ thread_ts: message.ts, text: `on it, <@${message.user}>`, blocks: [takeButton] });
});

app.message('fail once', async ({ message, context, say }) => {
  await say({ thread_ts: message.ts, text: `again ${context.retryNum} ${context.retryReason}` });
});

app.event('app_mention', async ({ event, say }) => {
  await say({ thread_ts: event.ts, text: `yes, <@${event.user}>?` });
});

app.event('reaction_added', async ({ event, say }) => {
  await say({ thread_ts: event.item.ts, text: `<@${event.user}> says ${event.reaction}` });
});

app.command('/status', async ({ command, ack }) => {
  await ack(`all is well: ${command.text}`);
});

app.action('take', async ({ ack, action, body, respond }) => {
  await ack();
  await respond({ replace_original: true, text: `${action.value} taken by <@${body.user.id}>` });
});

app.shortcut('ask', async ({ ack, shortcut, client }) => {
  await ack();
  await client.views.open({
    trigger_id: shortcut.trigger_id,
    view: {
      type: 'modal',
      callback_id: 'question',
      title: { type: 'plain_text', text: 'Ask' },
      submit: { type: 'plain_text', text: 'Send' },
      blocks: [
        {
          type: 'input',
          block_id: 'question',
          label: { type: 'plain_text', text: 'Question' },
          element: { type: 'plain_text_input', action_id: 'text' },
        },
      ],
    },
  });
});

app.view('question', async ({ ack, view, body, client }) => {
  const text = view.state.values.question.text.value;
  if (text === '?') {
    await ack({ response_action: 'errors', errors: { question: 'say more' } });
    return;
  }
  await ack();
  await client.chat.postMessage({ channel: body.user.id, text: `you asked: ${text}` });
});

const server = await app.start(0);
console.log(JSON.stringify({ ready: true, port: over === 'http' ? server.address().port : 0 }));

process.stdin.resume();
await once(process.stdin, 'end');
process.exit();
