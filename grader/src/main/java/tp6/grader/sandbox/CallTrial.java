package tp6.grader.sandbox;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Programs with which the doctor tries what no JVM can.
 *
 * @param calls makes all system calls that are to be refused, and ends at one that is not
 * @param key looks for a key in the keyring of its session
 * @param planting begins a session with that key in its keyring, and goes on as its arguments say
 */
public record CallTrial(Path calls, Path key, Path planting) {
  private static final int SOCKET = 1;
  private static final int NAMESPACE = 2;
  private static final int FIRST_CALL = 100;

  /** {@code AF_VSOCK}, which no network of one's own keeps in. */
  private static final int VSOCK = 40;

  private static final int NEW_USERS = 0x10000000;
  private static final int JOIN_SESSION = 1;
  private static final int SESSION_KEYRING = -3;
  private static final String NAME = "tp6-canary";

  public static CallTrial in(Path folder, Machine machine) throws IOException {
    Elf calls = new Elf(machine);
    for (SystemCall call : SystemCall.values()) {
      calls.call(call.number(machine)).orEnd(FIRST_CALL + call.ordinal());
    }
    calls.call(machine.socket, VSOCK, 1, 0).orEnd(SOCKET);
    calls.call(machine.clone, NEW_USERS, 0, 0, 0, 0).orEnd(NAMESPACE).exit();
    Elf key = new Elf(machine);
    int request = SystemCall.REQUEST_KEY.number(machine);
    key.call(request, key.text("user"), key.text(NAME), 0, 0).exit();
    Elf planting = new Elf(machine);
    planting.call(SystemCall.KEYCTL.number(machine), JOIN_SESSION, 0);
    long user = planting.text("user");
    long name = planting.text(NAME);
    int add = SystemCall.ADD_KEY.number(machine);
    planting.call(add, user, name, name, NAME.length(), SESSION_KEYRING).runArguments();
    return new CallTrial(
        calls.write(folder.resolve("calls")),
        key.write(folder.resolve("key")),
        planting.write(folder.resolve("planting")));
  }

  /** The call that was not refused, by the exit status of {@link #calls}; empty where all were. */
  public static String made(int status) {
    return switch (status) {
      case CallFilter.REFUSED -> "";
      case SOCKET -> "a vsock";
      case NAMESPACE -> "a namespace";
      default ->
          status >= FIRST_CALL && status < FIRST_CALL + SystemCall.values().length
              ? SystemCall.values()[status - FIRST_CALL].toString()
              : "exit status " + status;
    };
  }
}
