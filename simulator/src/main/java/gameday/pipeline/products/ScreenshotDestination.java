package gameday.pipeline.products;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import gameday.pipeline.Effect;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.delivery.Destination;
import gameday.pipeline.delivery.Gate;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's threads, for files. A file is found again by its name, which begins with a digest of its
 * key. Where a file can't be had, or Slack doesn't take it, its link is posted instead.
 *
 * <p>Fetching takes long, so this has a gate of its own; whatever writes or reads messages goes
 * through Slack's like everything else.
 */
public final class ScreenshotDestination implements Destination {
  private static final Logger LOG = LoggerFactory.getLogger(ScreenshotDestination.class);

  private final FileSource source;
  private final SlackCalls slack;
  private final SlackDestination messages;
  private final Gate slackGate;

  /**
   * Calls nobody yet.
   *
   * @param messages posts the link where a file can't be shown, and finds what stands
   * @param slackGate the gate of whatever reads messages in Slack
   */
  public ScreenshotDestination(
      FileSource source, SlackCalls slack, SlackDestination messages, Gate slackGate) {
    this.source = source;
    this.slack = slack;
    this.messages = messages;
    this.slackGate = slackGate;
  }

  @Override
  public Attempt send(Effect effect) throws InterruptedException {
    Effect.ShowFile file = file(effect);
    byte[] bytes;
    try {
      bytes = source.fetch(file.url());
    } catch (IOException e) {
      return link(file, e.getMessage());
    }
    try {
      FilesGetUploadURLExternalResponse place =
          slack.announce(SlackDestination.nameOf(file), bytes.length);
      if (!place.isOk()) {
        return refused(file, String.valueOf(place.getError()));
      }
      slack.upload(place.getUploadUrl(), bytes);
      return show(file, place.getFileId());
    } catch (SlackApiException e) {
      return notStored(SlackCalls.ofResponse(e.getResponse()));
    } catch (IOException e) {
      return new Attempt.Failed(String.valueOf(e));
    }
  }

  /** Nobody sees a file before it is complete, so whatever went wrong until then did not happen. */
  private static Attempt notStored(Attempt attempt) {
    return attempt instanceof Attempt.Unknown unknown
        ? new Attempt.Failed(unknown.reason())
        : attempt;
  }

  private Attempt show(Effect.ShowFile file, String id) throws InterruptedException {
    slackGate.enter();
    try {
      FilesCompleteUploadExternalResponse shown = slack.show(id, file.name(), file.threadTs());
      if (shown.isOk()) {
        return new Attempt.Accepted(id);
      }
      Attempt attempt = SlackWords.ofError(String.valueOf(shown.getError()));
      return attempt instanceof Attempt.NotNow notNow ? closed(notNow) : attempt;
    } catch (SlackApiException e) {
      Attempt attempt = SlackCalls.ofResponse(e.getResponse());
      return attempt instanceof Attempt.NotNow notNow ? closed(notNow) : attempt;
    } catch (ConnectException e) {
      return new Attempt.Failed("no connection");
    } catch (IOException e) {
      return new Attempt.Unknown(e.toString());
    } finally {
      slackGate.leave();
    }
  }

  private Attempt closed(Attempt.NotNow notNow) {
    slackGate.closeFor(notNow.after());
    return notNow;
  }

  private Attempt refused(Effect.ShowFile file, String error) throws InterruptedException {
    Attempt attempt = SlackWords.ofError(error);
    return attempt instanceof Attempt.NotNow || attempt instanceof Attempt.Unknown
        ? notStored(attempt)
        : link(file, error);
  }

  private Attempt link(Effect.ShowFile file, String reason) throws InterruptedException {
    LOG.warn("event=file-as-link key={} reason=\"{}\"", file.key(), reason);
    slackGate.enter();
    try {
      Attempt attempt = messages.send(file);
      return attempt instanceof Attempt.NotNow notNow ? closed(notNow) : attempt;
    } finally {
      slackGate.leave();
    }
  }

  @Override
  public Optional<String> find(Effect effect) throws IOException, InterruptedException {
    return slackGate.read(() -> messages.find(effect));
  }

  private static Effect.ShowFile file(Effect effect) {
    if (effect instanceof Effect.ShowFile file) {
      return file;
    }
    throw new IllegalArgumentException("no file: " + effect);
  }
}
