package tp6.grader.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tp6.grader.Exercises;

@Timeout(60)
class PlacesTest {
  private final Places places = new Places(2);
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    places.close();
  }

  @Test
  void letsNobodyBesideWhoHasToBeAlone() throws InterruptedException {
    assertThat(places.enter(Exercises.CLOCK)).isTrue();
    CompletableFuture<?> alone =
        CompletableFuture.runAsync(
            () -> {
              places.enterAlone();
              events.add("alone");
            });
    assertThat(places.enter(Exercises.WEATHER)).isTrue();
    assertThat(events).isEmpty();

    places.leave(Exercises.CLOCK, true);
    assertThat(events).isEmpty();
    places.leave(Exercises.WEATHER, true);
    assertThat(events.take()).isEqualTo("alone");
    alone.join();

    CompletableFuture<?> next =
        CompletableFuture.runAsync(
            () -> {
              places.enter(Exercises.CLOCK);
              events.add("next");
            });
    assertThat(events.poll(200, TimeUnit.MILLISECONDS)).isNull();
    places.leaveAlone();
    assertThat(events.take()).isEqualTo("next");
    next.join();
    places.leave(Exercises.CLOCK, true);
  }

  @Test
  void letsThemInOneAfterTheOther() {
    assertThat(places.enterAlone()).isTrue();
    CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(places::enterAlone);

    assertThat(second).isNotDone();
    places.leaveAlone();

    assertThat(second.join()).isTrue();
    places.leaveAlone();
  }

  @Test
  void hasNoneWhereAllIsBeingClosed() {
    places.enterAlone();
    List<CompletableFuture<Boolean>> waiting =
        List.of(
            CompletableFuture.supplyAsync(places::enterAlone),
            CompletableFuture.supplyAsync(() -> places.enter(Exercises.CLOCK)));

    places.close();

    assertThat(waiting).allMatch(one -> !one.join());
  }
}
