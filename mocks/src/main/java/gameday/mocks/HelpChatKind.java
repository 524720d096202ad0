package gameday.mocks;

import gameday.mocks.chat.Surroundings;
import gameday.mocks.helpchat.HelpChat;
import gameday.mocks.helpchat.chatwoot.Chatwoot;
import gameday.mocks.helpchat.intercom.Intercom;
import gameday.mocks.helpchat.smartloop.Smartloop;

/** The help chats there are. */
public enum HelpChatKind {
  CHATWOOT {
    @Override
    HelpChat make(long seed, Surroundings around) {
      return new Chatwoot(seed, around);
    }
  },
  SMARTLOOP {
    @Override
    HelpChat make(long seed, Surroundings around) {
      return new Smartloop(seed, around);
    }
  },
  INTERCOM {
    @Override
    HelpChat make(long seed, Surroundings around) {
      return new Intercom(seed, around);
    }
  };

  abstract HelpChat make(long seed, Surroundings around);
}
