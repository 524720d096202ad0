package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;

/**
 * A file of a message, without its bytes.
 *
 * @param type {@code image}, {@code audio}, {@code video} or {@code file}
 * @param dataUrl where its bytes are, for as long as they are kept
 * @param thumbUrl the same for an image's thumbnail; empty for other files
 */
record Attachment(int id, String type, String dataUrl, String thumbUrl, long size) {
  ObjectNode json(int message, int account) {
    return RequestJson.object()
        .put("id", id)
        .put("message_id", message)
        .put("file_type", type)
        .put("account_id", account)
        .putNull("extension")
        .put("data_url", dataUrl)
        .put("thumb_url", thumbUrl)
        .put("file_size", size)
        .putNull("width")
        .putNull("height");
  }
}
