package tp6.grader.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.run.ExerciseResult;
import tp6.grader.run.Result;
import tp6.stage.Event.Kind;
import tp6.stage.Outcome;
import tp6.stage.StageResult;
import tp6.stage.Story;

/** Gathers how often stages fail, and with which stories, from one result after the other. */
final class Troubles {
  private static final int MOST_FINDINGS = 2;

  /** What a program has printed, and the line above it. */
  private static final Pattern PRINTED = Pattern.compile("^  \\| |:$");

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

  /** What ended the program, or else what went wrong and what came of it. */
  private static String inShort(Story story) {
    if (!story.causes().isEmpty()) {
      return general(story.causes().get(0));
    }
    Stream<String> failures =
        story.events().stream()
            .filter(event -> event.kind() == Kind.FAILS)
            .map(event -> event.who() + " " + event.text());
    Stream<String> findings =
        story.findings().stream()
            .filter(line -> !PRINTED.matcher(line).find())
            .limit(MOST_FINDINGS);
    return general(Stream.concat(failures, findings).collect(Collectors.joining("; ")));
  }

  /** Without what varies where the mistake is the same. */
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
