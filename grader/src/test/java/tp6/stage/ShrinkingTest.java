package tp6.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
  @Test
  void findsTheSignThatMatters() {
    String line = "lovebi %s  bafuno\t100 % taveru";

    assertThat(
            new Shrinking<String>(Texts::simpler, text -> text.contains("\t"), System::nanoTime)
                .of(line))
        .isEqualTo("\t");
    assertThat(
            new Shrinking<String>(Texts::simpler, text -> text.contains("  "), System::nanoTime)
                .of(line))
        .isEqualTo("  ");
  }

  @Test
  void findsTwoOfManyWords() {
    List<Integer> words = IntStream.range(0, 1000).boxed().toList();

    assertThat(
            new Shrinking<List<Integer>>(Texts::fewer, all -> all.size() > 1, System::nanoTime)
                .of(words))
        .hasSize(2);
  }

  @Test
  void keepsWhatFailsWhereNothingSimplerDoes() {
    assertThat(
            new Shrinking<String>(Texts::simpler, "whole line"::equals, System::nanoTime)
                .of("whole line"))
        .isEqualTo("whole line");
  }

  @Test
  void triesTwoHundredTimesAtMost() {
    AtomicInteger tries = new AtomicInteger();

    int smallest =
        new Shrinking<Integer>(
                number -> Stream.of(number - 1),
                number -> {
                  tries.incrementAndGet();
                  return true;
                },
                System::nanoTime)
            .of(1000);

    assertThat(tries).hasValue(200);
    assertThat(smallest).isEqualTo(800);
  }
}
