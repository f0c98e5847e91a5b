package tp6.grader.code;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why a file was compared as plain text.
 *
 * @param path of the file that is the reason
 * @param line where it does not compile; 0 where that is not known
 */
public record PlainText(Reason reason, String path, int line) {
  /** What is in the way of more. */
  public enum Reason {
    /** Nobody wanted more. */
    @JsonProperty("asked")
    ASKED,
    @JsonProperty("not-java")
    NOT_JAVA,
    /** Nested too deeply, too long, or too slow to be read. */
    @JsonProperty("too-much")
    TOO_MUCH
  }
}
