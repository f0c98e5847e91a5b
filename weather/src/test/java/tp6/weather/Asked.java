package tp6.weather;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a program has asked the service, wherever in the request it has put that. */
record Asked(String method, String path, List<Parameter> parameters) {
  /** One of the parameters, decoded. */
  record Parameter(String name, String value) {
    private static Parameter of(String text) {
      int equals = text.indexOf('=');
      return equals < 0
          ? new Parameter(decoded(text), "")
          : new Parameter(decoded(text.substring(0, equals)), decoded(text.substring(equals + 1)));
    }

    private static String decoded(String text) {
      try {
        return URLDecoder.decode(text, UTF_8);
      } catch (IllegalArgumentException e) {
        return text;
      }
    }

    @Override
    public String toString() {
      return name + " = " + value;
    }
  }

  static Asked of(Request request) {
    String[] url = request.getUrl().split("\\?", 2);
    List<Parameter> parameters = new ArrayList<>();
    if (url.length > 1) {
      parameters.addAll(parameters(url[1]));
    }
    String type = request.getHeader("Content-Type");
    if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
      parameters.addAll(parameters(request.getBodyAsString()));
    }
    return new Asked(request.getMethod().getName(), url[0], parameters);
  }

  /** What somebody has asked who has not asked. */
  static Asked nothing() {
    return new Asked("0 × GET", "", List.of());
  }

  /** Method and path. */
  String target() {
    return (method + " " + path).strip();
  }

  private static List<Parameter> parameters(String text) {
    return Stream.of(text.split("&")).filter(part -> !part.isEmpty()).map(Parameter::of).toList();
  }

  /** The value of the parameter of exactly this name; empty where there is none. */
  String value(String name) {
    return named(name).map(Parameter::value).orElse("");
  }

  private Optional<Parameter> named(String name) {
    return parameters.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** What there is of a parameter, in its right name or with other capitals. */
  String saysOf(String name) {
    return named(name).or(() -> withOtherCapitals(name)).map(Parameter::toString).orElse(all());
  }

  /** One whose name is this but for its capitals, and only that. */
  Optional<Parameter> withOtherCapitals(String name) {
    return named(name).isPresent()
        ? Optional.empty()
        : parameters.stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }

  private String all() {
    return parameters.isEmpty() ? target() : String.join(", ", names());
  }

  private List<String> names() {
    return parameters.stream().map(Parameter::name).toList();
  }

  /** Whether a city is named in it, in whichever parameter and with whatever added. */
  boolean names(String city) {
    return parameters.stream().anyMatch(one -> one.value().contains(city));
  }

  /** The same, whatever is a capital. */
  boolean namesInOtherCapitals(String city) {
    String small = city.toLowerCase(Locale.ROOT);
    return parameters.stream()
        .anyMatch(one -> one.value().toLowerCase(Locale.ROOT).contains(small));
  }

  /** The value in which a city would be looked for. */
  String place() {
    return parameters.stream()
        .filter(one -> one.name().equalsIgnoreCase("q"))
        .findFirst()
        .map(Parameter::toString)
        .orElse(all());
  }
}
