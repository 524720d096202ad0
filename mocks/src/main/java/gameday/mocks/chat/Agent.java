package gameday.mocks.chat;

/** Somebody of the Client team, as a chat product knows them. */
public record Agent(String id, String name) {}
