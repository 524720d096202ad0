package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A thread as it was when somebody asked.
 *
 * @param fields all but its messages
 * @param messages oldest first
 */
record ThreadView(ObjectNode fields, List<Sent> messages) {}
