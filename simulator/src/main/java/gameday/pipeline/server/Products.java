package gameday.pipeline.server;

import gameday.pipeline.Conduct;
import gameday.pipeline.catchup.CatchUp;
import gameday.pipeline.catchup.LookBack;
import gameday.pipeline.delivery.Backoff;
import gameday.pipeline.delivery.ConductedDestination;
import gameday.pipeline.delivery.Courier;
import gameday.pipeline.delivery.Destination;
import gameday.pipeline.delivery.Door;
import gameday.pipeline.delivery.Gate;
import gameday.pipeline.delivery.Pace;
import gameday.pipeline.meters.Meters;
import gameday.pipeline.products.ChatwootDestination;
import gameday.pipeline.products.ChatwootInbound;
import gameday.pipeline.products.FileSource;
import gameday.pipeline.products.HubSignature;
import gameday.pipeline.products.Inbound;
import gameday.pipeline.products.IntercomCalls;
import gameday.pipeline.products.IntercomDestination;
import gameday.pipeline.products.IntercomInbound;
import gameday.pipeline.products.IntercomLookBack;
import gameday.pipeline.products.ModChatDestination;
import gameday.pipeline.products.ScreenshotDestination;
import gameday.pipeline.products.Seal;
import gameday.pipeline.products.Signature;
import gameday.pipeline.products.SlackCalls;
import gameday.pipeline.products.SlackDestination;
import gameday.pipeline.products.SlackLookBack;
import gameday.pipeline.products.SmartloopCalls;
import gameday.pipeline.products.SmartloopDestination;
import gameday.pipeline.products.SmartloopInbound;
import gameday.pipeline.products.SmartloopLookBack;
import gameday.pipeline.settings.Settings;
import java.util.List;

/**
 * The products outside, as told by the settings: doors for what is to be said there, looks for what
 * was said there meanwhile.
 */
record Products(
    Courier.Doors doors, List<CatchUp.Look> looks, List<Probes.Probe> probes, HelpChat helpChat) {
  private static final int CHAT_CALLS_AT_ONCE = 16;
  private static final int FILES_AT_ONCE = 2;

  static Products of(Settings settings, Conduct conduct, Backoff backoff, Meters meters) {
    // One at a time: a second call under way while the first is told to wait would be one call too
    // many. Slack limits each method for itself, so looks don't hold up posts.
    Gate slackReads = new Gate(1);
    Before before = new Before(conduct, meters);
    Gate helpChatGate = new Gate(CHAT_CALLS_AT_ONCE);
    SlackCalls slack = new SlackCalls(settings.slack());
    SlackDestination messages = new SlackDestination(slack, conduct);
    HelpChat helpChat = helpChat(settings.helpChat());
    ScreenshotDestination screenshots =
        new ScreenshotDestination(files(settings.helpChat()), slack, messages, slackReads);
    return new Products(
        new Courier.Doors(
            Door.ofChannel(
                before.to(messages, Meters.Product.SLACK),
                slackReads,
                Pace.OneByOne.everySecond(settings.speed())),
            Door.ofConversations(
                before.to(screenshots, Meters.Product.SLACK),
                FILES_AT_ONCE,
                new Gate(FILES_AT_ONCE),
                backoff),
            chat(
                before.to(helpChat.destination(), Meters.Product.HELP_CHAT), helpChatGate, backoff),
            chat(
                before.to(modChat(settings), Meters.Product.MOD_CHAT),
                new Gate(CHAT_CALLS_AT_ONCE),
                backoff)),
        // The chat goes first: a message in Slack may be about a conversation we don't know yet.
        // The Mod chat tells everything again by itself until it is heard, and can't be asked.
        List.of(
            new CatchUp.Look("help-chat", helpChat.lookBack(), helpChatGate),
            new CatchUp.Look("slack", new SlackLookBack(slack), slackReads)),
        List.of(
            new Probes.Probe("slack-token", slackReads, new SlackProbes(slack)::token),
            new Probes.Probe("slack-channel", slackReads, new SlackProbes(slack)::channel),
            new Probes.Probe("help-chat", helpChatGate, helpChat.probe())),
        helpChat);
  }

  /** What stands before each destination. */
  private record Before(Conduct conduct, Meters meters) {
    Destination to(Destination destination, Meters.Product product) {
      return new MeteredDestination(
          new ConductedDestination(destination, conduct), product, meters);
    }
  }

  private static Door chat(Destination destination, Gate gate, Backoff backoff) {
    return Door.ofConversations(destination, CHAT_CALLS_AT_ONCE, gate, backoff);
  }

  private static Destination modChat(Settings settings) {
    return settings
        .modChat()
        .<Destination>map(ModChatDestination::new)
        .orElseGet(() -> new Nowhere("this pipeline runs without Mod chat"));
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
      Destination destination,
      LookBack lookBack,
      Inbound inbound,
      Signature signature,
      Probes.Question probe) {}

  private static HelpChat helpChat(Settings.HelpChat settings) {
    return switch (settings.product()) {
      case CHATWOOT -> {
        ChatwootDestination chatwoot = new ChatwootDestination(settings);
        yield new HelpChat(
            chatwoot,
            chatwoot.lookBack(),
            new ChatwootInbound(),
            Seal.CHATWOOT,
            chatwoot::tryToken);
      }
      case SMARTLOOP -> {
        SmartloopCalls calls = new SmartloopCalls(settings);
        yield new HelpChat(
            new SmartloopDestination(calls),
            new SmartloopLookBack(calls),
            new SmartloopInbound(),
            Seal.SMARTLOOP,
            calls::tryToken);
      }
      case INTERCOM -> {
        IntercomCalls calls = new IntercomCalls(settings);
        IntercomInbound inbound = new IntercomInbound(calls);
        yield new HelpChat(
            new IntercomDestination(calls),
            new IntercomLookBack(calls, inbound),
            inbound,
            new HubSignature(),
            calls::whoAmI);
      }
    };
  }
}
