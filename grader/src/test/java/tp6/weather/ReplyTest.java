package tp6.weather;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** However unusual a reply is, it is well-formed, and says what it should. */
class ReplyTest {
  private static final int KELVIN = 28150;

  @Test
  void saysTheSameWithOneOrTwoOddities() throws Exception {
    for (Oddity one : Oddity.values()) {
      for (Oddity other : Oddity.values()) {
        check(new Reply(KELVIN, EnumSet.of(one, other), one.ordinal() + other.ordinal()));
      }
    }
  }

  @Test
  void saysTheSameWithManyOddities() throws Exception {
    Random random = new Random(4711);
    for (int i = 0; i < 1000; i++) {
      Set<Oddity> some =
          Arrays.stream(Oddity.values())
              .filter(oddity -> random.nextBoolean())
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Oddity.class)));
      check(new Reply(KELVIN, some, random.nextInt(1000)));
    }
  }

  private static void check(Reply reply) throws Exception {
    for (Units units : Units.values()) {
      String xml = reply.xml("Orsay", units);

      Element root = parsed(xml).getDocumentElement();

      Element temperature = (Element) root.getElementsByTagName("temperature").item(0);
      assertThat(temperature.getParentNode()).as(xml).isEqualTo(root);
      assertThat(new BigDecimal(temperature.getAttribute("value")))
          .as(xml)
          .isEqualByComparingTo(Reply.number(units.of(KELVIN)));
      assertThat(Stream.of("min", "max", "unit").map(temperature::getAttribute))
          .as(xml)
          .containsExactly(
              Reply.number(units.of(KELVIN - Reply.MIN)),
              Reply.number(units.of(KELVIN + Reply.MAX)),
              units.told());
      Element city = (Element) root.getElementsByTagName("city").item(0);
      assertThat(city.getAttribute("name")).isEqualTo("Orsay");
    }
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
  }

  @Test
  void hasALineOrTwoOfItsOwnForEachOddity() {
    for (Oddity one : Oddity.values()) {
      assertThat(new Reply(KELVIN, Set.of(one), 1).unusual("Orsay")).as(one.name()).isNotEmpty();
    }
  }
}
