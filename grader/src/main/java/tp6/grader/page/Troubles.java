package tp6.grader.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tp6.grader.run.ExerciseResult;
import tp6.grader.run.Result;
import tp6.stage.Event;
import tp6.stage.Event.Kind;
import tp6.stage.Outcome;
import tp6.stage.StageResult;
import tp6.stage.Story;

/** Gathers how often stages fail, and with which stories, from one result after the other. */
final class Troubles {
  private final Map<StageHead, Map<String, Tale>> tales = new LinkedHashMap<>();
  private int graded;

  /** A story that several have, and the first of them. */
  private static final class Tale {
    private final String text;
    private final Row first;
    private int count;

    Tale(String text, Row first) {
      this.text = text;
      this.first = first;
    }
  }

  void add(Result result, Row row) {
    if (!result.isGraded()) {
      return;
    }
    graded++;
    for (ExerciseResult exercise : result.exercises()) {
      for (StageResult stage : exercise.stages()) {
        if (stage.outcome() == Outcome.FAILED) {
          StageHead head = new StageHead(exercise.exercise(), stage.number(), stage.title());
          String text = stage.story().map(Troubles::inShort).orElse("");
          tales
              .computeIfAbsent(head, one -> new HashMap<>())
              .computeIfAbsent(text, one -> new Tale(text, row))
              .count++;
        }
      }
    }
  }

  /** What ended the program, or else what went wrong and where it stood: without what varies. */
  private static String inShort(Story story) {
    if (!story.causes().isEmpty()) {
      return general(story.causes().get(0));
    }
    StringBuilder text = new StringBuilder();
    for (Event event : story.events()) {
      if (event.kind() == Kind.FAILS) {
        text.append(event.who()).append(' ').append(event.text());
      } else if (event.kind() == Kind.STANDS && text.length() > 0) {
        return general(text + "; " + event.text());
      }
    }
    return general(text.toString());
  }

  private static String general(String text) {
    return text.replaceAll("\\.java:\\d+", ".java").replaceAll("\\d{4,}", "…");
  }

  /** Those that fail most first. */
  List<Trouble> ranked() {
    return tales.entrySet().stream()
        .map(one -> trouble(one.getKey(), one.getValue()))
        .sorted(Comparator.comparing(trouble -> -trouble.failed()))
        .toList();
  }

  private Trouble trouble(StageHead head, Map<String, Tale> told) {
    int failed = told.values().stream().mapToInt(tale -> tale.count).sum();
    Tale commonest =
        told.values().stream()
            .min(Comparator.<Tale>comparingInt(tale -> -tale.count).thenComparing(t -> t.text))
            .orElseThrow();
    int percent = Math.round(100f * failed / graded);
    return new Trouble(head, failed, percent, commonest.text, commonest.count, commonest.first);
  }
}
