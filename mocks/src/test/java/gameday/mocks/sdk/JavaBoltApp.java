package gameday.mocks.sdk;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.bolt.util.BuilderConfigurator;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.chat.ChatPostMessageRequest.ChatPostMessageRequestBuilder;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.ReactionAddedEvent;
import com.slack.api.model.view.View;
import com.slack.api.socket_mode.SocketModeClient.Backend;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The app in Java. What it doesn't know in an event, it fails on. */
final class JavaBoltApp implements BoltApp {
  private final App app;
  private final Run run;

  private JavaBoltApp(App app, Run run) {
    this.app = app;
    this.run = run;
  }

  /** It takes everything by HTTP. */
  static JavaBoltApp overHttp(Stage stage) {
    var app = app(stage);
    var door = new BoltDoor(app);
    app.start();
    return new JavaBoltApp(app, new Run(Optional.of(door.url()), door::close));
  }

  /** It takes everything by a socket that it opens. */
  static JavaBoltApp bySocket(Stage stage) {
    var app = app(stage);
    try {
      var socket = new SocketModeApp(stage.fact("app_token"), Backend.JavaWebSocket, app);
      socket.startAsync();
      return new JavaBoltApp(app, new Run(Optional.empty(), socket::close));
    } catch (Exception trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  /** {@code close} ends what it listens by. */
  private record Run(Optional<URI> url, Closing close) {}

  private interface Closing {
    void close() throws Exception;
  }

  @Override
  public Optional<URI> url() {
    return run.url();
  }

  @Override
  public void close() {
    try {
      run.close().close();
      app.stop();
      app.slack().close();
    } catch (Exception trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  private static App app(Stage stage) {
    var app =
        new App(
            AppConfig.builder()
                .slack(Slack.getInstance(JavaSdk.config(stage.slackApiUrl())))
                .singleTeamBotToken(stage.fact("bot_token"))
                .signingSecret(stage.signingSecret())
                .allEventsApiAutoAckEnabled(true)
                .build());
    hearEvents(app);
    takePresses(app);
    askQuestions(app);
    return app;
  }

  private static void hearEvents(App app) {
    app.message(
        "help",
        (payload, context) -> {
          var message = payload.getEvent();
          var text = "on it, <@" + message.getUser() + ">";
          say(context, post -> in(message, post).text(text).blocks(takeButton()));
          return context.ack();
        });
    app.message(
        "fail once",
        (payload, context) -> {
          // By a socket it is 0 the first time.
          if (context.getRetryNum() == null || context.getRetryNum() == 0) {
            throw new IllegalStateException("as it was told to");
          }
          var text = "again %d %s".formatted(context.getRetryNum(), context.getRetryReason());
          say(context, post -> in(payload.getEvent(), post).text(text));
          return context.ack();
        });
    app.event(
        AppMentionEvent.class,
        (payload, context) -> {
          var mention = payload.getEvent();
          var text = "yes, <@" + mention.getUser() + ">?";
          say(
              context,
              post -> post.channel(mention.getChannel()).threadTs(mention.getTs()).text(text));
          return context.ack();
        });
    app.event(
        ReactionAddedEvent.class,
        (payload, context) -> {
          var reaction = payload.getEvent();
          var item = reaction.getItem();
          var text = "<@%s> says %s".formatted(reaction.getUser(), reaction.getReaction());
          say(context, post -> post.channel(item.getChannel()).threadTs(item.getTs()).text(text));
          return context.ack();
        });
  }

  private static ChatPostMessageRequestBuilder in(
      MessageEvent message, ChatPostMessageRequestBuilder post) {
    return post.channel(message.getChannel()).threadTs(message.getTs());
  }

  private static void say(
      EventContext context, BuilderConfigurator<ChatPostMessageRequestBuilder> message)
      throws IOException, SlackApiException {
    var said = context.say(message);
    if (!said.isOk()) {
      throw new IllegalStateException(said.toString());
    }
  }

  private static List<LayoutBlock> takeButton() {
    return asBlocks(
        actions(
            actions ->
                actions.elements(
                    asElements(
                        button(b -> b.actionId("take").text(plainText("Take it")).value("q7"))))));
  }

  private static void takePresses(App app) {
    app.command(
        "/status",
        (request, context) -> context.ack("all is well: " + request.getPayload().getText()));
    app.blockAction(
        "take",
        (request, context) -> {
          var user = request.getPayload().getUser().getId();
          var value = request.getPayload().getActions().getFirst().getValue();
          context.respond(
              respond ->
                  respond.replaceOriginal(true).text("%s taken by <@%s>".formatted(value, user)));
          return context.ack();
        });
  }

  private static void askQuestions(App app) {
    app.globalShortcut(
        "ask",
        (request, context) -> {
          var opened =
              context
                  .client()
                  .viewsOpen(open -> open.triggerId(context.getTriggerId()).view(question()));
          if (!opened.isOk()) {
            throw new IllegalStateException(opened.toString());
          }
          return context.ack();
        });
    app.viewSubmission(
        "question",
        (request, context) -> {
          var state = request.getPayload().getView().getState();
          var text = state.getValues().get("question").get("text").getValue();
          if (text.equals("?")) {
            return context.ackWithErrors(Map.of("question", "say more"));
          }
          var user = request.getPayload().getUser().getId();
          context.client().chatPostMessage(post -> post.channel(user).text("you asked: " + text));
          return context.ack();
        });
  }

  private static View question() {
    return view(
        view ->
            view.type("modal")
                .callbackId("question")
                .title(viewTitle(title -> title.type("plain_text").text("Ask")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Send")))
                .blocks(
                    asBlocks(
                        input(
                            input ->
                                input
                                    .blockId("question")
                                    .label(plainText("Question"))
                                    .element(plainTextInput(text -> text.actionId("text")))))));
  }
}
