package tp6.weather;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes replies as the service does to those who ask for XML, and with all that is unusual. */
final class Xml {
  private final Reply reply;
  private final Units units;
  private final Random choices;
  private final String end;

  Xml(Reply reply, Units units) {
    this.reply = reply;
    this.units = units;
    this.choices = new Random(reply.choice());
    this.end = reply.has(Oddity.ONE_LINE) ? "" : "\n";
  }

  /** The whole reply about a city. */
  String about(String city) {
    List<String> elements = new ArrayList<>();
    elements.add(city(city));
    if (reply.has(Oddity.COMMENT)) {
      elements.add("<!-- <temperature value=\"1.00\" min=\"1.00\" max=\"1.00\"/> -->");
    }
    if (reply.has(Oddity.CDATA)) {
      elements.add("<note><![CDATA[<temperature value=\"2.00\" unit=\"kelvin\"/>]]></note>");
    }
    if (reply.has(Oddity.VALUE)) {
      elements.add("<source name=\"&lt;temperature value=&quot;3.00&quot;>\"/>");
    }
    if (reply.has(Oddity.ELEMENTS)) {
      elements.add("<station value=\"4.00\"/>");
      elements.add("<temperature_sensor value=\"5.00\" unit=\"kelvin\"/>");
    }
    String temperature = temperature();
    List<String> others = others();
    others.add(reply.has(Oddity.LAST) ? others.size() : 0, temperature);
    elements.addAll(others);
    String indent = reply.has(Oddity.ONE_LINE) ? "" : "  ";
    StringBuilder xml = new StringBuilder(declaration()).append("<current>").append(end);
    elements.forEach(element -> xml.append(indent).append(element).append(end));
    String text = xml.append("</current>").append(end).toString();
    return reply.has(Oddity.QUOTES) ? text.replace('"', '\'') : text;
  }

  private String declaration() {
    if (reply.has(Oddity.NO_DECLARATION)) {
      return "";
    }
    if (reply.has(Oddity.DECLARATION)) {
      // All is ASCII then, whatever it is called.
      String encoding = choices.nextBoolean() ? "ISO-8859-1" : "US-ASCII";
      return "<?xml version='1.0'  encoding='" + encoding + "' standalone='yes' ?>" + end;
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + end;
  }

  private String city(String name) {
    String letters =
        reply.has(Oddity.DECLARATION) ? "Orl&#233;ans &#8722; &#xE9;t&#xE9;" : "Orléans − été";
    String station = reply.has(Oddity.LETTERS) ? " station=\"" + letters + "\"" : "";
    return String.join(
        reply.has(Oddity.ONE_LINE) ? "" : "\n    ",
        "<city id=\"2989204\" name=\"" + name + "\"" + station + ">",
        "<coord lon=\"2.19\" lat=\"48.7\"/>",
        "<country>FR</country>",
        "<timezone>3600</timezone>",
        "<sun rise=\"2017-01-31T07:23:04\" set=\"2017-01-31T16:47:13\"/></city>");
  }

  private String temperature() {
    List<String> attributes = new ArrayList<>();
    attributes.add(attribute("value", odd(Reply.number(units.of(reply.kelvin())))));
    attributes.add(attribute("min", Reply.number(units.of(reply.kelvin() - Reply.MIN))));
    attributes.add(attribute("max", Reply.number(units.of(reply.kelvin() + Reply.MAX))));
    attributes.add(attribute("unit", units.told()));
    if (reply.has(Oddity.ORDER)) {
      Collections.rotate(attributes, 1 + choices.nextInt(3));
    }
    boolean blanks = reply.has(Oddity.BLANKS);
    String between = !blanks ? " " : reply.has(Oddity.ONE_LINE) ? "   " : "\n     ";
    return "<temperature"
        + between
        + String.join(between, attributes)
        + (blanks ? between : "")
        + (reply.has(Oddity.END_TAG) ? "></temperature>" : "/>");
  }

  private String attribute(String name, String value) {
    return name + (reply.has(Oddity.BLANKS) ? " = " : "=") + "\"" + value + "\"";
  }

  private String odd(String number) {
    String odd = number;
    if (reply.has(Oddity.SHORTER)) {
      odd = new BigDecimal(odd).stripTrailingZeros().toPlainString();
    }
    if (reply.has(Oddity.LONGER)) {
      odd += odd.contains(".") ? "00" : ".00";
    }
    if (reply.has(Oddity.REFERENCES)) {
      int last = odd.length() - 1;
      odd =
          "&#%d;%s&#x%X;"
              .formatted((int) odd.charAt(0), odd.substring(1, last), (int) odd.charAt(last));
    }
    return odd;
  }

  private List<String> others() {
    return new ArrayList<>(
        List.of(
            "<feels_like value=\""
                + Reply.number(units.of(reply.kelvin() - Reply.FEELS))
                + "\" unit=\""
                + units.told()
                + "\"/>",
            "<humidity value=\"87\" unit=\"%\"/>",
            "<pressure value=\"1013\" unit=\"hPa\"/>",
            "<wind><speed value=\"3.6\" name=\"Gentle Breeze\"/><gusts/></wind>",
            "<clouds value=\"90\" name=\"overcast clouds\"/>",
            "<visibility value=\"10000\"/>",
            "<precipitation mode=\"no\"/>",
            "<weather number=\"804\" value=\"overcast clouds\" icon=\"04d\"/>",
            "<lastupdate value=\"2017-01-31T13:30:00\"/>"));
  }
}
