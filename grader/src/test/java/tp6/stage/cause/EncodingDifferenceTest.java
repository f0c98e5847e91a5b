package tp6.stage.cause;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tp6.stage.cause.Failure.echoed;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Texts that are made as students make them. */
class EncodingDifferenceTest {
  private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
  private final DataOutputStream data = new DataOutputStream(wire);

  @Test
  void knowsObjects() throws IOException {
    try (ObjectOutputStream objects = new ObjectOutputStream(wire)) {
      objects.writeObject("echo:salut");
    }

    assertThat(echoed("salut", wire.toByteArray()).key()).isEqualTo("diff.object");
    assertThat(echoed("salut", "¬í").key()).isEmpty();
  }

  @Test
  void knowsWriteUtfWithItsLineEndAndWithout() throws IOException {
    data.writeUTF("echo:salut");
    assertThat(tookALine("salut").key()).isEqualTo("diff.utf");

    wire.reset();
    data.writeUTF("echo:salut à tous\n");
    assertThat(tookALine("salut à tous").key()).isEqualTo("diff.utf");
  }

  @Test
  void knowsWriteUtfWhoseLengthLooksLikeALineEnd() throws IOException {
    data.writeUTF("echo:ninen");
    assertThat(wire.toByteArray()[1]).isEqualTo((byte) '\n');

    assertThat(tookALine("ninen").key()).isEqualTo("diff.utf");
  }

  @Test
  void takesOtherBytesBeforeTheTextForNoLength() {
    assertThat(echoed("salut", "\0\1echo:salut").key()).isEqualTo("diff.nul");
    assertThat(echoed("salut", "--echo:salut").key()).isEqualTo("diff.prefix");
  }

  @Test
  void knowsTwoBytesForACharacter() throws IOException {
    assertThat(echoed("salut", "echo:salut".getBytes(UTF_16)).key()).isEqualTo("diff.wide");
    assertThat(echoed("日本", "echo:日本".getBytes(UTF_16LE)).key()).isEqualTo("diff.wide");
    data.writeChars("echo:salut\n");
    assertThat(tookALine("salut").key()).isEqualTo("diff.wide");
    assertThat(echoed("salut", "\0").after("\0e\0c\0h\0o").key()).isEqualTo("diff.wide");
    assertThat(echoed("salut", "e\0\0\0").key()).isEqualTo("diff.nul");
  }

  @Test
  void knowsAMarkAndZeroBytes() {
    assertThat(echoed("salut", "\uFEFFecho:salut").key()).isEqualTo("diff.bom");
    assertThat(echoed("salut", "echo:salut\0\0\0\0").key()).isEqualTo("diff.nul");
    assertThat(echoed("salut", "echo:salut    ").key()).isEqualTo("diff.blanks");
  }

  @Test
  void knowsWhatHasNoTextOfItsOwn() {
    String array = String.valueOf(new byte[0]);
    assertThat(echoed("salut", "echo:Optional[salut]").key()).isEqualTo("diff.optional");
    assertThat(echoed("salut", "echo:" + array).key()).isEqualTo("diff.identity");
    assertThat(echoed("salut", "echo:java.io.BufferedReader@1b28cdfa").hint())
        .startsWith("java.io.BufferedReader@1b28cdfa is how Java writes an object");
    assertThat(echoed("salut", "echo:null").key()).isEqualTo("diff.null");
  }

  @Test
  void leavesTheseTextsToWhoeverHasSentThem() {
    assertThat(echoed("NULL null", "echo:null null").key()).isEqualTo("diff.case");
    assertThat(echoed("Optional[a]", "Optional[a]").key()).isEqualTo("diff.prefix.missing");
    assertThat(echoed("me@cafe1234", "me@cafe1234").key()).isEqualTo("diff.prefix.missing");
    assertThat(echoed("annulled", "echo:nullity").key()).isEmpty();
  }

  @Test
  void knowsALiteralLineEnd() {
    Failure unfinished = Failure.of(Symptom.UNFINISHED).sent("salut").expected("echo:salut");
    assertThat(unfinished.received("echo:salut\\n").key()).isEqualTo("diff.literal");
    assertThat(unfinished.received("echo:salut\\r\\n").key()).isEqualTo("diff.literal");
    assertThat(unfinished.received("echo:salut").key()).isEmpty();
    assertThat(echoed("C:\\n", "C:\\n").key()).isEqualTo("diff.prefix.missing");
  }

  @Test
  void findsNullInAFloodOfLines() {
    Failure flood = Failure.of(Symptom.ENDLESS).sent("salut").received("echo:salut");
    assertThat(flood.after("echo:null\necho:null\n").key()).isEqualTo("diff.null");
    assertThat(flood.after("echo:salut\n").key()).isEmpty();
  }

  /** Reads as a client does, up to the first line end, and leaves the rest. */
  private Failure tookALine(String message) {
    byte[] all = wire.toByteArray();
    int end = 0;
    while (end < all.length && all[end] != '\n') {
      end++;
    }
    Failure failure = echoed(message, Arrays.copyOf(all, end));
    return end == all.length
        ? failure
        : failure.after(new String(Arrays.copyOfRange(all, end + 1, all.length), UTF_8));
  }
}
