package tp6.weather;

/** What may be unusual about a reply that says the same. */
enum Oddity {
  /** The attributes of the temperature stand in another order: the value is not the first. */
  ORDER,
  /** The temperature comes last of all. */
  LAST,
  /** Values are between single quotes. */
  QUOTES,
  /** There are blanks and line ends within the tag. */
  BLANKS,
  /** There is no line end at all. */
  ONE_LINE,
  /** The element has an end tag. */
  END_TAG,
  /** A comment holds another temperature. */
  COMMENT,
  /** So does a text. */
  CDATA,
  /** So does the value of another attribute. */
  VALUE,
  /** Characters of the number are written as references. */
  REFERENCES,
  /** Nothing is said of version and encoding. */
  NO_DECLARATION,
  /** The encoding is said to be another one. */
  DECLARATION,
  /** There are letters beyond ASCII. */
  LETTERS,
  /** Elements that nobody has asked for come first, and one's name begins in the same way. */
  ELEMENTS,
  /** The number has more digits. */
  LONGER,
  /** The number has fewer digits. */
  SHORTER,
  /** The reply comes in pieces. */
  PIECES
}
