package tp6.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Roster;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** Tells what a lecturer may not expect of a class: files that are nobody's, and shared ones. */
record RosterRemarks(PrintWriter err, Words words) {
  void tell(Roster roster) throws IOException {
    roster
        .leftAside()
        .forEach(path -> err.println(words.say("left.aside", Visible.line(path.toString()))));
    Candidate.together(roster.candidates())
        .forEach(
            (path, ids) ->
                err.println(
                    words.say(
                        "together",
                        Visible.line(String.join(", ", ids)),
                        Visible.line(path.toString()))));
  }
}
