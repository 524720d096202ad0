package gameday.pipeline.server;

import java.util.List;

/**
 * The products outside, as told by the settings: doors for what is to be said there, looks for what
 * was said there meanwhile.
 */
record Products(Courier.Doors doors, List<CatchUp.Look> looks, HelpChat helpChat) {
  private static final int CHAT_CALLS_AT_ONCE = 16;
  private static final int FILES_AT_ONCE = 2;

  static Products of(Settings settings, Backoff backoff) {
    // One at a time: a second call under way while the first is told to wait would be one call too
    // many. Slack limits each method for itself, so looks don't hold up posts.
    Gate slackReads = new Gate(1);
    Gate helpChatGate = new Gate(CHAT_CALLS_AT_ONCE);
    SlackCalls slack = new SlackCalls(settings.slack());
    SlackDestination messages = new SlackDestination(slack);
    HelpChat helpChat = helpChat(settings.helpChat());
    return new Products(
        new Courier.Doors(
            Door.ofChannel(messages, slackReads, Pace.OneByOne.everySecond(settings.speed())),
            Door.ofConversations(
                new ScreenshotDestination(files(settings.helpChat()), slack, messages, slackReads),
                FILES_AT_ONCE,
                new Gate(FILES_AT_ONCE),
                backoff),
            Door.ofConversations(helpChat.destination(), CHAT_CALLS_AT_ONCE, helpChatGate, backoff),
            Door.ofConversations(
                new ModChatDestination(settings.modChat()),
                CHAT_CALLS_AT_ONCE,
                new Gate(CHAT_CALLS_AT_ONCE),
                backoff)),
        // The chat goes first: a message in Slack may be about a conversation we don't know yet.
        // The Mod chat tells everything again by itself until it is heard, and can't be asked.
        List.of(
            new CatchUp.Look("help-chat", helpChat.lookBack(), helpChatGate),
            new CatchUp.Look("slack", new SlackLookBack(slack), slackReads)),
        helpChat);
  }

  private static FileSource files(Settings.HelpChat settings) {
    List<String> storages =
        switch (settings.product()) {
          case INTERCOM -> List.of("intercomcdn.com");
          case CHATWOOT, SMARTLOOP -> List.of();
        };
    return new FileSource(settings.url(), storages);
  }

  /** The adapters of one help-chat product. */
  record HelpChat(
      Destination destination, LookBack lookBack, Inbound inbound, Signature signature) {}

  private static HelpChat helpChat(Settings.HelpChat settings) {
    return switch (settings.product()) {
      case CHATWOOT -> {
        ChatwootDestination chatwoot = new ChatwootDestination(settings);
        yield new HelpChat(chatwoot, chatwoot.lookBack(), new ChatwootInbound(), Seal.CHATWOOT);
      }
      case SMARTLOOP -> {
        SmartloopCalls calls = new SmartloopCalls(settings);
        yield new HelpChat(
            new SmartloopDestination(calls),
            new SmartloopLookBack(calls),
            new SmartloopInbound(),
            Seal.SMARTLOOP);
      }
      case INTERCOM -> {
        IntercomCalls calls = new IntercomCalls(settings);
        IntercomInbound inbound = new IntercomInbound(calls);
        yield new HelpChat(
            new IntercomDestination(calls),
            new IntercomLookBack(calls, inbound),
            inbound,
            new HubSignature());
      }
    };
  }
}
