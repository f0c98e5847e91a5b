package tp6.stage;

import tp6.stage.text.Visible;

/**
 * Something that happened in a stage, as a drawing needs it.
 *
 * @param since when the waiting began that this ends, in milliseconds of the stage; {@code at}
 *     where nobody has waited
 * @param at when it happened, in milliseconds of the stage
 * @param who did it, or noticed it
 * @param whom it was done to, or came from; empty where that is nobody
 * @param text the message, quoted, or what happened, in words
 */
public record Event(Kind kind, long since, long at, String who, String whom, String text) {
  /** What can happen. */
  public enum Kind {
    CONNECTS,
    SENDS,
    RECEIVES,
    CLOSES,
    RESETS,
    /** The other side has closed. */
    ENDS,
    /** Not what was expected, or nothing where something was. */
    FAILS,
    /** Where the program was found at the end. */
    STANDS,
    /** Any other remark. */
    NOTES,
    /** In place of what is too much to be told. */
    LEFT_OUT
  }

  public Event {
    text = Visible.line(text);
  }

  /** Where it came from. */
  public String from() {
    return comes(kind) && !whom.isEmpty() ? whom : who;
  }

  /** Where it went, which is who has waited for it. */
  public String to() {
    return to(kind, who, whom);
  }

  static String to(Kind kind, String who, String whom) {
    return comes(kind) || whom.isEmpty() ? who : whom;
  }

  /** Whether it is told by those it came to. */
  private static boolean comes(Kind kind) {
    return kind == Kind.RECEIVES || kind == Kind.ENDS;
  }

  /** How long they have waited, in milliseconds. */
  public long waited() {
    return at - since;
  }
}
