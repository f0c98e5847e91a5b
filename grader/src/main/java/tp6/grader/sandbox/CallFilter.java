package tp6.grader.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A program for the kernel's packet filter that sees each system call of a sandboxed program, as
 * seccomp(2) runs it: what a student's program has no need of is refused, in a way that the C
 * library and the JVM take for an older kernel.
 */
final class CallFilter {
  /** {@code ENOSYS}: the C library then does without. */
  static final int REFUSED = 38;

  private static final int LOAD = 0x20;
  private static final int JUMP_IF_EQUAL = 0x15;
  private static final int JUMP_IF_AT_LEAST = 0x35;
  private static final int JUMP_IF_ANY_BIT = 0x45;
  private static final int RETURN = 0x06;
  private static final int ALLOW = 0x7FFF0000;
  private static final int ERROR = 0x00050000;

  /** Where it stands in {@code struct seccomp_data}; both machines put low words first. */
  private static final int NUMBER = 0;

  private static final int ARCHITECTURE = 4;
  private static final int FIRST_ARGUMENT = 16;

  /** Numbers of the x32 calls, which are others for the same. */
  private static final int X32 = 0x40000000;

  /** Of {@code clone(2)}: namespaces of users, processes, network and so on. */
  private static final int NEW_NAMESPACES = 0x7E020000;

  /** UNIX, IPv4, IPv6, and netlink, which the C library asks for addresses. */
  private static final List<Integer> FAMILIES = List.of(1, 2, 10, 16);

  private final List<long[]> program = new ArrayList<>();

  private CallFilter() {}

  /** The filter as {@code bwrap --seccomp} reads it. */
  static byte[] of(Machine machine) {
    CallFilter filter = new CallFilter();
    filter.add(LOAD, 0, 0, ARCHITECTURE);
    filter.add(JUMP_IF_EQUAL, 1, 0, machine.audit);
    filter.refuse();
    filter.add(LOAD, 0, 0, NUMBER);
    filter.add(JUMP_IF_AT_LEAST, 0, 1, X32);
    filter.refuse();
    for (SystemCall call : SystemCall.values()) {
      filter.add(JUMP_IF_EQUAL, 0, 1, call.number(machine));
      filter.refuse();
    }
    filter.add(JUMP_IF_EQUAL, 0, 4, machine.clone);
    filter.add(LOAD, 0, 0, FIRST_ARGUMENT);
    filter.add(JUMP_IF_ANY_BIT, 0, 1, NEW_NAMESPACES);
    filter.refuse();
    filter.allow();
    filter.add(JUMP_IF_EQUAL, 1, 0, machine.socket);
    filter.allow();
    filter.add(LOAD, 0, 0, FIRST_ARGUMENT);
    for (int family : FAMILIES) {
      filter.add(JUMP_IF_EQUAL, 0, 1, family);
      filter.allow();
    }
    filter.refuse();
    return filter.bytes();
  }

  private void allow() {
    add(RETURN, 0, 0, ALLOW);
  }

  private void refuse() {
    add(RETURN, 0, 0, ERROR | REFUSED);
  }

  private void add(int code, int ifTrue, int ifFalse, int value) {
    program.add(new long[] {code, ifTrue, ifFalse, value});
  }

  private byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(8 * program.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (long[] one : program) {
      bytes.putShort((short) one[0]).put((byte) one[1]).put((byte) one[2]).putInt((int) one[3]);
    }
    return bytes.array();
  }
}
