package tp6.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import tp6.stage.report.Grade;
import tp6.stage.report.GradeListener;

/** Runs the stages of an exercise inside a test. */
public final class Grading {
  private Grading() {}

  /** The grade that came of it; none where the stages could not be run. */
  public static List<Grade> of(
      String exercise, Map<String, String> parameters, TestExecutionListener... listeners) {
    List<Grade> grades = new ArrayList<>();
    LauncherConfig alone =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestExecutionListeners(new GradeListener((type, grade) -> grades.add(grade)))
            .addTestExecutionListeners(listeners)
            .build();
    LauncherFactory.create(alone)
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(exercise))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .configurationParameters(parameters)
                .build());
    return grades;
  }
}
