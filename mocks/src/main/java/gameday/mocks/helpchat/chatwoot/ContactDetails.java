package gameday.mocks.helpchat.chatwoot;

import static gameday.mocks.chat.RequestJson.isTextOrAbsent;
import static gameday.mocks.chat.RequestJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of a contact. The objects in it are never changed.
 *
 * @param email lower case, as the product keeps it; empty if unknown
 * @param phoneNumber empty if unknown, as is {@code identifier}
 */
record ContactDetails(
    String name,
    String email,
    String phoneNumber,
    String identifier,
    ObjectNode customAttributes,
    ObjectNode additionalAttributes) {
  private static final int MAX_FIELD = 255;
  private static final int MAX_ATTRIBUTES = 10_000;
  private static final List<String> TEXTS = List.of("name", "email", "phone_number", "identifier");
  private static final List<String> OBJECTS = List.of("custom_attributes", "additional_attributes");

  static ContactDetails unknown() {
    return new ContactDetails("", "", "", "", RequestJson.object(), RequestJson.object());
  }

  /**
   * What is known after a request; attributes are added to those there are. Empty if it has a field
   * of a wrong type, or too long.
   */
  Optional<ContactDetails> with(ObjectNode body) {
    boolean fits =
        TEXTS.stream()
                .allMatch(
                    it ->
                        isTextOrAbsent(body, it) && text(body, it).orElse("").length() <= MAX_FIELD)
            && OBJECTS.stream().map(body::path).allMatch(ContactDetails::isObjectOrAbsent);
    if (!fits) {
      return Optional.empty();
    }
    ContactDetails next =
        new ContactDetails(
            text(body, "name").orElse(name),
            text(body, "email").orElse(email).toLowerCase(Locale.ROOT).strip(),
            text(body, "phone_number").orElse(phoneNumber),
            text(body, "identifier").orElse(identifier),
            merged(customAttributes, body.path("custom_attributes")),
            merged(additionalAttributes, body.path("additional_attributes")));
    int length =
        next.customAttributes.toString().length() + next.additionalAttributes.toString().length();
    return Optional.of(next).filter(it -> length <= MAX_ATTRIBUTES);
  }

  /** Adds it all to {@code json}. */
  ObjectNode into(ObjectNode json) {
    json.put("name", name).put("email", emptyToNull(email));
    json.put("phone_number", emptyToNull(phoneNumber));
    json.put("identifier", emptyToNull(identifier));
    json.set("custom_attributes", customAttributes);
    json.set("additional_attributes", additionalAttributes);
    return json;
  }

  /** What differs from {@code before}, as {@code changed_attributes} of an event. */
  ArrayNode changesSince(ContactDetails before) {
    ObjectNode was = before.into(RequestJson.object());
    ObjectNode is = into(RequestJson.object());
    ArrayNode changes = RequestJson.object().putArray("changes");
    is.propertyStream()
        .filter(field -> !field.getValue().equals(was.get(field.getKey())))
        .forEach(
            field ->
                changes
                    .addObject()
                    .putObject(field.getKey())
                    .<ObjectNode>set("previous_value", was.get(field.getKey()))
                    .set("current_value", field.getValue()));
    return changes;
  }

  private static boolean isObjectOrAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull() || value.isObject();
  }

  private static ObjectNode merged(ObjectNode before, JsonNode more) {
    return more instanceof ObjectNode object ? before.deepCopy().setAll(object) : before;
  }

  private static String emptyToNull(String value) {
    return value.isEmpty() ? null : value;
  }
}
