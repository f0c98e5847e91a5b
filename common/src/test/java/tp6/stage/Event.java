package tp6.stage;

/**
 * Something that happened in a stage, as a drawing needs it.
 *
 * @param since when the waiting began that this ends, in milliseconds of the stage; {@code at}
 *     where nobody has waited
 * @param at when it happened, in milliseconds of the stage
 * @param who did it
 * @param whom it went to; empty where it went to nobody
 * @param text the message, quoted, or what happened, in words
 */
public record Event(Kind kind, long since, long at, String who, String whom, String text) {
  /** What can happen. */
  public enum Kind {
    CONNECTS,
    SENDS,
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

  /** Who has waited for it: those it went to, or else those whose own it is. */
  public String waiter() {
    return whom.isEmpty() ? who : whom;
  }

  /** How long they have waited, in milliseconds. */
  public long waited() {
    return at - since;
  }
}
