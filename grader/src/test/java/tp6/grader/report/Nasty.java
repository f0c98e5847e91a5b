package tp6.grader.report;

import java.util.List;
import java.util.regex.Pattern;

/** What a student may have for a name, or in one. */
public final class Nasty {
  /** Escapes, bells, directions, nothing at all, half a character, and the end of everything. */
  public static final String EVERYTHING =
      "\u001B[2J\u001B]0;title\u0007\r\n\t\u0000\u202Egnp\u200B\u2028\uD800x\uFFFE"
          + "</script></pre>]]>```` ![](http://x) @everyone | = \" ' & é 𝄞";

  public static final List<String> NAMES =
      List.of(
          "=1+1",
          "@SUM(A1)",
          "-2+3",
          "+33 6 12 34 56 78",
          "\t=1+1",
          "\r=1+1",
          "\n=1+1",
          "  =1+1",
          "\u00A0=1+1",
          "\uFF1D1+1",
          "a;=1+1",
          "a,\"=1+1",
          "a; \"\"@SUM(A1)",
          "\"=1+1\"",
          "quote\"quote",
          "two\nlines",
          "</script><script>alert(1)</script>",
          "O'Connor, Zoé",
          "Ω漢字𝄞",
          EVERYTHING);

  /** Lines in which every character can be seen. */
  public static final Pattern VISIBLE = Pattern.compile("[\\n\\P{C}]*");

  private Nasty() {}
}
