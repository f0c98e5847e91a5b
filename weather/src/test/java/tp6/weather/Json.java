package tp6.weather;

/** Replies as the service sends them to those who do not ask for XML. */
final class Json {
  private Json() {}

  static String of(String city, int kelvin, Units units) {
    return """
        {"coord":{"lon":2.19,"lat":48.7},\
        "weather":[{"id":804,"main":"Clouds","description":"overcast clouds","icon":"04d"}],\
        "base":"stations",\
        "main":{"temp":%s,"feels_like":%s,"temp_min":%s,"temp_max":%s,"pressure":1013,"humidity":87},\
        "visibility":10000,"wind":{"speed":3.6,"deg":200},"clouds":{"all":90},"dt":1485869400,\
        "sys":{"type":1,"id":5615,"country":"FR","sunrise":1485847384,"sunset":1485881233},\
        "timezone":3600,"id":2989204,"name":"%s","cod":200}"""
        .formatted(
            Reply.number(units.of(kelvin)),
            Reply.number(units.of(kelvin - Reply.FEELS)),
            Reply.number(units.of(kelvin - Reply.MIN)),
            Reply.number(units.of(kelvin + Reply.MAX)),
            city);
  }
}
